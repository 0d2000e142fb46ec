"""How likely two forms are one name: a logistic model over the features of `evidence.py`.

Its coefficients (`weights.py`) were fitted by `tools/train_names.py`; they hold no words.
"""

from __future__ import annotations

from math import exp

from lint.engines.names.candidates import plain
from lint.engines.names.evidence import TITLES, Comparison, compare
from lint.engines.names.forms import Form
from lint.engines.names.weights import WEIGHTS
from lint.lexicon.known_names import CAPITAL, COUNTRY, GIVEN, lookup


def plain_slip(comparison: Comparison) -> bool:
    """Whether a word nobody knows is one slip away from a country or capital: Turke beside Turkey.

    Such slips are sure, and too few of them were judged for a weight.
    """
    major, minor = comparison.major, comparison.minor
    values = comparison.values
    if (
        not lookup(major.text) & (COUNTRY | CAPITAL)
        or not values["minor_unseen"]
        or not values["minor_unknown"]
    ):
        return False
    one_slip = "edit_far" not in values and not values["first"]
    return one_slip and not values["derived"] and not values["minor_has_own"] and minor.alone == minor.uses


_ONE_SLIP = ("edit_double", "edit_drop", "edit_swap", "edit_vowel")


def one_person(comparison: Comparison) -> bool:
    """Whether one given name stands before two surnames that one slip parts: Kofi Annan, Kofi Anan.

    Such pairs are too few for a weight, and both surnames are often known.
    """
    major, minor = comparison.major, comparison.minor
    values = comparison.values
    if values["first"] or not any(name in values for name in _ONE_SLIP):
        return False
    if lookup(major.text) & lookup(minor.text) & GIVEN:
        return False
    given = [name for name in minor.before if plain(name) not in TITLES]
    return bool(given) and all(
        len(name) > 2 and name in major.before and lookup(name) & GIVEN for name in given
    )


def likelihood(comparison: Comparison) -> float:
    """Between 0 and 1."""
    score = sum(WEIGHTS.get(name, 0.0) * value for name, value in comparison.values.items())
    return 1 / (1 + exp(-score))


def judge(first: Form, second: Form, crowd: int = 0) -> tuple[Comparison, float]:
    """The two forms compared (see `compare`), and how likely they are one name."""
    comparison = compare(first, second, crowd)
    sure = plain_slip(comparison) or one_person(comparison)
    return comparison, 1.0 if sure else likelihood(comparison)
