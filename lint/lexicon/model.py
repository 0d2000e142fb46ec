"""Linear models over named features; the weights are data, learned by `tools/train_spelling.py`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lint.lexicon import layout

Features = dict[str, float]


@cache
def weights(name: str) -> Mapping[str, float]:
    """The weights of the model `ranking` or `detection`."""
    import json

    models = json.loads(layout.read(layout.MODELS))
    table: Mapping[str, float] = models[name]
    return table


def score(table: Mapping[str, float], features: Features) -> float:
    return sum(table.get(name, 0.0) * value for name, value in features.items())
