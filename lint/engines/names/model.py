"""How likely two forms are one name: a logistic model over the features of `evidence.py`.

Its coefficients (`weights.py`) were fitted by `tools/train_names.py`; they hold no words.
"""

from __future__ import annotations

from math import exp

from lint.engines.names.evidence import Comparison, compare
from lint.engines.names.forms import Form
from lint.engines.names.weights import WEIGHTS
from lint.lexicon.known_names import CAPITAL, COUNTRY, lookup


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


def likelihood(comparison: Comparison) -> float:
    """Between 0 and 1."""
    score = sum(WEIGHTS.get(name, 0.0) * value for name, value in comparison.values.items())
    return 1 / (1 + exp(-score))


def judge(first: Form, second: Form, crowd: int = 0) -> tuple[Comparison, float]:
    """The two forms compared (see `compare`), and how likely they are one name."""
    comparison = compare(first, second, crowd)
    return comparison, 1.0 if plain_slip(comparison) else likelihood(comparison)
