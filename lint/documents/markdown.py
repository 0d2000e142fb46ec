"""Markdown: CommonMark with GitHub's additions, read with pulldown-cmark."""

from __future__ import annotations

import pyromark

from lint.documents.prose import Piece, Prose
from lint.model import OBJECT, BlockKind, Document, Span, Verbatim

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_GFM
)


def parse(source: str, path: str) -> Document:
    """Read Markdown."""
    prose = Prose(source)
    data = source.encode("utf-8", "replace")
    pieces: list[Piece] = []
    kind: BlockKind = "paragraph"
    code = False
    for event, place in pyromark.events_with_range(data.decode(), options=_OPTIONS):
        start = len(data[: place["start"]].decode())
        end = len(data[: place["end"]].decode())
        if isinstance(event, str):
            pieces.append((" ", start, end, False))
            continue
        name, value = next(iter(event.items()))
        tag = value if isinstance(value, str) else next(iter(value), "") if isinstance(value, dict) else ""
        if name == "Text" and not code:
            literal = value == source[start:end]
            pieces.append((value, start, end, literal))
        elif name == "Code":
            pieces.append((OBJECT, start, end, False))
            prose.verbatim.append(Verbatim("code", Span(start, end)))
        elif name in ("Start", "End"):
            if tag == "CodeBlock":
                code = name == "Start"
            elif tag in ("Paragraph", "Heading", "Item", "TableCell", "List"):
                prose.block(kind, pieces)
                pieces = []
                kind = "heading" if tag == "Heading" else "paragraph"
    prose.block(kind, pieces)
    return prose.document(path=path, format="markdown")
