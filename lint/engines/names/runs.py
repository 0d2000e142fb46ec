"""Names of several words: runs of capitalised words, with the small words that join them."""

from __future__ import annotations

from typing import NamedTuple

from lint.engines.names.evidence import DIRECTIONS, PERSON_TITLES, TITLES, known, ordinary
from lint.engines.names.sorts import ORGANISATION
from lint.engines.names.words import Place
from lint.lexicon.known_names import CAPITAL, COUNTRY, GIVEN, lookup
from lint.model import Span
from lint.regexes import pattern

_JOINS = pattern(r"[ \n](?:(?:of|de|la|del|da|dos|do|du|van|von|der|den|bin|ibn|bint|al|el)[ \n]){1,2}|[ \n]")
_DEMONYM = pattern(r"(?:ish|ian|ean|ese|an|ic|ch|i|ern)s?$")
_SMALLEST = 2


class Run(NamedTuple):
    """A name as written: its text, its place, and what stands with it."""

    name: str
    span: Span
    titled: bool
    possessive: bool
    attributive: bool


def runs(text: str, words: list[Place]) -> list[Run]:
    """The names of a text, in order, without titles and without words that merely open a sentence."""
    found: list[Run] = []
    current: list[Place] = []
    for place in words:
        if current and not _joined(text, current[-1], place):
            found.extend(_names(text, current))
            current = []
        current.append(place)
    found.extend(_names(text, current))
    return found


def _joined(text: str, first: Place, second: Place) -> bool:
    return _JOINS.fullmatch(text, first.span.end, second.span.start) is not None


def _names(text: str, members: list[Place]) -> list[Run]:
    """The run's name without what does not belong to it; none where nothing is left."""
    titled = False
    if members and members[0].start and _merely_opens(members):
        members = members[1:]
    for index in range(len(members) - 2, -1, -1):
        if plain_title(members[index].form):
            titled, members = is_person_title(members[index].form), members[index + 1 :]
            break
    if len(members) > 1 and _describes(members[0].form) and _stands_alone(members[1].form):
        members = members[1:]
    if len(members) > 1 and is_person_title(members[-1].form):
        return []
    if not members or (len(members) == 1 and _no_name(members[0])):
        return []
    span = Span(members[0].span.start, members[-1].span.end)
    name = " ".join(text[span.start : span.end].split())
    after = text[span.end : span.end + 2]
    attributive = after[:1] in ("-", "‑") or text[max(span.start - 1, 0) : span.start] in ("-", "‑")
    return [Run(name, span, titled, after in ("'s", "’s"), attributive)]


def plain_title(word: str) -> bool:
    """Whether the word is a title or says nothing of which name follows it."""
    lowered = word.lower()
    return lowered not in DIRECTIONS and (lowered in TITLES or lowered.removesuffix("s") in TITLES)


def _merely_opens(members: list[Place]) -> bool:
    """Whether the first word has its capital from the sentence: The Turkish, but not John Person."""
    word = members[0].form
    if is_person_title(word) or (len(members) > 1 and lookup(word) & GIVEN):
        return False
    return _opens_only(word)


def _stands_alone(word: str) -> bool:
    """Whether a word is a name without the nationality before it: Kurdish YPG, Bulgarian Maria."""
    return word.lower() not in ORGANISATION and (word.isupper() or bool(lookup(word)))


def is_person_title(word: str) -> bool:
    return word.lower().removesuffix("s") in PERSON_TITLES


def _opens_only(word: str) -> bool:
    """Whether a word with a capital at a sentence's start is no name: Most, Long; but Turkey."""
    return ordinary(word) and not lookup(word) & (COUNTRY | CAPITAL)


def _describes(word: str) -> bool:
    """Whether the word is an adjective of a country: Turkish, Iraqi."""
    return _DEMONYM.search(word) is not None and not lookup(word) and known(word).known


def _no_name(place: Place) -> bool:
    word = place.form
    if plain_title(word) or _describes(word) or len(word) < _SMALLEST:
        return True
    if word.lower() in DIRECTIONS:
        return True
    inside = not place.start and (word.isupper() or bool(lookup(word)))
    return _opens_only(word) and not inside
