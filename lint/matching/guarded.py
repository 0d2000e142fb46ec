"""Regular expressions that cannot run away: with `re` where that is sure to end, else with a time-out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lint.model import Failure, Rule
from lint.regexes import Code, code_of, compiled, kept

BUDGET = 1.0
"""Seconds that one pattern may take in one stretch of text."""

_STEPS = 20_000_000
"""Steps of `re` that are sure to stay within the budget."""

_LINEAR = 200
"""Steps for each character that a pattern may take in a text of any length if its time goes by the length."""


def finditer(pattern: str, flags: int, text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern, in order; raises TimeoutError when the budget is spent."""
    return finditer_kept(kept("code", code_of, pattern, flags), kept("cost", _cost, pattern, flags), text)


def finditer_kept(code: Code, cost: tuple[int, int], text: str) -> Iterator[re.Match[str]]:
    """The same for a caller that keeps a pattern's code and its cost."""
    weight, power = cost
    if (power == 1 and weight <= _LINEAR) or weight * len(text) ** power <= _STEPS:
        return _compiled(code).finditer(text)
    # `re` cannot be stopped, so whatever may take long runs in the package that can.
    import regex

    pattern, flags = code[0], code[1]
    found: Any = regex.compile(pattern, flags & _SHARED_FLAGS).finditer(text, timeout=BUDGET)
    return iter(found)


def stopped(rule: Rule, path: str) -> Failure:
    """What a run says of a draft in which a rule's pattern spent its budget."""
    said = f"{rule.id} ({rule.origin}) was stopped after {BUDGET:g} s in one paragraph"
    return Failure(path, f"{said}; simplify its pattern")


_SHARED_FLAGS = int(re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE)
"""Flags that mean the same to `re` and to `regex`."""


_compiled = lru_cache(maxsize=4096)(compiled)


def _cost(pattern: str, flags: int) -> tuple[int, int]:
    from lint.matching.cost import cost

    return cost(pattern, flags)
