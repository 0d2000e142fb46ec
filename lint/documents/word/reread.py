"""The laid-out text of a Word draft read again: enough for a page that shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.documents.pieces import Piece
from lint.documents.prose import Prose
from lint.model import BlockKind, Document

_CHUNK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\t\n]+")
_HEADING = re.compile(r"#{1,6} ")
_ITEM = re.compile(r" *(?:•|\d+\.) ")


def parse(source: str, path: str) -> Document:
    """Headings, items and cells are told by what `lay.py` sets before or between them."""
    prose = Prose(source)
    for chunk in _CHUNK.finditer(source):
        lines = [line.span() for line in _LINE.finditer(source, *chunk.span())]
        if len(lines) > 1 and "\t" in chunk[0]:
            for cell in _CELL.finditer(source, *chunk.span()):
                prose.block("cell", [(cell[0], *cell.span(), True)])
        else:
            _blocks(prose, lines)
    return prose.document(path=path, format="word")


def _blocks(prose: Prose, lines: Sequence[tuple[int, int]]) -> None:
    """Each marked line is a block; those without a mark are one paragraph with line breaks."""
    source = prose.source
    pieces: list[Piece] = []
    for start, end in lines:
        mark = _HEADING.match(source, start) or _ITEM.match(source, start)
        if mark:
            kind: BlockKind = "heading" if source[start] == "#" else "item"
            prose.block(kind, [(source[mark.end() : end], mark.end(), end, True)])
        else:
            if pieces:
                pieces.append(("\n", start - 1, start, False))
            pieces.append((source[start:end], start, end, True))
    if pieces:
        prose.block("paragraph", pieces)
