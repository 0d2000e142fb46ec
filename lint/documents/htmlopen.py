"""Which elements are open at a place of a page, with the end tags that authors leave out put in.

A small part of the HTML standard's tree construction: what a reader of prose needs of it. Every question
is answered in constant time, so that a page of a hundred thousand open tags costs no more than another.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from lint.documents.htmlnames import BLOCKS, SKIPPED
from lint.documents.wordset import wordset
from lint.model import BlockKind

VOID = wordset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
"""Elements without content or end tag."""

_ENDS_P = wordset(
    "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search "
    "section summary table ul xmp"
)
PREFORMATTED = wordset("pre xmp listing plaintext")
"""Blocks whose white space counts, which code is written in."""

_HEADINGS = wordset("h1 h2 h3 h4 h5 h6")
_CELLS = wordset("td th")
_TABLE_PARTS = wordset("caption colgroup thead tbody tfoot tr td th")
# An end tag outside of such an element does not end what is inside, nor the other way round.
_WALLS = wordset("table td th caption template object marquee applet html")
# Nor does an item end another one outside of such an element.
_LISTS = _WALLS | wordset(
    "ul ol menu dl section article aside nav main header footer blockquote figure form fieldset details "
    "center"
)
_ROWS = wordset("tbody thead tfoot table template html")
_CONTEXT = {
    **dict.fromkeys(_CELLS, _ROWS | {"tr"}),
    "tr": _ROWS,
    **dict.fromkeys(wordset("caption colgroup thead tbody tfoot"), wordset("table template html")),
}
# How far down an inline element that is closed out of order is looked for.
_REACH = 64


class Element(NamedTuple):
    """An open element: what its blocks are, their language, and whether its content is skipped.

    `mark` is the kind of inline mark it is, or ""; `start` the source offset of its start tag.
    """

    name: str
    kind: BlockKind
    lang: str | None
    skipped: bool
    mark: str
    start: int

    @property
    def is_block(self) -> bool:
        return self.name in BLOCKS or self.name in PREFORMATTED


class OpenElements:
    """The open elements, outermost first; `closed` gathers what a tag has ended, innermost first."""

    def __init__(self) -> None:
        self.stack: list[Element] = []
        self.blocks: list[Element] = [Element("", "paragraph", None, False, "", 0)]
        self._walls: list[Counter[str]] = [Counter()]
        self._lists: list[Counter[str]] = [Counter()]
        self.tables: list[Element] = []

    @property
    def top(self) -> Element:
        return self.stack[-1] if self.stack else self.blocks[0]

    def push(self, element: Element) -> None:
        """An element begins; `before` has ended what it ends."""
        name = element.name
        if name in _WALLS:
            self._walls.append(Counter())
        if name in _LISTS:
            self._lists.append(Counter())
        if name == "table":
            self.tables.append(element)
        self._walls[-1][name] += 1
        self._lists[-1][name] += 1
        self.stack.append(element)
        if element.is_block:
            self.blocks.append(element)

    def before(self, name: str) -> list[Element]:
        """End what a start tag ends that leaves out end tags; the elements, innermost first."""
        closed: list[Element] = []
        if name == "li":
            self._up_to("li", self._lists, closed)
        elif name in {"dd", "dt"}:
            self._up_to("dd", self._lists, closed)
            self._up_to("dt", self._lists, closed)
        elif name in _TABLE_PARTS:
            self._table_part(name, closed)
        elif name in {"option", "button"}:
            self._up_to(name, self._lists, closed)
        elif name == "a" and self._lists[-1]["a"]:
            self._inline("a", closed)
        if name in _ENDS_P:
            self._up_to("p", self._walls, closed)
        if name in _HEADINGS and self.top.name in _HEADINGS:
            closed.append(self._pop())
        return closed

    def end(self, name: str) -> list[Element]:
        """End what an end tag ends; the elements, innermost first. A stray one ends nothing."""
        closed: list[Element] = []
        if name in {"html", "body"}:
            return closed
        if name == "table":
            while self.tables and (not closed or closed[-1].name != "table"):
                closed.append(self._pop())
        elif name in {"tr", "thead", "tbody", "tfoot"}:
            self._clear(_ROWS, closed)
        elif name in _HEADINGS:
            for heading in _HEADINGS:
                self._up_to(heading, self._walls, closed)
        elif name in BLOCKS or name in SKIPPED or name in _WALLS:
            self._up_to(name, self._walls, closed)
        elif self._walls[-1][name]:
            self._inline(name, closed)
        return closed

    def all(self) -> list[Element]:
        """End everything, as the end of the page does."""
        return [self._pop() for _ in range(len(self.stack))]

    def _table_part(self, name: str, closed: list[Element]) -> None:
        if self.tables:
            self._clear(_CONTEXT[name], closed)
        elif name in _CELLS:
            for cell in _CELLS:
                self._up_to(cell, self._walls, closed)

    def _clear(self, context: frozenset[str], closed: list[Element]) -> None:
        while self.tables and self.stack[-1].name not in context:
            closed.append(self._pop())

    def _up_to(self, name: str, counts: list[Counter[str]], closed: list[Element]) -> None:
        """End the innermost element of that name and all within it, unless a wall stands between."""
        if counts[-1][name]:
            while True:
                closed.append(self._pop())
                if closed[-1].name == name:
                    return

    def _inline(self, name: str, closed: list[Element]) -> None:
        """End one inline element, leaving those within it open, as browsers do."""
        for index in range(len(self.stack) - 1, max(len(self.stack) - 1 - _REACH, -1), -1):
            element = self.stack[index]
            if element.name == name:
                del self.stack[index]
                self._forget(element)
                closed.append(element)
                return
            if element.is_block:
                return

    def _pop(self) -> Element:
        element = self.stack.pop()
        self._forget(element)
        return element

    def _forget(self, element: Element) -> None:
        name = element.name
        self._walls[-1][name] -= 1
        self._lists[-1][name] -= 1
        if name == "table":
            self.tables.pop()
        if name in _WALLS:
            self._walls.pop()
        if name in _LISTS:
            self._lists.pop()
        if element.is_block:
            self.blocks.pop()
