"""Finds words in quotation marks."""

from __future__ import annotations

import re

from lint.model import Block, Quotation, Span


def find_quotations(text: str, blocks: tuple[Block, ...]) -> tuple[Quotation, ...]:
    """Words in quotation marks, in order."""
    return tuple(
        Quotation(Span(*match.span()), Span(match.start() + 1, match.end() - 1), True)
        for block in blocks
        for match in re.compile(r"“[^”]*”|\"[^\"]*\"").finditer(text, *block.span)
    )
