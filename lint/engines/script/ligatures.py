"""Letters joined into one character, as they come out of a PDF: “ﬁnance”."""

from __future__ import annotations

from collections.abc import Iterator

from lint.engines.script.place import Place, in_text
from lint.model import Document, Span
from lint.regexes import pattern

# Unicode's compatibility letters; each stands for the letters it shows.
_LETTERS = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "ŉ": "'n",
    "Ǆ": "DŽ",
    "ǅ": "Dž",
    "ǆ": "dž",
    "Ǉ": "LJ",
    "ǈ": "Lj",
    "ǉ": "lj",
    "Ǌ": "NJ",
    "ǋ": "Nj",
    "ǌ": "nj",
}
_WORD = pattern(r"\w*[ﬀ-ﬆŉǄ-ǌ]\w*")


def find(document: Document) -> Iterator[Place]:
    """Words that hold such a character."""
    for match in _WORD.finditer(document.text):
        word = match.group()
        replacement = "".join(_LETTERS.get(character, character) for character in word)
        yield in_text(document, Span(*match.span()), replacement)
