"""How likely two forms are one name: a logistic model over the features of `evidence.py`.

Its coefficients (`weights.py`) were fitted by `tools/train_names.py`; they hold no words.
"""

from __future__ import annotations

from math import exp

from lint.engines.names.evidence import Comparison, compare
from lint.engines.names.forms import Form
from lint.engines.names.weights import WEIGHTS


def likelihood(comparison: Comparison) -> float:
    """Between 0 and 1."""
    score = sum(WEIGHTS.get(name, 0.0) * value for name, value in comparison.values.items())
    return 1 / (1 + exp(-score))


def judge(first: Form, second: Form, crowd: int = 0) -> tuple[Comparison, float]:
    """The two forms compared (see `compare`), and how likely they are one name."""
    comparison = compare(first, second, crowd)
    return comparison, likelihood(comparison)
