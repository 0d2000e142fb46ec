"""What a name is the name of: person, organisation, place, abbreviation, or simply a name."""

from __future__ import annotations

from lint.engines.names.evidence import DIRECTIONS, ordinary
from lint.lexicon.known_names import CAPITAL, COUNTRY, GIVEN, PLACE, SURNAME, lookup

_BODIES = """
academy administration agency airlines alliance army assembly association authority bank board
brigade bureau cabinet center centre church club coalition college commission committee company
congress corporation corps council court department federation force forces foundation front fund
government group guard house inc institute institution league ltd military ministry movement nations
network office organisation organization parliament party police school senate service society state
team trust union united university
"""
ORGANISATION = frozenset(_BODIES.split())
_FEATURES = """
bay beach bridge cape city county district gulf hill island islands lake mountain mountains ocean
park peninsula port province region republic river road sea square states strait street town valley
village
"""
_PLACE = frozenset(_FEATURES.split())


def kind_of(name: str, titled: bool) -> str:
    """The kind of a `NameEntry`; `titled` where a person's title stands before it."""
    words = name.split()
    if len(words) == 1:
        return _kind_of_word(name, titled)
    lowered = [word.lower() for word in words]
    if ORGANISATION.intersection(lowered) and lowered != ["united", "states"]:
        return "organisation"
    if _PLACE.intersection((lowered[0], lowered[-1])):
        return "place"
    flags = [lookup(word) for word in words]
    if lowered[0] in DIRECTIONS and flags[-1] & PLACE:
        return "place"
    if titled or _person(words, flags):
        return "person"
    if all(flag & PLACE for flag in flags) and any(flag & COUNTRY or not flag & SURNAME for flag in flags):
        return "place"
    return "name"


def _person(words: list[str], flags: list[int]) -> bool:
    """Whether the words are a person's: a given name or initials first, or a surname last behind no word."""
    if (
        flags[0] & (COUNTRY | CAPITAL)
        or words[0].lower() in DIRECTIONS
        or (words[0].isupper() and len(words[0]) > 2)
    ):
        return False
    if flags[0] & GIVEN:
        return True
    if len(words[0].rstrip(".")) <= 2 and words[0].isupper():
        return bool(flags[-1] & SURNAME)
    return len(words) == 2 and bool(flags[-1] & SURNAME) and not flags[0] & PLACE and not ordinary(words[0])


def _kind_of_word(word: str, titled: bool) -> str:
    if word.isupper() and len(word) > 1:
        return "abbreviation"
    if titled:
        return "person"
    flags = lookup(word)
    if flags & (COUNTRY | CAPITAL) or (flags & PLACE and not flags & (GIVEN | SURNAME)):
        return "place"
    if flags & (GIVEN | SURNAME) and not flags & PLACE:
        return "person"
    return "place" if flags & PLACE else "name"
