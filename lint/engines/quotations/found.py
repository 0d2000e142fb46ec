"""What a finder of this kind returns, and the words of a quotation."""

from __future__ import annotations

from typing import NamedTuple

from lint.model import OBJECT, Document, Span

SHOWN = 5
"""Words of a quotation that a message repeats."""


class Found(NamedTuple):
    """A place, the words for the slots `{match}` and `{other}`, and what belongs to it."""

    span: Span
    match: str
    other: str = ""
    related: tuple[tuple[Span, str], ...] = ()


def opening(document: Document, span: Span) -> str:
    """The first words of a span, with an ellipsis where it goes on."""
    words = document.text[slice(*span)].replace(OBJECT, " ").split()
    return " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")
