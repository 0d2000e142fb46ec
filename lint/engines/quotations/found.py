"""What a finder of this kind returns, and the words of a quotation."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from lint.model import OBJECT, Document, Span
from lint.regexes import pattern

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

    found = pattern(rf"[^\s{OBJECT}]+").finditer(document.text, *span)
    words = [word[0] for word in islice(found, SHOWN + 1)]
    return " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")
