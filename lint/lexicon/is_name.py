"""Is this a name here? Evidence from the capital, its place and the rest of the draft."""

from __future__ import annotations

from lint.lexicon.known_names import GIVEN, lookup
from lint.lexicon.sighting import Draft, Sighting


def capital(form: str) -> bool:
    """Whether the form starts like a name: a capital first."""
    return form[:1].isupper()


def evidence(sighting: Sighting, draft: Draft) -> dict[str, float]:
    """Features that speak for a name, each 0 or 1: a capital where none is due, one beside another …"""
    if not capital(sighting.form):
        return {}
    found = {"capital": 1.0}
    small = draft.forms.get(sighting.form.lower(), 0)
    if sighting.titled:
        found["capital in headline"] = 1.0
    elif sighting.starts:
        found["capital at start"] = 1.0
    else:
        found["capital inside"] = 1.0
    if small:
        found["capital and small"] = 1.0
    if sighting.after[:1].isupper() or (sighting.before[:1].isupper() and not sighting.starts):
        found["beside a capital"] = 1.0
    if lookup(sighting.form.capitalize()):
        found["known name"] = 1.0
        if sighting.starts:
            found["known name at start"] = 1.0
    if lookup(sighting.before) & GIVEN and not sighting.starts:
        found["after a given name"] = 1.0
    if sighting.form.isupper():
        found["all capitals"] = 1.0
    if sighting.owning:
        found["capital possessive"] = 1.0
    return found


def looks_like_name(sighting: Sighting, draft: Draft) -> bool:
    """Whether an unknown form is most likely a name: a capital where no sentence or headline asks for it."""
    due = sighting.starts or sighting.titled
    return capital(sighting.form) and not due and not draft.forms.get(sighting.form.lower(), 0)
