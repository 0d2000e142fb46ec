"""Collects blocks of prose, piece by piece, and lays them out as a document's text and segments.

Every parser of the room writes into a `Prose`; none of them counts text offsets itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

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

_LINE_PREFIX = re.compile(r"[ \t]*(?:>[ \t]*)*")


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
        text = "".join([piece[0] for piece in pieces])
        if not text.strip(SPACES + OBJECT):
            return
        if may_hold_url(text):
            pieces, marks, urls = cut_urls(pieces, marks)
            self.verbatim.extend(Verbatim("url", Span(*url)) for url in urls)
        self._break()
        start = self._length
        offsets = self._lay(pieces)
        end = self._length
        if end == start:
            return
        self._blocks.append(Block(kind, Span(start, end), lang))
        for name, first, last, mark_lang in marks:
            span = Span(max(offsets[first], start), min(offsets[last], end))
            if name and span.start < span.end:
                self._inlines.append(Inline(name, span, mark_lang))

    def _break(self) -> None:
        """Separate the next block from the one before; its source span is set by `_lay`."""
        if self._blocks:
            at = self._segments[-1].source_end
            self._segments.append(Segment(self._length, self._length + 2, at, at, False))
            self._parts.append(BLOCK_BREAK)
            self._length += 2

    def _lay(self, pieces: Sequence[Piece]) -> list[int]:
        """Write a block's pieces; return each one's text offset and, last, where the block ends."""
        first, last = 0, len(pieces)
        while not pieces[first][0].strip(SPACES):
            first += 1
        while not pieces[last - 1][0].strip(SPACES):
            last -= 1
        source, parts, segments = self.source, self._parts, self._segments
        here = self._length
        offsets = [here] * first
        run_start = run_source = run_end = -1
        broken = False
        for index in range(first, last):
            text, source_start, source_end, literal = pieces[index]
            offsets.append(here)
            if literal:
                if index == first:
                    bare = text.lstrip(SPACES)
                    source_start += len(text) - len(bare)
                    text = bare
                if index == last - 1:
                    bare = text.rstrip(SPACES)
                    source_end -= len(text) - len(bare)
                    text = bare
                if source_start != run_end:
                    if run_end >= 0:
                        segments.append(Segment(run_start, here, run_source, run_end, True))
                    run_start, run_source = here, source_start
                run_end = source_end
                broken = False
            else:
                if run_end >= 0:
                    segments.append(Segment(run_start, here, run_source, run_end, True))
                    run_end = -1
                is_break = text in {" ", "\n"}
                if is_break:
                    # The markers that open the next line (of a quote, say) go where the break goes.
                    limit = pieces[index + 1][1]
                    source_end = max(min(_prefix_end(source, source_end), limit), source_end)
                    if broken:
                        before = segments[-1]
                        segments[-1] = before._replace(source_end=max(source_end, before.source_end))
                        continue
                broken = is_break
                segments.append(Segment(here, here + len(text), source_start, source_end, False))
            parts.append(text)
            here += len(text)
        if run_end >= 0:
            segments.append(Segment(run_start, here, run_source, run_end, True))
        offsets.extend([here] * (len(pieces) - last + 1))
        self._length = here
        return offsets

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


def _prefix_end(source: str, start: int) -> int:
    match = _LINE_PREFIX.match(source, start)
    return match.end() if match else start
