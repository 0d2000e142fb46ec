"""Items of one list of which a few begin with a capital and the others without, or the other way."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lint.engines.uniform.found import Form, Mixed
from lint.engines.uniform.lists import MOST, lists
from lint.model import Document, Edit, Fix, Rule, Span
from lint.regexes import pattern

_WORD = pattern(r"[^\W\d_]+(?:[’'][a-z]+)?(?![\w./:_@(=-])")


def find(document: Document, rule: Rule, counts: Callable[[Span], bool]) -> Iterator[Mixed]:
    """Each list with odd items; a name, a command or a file at an item's head says nothing."""
    for items in lists(document):
        words = [
            Span(*word.span())
            for item in items
            if (word := _WORD.match(document.text, *item.span)) is not None
        ]
        if len(words) < len(items) * (1 - MOST):
            continue
        large, small = ([span for span in words if _case(document.text, span) == case] for case in ("A", "a"))
        kept, odd = (large, small) if len(large) >= len(small) else (small, large)
        if not odd or len(odd) > MOST * len(words):
            continue
        odd = [span for span in odd if _is_common(document.text[slice(*span)])]
        odd = [span for span in odd if document.marked(span, "link", "strong", "emphasis") is None]
        if odd and all(map(counts, odd)):
            names = ("a capital", "a small letter") if kept is large else ("a small letter", "a capital")
            yield Mixed(
                Form(names[0], tuple(kept)), Form(names[1], tuple(odd)), _fix(document, odd, kept is large)
            )


def _case(text: str, span: Span) -> str:
    """ "A" for a word with one capital at its head, "a" for one in small letters, "" for any other."""
    word = text[span.start : span.end]
    if word.islower():
        return "a"
    return "A" if word[:1].isupper() and (len(word) == 1 or word[1:].islower()) else ""


JOINING = ("and", "or", "but", "plus")
"""An item that begins so ends the sentence that the list is: “… and more”."""

COMMON = 4.0
"""A word above this Zipf value is in common use; a rarer one may be a command (git) or a name."""


def _is_common(word: str) -> bool:
    """Whether the word is no name, as far as word lists tell."""
    from lint.lexicon.words import is_word, zipf

    lower = word.lower()
    return zipf(lower) >= COMMON and lower not in JOINING and (word.islower() or not is_word(word))


def _fix(document: Document, spans: list[Span], large: bool) -> Fix | None:
    edits: list[Edit] = []
    for span in spans:
        letter = document.text[span.start]
        fix = document.fix(Span(span.start, span.start + 1), letter.upper() if large else letter.lower())
        if fix is None:
            return None
        edits.extend(fix.edits)
    return Fix("Begin with a capital" if large else "Begin with a small letter", tuple(edits))
