"""Kind `quotations`: words in quotation marks that are left open, changed or without a speaker.

`quotations: {find: unclosed}`; the others are altered, speaker and single. `words` are the verbs and
other words that give a quotation its speaker, `least` is how many words a quotation must have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from lint.model import Document, Finding, Rule

if TYPE_CHECKING:
    from lint.engines.quotations.found import Found
    from lint.model import Check, Config

FINDERS = {
    "unclosed": "unclosed",
    "altered": "altered",
    "speaker": "speaker",
    "single": "single",
}
"""What a rule may find -> the module whose `find(document, rule)` does."""

_Finder = Callable[[Document, Rule], Iterator["Found"]]


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check for all rules of the kind."""
    return partial(_check, tuple((rule, _finder(rule.options["find"])) for rule in rules))


def _finder(name: str) -> _Finder:
    finder: _Finder = import_module(f"lint.engines.quotations.{FINDERS[name]}").find
    return finder


def _check(finders: tuple[tuple[Rule, _Finder], ...], document: Document) -> Iterator[Finding]:
    if not document.quotations:
        return
    for rule, find in finders:
        for found in find(document, rule):
            if _outside(rule, document, found):
                message = rule.message.replace("{match}", found.match).replace("{other}", found.other)
                yield document.finding(rule, found.span, message=message, related=found.related)


def _outside(rule: Rule, document: Document, found: Found) -> bool:
    """Whether none of the rule's exceptions stands in the quotation."""
    words = document.text[slice(*found.span)].casefold()
    return not any(phrase.casefold() in words for phrase in rule.exceptions)
