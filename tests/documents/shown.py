"""What a parsed draft holds, in the words of its text and of its source."""

from __future__ import annotations

from lint.model import Document, Span


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[slice(*block.span)]) for block in document.blocks]


def source_of(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.source[slice(*document.to_source(Span(start, start + len(words))))]


def verbatim(document: Document, kind: str) -> list[str]:
    return [document.source[slice(*found.span)] for found in document.verbatim if found.kind == kind]
