"""What is shown of all that the engines found in one draft."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from lint.findings import levels
from lint.findings.accept import accept
from lint.findings.merge import merge
from lint.findings.suppress import suppress
from lint.model import Config, Document, Finding, Hidden, Rule


class Settled(NamedTuple):
    """The findings to show, in order, and how many are hidden by the reason."""

    findings: tuple[Finding, ...]
    hidden: Hidden


def settle(
    document: Document,
    findings: Iterable[Finding],
    rules: Iterable[Rule],
    config: Config,
    *,
    active: Collection[str] | None = None,
) -> Settled:
    """Levels, duplicates, accepted terms, `stet` and the threshold, in this order.

    `config` is what holds for this draft. `rules` are all that are known, `active` the ids that were
    looked for (None: all that the configuration leaves on).
    """
    known = tuple(rules)
    if active is None:
        active = {rule.id for rule in levels.active(known, config)}
    merged = merge(levels.apply(findings, config))
    kept, accepted = accept(document, merged, config.accept)
    left, suppressed, extra = suppress(document, kept, known, active=active)
    if extra:
        left = merge((*left, *levels.apply(extra, config)))
    shown, below = levels.above(left, config.min_severity)
    return Settled(tuple(shown), Hidden(suppressed, accepted, below))
