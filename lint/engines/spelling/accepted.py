"""The words, phrases and patterns that a configuration accepts, as the speller reads them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from lint.model import Span, Term
from lint.regexes import pattern

_PHRASE_GAP = pattern(r"\s+")


class Accepted(NamedTuple):
    """`holds(form)` for single words; `places(text)` are the spans of accepted phrases and patterns."""

    holds: Callable[[str], bool]
    places: Callable[[str], list[Span]]


def accepted(terms: tuple[Term, ...]) -> Accepted:
    """Read accepted terms: a term in lower case passes in any case, one with capitals as it is written.

    Plurals and possessives of a word pass too.
    """
    words: set[str] = set()
    patterns = []
    for term in terms:
        text = term.text.strip()
        if len(text) > 2 and text.startswith("/") and text.endswith("/"):
            patterns.append(re.compile(text[1:-1]))
        elif re.fullmatch(r"[^\W\d_]+", text):
            words.add(text)
        elif text:
            flags = re.IGNORECASE if text == text.lower() else 0
            body = r"\s+".join(re.escape(part) for part in _PHRASE_GAP.split(text))
            patterns.append(re.compile(rf"(?<!\w){body}(?:['’]s|s)?(?!\w)", flags))

    def holds(form: str) -> bool:
        form = form.replace("’", "'").removesuffix("'s")
        return any(
            base in words or base.lower() in words or (base.isupper() and base.capitalize() in words)
            for base in {form, form.removesuffix("s"), form.removesuffix("es")}
        )

    def places(text: str) -> list[Span]:
        return [Span(*match.span()) for pattern in patterns for match in pattern.finditer(text)]

    return Accepted(holds if words else lambda form: False, places)
