"""Kind `uniform`: what should look alike throughout a draft, or throughout one list, and does not.

`uniform: {find: accents}`: a word with its accents and without; `prefixes`: words with one prefix, with a
hyphen and without (`words` lists the prefixes); `serial-comma`: series with a comma before “and” and without;
`italics`: a title in italics here and plain there; `endings`, `openings`: the items of a list; `headings`:
sentence case and title case. Each is one finding, at the first place of the rarer form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from lint.engines.uniform.worth import WORTH
from lint.matching import scope
from lint.model import Document, Finding, Rule, Span

if TYPE_CHECKING:
    from lint.engines.uniform.found import Form, Mixed
    from lint.model import Check, Config

FINDERS = {
    "accents": "accents",
    "prefixes": "prefixes",
    "serial-comma": "series",
    "italics": "italics",
    "endings": "endings",
    "openings": "openings",
    "headings": "headings",
}
"""What a rule may find -> the module whose `find(document, rule, counts)` does, imported when needed."""

Counts = Callable[[Span], bool]
"""Whether a place of the draft counts for the rule: its scope, its exceptions, quotations."""


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check for all rules of the kind."""
    return partial(_check, rules, config)


def _check(rules: tuple[Rule, ...], config: Config, document: Document) -> Iterator[Finding]:
    for rule in rules:
        wanted = rule.options["find"]
        if not WORTH[wanted](document):
            continue
        find: Callable[[Document, Rule, Counts], Iterator[Mixed]]
        find = import_module(f"lint.engines.uniform.{FINDERS[wanted]}").find
        for mixed in find(document, rule, _counts(rule, document, config)):
            yield _finding(document, rule, mixed)


def _counts(rule: Rule, document: Document, config: Config) -> Counts:
    return lambda span: scope.passes(rule, document, span, config)


def _finding(document: Document, rule: Rule, mixed: Mixed) -> Finding:
    """At the first odd place, with every other place beside it, each with its form."""
    kept, odd = mixed.kept, mixed.odd
    first, *others = odd.spans
    match = " ".join(document.text[first.start : first.end].split())
    slots = {
        "match": match,
        "replacement": kept.shown,
        "other": odd.shown,
        "count": str(len(kept.spans)),
        "forms": f"{_times(kept)} and {_times(odd)}",
    }
    message = rule.message
    for slot, words in slots.items():
        message = message.replace("{" + slot + "}", words)
    places = [(span, form.shown) for form, spans in ((odd, others), (kept, kept.spans)) for span in spans]
    fixes = (mixed.fix,) if rule.fix != "none" else ()
    return document.finding(rule, first, message=message, related=sorted(places), fixes=fixes)


def _times(form: Form) -> str:
    count = len(form.spans)
    return f"“{form.shown}” " + {1: "once", 2: "twice"}.get(count, f"{count} times")
