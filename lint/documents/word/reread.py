"""The laid-out text of a Word draft read again: enough for a page that shows it."""

from __future__ import annotations

import re

from lint.documents.pieces import Piece
from lint.documents.prose import Prose
from lint.model import BlockKind, Document

_LINE = re.compile(r"[^\n]+")
_HEADING = re.compile(r"#{1,6} ")
_ITEM = re.compile(r" *(?:•|\d+\.) ")


def parse(source: str, path: str) -> Document:
    """Headings, items and cells are told by what `lay.py` sets before or between them."""
    prose = Prose(source)
    lines: list[Piece] = []
    for match in _LINE.finditer(source):
        start, end = match.span()
        mark = _HEADING.match(source, start) or _ITEM.match(source, start)
        if lines and (mark or "\t" in match[0] or lines[-1][2] + 1 != start):
            prose.block("paragraph", lines)
            lines = []
        if mark:
            kind: BlockKind = "heading" if source[start] == "#" else "item"
            prose.block(kind, [(source[mark.end() : end], mark.end(), end, True)])
        elif "\t" in match[0]:
            _cells(prose, start, end)
        else:
            if lines:
                lines.append(("\n", lines[-1][2], start, False))
            lines.append((match[0], start, end, True))
    if lines:
        prose.block("paragraph", lines)
    return prose.document(path=path, format="word")


def _cells(prose: Prose, start: int, end: int) -> None:
    for cell in re.compile(r"[^\t]+").finditer(prose.source, start, end):
        prose.block("cell", [(cell[0], *cell.span(), True)])
