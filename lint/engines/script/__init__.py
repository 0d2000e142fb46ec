"""Kind `script`: characters that do not belong where they stand.

`script: {find: mixed-word}` and so on; `DETECTORS` names what can be found. A detector is a module
with `may_find(characters)`, which tells from the set of a draft's characters whether to look at all,
and `find(document)`, which yields places; none knows the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from lint.model import Document, Finding, Rule

if TYPE_CHECKING:
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
    characters = frozenset(document.source)
    for rule in rules:
        detector: Any = import_module(f"lint.engines.script.{DETECTORS[rule.options['find']]}")
        if not detector.may_find(characters):
            continue
        for place in detector.find(document):
            if _is_excepted(rule, place.shown):
                continue
            message = rule.message.replace("{match}", place.shown)
            message = message.replace("{replacement}", place.replacement or "")
            fixes = [place.fix] if place.fix and rule.fix != "none" else []
            yield document.source_finding(
                rule, place.span, message=message, related=place.related, fixes=fixes
            )


def _is_excepted(rule: Rule, shown: str) -> bool:
    """Whether what was found is one of the rule's exceptions, a phrase or a `/pattern/`."""
    if not rule.exceptions:
        return False
    import re

    return any(
        re.search(phrase[1:-1], shown, re.IGNORECASE)
        if len(phrase) > 2 and phrase[0] == "/" == phrase[-1]
        else phrase.casefold() == shown.casefold()
        for phrase in rule.exceptions
    )
