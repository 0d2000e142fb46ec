"""Paragraphs laid out as a source a person can read, with the place of every character in the XML.

One paragraph a line and a blank line between two; a heading after as many `#` as it is deep; a table's
rows are lines, its cells apart by a tab; list items carry the bullet or number that Word sets before
them. `reread.py` reads this again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple, cast

from lint.documents.pieces import Mark, Piece
from lint.documents.word.bits import Bit, Edge, Home, Paragraph
from lint.documents.word.language import Languages, believable
from lint.documents.word.tree import Node
from lint.model import OBJECT, BlockKind, Comment, Span, Verbatim

_INDENT = "  "
DEEPEST_HEADING = 6


class Place(NamedTuple):
    """Source characters and their home; those of a bit with a node of its own know their element."""

    start: int
    end: int
    home: Home
    run: Node | None
    node: Node | None
    offset: int


class Laid(NamedTuple):
    """A block before it has a place in the text."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]
    lang: str | None


class Layout:
    """The source of a Word draft, growing paragraph by paragraph."""

    def __init__(self, languages: Languages, monospaced: bool) -> None:
        self.blocks: list[Laid] = []
        self.verbatim: list[Verbatim] = []
        self.comments: dict[str, Span] = {}
        self.places: list[Place] = []
        self._languages = languages
        self._monospaced = monospaced
        self._parts: list[str] = []
        self._length = 0
        self._before: Paragraph | None = None

    @property
    def source(self) -> str:
        return "".join(self._parts)

    def add(self, paragraph: Paragraph) -> None:
        """Lay one paragraph below, or in a table beside, what is there."""
        if self._before is not None:
            self._write(_between(self._before, paragraph))
        self._before = paragraph
        self._write(_INDENT * paragraph.depth + _before(paragraph))
        start = self._length
        bits = self._with_code(paragraph.bits)
        pieces = [self._piece(bit, paragraph.home) for bit in bits]
        starts = [*(piece[1] for piece in pieces), self._length]
        for edge in paragraph.edges:
            self._note_edge(edge, starts[edge.bit])
        if paragraph.kind == "code":
            self.verbatim.append(Verbatim("code", Span(start, self._length)))
            return
        self._note_code(bits, pieces)
        lang = self._languages.of_block(bits)
        packed = _packed(pieces, _marks(bits, self._languages, lang))
        self.blocks.append(Laid(cast(BlockKind, paragraph.kind), *packed, lang))

    def finish(self) -> None:
        """End the last line."""
        if self._parts:
            self._write("\n")

    def _write(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def _piece(self, bit: Bit, home: Home) -> Piece:
        start = self._length
        if bit.source:
            self._write(bit.source)
            self.places.append(Place(start, self._length, home, bit.run, bit.node, bit.offset))
        return bit.text, start, self._length, bit.text == bit.source and bit.text not in ("\n", "\t")

    def _note_edge(self, edge: Edge, at: int) -> None:
        if not edge.ends:
            self.comments[edge.id] = Span(at, at)
        elif edge.id in self.comments:
            self.comments[edge.id] = Span(self.comments[edge.id].start, at)

    def _with_code(self, bits: Sequence[Bit]) -> list[Bit]:
        """The bits, stretches of code among them turned into objects; spaces alone are none."""
        read: list[Bit] = []
        for is_code, stretch in groupby(bits, self._is_code):
            own = list(stretch)
            if is_code and any(bit.source.strip() for bit in own):
                own = [bit._replace(text=OBJECT) for bit in own]
            read.extend(own)
        return read

    def _is_code(self, bit: Bit) -> bool:
        return bool(bit.look.code or (bit.look.monospaced and not self._monospaced))

    def _note_code(self, bits: Sequence[Bit], pieces: list[Piece]) -> None:
        """Join the objects of neighbouring bits of code, and note what they cover."""
        first, last, begins = -1, -2, 0
        for index, (bit, (text, start, end, _)) in enumerate(zip(bits, pieces, strict=True)):
            if not (bit.source and text == OBJECT):
                continue
            if last == index - 1:
                self.verbatim.pop()
                pieces[index] = ("", end, end, False)
            else:
                first, begins = index, start
            pieces[first] = (OBJECT, begins, end, False)
            self.verbatim.append(Verbatim("code", Span(begins, end)))
            last = index


def _before(paragraph: Paragraph) -> str:
    """What stands on the line before a paragraph's words."""
    if paragraph.kind == "heading":
        return "#" * min(max(paragraph.level, 1), DEEPEST_HEADING) + " "
    return paragraph.marker


def _between(before: Paragraph, paragraph: Paragraph) -> str:
    if before.cell and paragraph.cell and before.cell.row == paragraph.cell.row:
        return "\n" if before.cell.cell == paragraph.cell.cell else "\t"
    same_table = before.cell and paragraph.cell and before.cell.table == paragraph.cell.table
    return "\n" if same_table or before.kind == paragraph.kind == "item" else "\n\n"


def _packed(pieces: Sequence[Piece], marks: Iterable[Mark]) -> tuple[tuple[Piece, ...], tuple[Mark, ...]]:
    """The pieces without those that hold nothing, the marks moved along."""
    moved = [0, *accumulate(1 if piece[0] else 0 for piece in pieces)]
    return (
        tuple(piece for piece in pieces if piece[0]),
        tuple(mark._replace(first=moved[mark.first], last=moved[mark.last]) for mark in marks),
    )


def _marks(bits: Sequence[Bit], languages: Languages, lang: str | None) -> Iterable[Mark]:
    """The marks on runs of neighbouring bits that agree."""
    yield from _runs("link", [bit.link for bit in bits])
    yield from _runs("emphasis", [bool(bit.look.emphasis) for bit in bits])
    yield from _runs("strong", [bool(bit.look.strong) for bit in bits])
    foreign = [languages.foreign(bit, lang) for bit in bits]
    for name in dict.fromkeys(name for name in foreign if name):
        for mark in _runs("foreign", [other == name for other in foreign]):
            if believable(name, "".join(bit.source for bit in bits[mark.first : mark.last])):
                yield mark._replace(lang=name)


def _runs(kind: str, said: Sequence[bool]) -> Iterable[Mark]:
    first = -1
    for index, one in enumerate([*said, False]):
        if one and first < 0:
            first = index
        elif not one and first >= 0:
            yield Mark(kind, first, index, None)
            first = -1


def places_of(places: Sequence[Place], span: Span) -> Sequence[Place]:
    """The places that a source span touches; of one that touches none, the next to it."""
    first = bisect_right(places, span.start, key=lambda place: place.end)
    last = bisect_left(places, max(span.end, span.start + 1), key=lambda place: place.start)
    if first < last:
        return places[first:last]
    nearest = min(first, len(places) - 1)
    return places[nearest : nearest + 1]


def stet(words: str) -> str:
    """A Word comment that begins with “stet” as a comment of a draft; a reason needs no colon there."""
    head, colon, reason = words.partition(":")
    names = head.replace(",", " ").split()[1:]
    if colon or all("." in name.strip(".") or name.startswith("until=") for name in names):
        return f"stet{head[4:]}{colon}{reason}"
    return f"stet: {words[4:].strip(' ,;–—-')}"


def comment_of(source: str, words: str, span: Span) -> Comment:
    """A comment that stands on a line with other words, so that it holds for that line."""
    start = min(span.start, max(len(source) - 1, 0))
    end = max(span.end, start + 1)
    line_end = source.find("\n", start)
    line_start = source.rfind("\n", 0, start) + 1
    if start == line_start and line_end >= 0:
        end = min(end, max(line_end - 1, start + 1))
    return Comment(words, Span(start, end))
