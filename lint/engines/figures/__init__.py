"""Kind `figures`: numbers and dates that contradict one another.

`figures: {find: weekday}`; the others are impossible, count, shares, age, range and year. `words` are the
words that tie a number to what it counts, `tolerance` is in percentage points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from lint.engines.figures.worth import WORTH
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
    "year": "yearless",
}
"""What a rule may find -> the module whose `find(document, rule)` does, imported when it is needed."""


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check for all rules of the kind."""
    return partial(_check, rules, config)


def _check(rules: tuple[Rule, ...], config: Config, document: Document) -> Iterator[Finding]:
    for rule in rules:
        wanted = rule.options["find"]
        if not WORTH[wanted](document):
            continue
        find: Callable[[Document, Rule], Iterator[Found]]
        find = import_module(f"lint.engines.figures.{FINDERS[wanted]}").find
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
