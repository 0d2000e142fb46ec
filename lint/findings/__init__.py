"""From all that the engines found in a draft to what counts.

Levels, duplicates, “[sic]”, accepted terms, `stet` and the limits of safe fixes, in this order: a comment
that covers nothing but what is switched off or accepted anyway is unused.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lint.findings import levels
from lint.findings.merge import merge
from lint.model import Config, Document, Finding, Rule, Waiver


class Judged(NamedTuple):
    """The findings that count, in order, and how many `stet` and accepted terms took out, the comments."""

    findings: tuple[Finding, ...]
    suppressed: int = 0
    accepted: int = 0
    waivers: tuple[Waiver, ...] = ()


def judge(document: Document, findings: Iterable[Finding], rules: Sequence[Rule], config: Config) -> Judged:
    """Decide which findings of a draft count; `rules` are all that its packs hold."""
    counted: Sequence[Finding] = merge(levels.apply(findings, config))
    if counted and "sic" in document.source:
        from lint.findings.sic import unmarked

        counted = unmarked(document, counted)
    accepted = suppressed = 0
    waivers: tuple[Waiver, ...] = ()
    if config.accept and counted:
        from lint.findings.accept import accept

        counted, accepted = accept(document, counted, config.accept)
    if any("stet" in comment.text for comment in document.comments):
        from lint.findings.suppress import suppress

        on = {rule.id for rule in levels.active(rules, config)}
        counted, suppressed, extra, waivers = suppress(
            document, counted, rules, active=on, today=config.today
        )
        counted = merge((*counted, *levels.apply(extra, config)))
    if any(fix.safe for finding in counted for fix in finding.fixes):
        from lint.findings.unasked import guarded

        counted = guarded(document, counted)
    return Judged(tuple(counted), suppressed, accepted, waivers)
