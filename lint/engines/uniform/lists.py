"""The lists of a draft: items that stand one below the other at one depth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint.model import Document, Span

LEAST = 4
"""Items of a list in which one can be odd."""

MOST = 0.34
"""The share of odd items; where more differ, the list mixes its items on purpose."""

_BULLET = re.compile(r"[ \t>]*(?:[-*+•◦▪‣·●○■]|\(?\d{1,3}[.)]|[a-zA-Z]\))[ \t]+(?:\[[ xX]\][ \t]+)?")


class Item(NamedTuple):
    """The span of an item's text, and whether more stands below it in the list."""

    span: Span
    opens: bool


def lists(document: Document) -> Iterator[list[Item]]:
    """Every list of at least `LEAST` items; nested ones by themselves."""
    running: dict[int, list[Item]] = {}
    for block in document.blocks:
        if block.kind != "item":
            yield from _long(running.values())
            running = {}
            continue
        depth = _depth(document, block.span.start)
        if depth is None:
            # A second paragraph of the item above.
            for items in running.values():
                items[-1] = items[-1]._replace(opens=True)
            continue
        for deeper in [other for other in running if other > depth + 1]:
            yield from _long([running.pop(deeper)])
        above = [items for other, items in running.items() if other < depth - 1]
        for items in above:
            items[-1] = items[-1]._replace(opens=True)
        level = next((other for other in running if abs(other - depth) <= 1), depth)
        running.setdefault(level, []).append(Item(block.span, False))
    yield from _long(running.values())


def _long(found: Iterable[list[Item]]) -> Iterator[list[Item]]:
    return (items for items in found if len(items) >= LEAST)


def _depth(document: Document, start: int) -> int | None:
    """The column of the item's text, or None where no bullet stands before it."""
    at = document.position(start)
    line = document.source.rfind("\n", 0, at) + 1
    bullet = _BULLET.match(document.source, line, at)
    return bullet.end() - line if bullet else None
