"""Regular expressions that cannot run away: with `re` where that is sure to end, else with a time-out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lint.model import Failure, Rule

BUDGET = 1.0
"""Seconds that one pattern may take in one stretch of text."""

_STEPS = 20_000_000
"""Steps of `re` that are sure to stay within the budget."""


def finditer(
    pattern: str, flags: int, text: str, cost: tuple[int, int] | None = None
) -> Iterator[re.Match[str]]:
    """The matches of a pattern, in order; raises TimeoutError when the budget is spent.

    `cost` is what `lint.matching.cost.cost` says of the pattern, for callers that keep it.
    """
    weight, power = cost or _cost(pattern, flags)
    if weight * len(text) ** power <= _STEPS:
        return _compiled(pattern, flags).finditer(text)
    # `re` cannot be stopped, so whatever may take long runs in the package that can.
    import regex

    found: Any = regex.compile(pattern, flags).finditer(text, timeout=BUDGET)
    return iter(found)


def stopped(rule: Rule, path: str) -> Failure:
    """What a run says of a draft in which a rule's pattern spent its budget."""
    said = f"{rule.id} ({rule.origin}) was stopped after {BUDGET:g} s in one paragraph"
    return Failure(path, f"{said}; simplify its pattern")


@lru_cache(maxsize=4096)
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(pattern, flags)


@lru_cache(maxsize=4096)
def _cost(pattern: str, flags: int) -> tuple[int, int]:
    from lint.matching.cost import cost

    return cost(pattern, flags)
