"""The parse tree of a regular expression, as `re` makes it.

`re._parser` is a private module: a test compares what is found by its help with a plain loop, for
every shipped pack.
"""

from __future__ import annotations

from collections.abc import Iterable
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_UNBOUNDED = 1000
"""A repeat that may go on so often has no limit worth the name."""


def parse(pattern: str, flags: int = 0) -> Any:
    """The parse tree of a pattern; raises `re.error` where it is no pattern."""
    return _parser.parse(pattern, flags)


def walk(sequence: Iterable[Any]) -> Iterable[Any]:
    """Every item of a tree, outer ones first."""
    for item in sequence:
        yield item
        for inner in parts(item):
            yield from walk(inner)


def parts(item: Any) -> list[Any]:
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


def is_open(item: Any) -> bool:
    """Whether an item is a repeat without a limit."""
    return str(item[0]).endswith("_REPEAT") and int(item[1][1]) >= _UNBOUNDED
