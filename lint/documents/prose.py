"""Collects blocks of prose, piece by piece, and lays them out as a document's text and segments.

Every parser of the room writes into a `Prose`; none of them counts text offsets itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from lint.documents.pieces import SPACES, Mark, Piece
from lint.documents.quotations import find_quotations
from lint.documents.sentences import find_sentences
from lint.documents.urls import cut_urls, may_hold_url
from lint.model import (
    BLOCK_BREAK,
    OBJECT,
    Block,
    BlockKind,
    Comment,
    Document,
    Inline,
    Segment,
    Span,
    Verbatim,
)

if TYPE_CHECKING:
    from lint.documents.frontmatter import Field

_NO_PROSE = SPACES + OBJECT
_BREAKS = frozenset((" ", "\n"))


class Prose:
    """The prose of one source, growing block by block in reading order."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.verbatim: list[Verbatim] = []
        self.comments: list[Comment] = []
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._blocks: list[Block] = []
        self._inlines: list[Inline] = []
        self._length = 0

    def block(
        self,
        kind: BlockKind,
        pieces: Sequence[Piece],
        marks: Sequence[Mark] = (),
        lang: str | None = None,
    ) -> None:
        """Add a block; one that holds nothing but white space and objects is left out."""
        text = pieces[0][0] if len(pieces) == 1 else "".join([piece[0] for piece in pieces])
        if not text.strip(_NO_PROSE):
            return
        if may_hold_url(text):
            pieces, marks, urls = cut_urls(pieces, marks)
            self.verbatim.extend([Verbatim("url", Span(*url)) for url in urls])
            if not any(piece[0].strip(_NO_PROSE) for piece in pieces):
                return
        start = self._length
        if self._blocks:
            at = self._segments[-1].source_end
            self._segments.append(Segment(start, start + 2, at, at, False))
            self._parts.append(BLOCK_BREAK)
            self._length = start = start + 2
        offsets = self._lay(pieces)
        end = self._length
        self._blocks.append(Block(kind, Span(start, end), lang))
        for name, first, last, mark_lang in marks:
            if name and offsets[first] < offsets[last]:
                self._inlines.append(Inline(name, Span(offsets[first], offsets[last]), mark_lang))

    def front_matter(self, fields: Iterable[Field], span: Span) -> None:
        """Add the fields of front matter that are prose."""
        self.verbatim.append(Verbatim("front-matter", span))
        for field in fields:
            self.block("heading" if field.heading else "paragraph", field.pieces)

    def settle(self) -> None:
        """Keep of the verbatim stretches those that lie in no other, and no comment that is one's text."""
        self.verbatim[:] = _outermost(self.verbatim)
        spans = {found.span for found in self.verbatim if found.kind == "comment"}
        self.comments[:] = [comment for comment in self.comments if comment.span in spans]

    def _lay(self, pieces: Sequence[Piece]) -> list[int]:
        """Write a block's pieces; return each one's text offset and, last, where the block ends."""
        parts, segments = self._parts, self._segments
        here = self._length
        offsets: list[int] = []
        joint = -1
        broken = False
        skipped, pieces = _without_edges(pieces)
        for text, source_start, source_end, literal in pieces:
            offsets.append(here)
            end = here + len(text)
            if literal:
                if source_start == joint:
                    before = segments[-1]
                    segments[-1] = Segment(before.start, end, before.source_start, source_end, True)
                else:
                    segments.append(Segment(here, end, source_start, source_end, True))
                joint = source_end
                broken = False
            else:
                joint = -1
                if broken and text in _BREAKS:
                    # Two line ends in a row would read as the break between two blocks.
                    segments[-1] = segments[-1]._replace(source_end=source_end)
                    continue
                broken = text in _BREAKS
                segments.append(Segment(here, end, source_start, source_end, False))
            parts.append(text)
            here = end
        offsets += [here] * (skipped[1] + 1)
        self._length = here
        return offsets[:1] * skipped[0] + offsets

    def document(
        self,
        *,
        path: str,
        format: str,
        lang: str | None = None,
        meta: Mapping[str, str] | None = None,
    ) -> Document:
        """The finished document."""
        return Document(
            path=path,
            format=format,
            source=self.source,
            text="".join(self._parts),
            segments=tuple(self._segments),
            blocks=tuple(self._blocks),
            find_sentences=find_sentences,
            find_quotations=find_quotations,
            inlines=tuple(sorted(self._inlines, key=lambda inline: inline.span)),
            verbatim=tuple(sorted(self.verbatim, key=lambda verbatim: verbatim.span)),
            comments=tuple(sorted(self.comments, key=lambda comment: comment.span)),
            lang=lang,
            meta=meta,
        )


def _without_edges(pieces: Sequence[Piece]) -> tuple[tuple[int, int], Sequence[Piece]]:
    """The pieces without white space at the block's edges, and how many were left out at each."""
    first, last = 0, len(pieces)
    while not pieces[first][0].strip(SPACES):
        first += 1
    while not pieces[last - 1][0].strip(SPACES):
        last -= 1
    opening, closing = pieces[first], pieces[last - 1]
    if opening[0][0] in SPACES or closing[0][-1] in SPACES:
        inner = list(pieces[first:last])
        text, start, end, literal = opening
        if literal:
            bare = text.lstrip(SPACES)
            inner[0] = (bare, start + len(text) - len(bare), end, literal)
        text, start, end, literal = inner[-1]
        if literal:
            bare = text.rstrip(SPACES)
            inner[-1] = (bare, start, end - len(text) + len(bare), literal)
        return (first, len(pieces) - last), inner
    return (first, len(pieces) - last), pieces if last - first == len(pieces) else pieces[first:last]


def _outermost(verbatim: list[Verbatim]) -> list[Verbatim]:
    """The stretches in order, without those that lie inside another."""
    kept: list[Verbatim] = []
    end = -1
    for stretch in sorted(verbatim, key=lambda stretch: (stretch.span.start, -stretch.span.end)):
        if stretch.span.end > end:
            kept.append(stretch)
            end = stretch.span.end
    return kept
