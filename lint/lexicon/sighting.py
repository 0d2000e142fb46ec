"""An unknown form where it stands in a draft: what a verdict on it may depend on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Sighting(NamedTuple):
    """One form of a draft at its first place.

    `form` is a single word without hyphens and possessive ending. `before` and `after` are the words next
    to it in its sentence, "" at an edge; `stop` is the sign right after it. `starts` says that it opens a
    sentence, `alone` that quotation marks enclose just this form, `joined` that a hyphen ties it to
    another word, `marked` that it stands in emphasis, `titled` that the words around it are capitalised
    as in a headline, `owning` that a possessive ending follows, `strange_before` and `strange_after` that
    the neighbour is no known word either.
    """

    form: str
    before: str = ""
    after: str = ""
    stop: str = ""
    starts: bool = False
    alone: bool = False
    joined: bool = False
    marked: bool = False
    titled: bool = False
    owning: bool = False
    strange_before: bool = False
    strange_after: bool = False


class Draft(NamedTuple):
    """How often each form stands in a draft: as written, and in lower case."""

    forms: Mapping[str, int]
    lower: Mapping[str, int]


NO_DRAFT = Draft({}, {})
