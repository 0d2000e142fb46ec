"""Whether a draft can hold what a rule looks for, by what is cheap to see."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lint.model import Document


def _accents(document: Document) -> bool:
    text = document.text
    return not text.isascii() and any(sign.isalpha() and not sign.isascii() for sign in set(text))


def _prefixes(document: Document) -> bool:
    return "-" in document.text


def _series(document: Document) -> bool:
    return ", and " in document.text or ", or " in document.text


def _italics(document: Document) -> bool:
    return sum(inline.kind == "emphasis" for inline in document.inlines) > 1


def _items(document: Document) -> bool:
    return sum(block.kind == "item" for block in document.blocks) > 3


def _headings(document: Document) -> bool:
    return sum(block.kind == "heading" for block in document.blocks) > 3


WORTH: Mapping[str, Callable[[Document], bool]] = {
    "accents": _accents,
    "prefixes": _prefixes,
    "serial-comma": _series,
    "italics": _italics,
    "endings": _items,
    "openings": _items,
    "headings": _headings,
}
"""What a rule may find -> whether a draft may hold it."""
