"""What speaks for and against two forms being one name, as numbers.

`compare` gives the features that `model.py` weighs. All of it comes from the two forms, from what
is known of them, and from the words around them; nothing comes from a list of pairs.
"""

from __future__ import annotations

from functools import lru_cache
from math import log
from typing import NamedTuple

from lint.engines.names.candidates import plain, skeleton
from lint.engines.names.forms import Form
from lint.lexicon import layout, words
from lint.lexicon.distance import distance
from lint.lexicon.known_names import GIVEN, PLACE, SURNAME, lookup
from lint.regexes import pattern

_PERSONS = """
mr mrs ms miss mx dr sir dame lord lady prof professor president prime minister premier chancellor
king queen prince princess sheikh emir mayor governor general gen colonel col major captain capt
commander ambassador senator sen rep representative secretary deputy judge justice chief chairman
chairwoman chairperson director leader imam ayatollah pope bishop archbishop cardinal rabbi reverend
rev father sister brother saint st lt sgt officer inspector constable detective coach captain
spokesman spokeswoman spokesperson comptroller
"""
PERSON_TITLES = frozenset(_PERSONS.split())
"""What stands before a person's name."""
_OTHERS = """
md syed the a an and but in on at for from with by of as this that these those his her their its he
she it they we i when while after before since although though if however meanwhile yesterday today
then both also according monday tuesday wednesday thursday friday saturday sunday january february
march april may june july august september october november december new old north south east west
northern southern eastern western
"""
_SIDES = "new north south east west northern southern eastern western central upper lower"
DIRECTIONS = frozenset(_SIDES.split())
TITLES = PERSON_TITLES | frozenset(_OTHERS.split())
"""Words with a capital that say nothing about which name stands beside them."""

_VOWELS = frozenset("aeiouy")
_ENDINGS = """
s es n an ns ans ian ians i is ese ish ite ites er ers ic ed ing man men o a e ita ito in ja al ist ists ism
"""
_DERIVED = frozenset(_ENDINGS.split())


SEEN = 1.5
"""Zipf value under which a frequency says nothing: slips of frequent names are that frequent too."""


_ARTICLE = pattern("(?:al|el|ul|ur|as|an)-")


class Comparison(NamedTuple):
    """`minor` is the form to doubt, `major` the one it may stand for; `values` are the features by name."""

    major: Form
    minor: Form
    values: dict[str, float]


def compare(first: Form, second: Form, crowd: int = 0) -> Comparison:
    """The features of two forms.

    `crowd` is how many other pairs of the draft are about as near: in a list of names near names are
    many and all right.
    """
    major, minor = rank(first, second)
    a, b = plain(major.text), plain(minor.text)
    values = {"bias": 1.0}
    values.update(edit(a, b))
    values.update(frequency(major, minor))
    values.update(knowledge(major, minor))
    values.update(context(major, minor))
    values["crowd"] = log(1 + crowd)
    values["slip_ending"] = values["slip"] * values["ending"]
    values["slip_often"] = values["slip"] * float(major.uses >= 3 * minor.uses)
    return Comparison(major, minor, values)


def rank(first: Form, second: Form) -> tuple[Form, Form]:
    """The form to keep and the form to doubt: fewer places, then less known, then later."""

    def weight(form: Form) -> tuple[int, float, int]:
        known_form = known(form.text)
        return (form.uses, known_form.zipf + known_form.known, -form.spans[0].start if form.spans else 0)

    return (first, second) if weight(first) >= weight(second) else (second, first)


def edit(a: str, b: str) -> dict[str, float]:
    """How the plain forms differ."""
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    x, y = a[head : len(a) - tail], b[head : len(b) - tail]
    kind = "far"
    if not x and not y:
        kind = "same"
    elif x.strip("-‐‑'’ ") == "" and y.strip("-‐‑'’ ") == "":
        kind = "mark"
    elif len(x) == 2 and x == y[::-1]:
        kind = "swap"
    elif len(x) + len(y) == 1:
        letter = x + y
        beside = a[head - 1 : head] + b[head - 1 : head] + a[head : head + 1] + b[head : head + 1]
        kind = "double" if letter in beside.replace(letter, "", 1) else "drop"
    elif len(x) == len(y) == 1:
        kind = "vowel" if x in _VOWELS and y in _VOWELS else "letter"
    longer, shorter = (x, y) if len(x) > len(y) else (y, x)
    bones_a, bones_b = skeleton(a), skeleton(b)
    size = min(len(a), len(b))
    return {
        f"edit_{kind}": 1.0,
        "first": float(head == 0 and kind not in ("same", "mark")),
        "last": float(tail == 0 and kind not in ("same", "mark")),
        "derived": float(tail == 0 and not shorter and longer in _DERIVED),
        "ending": float(tail == 0 and kind in ("far", "vowel", "letter", "drop")),
        "sound": float(bones_a == bones_b),
        "syllable": float("-" in a and "-" in b and size < 12 and not _ARTICLE.match(a)),
        "length": min(size, 12) / 4,
        "short": float(size <= 4),
    }


def frequency(major: Form, minor: Form) -> dict[str, float]:
    return {
        "major_count": log(major.uses),
        "minor_count": log(minor.uses),
        "minor_often": float(minor.uses >= 3),
        "both_once": float(major.uses == 1),
    }


def knowledge(major: Form, minor: Form) -> dict[str, float]:
    """What the data says of the two forms: a known minor form is likely to be right."""
    a, b = known(major.text), known(minor.text)
    common = ordinary(major.text), ordinary(minor.text)
    person = GIVEN | SURNAME
    return {
        "minor_unknown": float(not b.known),
        "minor_unseen": float(b.zipf < SEEN),
        "slip": float(not b.known and b.zipf < SEEN and a.known and a.zipf >= 3),
        "major_known": float(a.known),
        "both_known": float(a.known and b.known),
        "neither_known": float(not a.known and not b.known),
        "both_persons": float(bool(a.flags & person and b.flags & person)),
        "minor_foreign": float(not b.known and b.zipf >= 1.3 and common[0]),
        "minor_place": float(bool(b.flags & PLACE)),
        "minor_zipf": max(b.zipf - SEEN, 0.0),
        "major_zipf": a.zipf,
        "both_zipf": max(min(a.zipf, b.zipf) - SEEN, 0.0),
        "gap_zipf": a.zipf - b.zipf,
        "major_ordinary": float(common[0]),
        "minor_ordinary": float(common[1]),
        "both_ordinary": float(common[0] and common[1]),
        "opening": minor.opening / minor.uses,
        "capitals": float(major.text.isupper() or minor.text.isupper()),
    }


class Known(NamedTuple):
    """A form's flags as a name, its frequency, and whether any list has it."""

    flags: int
    zipf: float
    known: bool


@lru_cache(maxsize=16384)
def known(form: str) -> Known:
    """What names data and dictionary say of the form."""
    flags = lookup(form)
    return Known(flags, words.zipf(form), bool(flags) or words.known(form))


@lru_cache(maxsize=16384)
def ordinary(form: str) -> bool:
    """Whether the form is a word of English in lower case: `Being`, `Press`."""
    trie, flags, _ = words.words()
    number = trie.get(form.lower().replace("’", "'"))
    return number is not None and bool(flags[number] & layout.ALL_VARIETIES)


def context(major: Form, minor: Form) -> dict[str, float]:
    a_before, b_before = _names(major.before), _names(minor.before)
    a_after, b_after = _names(major.after), _names(minor.after)
    before, after = _agree(a_before, b_before), _agree(a_after, b_after)
    shared = before or after
    given = GIVEN & (known(major.text).flags | known(minor.text).flags)
    clash_before = bool(a_before and b_before and not before)
    clash_after = bool(a_after and b_after and not after)
    gap = min(
        (abs(x.start - y.start) for x in major.spans[:60] for y in minor.spans[:20]),
        default=10_000,
    )
    return {
        "shared": float(shared),
        "shared_both": float(before and after),
        "clash_before": float(clash_before and not after),
        "clash_after": float(clash_after and not before),
        "clash_given": float(clash_after and not before and bool(given)),
        "clash_role": float(_roles(a_before, a_after) * _roles(b_before, b_after) < 0 and not shared),
        "minor_alone": float(minor.alone > 0),
        "bridge": float(bool(a_before) and minor.alone > 0 and not b_after and not b_before),
        "minor_has_own": float(bool(b_before | b_after) and not shared),
        "near": float(gap < 60),
        "close": float(60 <= gap < 200),
    }


def two_bearers(first: Form, second: Form) -> bool:
    """Whether each form has names beside it and they disagree: Ana García, Raúl Garcia."""
    pairs = ((_names(first.before), _names(second.before)), (_names(first.after), _names(second.after)))
    agreed = any(_agree(a, b) for a, b in pairs)
    return not agreed and any(a and b for a, b in pairs)


def better_known(form: Form, other: Form) -> bool:
    """Whether lists have the form, which is not rare, and have never seen the other."""
    own = known(form.text)
    return own.known and own.zipf >= SEEN and not known(other.text).known


def introduced(form: Form) -> bool:
    """Whether a given name stands before the form somewhere: Peter Brandtner."""
    return any(lookup(word) & GIVEN for word in form.before)


def _roles(before: set[str], after: set[str]) -> int:
    """1: stands where a surname does, -1: where a given name does, 0: either."""
    return bool(before) - bool(after)


def _names(words: tuple[str, ...]) -> set[str]:
    return {plain(word) for word in words} - TITLES


def _agree(first: set[str], second: set[str]) -> bool:
    """Whether some given name of the one can be some given name of the other (`R` and `Robert`)."""
    return any(
        x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]) or (len(x) > 4 and distance(x, y) < 2)
        for x in first
        for y in second
    )
