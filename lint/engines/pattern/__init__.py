"""Rules of the kinds `find`, `replace` and `regex`: words and patterns an editor lists.

All words of all rules are looked for at once in the text's shadow; a regular expression runs only
in the block where a string it cannot do without was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lint.engines.pattern.plan import compile
from lint.engines.pattern.search import Runaway, Search
from lint.matching import scope, wording
from lint.matching.guarded import stopped
from lint.model import Config, Document, Edit, Failure, Finding, Fix, Rule, Span

__all__ = ["build", "compile"]


def build(rules: tuple[Rule, ...], config: Config, plan: dict[str, Any] | None = None) -> _Check:
    """A check for all pattern rules; `plan` is what `compile` made of them, if it was kept."""
    return _Check(rules, config, plan if plan is not None else compile(rules))


class _Check:
    """Calls the searches over prose and over the source, and turns their matches into findings."""

    def __init__(self, rules: tuple[Rule, ...], config: Config, plan: dict[str, Any]) -> None:
        self.rules = rules
        self.config = config
        self.prose = Search(plan["prose"])
        self.source = Search(plan["source"])
        self.runaways: list[Runaway] = []
        self.failures: list[Failure] = []

    def __call__(self, document: Document) -> Iterable[Finding]:
        yield from self._in_prose(document)
        yield from self._in_source(document)
        self.failures.extend(stopped(self.rules[each.rule], each.path) for each in self.runaways)
        self.runaways.clear()

    def _in_prose(self, document: Document) -> Iterator[Finding]:
        blocks = [block.span for block in document.blocks]
        for index, span, better in self.prose(document.text, blocks, self.runaways, document.path):
            rule = self.rules[index]
            if scope.passes(rule, document, span, self.config):
                yield _prose_finding(document, rule, span, better)

    def _in_source(self, document: Document) -> Iterator[Finding]:
        whole = [Span(0, len(document.source))]
        for index, span, better in self.source(document.source, whole, self.runaways, document.path):
            rule = self.rules[index]
            if not rule.in_code and scope.in_code(document, span):
                continue
            if not scope.excepted(rule, document.source, whole[0], span):
                yield _source_finding(document, rule, span, better)


def _prose_finding(document: Document, rule: Rule, span: Span, better: tuple[str, ...]) -> Finding:
    match = document.text[span.start : span.end]
    options = tuple(dict.fromkeys(wording.like(match, word) for word in better))
    safe = rule.fix == "safe" and len(options) == 1 and not document.quoted(span)
    fixes = () if rule.fix == "none" else tuple(wording.fixes(document, span, options, safe=safe))
    return document.finding(rule, span, message=wording.message(rule, match, options), fixes=fixes)


def _source_finding(document: Document, rule: Rule, span: Span, better: tuple[str, ...]) -> Finding:
    match = document.source[span.start : span.end]
    safe = rule.fix == "safe" and len(better) == 1
    fixes = () if rule.fix == "none" else tuple(Fix(word, (Edit(span, word),), safe) for word in better)
    return document.source_finding(rule, span, message=wording.message(rule, match, better), fixes=fixes)
