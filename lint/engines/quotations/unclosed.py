"""A quotation whose closing mark was never found; its paragraphs may each begin with a mark."""

from __future__ import annotations

from collections.abc import Iterator

from lint.engines.quotations.found import Found, opening
from lint.model import Document, Rule, Span

_DOUBLE = frozenset('“"„«')
# A single mark is too often an apostrophe.


def find(document: Document, rule: Rule) -> Iterator[Found]:
    """The mark of every such quotation, with the word that it stands at."""
    for quotation in document.quotations:
        if not quotation.closed and document.text[quotation.span.start] in _DOUBLE:
            yield _found(document, quotation.span)


def _found(document: Document, span: Span) -> Found:
    text, start = document.text, span.start
    behind = text[start + 1 : start + 2]
    if (
        behind.isalnum()
        or not start
        or (text[start - 1].isspace() and not behind.isspace() and behind not in ".,;:")
    ):
        end = start + 1
        while end < span.end and (text[end].isalnum() or end == start + 1):
            end += 1
        return Found(Span(start, end), opening(document, Span(start + 1, span.end)))
    # An opening mark that was set at the end of the words.
    first = text.rfind(" ", 0, start) + 1
    before = " ".join(text[max(first - 40, 0) : start].split()[-3:])
    return Found(Span(first, start + 1), f"… {before}")
