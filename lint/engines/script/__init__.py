"""Kind `script`: characters that do not belong where they stand.

`script: {find: mixed-word}` and so on; `DETECTORS` names what can be found. A detector is a module
with `find(document)`, which yields places; none knows the rules. It is imported only for a draft that
holds such characters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from lint.model import Document, Finding, Rule

if TYPE_CHECKING:
    from lint.model import Check, Config


def _any_between(first: str, last: str) -> Callable[[frozenset[str]], bool]:
    return lambda characters: any(first <= character <= last for character in characters)


def _has_bracket(characters: frozenset[str]) -> bool:
    return "[" in characters and any("\u0370" <= one < "\u1e00" or one > "\u1eff" for one in characters)


INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d"
    "\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u3164\ufeff\uffa0\ufffc"
)
"""The characters that `invisible` names."""

DETECTORS: dict[str, tuple[str, Callable[[frozenset[str]], bool]]] = {
    "mixed-word": ("mixed", _any_between("\u0370", "\u052f")),
    "foreign-bracket": ("brackets", _has_bracket),
    "mojibake": ("mojibake", lambda characters: True),
    "invisible": ("invisible", lambda characters: not characters.isdisjoint(INVISIBLE)),
    "private-use": ("private", _any_between("\ue000", "\uf8ff")),
    "ligature": ("ligatures", lambda characters: not characters.isdisjoint("ﬀﬁﬂﬃﬄﬅﬆŉǄǅǆǇǈǉǊǋǌ")),
}
"""What may stand under `find`: the module of this folder, and whether a draft's characters call for it."""


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check that runs each rule's detector."""
    return partial(_check, rules)


def _check(rules: tuple[Rule, ...], document: Document) -> Iterator[Finding]:
    if document.source.isascii():
        return  # Every detector looks for letters and signs beyond ASCII.
    characters = frozenset(document.source)
    for rule in rules:
        name, calls_for = DETECTORS[rule.options["find"]]
        if not calls_for(characters):
            continue
        detector: Any = import_module(f"lint.engines.script.{name}")
        for place in detector.find(document):
            if _is_excepted(rule, place.shown):
                continue
            message = rule.message.replace("{match}", place.shown)
            message = message.replace("{replacement}", place.replacement or "")
            fix = place.fix if rule.fix != "none" else None
            fixes = [fix._replace(safe=fix.safe and rule.fix == "safe")] if fix else []
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
