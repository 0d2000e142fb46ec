"""A surname that nobody was introduced by: it stands behind no other name anywhere in the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lint.lexicon.known_names import GIVEN, PLACE, SURNAME, lookup
from lint.lexicon.words import zipf
from lint.model import Document, Rule, Span

COMMON = 3.8
"""A name whose word in small letters is more frequent than this (Zipf scale) is taken for the word."""


def find(document: Document, rule: Rule) -> Iterator[tuple[Span, str, tuple[tuple[Span, str], ...]]]:
    """The first place of every such surname that stands behind Mr or Ms, or that says something."""
    text = document.text
    seen: set[str] = set()
    for match in _speaking(tuple(rule.options.get("verbs", ()))).finditer(text):
        place = next(number for number in (1, 2, 3) if match[number])
        surname = match[place]
        if surname in seen or document.quoted(Span(*match.span(place))):
            continue
        seen.add(surname)
        # The draft is asked before the lists of names, which take time to load.
        if not _introduced(text, surname) and _may_be_one(surname, courtesy=place == 1):
            yield Span(*match.span(place)), surname, ()


def _may_be_one(surname: str, *, courtesy: bool) -> bool:
    """Whether it can be a surname; without Mr or Ms it must be a known one: Beijing said, Maria said."""
    if surname.lower() in _PARTICLES or _is_word(surname):
        return False
    flags = lookup(surname)
    return courtesy or bool(flags & SURNAME and not flags & (PLACE | GIVEN))


def _is_word(surname: str) -> bool:
    """Whether it is a common word as well: “Police said”, “Mr Nasty”."""
    return zipf(surname.lower()) > COMMON


def _introduced(text: str, surname: str) -> bool:
    """Whether the name stands beside another name, a title or a description anywhere."""
    name = re.escape(surname)
    for match in re.finditer(rf"(?:([\w’'-]+)\.?[^\S\n]|(-))?\b{name}(?:[^\S\n]([\w’'-]+)|(-\w))?", text):
        before, behind = match[1] or "", match[3] or ""
        if (
            match[2]
            or match[4]
            or (before[:1].isupper() and before not in _COURTESY and not _starts(text, match))
        ):
            return True
        if behind[:1].isupper():
            return True
    return False


_PARTICLES = frozenset(("van", "von", "den", "der", "del", "dos", "bin", "ibn"))
_COURTESY = frozenset(("Mr", "Mrs", "Ms", "Miss"))


def _starts(text: str, match: re.Match[str]) -> bool:
    """Whether the word before the name only has its capital from the sentence: “But Rossi said”."""
    return (
        len(match[1] or "") < 7
        and not lookup(match[1] or "")
        and text[: match.start()].rstrip()[-1:] in '.”"!?'
    )


@lru_cache(maxsize=8)
def _speaking(verbs: tuple[str, ...]) -> re.Pattern[str]:
    name = r"([A-ZÀ-Þ][a-zß-ÿ]{2,})(?![\w’'-])"
    said = "|".join(map(re.escape, verbs)) or "said"
    return re.compile(
        rf"\b(?:Mr|Mrs|Ms|Miss)\b\.?[^\S\n]{name}(?![^\S\n][A-Z])"
        rf"|(?:\A|[.”\"]\s|\n){name}\s(?:{said})\b"
        rf"|[,”\"]\s(?:{said})\s{name}(?=[.,])"
    )
