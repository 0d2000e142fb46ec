"""What a name is the name of: person, organisation, place, abbreviation, or simply a name."""

from __future__ import annotations

from lint.lexicon.known_names import COUNTRY, GIVEN, PLACE, SURNAME, lookup

_BODIES = """
academy administration agency airlines alliance army assembly association authority bank board
brigade bureau cabinet center centre church club coalition college commission committee company
congress corporation corps council court department federation force forces foundation front fund
government group guard house inc institute institution league ltd military ministry movement nations
network office organisation organization parliament party police school senate service society state
team trust union united university
"""
_ORGANISATION = frozenset(_BODIES.split())
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
    if _ORGANISATION.intersection(lowered) and lowered != ["united", "states"]:
        return "organisation"
    if _PLACE.intersection((lowered[0], lowered[-1])):
        return "place"
    if titled or lookup(words[0]) & GIVEN or (len(words[0]) == 1 and lookup(words[-1]) & SURNAME):
        return "person"
    flags = [lookup(word) for word in words]
    if all(flag & PLACE for flag in flags) and any(flag & COUNTRY or not flag & SURNAME for flag in flags):
        return "place"
    return "person" if len(words) == 2 and flags[-1] & SURNAME and not flags[0] & PLACE else "name"


def _kind_of_word(word: str, titled: bool) -> str:
    if word.isupper() and len(word) > 1:
        return "abbreviation"
    if titled:
        return "person"
    flags = lookup(word)
    if flags & COUNTRY or (flags & PLACE and not flags & (GIVEN | SURNAME)):
        return "place"
    if flags & (GIVEN | SURNAME) and not flags & PLACE:
        return "person"
    return "place" if flags & PLACE else "name"
