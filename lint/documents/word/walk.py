"""From the XML of a story (the body, a footnote, a header) to its paragraphs, in reading order.

Tracked changes are read as accepted: what was deleted or moved away is left out, and a paragraph whose
mark was deleted runs on into the next one.
"""

from __future__ import annotations

import re
from itertools import count
from typing import NamedTuple

from lint.documents.word.bits import BODY, Bit, Cell, Edge, Home, Paragraph
from lint.documents.word.fields import Fields, is_link, repeats
from lint.documents.word.inside import (
    GONE,
    PROPERTIES,
    chosen,
    in_graphic,
    is_directory,
    set_words,
    words_in,
    wrapped,
)
from lint.documents.word.numbering import Numbering
from lint.documents.word.styles import Look, Style, Styles, look_of, number_of, outline_level
from lint.documents.word.tree import Node
from lint.model import OBJECT

_SHOWN_AS = {"w:tab": ("\t", " "), "w:ptab": ("\t", " "), "w:cr": ("\n", "\n"), "w:br": ("\n", "\n")}
_GRAPHICS = frozenset(("w:drawing", "w:pict", "w:object", "mc:AlternateContent"))
_FLAT = str.maketrans("\t\r\n", "   ")
_CODE = re.compile(r"[0-9A-Fa-f]{1,6}")
_GENERATED = ("Description automatically generated", "AI-generated content may be incorrect.")
"""How the alternative texts end that Word writes by itself."""


class Note(NamedTuple):
    """A footnote or an endnote that is referred to by a run."""

    kind: str
    id: str
    run: Node


class Walk:
    """Reads story after story; lists are counted, and `notes` gathered, over all of them.

    `has_foreign` says that the document brings a file in another format, which is not read.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Note] = []
        self.has_foreign = False
        self._bits: list[Bit] = []
        self._edges: list[Edge] = []
        self._boxes: list[tuple[Node, Node]] = []
        self._alts: list[tuple[str, Node]] = []
        self._fields = Fields()
        self._style = Style()
        self._cell: Cell | None = None
        self._home: Home = BODY
        self._numbers = count()

    def story(self, root: Node, home: Home = BODY) -> None:
        """Read all paragraphs below an element."""
        self._home = home
        self._fields = Fields()
        self._blocks(root)
        self._flush(None)

    def _blocks(self, node: Node) -> None:
        for child in node.children:
            name = child.name
            if name == "w:p":
                self._paragraph(child)
            elif name == "w:tbl":
                self._table(child)
            elif name in ("w:altChunk", "w:subDoc"):
                self.has_foreign = True
            elif name in PROPERTIES or name in GONE or is_directory(child):
                continue
            elif name == "mc:AlternateContent":
                self._blocks(chosen(child))
            else:
                self._blocks(child)

    def _table(self, table: Node) -> None:
        self._flush(None)
        outer, own = self._cell, next(self._numbers)
        for row in wrapped(table, "w:tr"):
            properties = row.child("w:trPr")
            if properties and properties.child("w:del"):
                continue
            number = next(self._numbers)
            for cell in wrapped(row, "w:tc"):
                self._cell = outer or Cell(own, number, next(self._numbers))
                self._blocks(cell)
                self._flush(None)
        self._cell = outer

    def _paragraph(self, paragraph: Node) -> None:
        properties = paragraph.child("w:pPr")
        self._style = self.styles[properties.value("w:pStyle") if properties else None]
        self._inline(paragraph, False)
        mark = properties.child("w:rPr") if properties else None
        if mark and (mark.child("w:del") or mark.child("w:moveFrom")):
            return
        self._flush(properties)

    def _flush(self, properties: Node | None) -> None:
        """End the paragraph that is being read, and add what hangs on it: boxes, alternative texts."""
        bits, self._bits = tuple(self._bits), []
        if any(bit.source for bit in bits) and self._style.kind != "contents":
            self.paragraphs.append(self._finished(properties, bits))
        self._edges.clear()
        alts, self._alts = self._alts, []
        for words, run in alts:
            own = Bit(words, words, None, None)
            home = self._home if self._home.name else Home("description of the picture", run)
            self.paragraphs.append(Paragraph("alt", (own,), home))
        boxes, self._boxes = self._boxes, []
        for box, run in boxes:
            self._box(box, run)

    def _finished(self, properties: Node | None, bits: tuple[Bit, ...]) -> Paragraph:
        style = self._style
        level = outline_level(properties) or style.level
        number = number_of(properties) or style.number
        kind, marker, depth = style.kind, "", 0
        if level and kind not in ("caption", "code", "quote"):
            kind = "heading"
        if number[0] not in ("", "0"):
            marker, depth = self.numbering.marker(number), number[1]
            if kind == "heading":
                marker, depth = "", 0
            elif not kind:
                kind = "item"
        if self._home.name in ("header", "footer"):
            kind, marker, depth = "caption", "", 0
        elif self._cell and kind != "code":
            kind, depth = "cell", 0
        edges = tuple(self._edges)
        return Paragraph(kind or "paragraph", bits, self._home, level, marker, depth, self._cell, edges)

    def _box(self, box: Node, run: Node) -> None:
        outer, cell = self._home, self._cell
        if not outer.name:
            self._home = Home("text box", run)
        self._cell = None
        self._blocks(box)
        self._flush(None)
        self._home, self._cell = outer, cell

    def _inline(self, node: Node, link: bool) -> None:
        for child in node.children:
            name = child.name
            if name == "w:r":
                self._run(child, link)
            elif name in PROPERTIES or name in GONE:
                continue
            elif name == "w:hyperlink":
                self._inline(child, True)
            elif name == "w:fldSimple":
                instruction = child.get("w:instr")
                if not repeats(instruction):
                    self._inline(child, link or is_link(instruction))
            elif name in ("m:oMath", "m:oMathPara"):
                words = words_in(child, "m:t")
                self._bits.append(Bit(words, OBJECT, None, child, 0, Look(code=True), link))
            elif name in ("w:commentRangeStart", "w:commentRangeEnd"):
                ends = name == "w:commentRangeEnd"
                self._edges.append(Edge(len(self._bits), child.get("w:id"), ends))
            elif name == "mc:AlternateContent":
                self._inline(chosen(child), link)
            elif child.children:
                self._inline(child, link)

    def _run(self, run: Node, link: bool) -> None:
        properties = run.child("w:rPr")
        style = properties.value("w:rStyle") if properties else None
        look = look_of(properties)
        if style:
            look = look.over(self.styles[style].look)
        paragraph = self._style.look._replace(emphasis=None, strong=None)
        look = look.over(paragraph).over(self.styles.base)
        hidden = bool(look.hidden)
        for child in run.children:
            name = child.name
            if name == "w:fldChar":
                self._field(child.get("w:fldCharType"))
            elif name == "w:instrText":
                self._fields.instruct(child.text)
            elif hidden or name in PROPERTIES or (not self._fields.idle and self._fields.hidden):
                continue
            else:
                self._shown(child, run, look, link or (not self._fields.idle and self._fields.link))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            self._fields.end()

    def _shown(self, child: Node, run: Node, look: Look, link: bool) -> None:
        """Add what one child of a run shows."""
        name = child.name
        if name == "w:t":
            words = child.text.translate(_FLAT)
            offset = 0
            if child.get("xml:space") != "preserve":
                offset = len(words) - len(words.lstrip(" "))
                words = words.strip(" ")
            if words:
                self._bits.append(Bit(words, words, run, child, offset, look, link))
        elif name == "w:br" and child.get("w:type") in ("page", "column") and not self._bits:
            return
        elif name in _SHOWN_AS:
            self._bits.append(Bit(*_SHOWN_AS[name], run, child, 0, look, link))
        elif name == "w:noBreakHyphen":
            self._bits.append(Bit("\u2011", "\u2011", run, child, 0, look, link))
        elif name == "w:sym":
            self._symbol(child, run, look, link)
        elif name in ("w:footnoteReference", "w:endnoteReference"):
            self.notes.append(Note(name.removeprefix("w:").removesuffix("Reference"), child.get("w:id"), run))
        elif words := set_words(child):
            self._bits.append(Bit(words, words, run, child, 0, look, link))
        elif name in _GRAPHICS:
            self._graphic(child, run)

    def _symbol(self, child: Node, run: Node, look: Look, link: bool) -> None:
        code = int(child.get("w:char"), 16) if _CODE.fullmatch(child.get("w:char")) else 0
        if 0x20 <= code < 0xD800:
            self._bits.append(Bit(chr(code), chr(code), run, child, 0, look, link))
        else:
            # A sign of a symbol font, whose code says nothing about what it looks like.
            self._bits.append(Bit("", OBJECT, run, child, 0, look, link))

    def _graphic(self, node: Node, run: Node) -> None:
        """Keep a picture's alternative text and the text boxes in it for the paragraph's end.

        One that floats beside the words is nothing in their line.
        """
        for found in in_graphic(node):
            if found.name == "wp:inline":
                self._bits.append(Bit("", OBJECT, run, node))
            elif found.name == "w:txbxContent":
                self._boxes.append((found, run))
            else:
                words = " ".join(found.get("descr").split())
                if " " in words and not words.endswith(_GENERATED):
                    self._alts.append((words, run))
