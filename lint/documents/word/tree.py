"""XML as a tree that knows where in the bytes each element and each piece of text stands.

Nothing is written from this tree: who changes a part splices its bytes at these offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.parsers import expat

_SHORT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespace of a document that is saved as Strict Open XML."""

DEEPEST = 250
"""How many elements may stand in one another; Word's own tables in tables need four each."""

_TEXT = frozenset(("w:t", "w:instrText", "m:t"))
_TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_DECLARATION = re.compile(rb"""^(<\?xml[^>]*?encoding\s*=\s*["'])([A-Za-z0-9._-]+)""")


class Chunk(NamedTuple):
    """Characters and the offset of their bytes; -1 where no bytes may be put between them (CDATA)."""

    text: str
    offset: int


class Node:
    """An element: `start` is the offset of its first byte, `close` that of its end tag if it has one."""

    __slots__ = ("attributes", "children", "chunks", "close", "name", "start")

    def __init__(self, name: str, attributes: dict[str, str], start: int) -> None:
        self.name = name
        self.attributes = attributes
        self.start = start
        self.close = start
        self.children: list[Node] = []
        self.chunks: list[Chunk] = []

    @property
    def text(self) -> str:
        return "".join([chunk.text for chunk in self.chunks])

    def child(self, name: str) -> Node | None:
        """The first child of that name."""
        for node in self.children:
            if node.name == name:
                return node
        return None

    def get(self, name: str, default: str = "") -> str:
        """An attribute's value."""
        return self.attributes.get(name, default)

    def value(self, name: str) -> str | None:
        """The `w:val` of a child, or None without that child."""
        node = self.child(name)
        return None if node is None else node.get("w:val")

    def every(self, name: str) -> Iterator[Node]:
        """All elements of that name inside, in order; not those inside one another."""
        for node in self.children:
            if node.name == name:
                yield node
            else:
                yield from node.every(name)


def utf8(xml: bytes) -> bytes:
    """The part in UTF-8, the only other encoding of the standard being UTF-16. Raises ValueError."""
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff"):
        xml = xml.decode("utf-16").encode()
    xml = xml.removeprefix(b"\xef\xbb\xbf")
    return _DECLARATION.sub(rb"\1UTF-8", xml, count=1)


def parse(xml: bytes) -> Node:
    """The root element. Raises ValueError where the XML is broken or brings a document type of its own."""
    parser = expat.ParserCreate("utf-8", "}")
    parser.buffer_text = False
    builder = _Builder(parser)
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.StartDoctypeDeclHandler = builder.doctype
    parser.StartCdataSectionHandler = builder.cdata
    parser.EndCdataSectionHandler = builder.end_cdata
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise ValueError(f"{expat.ErrorString(error.code)}, line {error.lineno}") from None
    return builder.root.children[0]


def after(xml: bytes, node: Node) -> int:
    """The offset of the first byte behind an element."""
    # Of `<w:tab/>` expat reports an end tag that begins behind it.
    return tag_end(xml, node.start if is_empty(xml, node) else node.close)


def is_empty(xml: bytes, node: Node) -> bool:
    """Whether an element is one tag, such as `<w:tab/>`."""
    end = tag_end(xml, node.start)
    return xml[end - 2 : end] == b"/>"


def tag_end(xml: bytes, start: int) -> int:
    """The offset of the first byte behind the tag at `start`."""
    match = _TAG.match(xml, start)
    if match is None:
        raise ValueError("a tag without an end")
    return match.end()


class _Builder:
    def __init__(self, parser: expat.XMLParserType) -> None:
        self.parser = parser
        self.root = Node("", {}, 0)
        self.open = [self.root]
        self.names: dict[str, str] = {}
        self.in_cdata = False

    def name(self, full: str) -> str:
        short = self.names.get(full)
        if short is None:
            space, _, local = full.rpartition("}")
            prefix = _SHORT.get(space, "other") if space else ""
            short = self.names[full] = f"{prefix}:{local}" if prefix else local
        return short

    def start(self, full: str, attributes: dict[str, str]) -> None:
        names = self.names
        name = names.get(full) or self.name(full)
        if attributes:
            attributes = {names.get(key) or self.name(key): value for key, value in attributes.items()}
        if len(self.open) > DEEPEST:
            raise ValueError("its elements are nested too deeply")
        node = Node(name, attributes, self.parser.CurrentByteIndex)
        self.open[-1].children.append(node)
        self.open.append(node)
        self.parser.CharacterDataHandler = self.characters if name in _TEXT else None

    def end(self, _full: str) -> None:
        self.open.pop().close = self.parser.CurrentByteIndex
        self.parser.CharacterDataHandler = None

    def characters(self, text: str) -> None:
        offset = -1 if self.in_cdata else self.parser.CurrentByteIndex
        self.open[-1].chunks.append(Chunk(text, offset))

    def cdata(self) -> None:
        self.in_cdata = True

    def end_cdata(self) -> None:
        self.in_cdata = False

    def doctype(self, *_: object) -> None:
        raise ValueError("a document type declaration, which no Word file has")
