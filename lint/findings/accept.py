"""Accepted terms: words, phrases and patterns of the configuration that pass everywhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from lint.errors import CopydeskError
from lint.model import Document, Finding, Span, Term
from lint.regexes import pattern

if TYPE_CHECKING:
    from lint.matching.shadow import Shadow
    from lint.matching.words import Match

    Search = Callable[[str, Shadow], list[Match]]

SECONDS = 2
"""What one accepted pattern may take in one draft."""


def accept(
    document: Document, findings: Sequence[Finding], terms: tuple[Term, ...]
) -> tuple[Sequence[Finding], int]:
    """The findings that lie in no accepted term, and how many lie in one.

    A term passes in the plural and the possessive too. One in lower case passes in any case, one
    with a capital as it is written and all in capitals. `/pattern/` is a regular expression.
    """
    places = _covering(document.to_source(span) for span in occurrences(document.text, terms))
    kept = [finding for finding in findings if not _inside(finding.span, places)]
    return kept, len(findings) - len(kept)


def occurrences(text: str, terms: tuple[Term, ...]) -> Iterable[Span]:
    """Where accepted terms stand in a text, in no particular order; they may overlap."""
    from lint.matching.shadow import word_shadow

    for match in _searcher(tuple(term.text for term in terms))(text, word_shadow(text)):
        yield Span(match.start, _with_possessive(text, match.end))
    for term in terms:
        if _is_pattern(term.text):
            yield from _pattern_places(term, text)


def _pattern_places(term: Term, text: str) -> Iterable[Span]:
    """Where an accepted pattern matches; raises CopydeskError where that takes too long."""
    import regex

    try:
        for found in regex.finditer(term.text[1:-1], text, timeout=SECONDS):
            if found.end() > found.start():
                yield Span(*found.span())
    except TimeoutError:
        raise CopydeskError(
            f"the accepted pattern {term.text} takes too long on this draft", term.origin, "make it simpler"
        ) from None


@lru_cache(maxsize=64)
def _searcher(terms: tuple[str, ...]) -> Search:
    """One search for all words and phrases, in their forms."""
    from lint.matching.forms import plural
    from lint.matching.words import entry, searcher

    entries = []
    for term in terms:
        if _is_pattern(term):
            continue
        head, _, last = term.rpartition(" ")
        forms = [term, f"{head} {plural(last)}".strip()]
        if term == term.lower():
            entries += [entry(form) for form in forms]
        else:
            entries += [entry(form, match_case=True) for form in (*forms, term.upper())]
    return searcher(entries)


def _is_pattern(term: str) -> bool:
    return len(term) > 2 and term[0] == term[-1] == "/"


def _with_possessive(text: str, end: int) -> int:
    ending = pattern("['’ʼ][sS]?(?!\\w)").match(text, end)
    return ending.end() if ending else end


def _covering(spans: Iterable[Span]) -> list[Span]:
    """The spans by start, each that lies inside another left out: ends rise with starts."""
    covering: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not covering or span.end > covering[-1].end:
            covering.append(span)
    return covering


def _inside(span: Span, places: Sequence[Span]) -> bool:
    index = bisect_right(places, span.start, key=lambda place: place.start) - 1
    return index >= 0 and span.end <= places[index].end
