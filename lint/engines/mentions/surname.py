"""A surname that nobody was introduced by: it stands behind no other name anywhere in the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lint.lexicon.known_names import GIVEN, PLACE, SURNAME, lookup
from lint.lexicon.words import is_word, zipf
from lint.model import Document, Rule, Span
from lint.regexes import pattern

COMMON = 3.8
"""A name whose word in small letters is more frequent than this (Zipf scale) is taken for the word."""


def find(document: Document, rule: Rule) -> Iterator[tuple[Span, str, tuple[tuple[Span, str], ...]]]:
    """The first place of every such surname that stands behind Mr or Ms, or that says something."""
    text = document.text
    seen: set[str] = set()
    named = sorted(_named(text, tuple(rule.options.get("verbs", ()))))
    introduced = _introduced(text, frozenset(text[slice(*span)] for span, _ in named))
    for span, courtesy in named:
        surname = text[slice(*span)]
        if surname in seen or document.quoted(span):
            continue
        seen.add(surname)
        # The draft is asked before the lists of names, which take time to load.
        if surname not in introduced and _may_be_one(surname, courtesy=courtesy):
            yield span, surname, ()


def _named(text: str, verbs: tuple[str, ...]) -> Iterator[tuple[Span, bool]]:
    """(place, whether Mr or Ms stands before it) of every surname of somebody who may be a person."""
    courtesy, verb, before, behind = _patterns(verbs)
    for match in courtesy.finditer(text):
        yield Span(*match.span(1)), True
    for match in verb.finditer(text):
        name = before.search(text, max(match.start() - 40, 0), match.start()) or behind.match(
            text, match.end()
        )
        if name and (name.end() == match.start() or text[max(match.start() - 2, 0)] in ',”"'):
            yield Span(*name.span(1)), False


def _may_be_one(surname: str, *, courtesy: bool) -> bool:
    """Whether it can be a surname; without Mr or Ms it must be a known one: Beijing said, Maria said."""
    if surname.lower() in _PARTICLES or _is_word(surname):
        return False
    flags = lookup(surname)
    return courtesy or bool(flags & SURNAME and not flags & (PLACE | GIVEN))


def _is_word(surname: str) -> bool:
    """Whether it is a common word as well: “Police said”, “Mr Nasty”."""
    return zipf(surname.lower()) > COMMON


def _introduced(text: str, surnames: frozenset[str]) -> frozenset[str]:
    """Those that stand beside another name, a title or a description anywhere, from one pass."""
    found: set[str] = set()
    if not surnames:
        return frozenset()
    for word in pattern(r"(?<![^\W_])[A-ZÀ-Þ][a-zß-ÿ]{2,}(?![^\W_])").finditer(text):
        if word[0] in surnames and word[0] not in found and _introduces(text, *word.span()):
            found.add(word[0])
    return frozenset(found)


def _introduces(text: str, start: int, end: int) -> bool:
    before, behind = text[max(start - 24, 0) : start], text[end : end + 2]
    if before.endswith("-") or behind[:1] == "-" or (behind[1:2].isupper() and behind[0] in " \n"):
        return True
    return before.endswith((" ", "\u00a0", "\n")) and _names(before[:-1])


def _names(before: str) -> bool:
    """Whether the text ends with a word that belongs to a name: not Mr, not the But of “But Rossi said”."""
    last = before.split()[-1:] if before[-1:].strip() else []
    word = "".join(last).lstrip("(“‘\"'").rstrip(".")
    if not word[:1].isupper() or word in _COURTESY:
        return False
    rest = before[: before.rfind(word)]
    starts = not rest.strip() or rest.rstrip()[-1] in '.”"!?' or rest.endswith("\n\n")
    return not starts or len(word) > 6 or not is_word(word.lower()) or bool(lookup(word))


_PARTICLES = frozenset(("van", "von", "den", "der", "del", "dos", "bin", "ibn"))
_COURTESY = frozenset(("Mr", "Mrs", "Ms", "Miss"))


@lru_cache(maxsize=8)
def _patterns(verbs: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Mr and a surname; a verb; a surname that opens the sentence before it; one that ends it behind it."""
    name = r"([A-ZÀ-Þ][a-zß-ÿ]{2,})(?![\w’'-])"
    said = "|".join(map(re.escape, verbs)) or "said"
    return (
        pattern(rf"M(?:r|rs|s|iss)\b\.?[^\S\n]{name}(?![^\S\n][A-Z])"),
        pattern(rf"(?:{said})(?!\w)"),
        pattern(rf"(?:\A|[.”\"]\s|\n){name}\s\Z"),
        pattern(rf"\s{name}(?=[.,])"),
    )
