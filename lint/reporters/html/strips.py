"""A draft as strips in reading order: what its reader sees, every piece with its place in the source.

A strip is a paragraph, a heading, a row of a table … or, where a finding lies outside the prose (front
matter, a comment, a conflict mark), the lines of the source around it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lint.errors import CopydeskError
from lint.model import OBJECT, Block, Document, Inline, Segment, Span
from lint.reporters.lines import Lines

_MOST_RAW = 400
"""A line of the source that is longer is shown from this many code points before its finding."""

_ATX = re.compile(r"(#{1,6})[ \t]+[\[*_~]*$")
_HTML_HEADING = re.compile(r"<h([1-6])\b[^>]*>\s*$", re.IGNORECASE)
_SETEXT = re.compile(r"[ \t]*\r?\n[ \t]*(=+|-+)[ \t]*(?:\r?\n|\Z)")
_FENCED = re.compile(r"[ \t]*(`{3,}|~{3,})[^\n]*\n(.*?)\r?\n[ \t>]*\1[`~]*\s*", re.DOTALL)
_MARKER = re.compile(r"^[ \t>]*(?:([-*+•])|(\d{1,9}[.)]))[ \t]+(?:\[([ xX])\][ \t]+)?[\[*_~]*$")


class Piece(NamedTuple):
    """Characters as shown and the source they stand for.

    Kinds: `text` (one for one where `literal`), `object` (inline code, an image: shown as its source),
    `markup` (shown only where a finding concerns nothing else).
    """

    kind: str
    text: str
    source: Span
    literal: bool
    inlines: tuple[Inline, ...] = ()


class Strip(NamedTuple):
    """One row of the galley; only a table's row has more than one cell.

    `marker` is a list item's bullet or number, `depth` how far it is indented, `level` a heading's.
    """

    kind: str
    cells: tuple[tuple[Piece, ...], ...]
    source: Span
    level: int = 0
    marker: str = ""
    depth: int = 0
    lang: str | None = None
    first: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """The source span of each cell."""
        return tuple(
            Span(min(piece.source.start for piece in cell), max(piece.source.end for piece in cell))
            for cell in self.cells
        )


def document_of(source: str, path: str, format: str) -> Document:
    """The draft, read again; one whose format is not made of text comes as plain lines."""
    from lint.documents import parse

    try:
        return parse(source, path, format)
    except CopydeskError:
        return parse(source, path, "text")


def strips(document: Document, lines: Lines, places: Iterable[Span]) -> list[Strip]:
    """The draft's strips; each of the source spans in `places` lies in at least one of them."""
    shown = [_whole_row(document, lines, strip) for strip in _prose(document, lines)]
    shown.extend(_code(document, shown))
    shown.sort(key=lambda strip: strip.source.start)
    shown.extend(_raw(document, lines, shown, places))
    shown.sort(key=lambda strip: strip.source.start)
    return shown


def _prose(document: Document, lines: Lines) -> Iterator[Strip]:
    segment_starts = [segment.start for segment in document.segments]
    inlines = sorted(document.inlines, key=lambda inline: inline.span)
    inline_starts = [inline.span.start for inline in inlines]
    row: list[tuple[Piece, ...]] = []
    row_span = Span(0, 0)
    head = True
    for block in document.blocks:
        first = max(bisect_right(segment_starts, block.span.start) - 1, 0)
        last = bisect_left(segment_starts, block.span.end)
        segments = document.segments[first:last]
        if not segments:
            continue
        inside = inlines[
            bisect_left(inline_starts, block.span.start) : bisect_left(inline_starts, block.span.end)
        ]
        pieces = tuple(_pieces(document, block, segments, inside))
        span = Span(min(piece.source.start for piece in pieces), max(piece.source.end for piece in pieces))
        if row and (block.kind != "cell" or _new_row(document.source[row_span.end : span.start])):
            yield Strip("row", tuple(row), row_span, first=head)
            head = block.kind != "cell"
            row = []
        if block.kind == "cell":
            row_span = Span(row_span.start if row else span.start, span.end)
            row.append(pieces)
        else:
            head = True
            yield _strip(document, lines, block, pieces, span)
    if row:
        yield Strip("row", tuple(row), row_span, first=head)


def _whole_row(document: Document, lines: Lines, strip: Strip) -> Strip:
    """A table's row with the cells that hold nothing but code, which are no prose, in their places."""
    if strip.kind != "row":
        return strip
    start = lines.bounds(lines.place(strip.source.start).line).start
    end = lines.bounds(lines.place(strip.source.end).line).end
    taken = Taken(strip.spans)
    first = bisect_left(document.verbatim, start, key=lambda verbatim: verbatim.span.start)
    cells = list(strip.cells)
    for verbatim in document.verbatim[first:]:
        if verbatim.span.start >= end:
            break
        if verbatim.kind == "code" and verbatim.span.end <= end and not taken.touches(verbatim.span):
            words = document.source[slice(*verbatim.span)]
            cells.append((Piece("object", words, verbatim.span, True),))
    cells.sort(key=lambda cell: cell[0].source)
    if len(cells) == len(strip.cells):
        return strip
    source = Span(cells[0][0].source.start, max(piece.source.end for cell in cells for piece in cell))
    return strip._replace(cells=tuple(cells), source=source)


def _strip(document: Document, lines: Lines, block: Block, pieces: tuple[Piece, ...], span: Span) -> Strip:
    before = document.source[lines.bounds(lines.place(span.start).line).start : span.start]
    level, marker, depth = 0, "", 0
    if block.kind == "heading":
        level = _level(document.source, before, span)
    elif block.kind == "item":
        match = _MARKER.match(before)
        if match:
            marker = match[2] or ("☐" if match[3] == " " else "☑" if match[3] else "•")
        depth = min(len(before.expandtabs(4)) - len(before.expandtabs(4).lstrip(" ")), 24) // 2
    return Strip(block.kind, (pieces,), span, level, marker, depth, block.lang)


def _pieces(
    document: Document, block: Block, segments: Sequence[Segment], inlines: Sequence[Inline]
) -> Iterator[Piece]:
    """A block's segments, cut where an inline begins or ends, and the markup between them."""
    cuts = sorted({edge for inline in inlines for edge in inline.span})
    reached = segments[0].source_start
    for segment in segments:
        if segment.source_start > reached:
            gap = Span(reached, segment.source_start)
            yield Piece("markup", document.source[gap.start : gap.end], gap, True)
        reached = max(reached, segment.source_end)
        start, end = max(segment.start, block.span.start), min(segment.end, block.span.end)
        inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)] if segment.literal else []
        for left, right in zip([start, *inner], [*inner, end], strict=True):
            around = tuple(i for i in inlines if i.span.start <= left and right <= i.span.end)
            yield _piece(document, segment, left, right, around)


def _piece(document: Document, segment: Segment, start: int, end: int, inlines: tuple[Inline, ...]) -> Piece:
    shown = document.text[start:end]
    span = Span(segment.source_start, segment.source_end)
    if segment.literal:
        span = Span(span.start + start - segment.start, span.start + end - segment.start)
        return Piece("text", shown, span, True, inlines)
    if OBJECT in shown:
        return Piece("object", document.source[span.start : span.end], span, True, inlines)
    return Piece("text", shown, span, False, inlines)


def _code(document: Document, shown: Sequence[Strip]) -> Iterator[Strip]:
    """Blocks of code, which the reader of the draft sees too."""
    taken = Taken(span for strip in shown for span in strip.spans)
    for verbatim in document.verbatim:
        span = _inside_fences(document.source, verbatim.span)
        if verbatim.kind == "code" and span.start < span.end and not taken.touches(span):
            words = document.source[span.start : span.end]
            yield Strip("code", ((Piece("text", words, span, True),),), span)


def _inside_fences(source: str, span: Span) -> Span:
    match = _FENCED.fullmatch(source, span.start, span.end)
    return Span(*match.span(2)) if match else span


def _raw(document: Document, lines: Lines, shown: Sequence[Strip], places: Iterable[Span]) -> Iterator[Strip]:
    """The lines of the source around places that no strip holds."""
    taken = Taken(span for strip in shown for span in strip.spans)
    reached = 0
    for place in sorted(places):
        if taken.touches(place) or 0 < place.end <= reached:
            continue
        left, right = taken.gap(place.start)
        first = lines.bounds(lines.place(place.start).line)
        last = lines.bounds(lines.place(min(place.end, place.start + _MOST_RAW)).line)
        start = max(first.start, left, reached, place.start - _MOST_RAW)
        # A finding may be about a line end, which is in no line.
        least = min(place.end, place.start + _MOST_RAW, right)
        end = max(min(last.end, right, place.end + _MOST_RAW), least, start)
        reached = max(end, place.end)
        yield Strip(
            "raw", ((Piece("text", document.source[start:end], Span(start, end), True),),), Span(start, end)
        )


class Taken:
    """Source spans that are shown; asked whether a span touches one, and what is free around a place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        merged: list[Span] = []
        for span in sorted(spans):
            if merged and span.start <= merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        self._starts = [span.start for span in merged]
        self._ends = [span.end for span in merged]

    def touches(self, span: Span) -> bool:
        """Whether a character of `span` is shown; of an empty span, whether its place is."""
        index = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        if index < 0:
            return False
        return self._ends[index] > span.start or (span.start == span.end == self._ends[index])

    def gap(self, offset: int) -> tuple[int, int]:
        """Where the free stretch around `offset` begins and ends; without a bound, 0 and a huge number."""
        index = bisect_right(self._starts, offset)
        left = self._ends[index - 1] if index else 0
        right = self._starts[index] if index < len(self._starts) else 1 << 60
        return left, right


def _new_row(between: str) -> bool:
    lower = between.lower()
    return "<tr" in lower or ("\n" in lower and "<t" not in lower)


def _level(source: str, before: str, span: Span) -> int:
    match = _ATX.search(before)
    if match:
        return len(match[1])
    match = _HTML_HEADING.search(source, max(span.start - 200, 0), span.start)
    if match:
        return int(match[1])
    match = _SETEXT.match(source, span.end)
    if match:
        return 1 if match[1][0] == "=" else 2
    return 1
