"""What text a regular expression cannot match without.

The idea is that of RE2's prefilter: a pattern runs only where one of its strings was found.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

from lint.matching.trees import parse

MAX_PRODUCT = 96
"""Strings a run of choices may expand to before it counts as open."""

MAX_BRANCHES = 512
"""Strings all branches of a pattern may need together."""

TELLING = 5.0
"""A string of so many letters is rare enough; longer ones find little less."""

MANY = 12
"""So many strings more are worth a letter more in each."""

MIN_SCORE = 2.0
"""Below this, looking for the literal first costs more than it saves."""

_STOPS = frozenset(".,;:!?")
"""After a space or another stop, or right before a letter, these stand in few texts."""

_COMMON_SIGNS = frozenset(".,'\"-’()“”:;")
_Strings = frozenset[str]


class Needed(NamedTuple):
    """A string that a match holds, and whether a word's edge must be before and after it."""

    text: str
    left: bool = False
    right: bool = False


_EDGE = "\0"
"""Stands for `\\b` while strings are put together."""


def required(pattern: str, flags: int = 0) -> tuple[Needed, ...]:
    """Strings of which every match holds at least one, in any case; empty where there are none."""
    exact, best = _sequence(parse(pattern, flags))
    found = _better(best, exact)
    if not found or _score(found) < MIN_SCORE:
        return ()
    return tuple(sorted({_needed(string) for string in found}))


def exact(sequence: Iterable[Any]) -> frozenset[str]:
    """All strings that a part of a parse tree can match, where they are few; else none."""
    strings, _ = _sequence(sequence)
    return frozenset(string.replace(_EDGE, "") for string in strings or ())


def _needed(string: str) -> Needed:
    text = string.replace(_EDGE, "")
    left = string.startswith(_EDGE) and text[:1].isalnum()
    return Needed(text, left, string.endswith(_EDGE) and text[-1:].isalnum())


def _sequence(sequence: Iterable[Any]) -> tuple[_Strings | None, _Strings | None]:
    """(all strings the sequence can match, or None; the best set of strings it needs, or None)."""
    run: _Strings = frozenset([""])
    best: _Strings | None = None
    whole = True
    for item in sequence:
        exact, needed = _item(item)
        if exact is not None and len(run) * len(exact) <= MAX_PRODUCT and not _enough(run, exact):
            run = frozenset(head + tail for head in run for tail in exact)
            continue
        whole = False
        repeated = _repeated(item) if exact is None else None
        if repeated and len(run) * len(repeated) <= MAX_PRODUCT:
            # The first time it follows what stands before, the last time it leads on to what comes next.
            best = _better(best, frozenset(head + tail for head in run for tail in repeated))
            run, exact = frozenset([""]), repeated
        best = _better(_better(best, run), needed)
        run = exact if exact is not None else frozenset([""])
    return (run if whole else None), _better(best, run)


def _repeated(item: Any) -> _Strings | None:
    """All strings of what stands once or more often (` +`), where they are few."""
    if not str(item[0]).endswith("_REPEAT") or not item[1][0]:
        return None
    return _sequence(item[1][2])[0]


def _enough(run: _Strings, more: _Strings) -> bool:
    """Whether the run is telling as it is, and would only be multiplied."""
    return len(more) > 1 and len(run) * len(more) > MANY and _score(run) >= TELLING


def _item(item: Any) -> tuple[_Strings | None, _Strings | None]:
    op, value = str(item[0]), item[1]
    if op == "LITERAL":
        return frozenset([chr(value)]), None
    if op in ("AT", "ASSERT", "ASSERT_NOT"):
        return frozenset([_EDGE if str(value) == "AT_BOUNDARY" else ""]), None
    if op == "IN":
        return _set(value), None
    if op == "BRANCH":
        return _branch(value[1])
    if op == "SUBPATTERN":
        return _sequence(value[3])
    if op == "ATOMIC_GROUP":
        return _sequence(value)
    if op.endswith("_REPEAT"):
        return _repeat(int(value[0]), int(value[1]), value[2])
    return None, None


def _set(members: list[Any]) -> _Strings | None:
    """The characters of a small set such as `[sz]`."""
    characters: list[str] = []
    for op, value in members:
        if str(op) == "LITERAL":
            characters.append(chr(value))
        elif str(op) == "RANGE" and value[1] - value[0] < 12:
            characters.extend(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(characters) if len(characters) <= 12 else None


def _branch(branches: Iterable[Any]) -> tuple[_Strings | None, _Strings | None]:
    results = [_sequence(branch) for branch in branches]
    needs = [_better(exact, best) for exact, best in results]
    union: _Strings | None = None
    if all(need and _score(need) > 0 for need in needs):
        union = frozenset(string for need in needs if need for string in need)
        union = union if len(union) <= MAX_BRANCHES else None
    if all(exact is not None for exact, _ in results):
        exact = frozenset(string for strings, _ in results if strings for string in strings)
        if len(exact) <= MAX_PRODUCT:
            return exact, union
    return None, union


def _repeat(least: int, most: int, body: Any) -> tuple[_Strings | None, _Strings | None]:
    exact, best = _sequence(body)
    if exact is not None and most <= 4:
        strings: set[str] = set()
        power = frozenset([""])
        for count in range(most + 1):
            if count >= least:
                strings |= power
            power = frozenset(head + tail for head in power for tail in exact)
            if len(strings) > MAX_PRODUCT or len(power) > MAX_PRODUCT * 4:
                break
        else:
            if len(strings) <= MAX_PRODUCT:
                return frozenset(strings), best if least else None
    return None, _better(exact, best) if least else None


def _better(one: _Strings | None, other: _Strings | None) -> _Strings | None:
    if not one or not other:
        return one or other
    return max(one, other, key=_worth)


def _worth(strings: _Strings) -> tuple[bool, float, float]:
    """How well strings tell a text that may match: those that nearly every text holds do not."""
    score = _score(strings)
    return score >= MIN_SCORE, min(score, TELLING) - len(strings) / MANY, score


def _score(strings: _Strings) -> float:
    """How rare the commonest of the strings is likely to be; more is rarer."""
    return min(map(_rarity, strings), default=0.0)


def _rarity(string: str) -> float:
    odd = any(two in _STOPS and (one in _STOPS or one == " ") for one, two in pairwise(string))
    odd = odd or any(one in _STOPS and two.isalnum() for one, two in pairwise(string)) or "  " in string
    return odd * MIN_SCORE + sum(map(_letter, string))


def _letter(char: str) -> float:
    if char.isalnum():
        return 1.0
    if char.isspace() or char == _EDGE:
        return 0.4
    return 0.8 if char in _COMMON_SIGNS else 2.2
