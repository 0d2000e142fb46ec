"""Finds sentences."""

from __future__ import annotations

import re

from lint.model import Block, Span

_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-ZА-Я])")


def find_sentences(text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """Spans of sentences, none across a block's edge."""
    spans: list[Span] = []
    for block in blocks:
        start = block.span.start
        for match in _END.finditer(text, *block.span):
            spans.append(Span(start, match.end()))
            start = match.end()
            while text[start].isspace():
                start += 1
        if start < block.span.end:
            spans.append(Span(start, block.span.end))
    return tuple(spans)
