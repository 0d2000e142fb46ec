"""Kind `figures`: numbers and dates that contradict one another.

`figures: {find: weekday}`; the others are impossible, count, shares, age and range. `words` are the
words that tie a number to what it counts, `tolerance` is in percentage points or years.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from lint.matching import scope
from lint.model import Document, Finding, Rule

if TYPE_CHECKING:
    from lint.engines.figures.found import Found
    from lint.model import Check, Config

FINDERS = {
    "weekday": "weekdays",
    "impossible": "impossible",
    "count": "counts",
    "shares": "shares",
    "age": "ages",
    "range": "ranges",
}
"""What a rule may find -> the module whose `find(document, rule)` does."""

_Finder = Callable[[Document, Rule], Iterator["Found"]]


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check for all rules of the kind."""
    finders = tuple((rule, _finder(rule.options["find"])) for rule in rules)
    return partial(_check, finders, config)


def _finder(name: str) -> _Finder:
    finder: _Finder = import_module(f"lint.engines.figures.{FINDERS[name]}").find
    return finder


def _check(
    finders: tuple[tuple[Rule, _Finder], ...], config: Config, document: Document
) -> Iterator[Finding]:
    for rule, find in finders:
        for found in find(document, rule):
            if scope.passes(rule, document, found.span, config):
                yield document.finding(
                    rule,
                    found.span,
                    message=_message(rule, document, found),
                    related=found.related,
                    fixes=found.fixes if rule.fix != "none" else (),
                )


def _message(rule: Rule, document: Document, found: Found) -> str:
    match = " ".join(document.text[found.span.start : found.span.end].split())
    said = rule.message.replace("{match}", match)
    for slot, words in found.slots.items():
        said = said.replace("{" + slot + "}", words)
    return said
