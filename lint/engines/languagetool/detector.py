"""Tells languages of one script apart. The package that does it is imported on this path alone."""

from __future__ import annotations


def surest(text: str, among: tuple[str, ...]) -> str | None:
    """The two-letter code of `among` that a text is in, or None in doubt or for a short text."""
    return None
