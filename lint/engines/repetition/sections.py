"""The paragraphs of a draft in stretches within which a repetition is heard."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model import Block, Document

FEW = 5
"""Headings of an article; a draft with more of them is a reference, whose sections are read one by one."""


def paragraphs(document: Document) -> Iterator[list[Block]]:
    """The paragraphs of each section of a reference, or of the whole draft where it is none."""
    begin = body(document)
    headings = sum(block.kind == "heading" for block in document.blocks)
    found: list[Block] = []
    for block in document.blocks:
        if block.kind == "heading" and headings > FEW:
            yield found
            found = []
        elif block.kind in ("paragraph", "quote") and document.position(block.span.start) >= begin:
            found.append(block)
    yield found


def body(document: Document) -> int:
    """The source offset after the front matter, whose summary is often the first paragraph."""
    for verbatim in document.verbatim[:3]:
        if verbatim.kind == "front-matter":
            return verbatim.span.end
    return 0
