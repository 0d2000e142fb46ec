"""Which words LanguageTool need not see: accepted terms, and names that it would not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lint.model import Span, Term

_CAPITALISED = re.compile(r"(?<![\w'’-])[^\W\d_a-z][^\W\d_]*[^\W\d_A-Z][^\W\d_]*(?![\w-])")


def hidden_spans(text: str, language: str, accept: tuple[Term, ...] = ()) -> list[Span]:
    """Spans of a stretch that are read as a made-up name."""
    found = [Span(*match.span()) for pattern in _terms(accept) for match in pattern.finditer(text)]
    if language.startswith("en"):
        found.extend(_unknown_names(text))
    return found


def _unknown_names(text: str) -> Iterator[Span]:
    """Capitalised words that no dictionary has and the list of names does."""
    from lint.lexicon.known_names import lookup
    from lint.lexicon.words import known

    for match in _CAPITALISED.finditer(text):
        word = match.group()
        if not known(word) and lookup(word):
            yield Span(*match.span())


@lru_cache(maxsize=8)
def _terms(accept: tuple[Term, ...]) -> tuple[re.Pattern[str], ...]:
    """A term in lower case is meant in any case, one with a capital as it is written."""
    patterns = []
    for term in accept:
        text = term.text.strip()
        if len(text) > 2 and text[0] == text[-1] == "/":
            patterns.append(re.compile(text[1:-1]))
        elif text:
            body = r"\s+".join(re.escape(word) for word in text.split())
            flags = re.IGNORECASE if text == text.lower() else 0
            patterns.append(re.compile(rf"(?<!\w){body}(?!\w)", flags))
    return tuple(patterns)
