"""Whether a regular expression can be used, and what a search with it may cost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

from lint.matching.required import exact
from lint.matching.trees import is_open, parse, parts, walk

ENDLESS = 99
"""The power of a cost that nothing bounds."""

MOST = 10**9
"""No weight is counted beyond this."""


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

    Repeats multiply, unless what is repeated ends where the next character begins: then nothing is
    tried twice. Only repeats of single characters, of a few fixed strings and optional groups are
    worked out; any other repeat of varying length may split its text in exponentially many ways, and
    has power `ENDLESS`.
    """
    tree = list(parse(pattern, flags))
    found = _sequence(tree, [])
    weight = min(found.ways * found.steps, MOST)
    power = min(found.ways_power + found.steps_power, ENDLESS - 1)
    anchored = tree and str(tree[0][0]) == "AT" and str(tree[0][1]) == "AT_BEGINNING_STRING"
    return weight, power if anchored else power + 1


class _Cost(NamedTuple):
    """In how many ways a part can match, and how many steps the longest way takes; powers of length."""

    ways_power: int = 0
    ways: int = 1
    steps_power: int = 0
    steps: int = 1


_HOPELESS = _Cost(ways_power=ENDLESS - 1)


def _sequence(items: list[Any], after: list[Any] | None) -> _Cost:
    """Ways multiply, steps are those of the dearest item.

    `after` is what follows the items in the pattern; None where that may be several things.
    """
    ways, ways_power = 1, 0
    steps_power, steps = 0, 1
    for index, item in enumerate(items):
        rest = items[index + 1 :]
        own = _item(item, rest + after if after is not None else rest or None)
        ways, ways_power = min(ways * own.ways, MOST), min(ways_power + own.ways_power, ENDLESS - 1)
        steps_power, steps = max((steps_power, steps), (own.steps_power, own.steps))
    return _Cost(ways_power, ways, steps_power, steps)


def _item(item: Any, following: list[Any] | None) -> _Cost:
    op = str(item[0])
    if not op.endswith("_REPEAT"):
        return _dearest(item, [] if op.startswith("ASSERT") else following)
    least, most, body = int(item[1][0]), int(item[1][1]), item[1][2]
    if op == "POSSESSIVE_REPEAT":
        return _dearest(item, None)
    if most == 1:
        inside = _dearest(item, following)
        return inside._replace(ways=inside.ways + (least == 0))
    if _is_single(body) or _is_plain_choice(body):
        power, number = (1, 1) if is_open(item) else (0, most - least + 1)
        if _ends_clearly(item, following):
            return _Cost(steps_power=power, steps=number)
        return _Cost(ways_power=power, ways=number)
    if least == most and _dearest(item, None) == _Cost() and not _chooses(body):
        return _Cost()
    return _HOPELESS


def _dearest(item: Any, following: list[Any] | None) -> _Cost:
    """The cost of the dearest sequence inside an item, in ways and in steps."""
    inside = [_sequence(list(part), following) for part in parts(item)] or [_Cost()]
    return _Cost(*max(one[:2] for one in inside), *max(one[2:] for one in inside))


def _chooses(body: Any) -> bool:
    return any(str(one[0]) == "BRANCH" for one in walk(body))


def _is_plain_choice(body: Any) -> bool:
    """Whether a body is one of a few strings of which none begins another: a text is read in one way."""
    strings = exact(body)
    if not strings or "" in strings:
        return False
    ordered = sorted(string.lower() for string in strings)
    return not any(longer.startswith(string) for string, longer in pairwise(ordered))


def _is_single(body: Any) -> bool:
    return len(body) == 1 and str(body[0][0]) in ("LITERAL", "NOT_LITERAL", "IN", "ANY", "CATEGORY")


def _ends_clearly(item: Any, rest: list[Any] | None) -> bool:
    """Whether a repeat of single characters stops just where what follows begins, or ends the pattern."""
    if not str(item[0]).endswith("_REPEAT") or not _is_single(item[1][2]):
        return False
    if not rest:
        return rest is not None
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
    # “ß” is two characters in capitals, and no single item matches those.
    variants = {one for one in (character, character.lower(), character.upper()) if len(one) == 1}
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


def _explodes(sequence: Iterable[Any]) -> bool:
    """Whether an unbounded repeat holds an unbounded repeat and nothing that must match beside it."""
    for item in walk(sequence):
        if not is_open(item) or str(item[0]) == "POSSESSIVE_REPEAT":
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
        if is_open(item):
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
