"""Kind `quotations`: words in quotation marks that are left open, changed or without a speaker.

`quotations: {find: unclosed}`; the others are altered, speaker and single, each a module with
`find(document, rule)` that is imported when a draft needs it. `words` are the verbs and
other words that give a quotation its speaker, `least` is how many words a quotation must have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from lint.matching import scope
from lint.model import Document, Finding, Rule

if TYPE_CHECKING:
    from lint.engines.quotations.found import Found
    from lint.model import Check, Config

LONG = 24
"""Characters of the shortest quotation that is compared with others or needs a speaker."""


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check for all rules of the kind."""
    return partial(_check, tuple((rule, _reach(rule)) for rule in rules), config)


def _reach(rule: Rule) -> Rule:
    """The rule as far as its scope goes, to which quotations belong; its exceptions are read here."""
    return rule._replace(scope=(*(rule.scope or ("prose",)), "quotation"), exceptions=())


def _check(rules: tuple[tuple[Rule, Rule], ...], config: Config, document: Document) -> Iterator[Finding]:
    if not document.quotations:
        return
    for rule, reach in rules:
        wanted = rule.options["find"]
        if not _worth(wanted, document):
            continue
        find: Callable[[Document, Rule], Iterator[Found]]
        find = import_module(f"lint.engines.quotations.{wanted}").find
        for found in find(document, rule):
            if _outside(rule, document, found) and scope.passes(reach, document, found.span, config):
                message = rule.message.replace("{match}", found.match).replace("{other}", found.other)
                yield document.finding(rule, found.span, message=message, related=found.related)


def _worth(wanted: str, document: Document) -> bool:
    """Whether the draft can hold what a rule looks for."""
    if wanted == "unclosed":
        return any(not one.closed for one in document.quotations)
    if wanted == "single":
        return True
    long = sum(1 for one in document.quotations if one.inner.end - one.inner.start >= LONG)
    return long > (wanted == "altered") and len(document.blocks) > (wanted == "speaker")


def _outside(rule: Rule, document: Document, found: Found) -> bool:
    """Whether none of the rule's exceptions stands in the quotation."""
    words = document.text[slice(*found.span)].casefold()
    return not any(phrase.casefold() in words for phrase in rule.exceptions)
