"""Is an unknown form a slip? A logistic model over the form, its candidates, its neighbours and the draft."""

from __future__ import annotations

from functools import cache
from math import inf, log1p
from typing import NamedTuple

from lint.lexicon import is_name, layout, shape
from lint.lexicon.distance import distance, slips
from lint.lexicon.drafts import sight
from lint.lexicon.known_names import lookup
from lint.lexicon.model import Features, score, weights
from lint.lexicon.ranking import Ranked, rank, shortlist
from lint.lexicon.sighting import NO_DRAFT, Draft, Sighting
from lint.lexicon.words import bare, evidence, known, notorious, zipf
from lint.model import Document, Span

SUGGESTED = 5
PROBABLE = -1.0
"""Log odds from which a slip is reported as such: where four in five of those in web texts are slips.

Read on the dev split of the evaluation data, where `tools/train_spelling.py` reports the recall."""
LONG_PROBABLE = -1.9
"""The same for a long word with a capital, one slip from a common noun: names are rarely so near."""
SURE = 4.3
"""Log odds, its repetition left out, from which a form in small letters is a slip however often it stands.

The words of a trade that a draft repeats reach 4.2 in the technical texts it was read on."""
LONG = 8
COMMON = 4.0
POSSIBLE = -3.2
"""Log odds from which a form is worth a look."""


class Verdict(NamedTuple):
    """How likely a form is a slip (log odds), and the words that may have been meant, the likeliest first.

    `long` marks a long word with a capital that is near a common word without one.
    """

    odds: float
    suggestions: tuple[str, ...]
    long: bool = False


def judge(sighting: Sighting, draft: Draft = NO_DRAFT) -> Verdict:
    """The verdict on an unknown form at its first place in a draft."""
    ranked = rank(sighting, draft, near_only=is_name.looks_like_name(sighting, draft))
    found = features(sighting, draft, ranked)
    odds = score(weights("detection"), found)
    if odds < PROBABLE and ranked and _stays_a_slip(sighting.form, found):
        odds = PROBABLE
    words = tuple(item.candidate.word for item in ranked[:SUGGESTED])
    return Verdict(odds, words, _long_and_near(sighting.form, words))


def _stays_a_slip(form: str, found: Features) -> bool:
    """Whether repetition makes no word of the form: “recieve” ten times is ten slips."""
    if form.lower() in notorious():
        return True
    if not form.islower():
        return False
    once = {name: value for name, value in found.items() if name not in _REPEATED}
    return len(once) < len(found) and score(weights("detection"), once) >= SURE


_REPEATED = ("repeated", "repetition", "three times")


def _long_and_near(form: str, words: tuple[str, ...]) -> bool:
    if len(form) < LONG or not form.istitle() or not words:
        return False
    return words[0].islower() and zipf(words[0]) >= COMMON and distance(form.lower(), words[0]) == 1


def confidence(verdict: Verdict) -> str:
    """`probable`, `possible` or `none`."""
    if verdict.odds >= (LONG_PROBABLE if verdict.long else PROBABLE):
        return "probable"
    return "possible" if verdict.odds >= POSSIBLE else "none"


def silent(sighting: Sighting, draft: Draft) -> bool:
    """Whether the form is a known name in capitals, or a slip in a name that the draft has more often.

    Names are checked elsewhere.
    """
    form = sighting.form
    if form.isupper() and lookup(form.capitalize()):
        return True
    if not form[:1].isupper() or sighting.starts:
        return False
    count = draft.forms.get(form, 1)
    return any(
        draft.forms.get(item.word[:1].upper() + item.word[1:], 0) > count
        for item in shortlist(form, near_only=True)
    )


def judge_word(document: Document, span: Span, draft: Draft) -> Verdict | None:
    """The verdict on a word of a document that another speller does not know; None when it is known here.

    `draft` is `drafts.draft_of` of all the document's words. A slip in a name that the draft has is no slip
    for a speller: its odds are those of no slip.
    """
    form = document.text[span.start : span.end]
    if known(form):
        return None
    core = Span(span.start, span.start + len(bare(form)))
    sighting = sight(document, core, span)
    return Verdict(-inf, ()) if silent(sighting, draft) else judge(sighting, draft)


def features(sighting: Sighting, draft: Draft, ranked: list[Ranked]) -> Features:
    found: Features = {"bias": 1.0}
    found |= is_name.evidence(sighting, draft)
    found |= _letters(sighting.form)
    found |= _place(sighting)
    found |= _repetition(sighting, draft, ranked)
    if not ranked:
        return found | {"no candidate": 1.0}
    found |= _frequency(sighting.form, ranked)
    found |= _likeness(layout.fold(sighting.form), ranked)
    best = ranked[0]
    named = best.candidate.word != best.candidate.word.lower()
    if named:
        found["candidate is a name"] = 1.0
    if found["gap"] < 3:
        for name in ("modern word", "rare word", "listed word"):
            if name in found:
                found[name + ", small gap"] = 1.0
    if "capital inside" in found:
        for name in ("score", "candidate zipf", "gap", "average surprise", "length"):
            found["capital " + name] = found[name]
        found["capital far"] = float(best.candidate.distance > 1)
        found["capital candidate is no name"] = float(not named)
    if "capital at start" in found or "capital in headline" in found:
        found["start score"] = best.score
        found["start gap"] = found["gap"]
    return found


def _frequency(form: str, ranked: list[Ranked]) -> Features:
    """How much more frequent the best candidate is, and how far ahead of the next."""
    best = ranked[0]
    own = zipf(form)
    gap = best.candidate.zipf - own
    found: Features = {
        "score": best.score,
        "margin": min(5.0, best.score - ranked[1].score) if len(ranked) > 1 else 5.0,
        "candidate zipf": best.candidate.zipf,
        "gap": gap,
        "gap beyond 3": max(0.0, gap - 3),
        "frequent": max(0.0, own - 2.5),
        "crowd": log1p(sum(item.candidate.distance == 1 for item in ranked)),
    }
    if own == 0:
        found["never counted"] = 1.0
        found[f"never counted, distance {min(best.candidate.distance, 2)}"] = 1.0
    if len(form) <= 5:
        found["short far" if best.candidate.distance > 1 else "short near"] = 1.0
        found["short crowd"] = found["crowd"]
    return found


def _likeness(form: str, ranked: list[Ranked]) -> Features:
    """By what slip the form and the best candidate differ, and where."""
    best = ranked[0].candidate
    word = layout.fold(best.word)
    found: Features = {f"distance {best.distance}": 1.0, "distance a letter": best.distance / len(form)}
    if best.distance == 1:
        found["by " + slips(form, word)[0]] = 1.0
    if form[:1] != word[:1]:
        found["another first letter"] = 1.0
    if " " in word:
        found["two words"] = 1.0
        if min(len(part) for part in word.split()) >= 4:
            found["two long words"] = 1.0
    if form in (word + "s", word.removesuffix("s")):
        found["only an s"] = 1.0
    if layout.sound(form) == layout.sound(word):
        found["sounds alike"] = 1.0
    return found


@cache
def _letters(form: str) -> Features:
    lower = form.lower()
    average, worst = shape.surprise(lower)
    found: Features = {
        "average surprise": average,
        "worst surprise": worst,
        "length": float(min(len(form), 12)),
    }
    found["length 3"] = float(len(form) <= 3)
    found["length 4"] = float(len(form) == 4)
    found["length 5"] = float(len(form) == 5)
    found["length 6"] = float(len(form) == 6)
    if lower == form and lookup(form.capitalize()):
        found["name in small letters"] = 1.0
    listed = evidence(form)
    for name, bit in (
        ("rare word", layout.RARE),
        ("modern word", layout.MODERN),
        ("listed word", layout.OTHER),
    ):
        if listed & bit:
            found[name] = 1.0
    if not form.isascii():
        found["accents"] = 1.0
    if "'" in form or "’" in form:
        found["apostrophe"] = 1.0
        if form[:1].isupper():
            found["capital apostrophe"] = 1.0
    if lower[-1:] in "aiou":
        found["ends a i o u"] = 1.0
    if not set(lower) & set("aeiouy"):
        found["no vowel"] = 1.0
    before = shape.prefixed(lower)
    if before:
        found["prefix"], found["prefix zipf"] = 1.0, before
    tail, stem = shape.suffixed(lower)
    if tail:
        found["suffix"], found["suffix zipf"], found["suffix " + tail] = 1.0, stem, 1.0
    rarer, _ = shape.compound(lower)
    if rarer:
        found["compound"], found["compound zipf"] = 1.0, rarer
        found["compound frequent"] = max(0.0, rarer - 4)
    return found


def _place(sighting: Sighting) -> Features:
    found: Features = {}
    for name in ("alone", "joined", "marked", "titled", "owning"):
        if getattr(sighting, name):
            found[name] = 1.0
    sides = (
        ("before", sighting.before, sighting.strange_before),
        ("after", sighting.after, sighting.strange_after),
    )
    for side, word, strange in sides:
        if strange:
            found[f"unknown {side}"] = 1.0
            found[f"unknown capital {side}" if word[:1].isupper() else f"unknown small {side}"] = 1.0
        elif word[:1].isupper():
            found[f"capital {side}"] = 1.0
        elif not word:
            found[f"edge {side}"] = 1.0
    if sighting.stop in ("(", ")", '"', "”"):
        found["stop " + sighting.stop] = 1.0
    return found


def _repetition(sighting: Sighting, draft: Draft, ranked: list[Ranked]) -> Features:
    lower = sighting.form.lower()
    count = draft.lower.get(lower, 1)
    found: Features = {}
    if count > 1:
        found["repeated"], found["repetition"] = 1.0, log1p(count - 1)
    if count >= 3:
        found["three times"] = 1.0
    relatives = sum(
        draft.lower.get(other, 0)
        for other in (lower + "s", lower.removesuffix("s"), lower + "ed")
        if other != lower
    )
    if relatives:
        found["relative in draft"] = 1.0
    if ranked:
        twin = draft.lower.get(ranked[0].candidate.word.lower(), 0)
        if twin:
            found["twin"], found["twins"] = 1.0, log1p(twin)
            found["twin more frequent"] = float(twin > 2 * count)
            found["twin surplus"] = max(-2.0, min(3.0, log1p(twin) - log1p(count)))
    return found
