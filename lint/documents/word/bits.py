"""What a Word document is read into: paragraphs of bits, each bit with its place in the XML."""

from __future__ import annotations

from typing import NamedTuple

from lint.documents.word.styles import Look
from lint.documents.word.tree import Node


class Home(NamedTuple):
    """Where words stand that are not in the body: `name` says it, `anchor` is the run there.

    In the body itself both are empty. Without an anchor the document's beginning stands for it.
    """

    name: str = ""
    anchor: Node | None = None


BODY = Home()


class Bit(NamedTuple):
    """Some characters of a paragraph.

    `source` is what Word shows, `text` what is read (the same where it is prose). `node` holds the
    characters from `offset` on (in its own text); it stands in `run`, or for itself where that is None.
    """

    source: str
    text: str
    run: Node | None = None
    node: Node | None = None
    offset: int = 0
    look: Look = Look()
    link: bool = False


class Cell(NamedTuple):
    """Which cell of which table: running numbers."""

    table: int
    row: int
    cell: int


class Edge(NamedTuple):
    """Where the Word comment `id` begins or ends: before the bit of that number."""

    bit: int
    id: str
    ends: bool


class Paragraph(NamedTuple):
    """A paragraph with its style's kind (a block's kind or "code"), its list's marker and depth."""

    kind: str
    bits: tuple[Bit, ...]
    home: Home
    level: int = 0
    marker: str = ""
    depth: int = 0
    cell: Cell | None = None
    edges: tuple[Edge, ...] = ()
