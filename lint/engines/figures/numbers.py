"""Whole numbers as news writes them: 12, twelve."""

from __future__ import annotations

_NAMES = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
WORDS = {word: number for number, word in enumerate(_NAMES.split(), 2)}
"""Small numbers in words."""

PATTERN = rf"(?:\d{{1,2}}|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
"""A regular expression for 0 to 99 in digits and 2 to 20 in words."""


def value(text: str) -> int:
    """The number a match of `PATTERN` stands for."""
    return int(text) if text.isdigit() else WORDS[text.lower()]
