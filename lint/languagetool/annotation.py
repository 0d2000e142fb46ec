"""What is sent to LanguageTool, and where its answers lie in what was sent.

An annotation is a tuple of parts. LanguageTool counts UTF-16 units of text and markup together; here a
place is a pair of a part's index and a code point in it, so that callers never count units.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Part(NamedTuple):
    """Prose (`reads` is None), or markup that LanguageTool reads as `reads`."""

    text: str
    reads: str | None = None


class Place(NamedTuple):
    """A code point of a part."""

    part: int
    offset: int


def as_json(parts: Sequence[Part]) -> dict[str, object]:
    """The value of the `data` parameter."""
    return {
        "annotation": [
            {"text": part.text} if part.reads is None else {"markup": part.text, "interpretAs": part.reads}
            for part in parts
        ]
    }


class Units:
    """Finds places by UTF-16 offset."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self._starts: list[int] = []
        total = 0
        for part in parts:
            self._starts.append(total)
            total += units(part.text)

    def place(self, offset: int) -> Place:
        """The place of a UTF-16 offset; one in the middle of a pair belongs to its code point."""
        index = max(bisect_right(self._starts, offset) - 1, 0)
        return Place(index, code_points(self.parts[index].text, offset - self._starts[index]))


def units(text: str) -> int:
    """How many UTF-16 units a string has."""
    return len(text) if text.isascii() else len(text) + sum(ch > "\uffff" for ch in text)


def code_points(text: str, offset: int) -> int:
    """How many code points begin before a UTF-16 offset."""
    if text.isascii():
        return min(offset, len(text))
    seen = 0
    for index, ch in enumerate(text):
        seen += 1 + (ch > "\uffff")
        if seen > offset:
            return index
    return len(text)
