"""Which of the candidates was meant: a conditional logit over the slips, the frequency and the draft."""

from __future__ import annotations

from math import log1p
from typing import NamedTuple

from lint.lexicon import layout
from lint.lexicon.candidates import Candidate, candidates
from lint.lexicon.context import ending, fit
from lint.lexicon.distance import slips
from lint.lexicon.irregular import meant
from lint.lexicon.model import Features, score, weights
from lint.lexicon.sighting import NO_DRAFT, Draft, Sighting

CONSIDERED = 16
"""Candidates that are looked at closely, the nearest and most frequent."""


class Ranked(NamedTuple):
    candidate: Candidate
    score: float


def rank(sighting: Sighting, draft: Draft = NO_DRAFT, near_only: bool = False) -> list[Ranked]:
    """The candidates for a sighting, the likeliest first."""
    table = weights("ranking")
    found = [
        Ranked(candidate, score(table, features(sighting, draft, candidate)))
        for candidate in shortlist(sighting.form, near_only)
    ]
    found.sort(key=lambda item: (-item.score, item.candidate.word))
    return found


def shortlist(form: str, near_only: bool = False) -> list[Candidate]:
    """The candidates worth a closer look."""
    found = candidates(form, near_only)
    if len(found) <= CONSIDERED:
        return list(found)
    verbs = meant(layout.fold(form))
    return sorted(found, key=lambda item: (item.word not in verbs, 2.2 * item.distance - item.zipf))[
        :CONSIDERED
    ]


def features(sighting: Sighting, draft: Draft, candidate: Candidate) -> Features:
    form, word = layout.fold(sighting.form), layout.fold(candidate.word)
    found: Features = {
        f"distance {candidate.distance}": 1.0,
        "zipf": candidate.zipf,
        "zipf low": max(0.0, 3.5 - candidate.zipf),
    }
    made = slips(form, word)
    for slip in made:
        found[slip] = found.get(slip, 0.0) + 1.0
    if form[:-1] == word:
        found["add at end"] = 1.0
    elif word[:-1] == form:
        found["drop at end"] = 1.0
    elif form[1:] == word:
        found["add at start"] = 1.0
    if word in meant(form):
        found["irregular verb"] = 1.0
    if " " in word:
        found["two words"] = 1.0
    found["zipf high"] = max(0.0, candidate.zipf - 5.5)
    found["first"] = float(form[:1] == word[:1])
    found["last"] = float(form[-1:] == word[-1:])
    if len(form) <= 4:
        found["short " + (made[0].split()[0] if made else "none")] = 1.0
    found["sound"] = float(layout.sound(form) == layout.sound(word))
    if candidate.distance > 1:
        found["far sound"] = found["sound"]
        found["anagram"] = float(sorted(form) == sorted(word))
    found["ending"] = float(ending(form) == ending(word))
    found["prefix"] = float(word.startswith(form) or form.startswith(word))
    if "'" in word and "'" not in form:
        found["apostrophe"] = 1.0
    lower = candidate.word.lower()
    here = draft.lower.get(lower, 0)
    if here:
        found["in draft"] = 1.0
        found["in draft often"] = log1p(here)
        found["in draft rare"] = max(0.0, 5.0 - candidate.zipf)
    if candidate.word != lower:
        found["name for capital" if sighting.form[:1].isupper() else "name for small"] = 1.0
    for name in fit(word, sighting.before, sighting.after):
        found[name] = 1.0
    return found
