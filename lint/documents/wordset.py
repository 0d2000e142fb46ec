"""Word lists that can be read and edited as prose."""

from __future__ import annotations


def wordset(words: str) -> frozenset[str]:
    """The words, which are separated by white space."""
    return frozenset(words.split())
