"""The lists of a draft: items that stand one below the other at one depth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint.model import Document, Span
from lint.regexes import pattern

LEAST = 4
"""Items of a list in which one can be odd."""

NEAR = 200
"""Characters before an item in which its line begins, where it begins with a bullet."""

MOST = 0.34
"""The share of odd items; where more differ, the list mixes its items on purpose."""

_BULLET = pattern(r"[ \t>]*(?:[-*+•◦▪‣·●○■]|\(?\d{1,3}[.)]|[a-zA-Z]\))[ \t]+(?:\[[ xX]\][ \t]+)?")


class Item(NamedTuple):
    """The span of an item's text, and whether more stands below it in the list."""

    span: Span
    opens: bool


def lists(document: Document) -> Iterator[list[Item]]:
    """Every list of at least `LEAST` items; nested ones by themselves."""
    running: dict[int, list[Item]] = {}
    columns = _Columns(document)
    for block in document.blocks:
        if block.kind != "item":
            yield from _long(running.values())
            running = {}
            continue
        column = columns.of(block.span.start)
        if column is None:
            # A second paragraph of the item above.
            for items in running.values():
                items[-1] = items[-1]._replace(opens=True)
            continue
        yield from _long([running.pop(deeper) for deeper in list(running) if deeper > column + 1])
        for items in (items for other, items in running.items() if other < column - 1):
            items[-1] = items[-1]._replace(opens=True)
        level = next((other for other in running if abs(other - column) <= 1), column)
        running.setdefault(level, []).append(Item(block.span, False))
    yield from _long(running.values())


def _long(found: Iterable[list[Item]]) -> Iterator[list[Item]]:
    return (items for items in found if len(items) >= LEAST)


class _Columns:
    """How deep items stand: the column of the text behind a bullet, or what HTML's tags make of it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.read = 0
        self.nested = 0

    def of(self, start: int) -> int | None:
        """The column of an item's text; None where neither a bullet nor `<li>` stands before it."""
        at = self.document.position(start)
        source = self.document.source
        # A line of a megabyte, as some programs write HTML, is not walked back for each of its items.
        near = max(at - NEAR, 0)
        line = (source.rfind("\n", near, at) + 1) or near
        bullet = _BULLET.match(source, line, at)
        between = source[self.read : at].lower()
        self.read = at
        if bullet:
            return bullet.end() - line
        self.nested += between.count("<ul") + between.count("<ol")
        self.nested -= between.count("</ul") + between.count("</ol")
        return 4 * self.nested if "<li" in between else None
