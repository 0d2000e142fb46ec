"""The block that a parser is reading: its pieces, the marks on them, the alternative texts to follow."""

from __future__ import annotations

from typing import NamedTuple

from lint.documents.pieces import Mark, Piece
from lint.documents.prose import Prose
from lint.model import OBJECT, BlockKind, Span, Verbatim

# Tags that are closed are hardly ever further away; looking at all would be quadratic on a hostile draft.
_DEPTH = 12


class _Opened(NamedTuple):
    name: str
    kind: str
    first: int
    lang: str | None
    at: int


class Flow:
    """Gathers one block after another for a `Prose`; `pieces` may be appended to directly."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.pieces: list[Piece] = []
        self.alts: list[list[Piece]] = []
        self._marks: list[Mark] = []
        self._opened: list[_Opened] = []

    def open(self, name: str, kind: str, at: int, lang: str | None = None) -> None:
        """Markup `name` begins at the source offset; kind `code` turns what it holds into an object."""
        self._opened.append(_Opened(name, kind, len(self.pieces), lang, at))

    def close(self, name: str, at: int) -> None:
        """Markup `name` ends at the source offset; without a beginning it is passed over."""
        opened = self._opened
        for index in range(len(opened) - 1, max(len(opened) - 1 - _DEPTH, -1), -1):
            if opened[index].name == name:
                _, kind, first, lang, start = opened[index]
                del opened[index:]
                if kind == "code":
                    self._replace(first, start, at)
                elif first < len(self.pieces):
                    self._marks.append(Mark(kind, first, len(self.pieces), lang))
                return

    def _replace(self, first: int, start: int, end: int) -> None:
        del self.pieces[first:]
        while self._marks and self._marks[-1].first >= first:
            self._marks.pop()
        self.pieces.append((OBJECT, start, end, False))
        self.prose.verbatim.append(Verbatim("code", Span(start, end)))

    def flush(self, kind: BlockKind, lang: str | None = None) -> None:
        """End the block; the next piece begins another."""
        if self.pieces:
            self.prose.block(kind, self.pieces, self._marks, lang)
            self.pieces.clear()
        if self._marks:
            self._marks.clear()
        if self._opened:
            self._opened.clear()
        if self.alts:
            for alt in self.alts:
                self.prose.block("alt", alt, (), lang)
            self.alts.clear()
