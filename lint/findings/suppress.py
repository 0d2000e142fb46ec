"""Suppression: what `stet` comments let stand, and those that no longer let anything stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from lint.didyoumean import nearest
from lint.findings.levels import named
from lint.findings.stet import DIRECTIVES, Directive, Stretch, directives, stretches
from lint.model import Document, Finding, Rule, Span

_OPEN = frozenset(("languagetool",))
"""Packs whose rules no file of ours lists."""


class Suppressed(NamedTuple):
    """What is left, how many findings were suppressed, and findings about the comments themselves."""

    findings: Sequence[Finding]
    suppressed: int
    extra: tuple[Finding, ...]


def suppress(
    document: Document,
    findings: Sequence[Finding],
    rules: Iterable[Rule],
    *,
    active: Collection[str] | None = None,
) -> Suppressed:
    """Take out the findings that a `stet` comment covers by the start of their span.

    Of an issue with several places, those that are covered are no longer named; it stands as long as
    its own place is not covered.

    `rules` are all that are known, so that a mistyped name is told. `active` are the ids that were
    looked for in this run (None: all of `rules`): a comment for a rule that was not looked for is
    not called unused, nor is a comment for all rules where not all were looked for.
    """
    known = {rule.id: rule for rule in rules}
    ran = frozenset(known if active is None else active)
    found = directives(document)
    covered, unpaired = stretches(document, found)
    used: set[tuple[Directive, str]] = set()
    kept = [
        _without_covered_places(covered, finding, used)
        for finding in findings
        if not _covers(covered, finding, finding.span, used)
    ]
    extra = [*_malformed(document, found, unpaired, known, ran)]
    extra += _unused(document, covered, used, known, ran)
    return Suppressed(kept, len(findings) - len(kept), tuple(extra))


def _covers(
    covered: Iterable[Stretch], finding: Finding, place: Span, used: set[tuple[Directive, str]]
) -> bool:
    """Whether some stretch covers a place of the finding; all that do are marked as used."""
    hit = False
    for directive, span in covered:
        if not span.start <= place.start < max(span.end, span.start + 1):
            continue
        for name in directive.rules or ("",):
            if not name or any(named(rule, (name,)) for rule in (finding.rule, *finding.also)):
                used.add((directive, name))
                hit = True
    return hit


def _without_covered_places(
    covered: Iterable[Stretch], finding: Finding, used: set[tuple[Directive, str]]
) -> Finding:
    related = tuple(
        other for other in finding.related if other.path or not _covers(covered, finding, other.span, used)
    )
    return finding if related == finding.related else finding._replace(related=related)


def _unused(
    document: Document,
    covered: Iterable[Stretch],
    used: set[tuple[Directive, str]],
    known: Mapping[str, Rule],
    ran: Collection[str],
) -> Iterable[Finding]:
    rule = known.get("stet.unused")
    if rule is None or rule.id not in ran:
        return
    all_ran = all(name in ran or not (known[name].default and known[name].asked) for name in known)
    for directive, _ in covered:
        for name in directive.rules or ("",):
            looked_for = any(named(ident, (name,)) for ident in ran) if name else all_ran
            if name.partition(".")[0] in _OPEN:
                looked_for = any(named(ident, _OPEN) for ident in ran)
            if looked_for and (directive, name) not in used:
                match = name if len(directive.rules) > 1 else directive.written
                yield document.source_finding(
                    rule, directive.span, message=rule.message.replace("{match}", match)
                )


def _malformed(
    document: Document,
    found: Iterable[Directive],
    unpaired: Iterable[tuple[Directive, str]],
    known: Mapping[str, Rule],
    ran: Collection[str],
) -> Iterable[Finding]:
    rule = known.get("stet.malformed")
    if rule is None or rule.id not in ran:
        return
    for directive in found:
        if message := _problem(directive, known.keys()):
            yield document.source_finding(rule, directive.span, message=message)
    for directive, message in unpaired:
        yield document.source_finding(rule, directive.span, message=message)


def _problem(directive: Directive, known: Collection[str]) -> str:
    """What is wrong with a comment's words, in one sentence; "" where nothing is."""
    if directive.name not in DIRECTIVES:
        near = nearest(directive.name, DIRECTIVES) or "stet"
        return f"There is no “{directive.name}”; did you mean “{near}”?"
    packs = {rule.partition(".")[0] for rule in known} | _OPEN
    for name in directive.rules:
        pack, _, rule = name.partition(".")
        if name in known or (pack in packs and rule in ("", "*")) or pack in _OPEN:
            continue
        meant = nearest(name, known if pack in packs else {*known, *packs})
        if meant:
            return f"There is no rule “{name}”; did you mean “{meant}”?"
        if pack in packs:
            return f"There is no rule “{name}” in the pack “{pack}”."
        # A pack that this configuration does not use may well be used by another.
    return ""
