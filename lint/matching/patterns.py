"""What text a regular expression cannot match without, and whether it may run away.

The parse tree is that of `re` itself (`re._parser`, a private module: a test compares what is found
with a plain loop for every shipped pack). The idea of required literals is that of RE2's prefilter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

MAX_PRODUCT = 96
"""Strings a run of choices may expand to before it counts as open."""

MAX_BRANCHES = 512
"""Strings all branches of a pattern may need together."""

MIN_SCORE = 2.0
"""Below this, looking for the literal first costs more than it saves."""

_COMMON_SIGNS = frozenset(".,'\"-’()“”:;")
_UNBOUNDED = 1000

_Strings = frozenset[str]


def parse(pattern: str, flags: int = 0) -> Any:
    """The parse tree of a pattern; raises `re.error` where it is no pattern."""
    return _parser.parse(pattern, flags)


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


def _needed(string: str) -> Needed:
    text = string.replace(_EDGE, "")
    left = string.startswith(_EDGE) and text[:1].isalnum()
    return Needed(text, left, string.endswith(_EDGE) and text[-1:].isalnum())


def refuse(pattern: str, flags: int = 0) -> str:
    """Why a pattern cannot be used ("" if it can): it is invalid, matches nothing or explodes."""
    try:
        tree = parse(pattern, flags)
        if re.compile(pattern, flags).search("") is not None or tree.getwidth()[0] == 0:
            return "it can match an empty string"
    except (re.error, OverflowError, RecursionError) as error:
        return f"it is not a valid regular expression ({error})"
    if _explodes(tree):
        return "a repeat inside a repeat, with nothing fixed between, can take for ever"
    return ""


def cost(pattern: str, flags: int = 0) -> tuple[int, int]:
    """(weight, power): at worst a search takes about weight × length ** power steps.

    Repeats multiply, unless a repeat's characters end where the next character begins: then nothing
    is tried twice. Only repeats of single characters and optional groups are worked out; any other
    repeat of varying length may split its text in exponentially many ways, and has power `ENDLESS`.
    """
    tree = parse(pattern, flags)
    weight, power = _cost(list(tree), last=True)
    anchored = len(tree) and str(tree[0][0]) == "AT" and str(tree[0][1]) == "AT_BEGINNING_STRING"
    return weight, power if anchored else power + 1


ENDLESS = 99


def _cost(items: list[Any], *, last: bool = False) -> tuple[int, int]:
    """What the items multiply to, times the dearest of those that never try anything twice."""
    weight, power = 1, 0
    once_power, once_weight = 0, 1
    for index, item in enumerate(items):
        own_weight, own_power = _item_cost(item)
        if own_power < ENDLESS - 1 and _ends_clearly(item, items[index + 1 :], last):
            once_power, once_weight = max((once_power, once_weight), (own_power, own_weight))
        else:
            weight, power = min(weight * own_weight, 10**9), min(power + own_power, ENDLESS - 1)
    return min(weight * once_weight, 10**9), min(power + once_power, ENDLESS - 1)


def _item_cost(item: Any) -> tuple[int, int]:
    op = str(item[0])
    parts = [_cost(list(part)) for part in _parts(item)]
    inner = (max((one[0] for one in parts), default=1), max((one[1] for one in parts), default=0))
    if not op.endswith("_REPEAT") or op == "POSSESSIVE_REPEAT":
        return inner
    least, most, body = int(item[1][0]), int(item[1][1]), item[1][2]
    if least == most == 1:
        return inner
    if _is_single(body):
        return (1, 1) if most >= _UNBOUNDED else (most - least + 1, 0)
    if most == 1:
        return inner[0] + 1, inner[1]
    if least == most and inner == (1, 0) and not any(str(one[0]) == "BRANCH" for one in _walk(body)):
        return 1, 0
    return 1, ENDLESS - 1


def _is_single(body: Any) -> bool:
    return len(body) == 1 and str(body[0][0]) in ("LITERAL", "NOT_LITERAL", "IN", "ANY", "CATEGORY")


def _ends_clearly(item: Any, rest: list[Any], last: bool) -> bool:
    """Whether a repeat of single characters stops just where what follows begins, or ends the pattern."""
    if not str(item[0]).endswith("_REPEAT") or not _is_single(item[1][2]):
        return False
    if not rest:
        return last
    repeated, following = item[1][2][0], rest[0]
    if str(following[0]) not in ("LITERAL", "IN"):
        return False
    if str(following[0]) == "LITERAL":
        return not _takes(repeated, chr(following[1]))
    return not any(_takes(repeated, one) and _takes(following, one) for one in _SAMPLE)


_SAMPLE = "".join(map(chr, range(256))) + "Ωжß中٣\u2003“”’—"
"""Characters on which two sets are compared; it is an estimate of cost that hangs on them."""


def _takes(item: Any, character: str) -> bool:
    """Whether a single-character item may match the character, in either case."""
    op, value = str(item[0]), item[1]
    variants = {character, character.lower(), character.upper()}
    if op == "LITERAL":
        return chr(value) in variants
    if op == "NOT_LITERAL":
        return variants != {chr(value)}
    if op == "IN":
        return _any_taken(value, variants)
    return True


def _any_taken(members: list[Any], variants: set[str]) -> bool:
    negated = str(members[0][0]) == "NEGATE"
    return any(any(_holds(member, one) for member in members[negated:]) != negated for one in variants)


def _holds(member: Any, character: str) -> bool:
    op, value = str(member[0]), member[1]
    if op == "LITERAL":
        return chr(value) == character
    if op == "RANGE":
        return bool(value[0] <= ord(character) <= value[1])
    name = str(value)
    kinds = {
        "CATEGORY_DIGIT": character.isdigit(),
        "CATEGORY_SPACE": character.isspace(),
        "CATEGORY_WORD": character.isalnum() or character == "_",
    }
    return kinds[name] if name in kinds else not kinds.get(name.replace("_NOT_", "_"), False)


def _walk(sequence: Iterable[Any]) -> Iterable[Any]:
    for item in sequence:
        yield item
        for inner in _parts(item):
            yield from _walk(inner)


def _parts(item: Any) -> list[Any]:
    """The sequences inside an item of the parse tree."""
    op, value = str(item[0]), item[1]
    if op == "BRANCH":
        return list(value[1])
    if op == "SUBPATTERN":
        return [value[3]]
    if op.endswith("_REPEAT"):
        return [value[2]]
    if op == "GROUPREF_EXISTS":
        return [part for part in value[1:] if part is not None]
    if op in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    if op == "ATOMIC_GROUP":
        return [value]
    return []


def _is_open(item: Any) -> bool:
    return str(item[0]).endswith("_REPEAT") and int(item[1][1]) >= _UNBOUNDED


def _explodes(sequence: Iterable[Any]) -> bool:
    """Whether an unbounded repeat holds an unbounded repeat and nothing that must match beside it."""
    for item in _walk(sequence):
        if not _is_open(item) or str(item[0]) == "POSSESSIVE_REPEAT":
            continue
        if any(_loose(body) for body in _alternatives(item[1][2])):
            return True
    return False


def _alternatives(sequence: Any) -> list[Any]:
    """The sequences a repeat's body may be: the branches of a lone group, else the body itself."""
    items = list(sequence)
    if len(items) == 1:
        op = str(items[0][0])
        if op == "SUBPATTERN":
            return _alternatives(items[0][1][3])
        if op == "BRANCH":
            return [choice for branch in items[0][1][1] for choice in _alternatives(branch)]
    return [items]


def _loose(items: Iterable[Any]) -> bool:
    """One open repeat, and all else may be empty: `(a+b?)+` splits its text in ever more ways."""
    opened = False
    for item in items:
        if _is_open(item):
            opened = True
        elif _width(item):
            return False
    return opened


def _width(item: Any) -> int:
    op, value = str(item[0]), item[1]
    if op in ("AT", "ASSERT", "ASSERT_NOT", "GROUPREF"):
        return 0
    if op == "BRANCH":
        return min(int(branch.getwidth()[0]) for branch in value[1])
    if op == "SUBPATTERN":
        return int(value[3].getwidth()[0])
    if op.endswith("_REPEAT"):
        return int(value[0]) * int(value[2].getwidth()[0])
    return 1


def _sequence(sequence: Iterable[Any]) -> tuple[_Strings | None, _Strings | None]:
    """(all strings the sequence can match, or None; the best set of strings it needs, or None)."""
    run: _Strings = frozenset([""])
    best: _Strings | None = None
    whole = True
    for item in sequence:
        exact, needed = _item(item)
        if exact is not None and len(run) * len(exact) <= MAX_PRODUCT:
            run = frozenset(head + tail for head in run for tail in exact)
            continue
        whole = False
        best = _better(_better(best, run), needed)
        run = exact if exact is not None else frozenset([""])
    return (run if whole else None), _better(best, run)


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
    return max(one, other, key=lambda strings: (_score(strings), -len(strings)))


def _score(strings: _Strings) -> float:
    """How rare the commonest of the strings is likely to be; more is rarer."""
    return min(map(_rarity, strings), default=0.0)


def _rarity(string: str) -> float:
    return sum(
        1.0
        if char.isalnum()
        else 0.4
        if char.isspace()
        else 0.8
        if char in _COMMON_SIGNS
        else 2.2
        if char != _EDGE
        else 0.4
        for char in string
    )
