"""Kind `script`: characters that do not belong where they stand.

`script: {find: mixed-word}` and so on; `DETECTORS` names what can be found. A detector takes a
document and yields places; none knows the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from lint.model import Document, Finding, Rule

if TYPE_CHECKING:
    from lint.engines.script.place import Place
    from lint.model import Check, Config

DETECTORS = {
    "mixed-word": "mixed",
    "foreign-bracket": "brackets",
    "mojibake": "mojibake",
    "invisible": "invisible",
    "private-use": "private",
    "ligature": "ligatures",
}
"""What may stand under `find`, and the module of this folder that finds it."""


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check that runs each rule's detector."""
    return partial(_check, rules)


def _check(rules: tuple[Rule, ...], document: Document) -> Iterator[Finding]:
    if document.source.isascii():
        return  # Every detector looks for letters and signs beyond ASCII.
    for rule in rules:
        for place in _detector(rule)(document):
            message = rule.message.replace("{match}", place.shown)
            message = message.replace("{replacement}", place.replacement or "")
            fixes = [place.fix] if place.fix and rule.fix != "none" else []
            yield document.source_finding(rule, place.span, message=message, fixes=fixes)


def _detector(rule: Rule) -> Callable[[Document], Iterable[Place]]:
    module = import_module(f"lint.engines.script.{DETECTORS[rule.options['find']]}")
    find: Callable[[Document], Iterable[Place]] = module.find
    return find
