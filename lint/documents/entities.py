"""HTML entities."""

from __future__ import annotations


def decoded(entity: str) -> str:
    """What an entity such as `&amp;` stands for; an unknown one stands for itself, a line end for a space."""
    from html import unescape  # its table is large, and most drafts need none of it

    text = unescape(entity)
    return " " if text in {"\n", "\r", "\t", "\f", "\v"} else text
