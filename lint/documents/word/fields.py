"""Word's fields: instructions that are never shown, and results that are."""

from __future__ import annotations

_DIRECTORIES = frozenset(("TOC", "INDEX", "TOA"))
"""Fields whose result repeats words of the document."""


class Fields:
    """The fields that are open at a place; they may reach over several paragraphs."""

    def __init__(self) -> None:
        self._open: list[tuple[list[str], bool]] = []

    def begin(self) -> None:
        self._open.append(([], False))

    def instruct(self, words: str) -> None:
        if self._open:
            self._open[-1][0].append(words)

    def separate(self) -> None:
        if self._open:
            self._open[-1] = (self._open[-1][0], True)

    def end(self) -> None:
        if self._open:
            self._open.pop()

    @property
    def idle(self) -> bool:
        return not self._open

    @property
    def hidden(self) -> bool:
        """Whether what stands here is an instruction, or repeats other words."""
        return any(not result or repeats("".join(words)) for words, result in self._open)

    @property
    def link(self) -> bool:
        """Whether what stands here is the text of a link."""
        return any(is_link("".join(words)) for words, _ in self._open)


def repeats(instruction: str) -> bool:
    """Whether a field's result is a directory of the document itself."""
    return _name(instruction) in _DIRECTORIES


def is_link(instruction: str) -> bool:
    """Whether a field's result is the text of a link."""
    return _name(instruction) == "HYPERLINK"


def _name(instruction: str) -> str:
    words = instruction.split(maxsplit=1)
    return words[0].upper() if words else ""
