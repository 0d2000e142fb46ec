"""What a detector hands over."""

from __future__ import annotations

from bisect import bisect_right
from sys import maxsize
from typing import NamedTuple

from lint.model import Document, Edit, Fix, Span


class Place(NamedTuple):
    """A span of the *source*, how the message shows it, what should stand there and the fix.

    `related` are further places of the same thing, each with its note.
    """

    span: Span
    shown: str
    replacement: str | None = None
    fix: Fix | None = None
    related: tuple[tuple[Span, str], ...] = ()


def in_text(document: Document, span: Span, replacement: str | None = None) -> Place:
    """A place at a span of the document's text."""
    fix = None if replacement is None else document.fix(span, replacement)
    return Place(document.to_source(span), document.text[span.start : span.end], replacement, fix)


def in_source(document: Document, span: Span, shown: str, replacement: str) -> Place:
    """A place at a span of the source, whatever the markup there."""
    fix = Fix(replacement, (Edit(span, replacement),))
    return Place(span, shown, replacement, fix)


def as_one(places: list[Place], note: str) -> Place:
    """One place for several of a kind: the first, with the others beside it and one fix for all."""
    first = places[0]
    edits = tuple(edit for place in places if place.fix for edit in place.fix.edits)
    related = tuple((place.span, note) for place in places[1:])
    safe = all(place.fix is not None and place.fix.safe for place in places)
    return first._replace(fix=Fix(first.replacement or "", edits, safe), related=related)


def passed_over(document: Document) -> tuple[Span, ...]:
    """The source spans that nobody reads: code, comments, expressions."""
    kinds = ("code", "comment", "expression")
    return tuple(verbatim.span for verbatim in document.verbatim if verbatim.kind in kinds)


def inside(spans: tuple[Span, ...], offset: int) -> bool:
    """Whether the offset lies in one of the spans, which are in order and apart."""
    index = bisect_right(spans, (offset, maxsize)) - 1
    return index >= 0 and offset < spans[index].end
