"""Ways down the tree: through tables, graphics and alternatives, past what was deleted."""

from __future__ import annotations

from collections.abc import Iterator

from lint.documents.word.tree import Node

GONE = frozenset(("w:del", "w:moveFrom", "w:delText"))
"""What tracked changes deleted or moved away."""

PROPERTIES = frozenset(
    ("w:pPr", "w:rPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr", "w:sdtPr", "w:sdtEndPr")
)
"""What says how something looks and holds no words."""


def wrapped(node: Node, name: str) -> Iterator[Node]:
    """A table's rows or a row's cells, also inside content controls."""
    for child in node.children:
        if child.name == name:
            yield child
        elif child.name not in PROPERTIES and child.name not in GONE:
            yield from wrapped(child, name)


def set_words(node: Node) -> str:
    """The words of what a run holds as one: annotated signs (ruby), an emoji with its plain form."""
    base = node.child("w:rubyBase") if node.name == "w:ruby" else None
    if node.name == "mc:AlternateContent":
        base = node.child("mc:Fallback")
        base = base if base and base.child("w:t") else None
    return words_in(base) if base else ""


def words_in(node: Node, name: str = "w:t") -> str:
    """The words of all text elements inside, on one line."""
    return " ".join("".join(text.text for text in node.every(name)).split())


def in_graphic(node: Node) -> Iterator[Node]:
    """What stands in the line, the descriptions and the text boxes, not those inside text boxes."""
    if node.name in ("wp:inline", "wp:docPr", "w:txbxContent"):
        yield node
    if node.name == "w:txbxContent":
        return
    for child in (chosen(node) if node.name == "mc:AlternateContent" else node).children:
        yield from in_graphic(child)


def chosen(node: Node) -> Node:
    """Of two ways to say the same, the first that says something."""
    for child in node.children:
        if child.name in ("mc:Choice", "mc:Fallback") and child.children:
            return child
    return node


def is_directory(node: Node) -> bool:
    """Whether a content control holds a table of contents."""
    properties = node.child("w:sdtPr") if node.name == "w:sdt" else None
    gallery = properties.child("w:docPartObj") if properties else None
    return bool(gallery and (gallery.value("w:docPartGallery") or "").lower() == "table of contents")
