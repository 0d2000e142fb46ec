"""Kind `mentions`: how a draft names its people at first and later.

`mentions: {find: title}`: title and full name stand again; `full`: the full name stands again;
`surname`: a surname that was never introduced. `titles` stand before names, `verbs` beside speakers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from lint.matching import scope
from lint.model import Document, Finding, Rule, Span

if TYPE_CHECKING:
    from lint.model import Check, Config

SHORT = 200
"""Characters of a draft that is too short to name anybody twice."""

FINDERS = {"title": "again", "full": "again", "surname": "surname"}
"""What a rule may find -> the module whose `find(document, rule)` does, imported when it is needed."""

_Finder = Callable[[Document, Rule], Iterator[tuple[Span, str, tuple[tuple[Span, str], ...]]]]


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check for all rules of the kind."""
    return partial(_check, rules, config)


def _check(rules: tuple[Rule, ...], config: Config, document: Document) -> Iterator[Finding]:
    if len(document.text) < SHORT:
        return
    for rule in rules:
        find: _Finder = import_module(f"lint.engines.mentions.{FINDERS[rule.options['find']]}").find
        for span, name, related in find(document, rule):
            if scope.passes(rule, document, span, config):
                match = " ".join(document.text[slice(*span)].split())
                message = rule.message.replace("{match}", match).replace("{name}", name)
                yield document.finding(rule, span, message=message, related=related)
