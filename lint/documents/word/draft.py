"""A Word file read: its document, and where each character of its source stands in the XML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lint.documents.prose import Prose
from lint.documents.word.bits import Bit, Home
from lint.documents.word.inside import words_in
from lint.documents.word.language import Languages
from lint.documents.word.lay import Layout, Place, comment_of, stet
from lint.documents.word.numbering import Numbering
from lint.documents.word.package import Package
from lint.documents.word.styles import Styles
from lint.documents.word.tree import Node
from lint.documents.word.walk import Walk
from lint.model import Comment, Document


class WordDraft(NamedTuple):
    """`places` cover the source's prose, in order; `styles` are the file's."""

    document: Document
    package: Package
    places: tuple[Place, ...]
    styles: Styles


def read_draft(data: bytes, path: str) -> WordDraft:
    """Read a Word file. Raises DraftError where it is broken, encrypted, too large or holds macros."""
    package = Package(data, path)
    styles = Styles(_first(package, "styles"))
    walk = Walk(styles, Numbering(_first(package, "numbering")))
    walk.story(package.tree(package.main))
    _notes(package, walk)
    for kind, name in (("header", "header"), ("footer", "footer")):
        _margins(package, walk, kind, Home(name))
    if walk.has_foreign:
        raise package.refusal(
            "holds another file that Word has not taken in yet", "open it in Word and save it anew"
        )
    layout = _laid(walk)
    prose = Prose(layout.source)
    prose.verbatim.extend(layout.verbatim)
    prose.comments.extend(_comments(package, layout))
    for block in layout.blocks:
        prose.block(block.kind, block.pieces, block.marks, block.lang)
    document = prose.document(path=path, format="word")
    return WordDraft(document, package, tuple(layout.places), styles)


def _first(package: Package, kind: str) -> Node | None:
    names = package.related(kind)
    return package.tree(names[0]) if names else None


def _notes(package: Package, walk: Walk) -> None:
    """Read the notes that something refers to, footnotes first, in the order of their marks."""
    for kind in ("footnote", "endnote"):
        root = _first(package, f"{kind}s") if any(note.kind == kind for note in walk.notes) else None
        found = {node.get("w:id"): node for node in root.every(f"w:{kind}")} if root else {}
        for note in tuple(walk.notes):
            if note.kind == kind and note.id in found:
                walk.story(found.pop(note.id), Home(kind, note.run))


def _margins(package: Package, walk: Walk, kind: str, home: Home) -> None:
    """Read the headers or footers, those with the same words once."""
    read: set[str] = set()
    for name in dict.fromkeys(package.related(kind)):
        root = package.tree(name)
        words = words_in(root)
        if words and words not in read:
            read.add(words)
            walk.story(root, home)


def _laid(walk: Walk) -> Layout:
    bits = [bit for paragraph in walk.paragraphs for bit in paragraph.bits]
    layout = Layout(Languages(bits), _is_typescript(bits))
    for paragraph in walk.paragraphs:
        layout.add(paragraph)
    layout.finish()
    return layout


def _is_typescript(bits: Sequence[Bit]) -> bool:
    """Whether most of a document is set in a monospaced font, which then says nothing about code."""
    monospaced = sum(len(bit.source) for bit in bits if bit.look.monospaced)
    return 2 * monospaced > sum(len(bit.source) for bit in bits)


def _comments(package: Package, layout: Layout) -> Iterable[Comment]:
    root = _first(package, "comments") if layout.comments else None
    for node in root.every("w:comment") if root else ():
        words = words_in(node)
        span = layout.comments.get(node.get("w:id"))
        if span is not None and words[:4].lower() == "stet" and not words[4:5].isalpha():
            yield comment_of(layout.source, stet(words), span)
