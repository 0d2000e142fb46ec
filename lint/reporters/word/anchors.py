"""Points in a document's XML between two characters, as Word's comments need them."""

from __future__ import annotations

from typing import NamedTuple

from lint.documents.word.lay import Place
from lint.documents.word.tree import Node, after, tag_end

_SPACES = " \t\r\n"


class Point(NamedTuple):
    """A place before the character `number` of `node`'s text, in `run`; None is the element's end."""

    run: Node | None
    node: Node
    number: int | None

    @classmethod
    def at(cls, place: Place, node: Node, characters: int, *, is_end: bool) -> Point:
        """The point so many characters into a place; one that cannot be cut is taken in whole."""
        if 0 < characters < place.end - place.start and _can_be_cut(node):
            return cls(place.run, node, place.offset + characters)
        before = characters <= 0 or (characters < place.end - place.start and not is_end)
        return cls(place.run, node, 0 if before else None)


def _can_be_cut(node: Node) -> bool:
    """Whether an element may end inside: in CDATA none can."""
    return node.name == "w:t" and all(chunk.offset >= 0 for chunk in node.chunks)


class Anchor(NamedTuple):
    """Where a comment begins and where it ends."""

    start: Point
    end: Point


class Cut(NamedTuple):
    """Where bytes are put in, and what closes the elements before them and opens them again behind."""

    offset: int
    closing: bytes = b""
    opening: bytes = b""


def around(run: Node) -> Anchor:
    """An anchor that holds a whole run."""
    return Anchor(Point(None, run, 0), Point(None, run, None))


def cut(xml: bytes, point: Point) -> Cut:
    """How the XML is cut at a point so that what stands between two runs may stand there."""
    run, node, number = point
    if run is None:
        return Cut(node.start if number == 0 else after(xml, node))
    shown = [child for child in run.children if child.name != "w:rPr"]
    if number:
        return _in_text(xml, run, node, number)
    if number == 0:
        return Cut(run.start) if node is shown[0] else Cut(node.start, *_edges(xml, run))
    return Cut(after(xml, run)) if node is shown[-1] else Cut(after(xml, node), *_edges(xml, run))


def _edges(xml: bytes, run: Node) -> tuple[bytes, bytes]:
    """A run's end tag, and its start tag with its properties."""
    properties = run.child("w:rPr")
    opening = xml[run.start : tag_end(xml, run.start)]
    if properties:
        opening += xml[properties.start : after(xml, properties)]
    return xml[run.close : after(xml, run)], opening


def _in_text(xml: bytes, run: Node, node: Node, index: int) -> Cut:
    closing, opening = _edges(xml, run)
    end_tag = xml[node.close : after(xml, node)]
    start_tag = b"<" + end_tag[2:].rstrip(b"> \t\r\n") + b' xml:space="preserve">'
    return Cut(_offset(node, index), end_tag + closing, opening + start_tag)


def _offset(node: Node, index: int) -> int:
    """The byte before the character `number` of an element's text."""
    for text, offset in node.chunks:
        if index < len(text):
            return offset + len(text[:index].encode())
        index -= len(text)
    return node.close


class Preserved(NamedTuple):
    """Bytes that go (`start` to `end`) and those that take their place."""

    start: int
    end: int
    new: bytes


def preserve(xml: bytes, node: Node) -> list[Preserved]:
    """What keeps the white space at the ends of a text that is cut, as it was shown before."""
    if node.get("xml:space") == "preserve":
        return []
    name_end = node.start + len(xml[node.start : tag_end(xml, node.start)].rstrip(b"/>").split()[0])
    said = "xml:space" in node.attributes
    edits = [] if said else [Preserved(name_end, name_end, b' xml:space="preserve"')]
    text = node.text
    lead, trail = len(text) - len(text.lstrip(_SPACES)), len(text.rstrip(_SPACES))
    if lead:
        edits.append(Preserved(_offset(node, 0), _offset(node, lead), b""))
    if trail < len(text):
        edits.append(Preserved(_offset(node, trail), node.close, b""))
    return edits
