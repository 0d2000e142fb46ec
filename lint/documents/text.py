"""Plain text: paragraphs, list items and a headline."""

from __future__ import annotations

import re

from lint.documents.pieces import Piece
from lint.documents.prose import Prose
from lint.model import BlockKind, Document

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
WRAP_LIMIT = 110


def parse(source: str, path: str) -> Document:
    """Read plain text."""
    prose = Prose(source)
    chunk: list[tuple[int, int]] = []
    at = 1 if source.startswith("\ufeff") else 0
    for line in source[at:].splitlines(keepends=True):
        end = at + len(line.rstrip("\r\n"))
        if source[at:end].strip():
            chunk.append((at, end))
        else:
            _chunk(prose, chunk)
            chunk = []
        at += len(line)
    _chunk(prose, chunk)
    return prose.document(path=path, format="text")


def _chunk(prose: Prose, lines: list[tuple[int, int]]) -> None:
    source = prose.source
    kind: BlockKind = "paragraph"
    for start, end in lines:
        pieces: list[Piece] = [(source[start:end], start, end, True)]
        prose.block(kind, pieces)
