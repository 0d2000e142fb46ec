"""Suppression: what `stet` comments let stand, and those that no longer let anything stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from lint.didyoumean import nearest
from lint.findings.levels import named
from lint.findings.stet import DIRECTIVES, Directive, Stretch, directives, expired, is_day, stretches
from lint.model import Document, Finding, Rule, Span, Waiver

_OPEN = frozenset(("languagetool",))
"""Packs whose rules no file of ours lists."""


class Suppressed(NamedTuple):
    """What is left, how many findings were suppressed, findings about the comments, and the comments."""

    findings: Sequence[Finding]
    suppressed: int
    extra: tuple[Finding, ...]
    waivers: tuple[Waiver, ...] = ()


def suppress(
    document: Document,
    findings: Sequence[Finding],
    rules: Iterable[Rule],
    *,
    active: Collection[str] | None = None,
    today: str = "",
) -> Suppressed:
    """Take out the findings that a `stet` comment covers by the start of their span.

    Of an issue with several places, those that are covered are no longer named; it stands as long as
    its own place is not covered.

    `rules` are all that are known, so that a mistyped name is told. `active` are the ids that were
    looked for in this run (None: all of `rules`): a comment for a rule that was not looked for is
    not called unused, nor is a comment for all rules where not all were looked for. A comment whose
    day is before `today` covers nothing.
    """
    known = {rule.id: rule for rule in rules}
    ran = _Ran(known, frozenset(known if active is None else active))
    found = directives(document)
    everything, unpaired = stretches(document, found)
    covered = [stretch for stretch in everything if not expired(stretch.directive, today)]
    used: set[tuple[Directive, str]] = set()
    kept = [
        _without_covered_places(covered, finding, used)
        for finding in findings
        if not _covers(covered, finding, finding.span, used)
    ]
    past = [stretch.directive for stretch in everything if expired(stretch.directive, today)]
    extra = (
        *_malformed(document, found, unpaired, ran),
        *_unused(document, covered, used, ran),
        *_expired(document, past, ran),
    )
    waivers = (_waiver(directive, past, used, ran) for directive, _ in everything)
    return Suppressed(kept, len(findings) - len(kept), extra, tuple(waivers))


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


class _Ran(NamedTuple):
    """The rules that are known, and the ids that were looked for."""

    known: Mapping[str, Rule]
    ids: Collection[str]

    def rule(self, name: str) -> Rule | None:
        return self.known.get(name) if name in self.ids else None

    def looked_for(self, name: str) -> bool:
        """Whether what a comment calls `name` ("": every rule) was looked for in this run."""
        if not name:
            rules = self.known.values()
            return all(rule.id in self.ids or not (rule.default and rule.asked) for rule in rules)
        names = _OPEN if name.partition(".")[0] in _OPEN else (name,)
        return any(named(ident, names) for ident in self.ids)


def _unused(
    document: Document, covered: Iterable[Stretch], used: set[tuple[Directive, str]], ran: _Ran
) -> Iterable[Finding]:
    rule = ran.rule("stet.unused")
    if rule is None:
        return
    for directive, _ in covered:
        for name in directive.rules or ("",):
            if (directive, name) not in used and ran.looked_for(name):
                match = name if len(directive.rules) > 1 else directive.written
                yield document.source_finding(
                    rule, directive.span, message=rule.message.replace("{match}", match)
                )


def _expired(document: Document, past: Iterable[Directive], ran: _Ran) -> Iterable[Finding]:
    rule = ran.rule("stet.expired")
    if rule is None:
        return
    for directive in past:
        message = rule.message.replace("{match}", directive.written).replace("{date}", directive.until)
        yield document.source_finding(rule, directive.span, message=message)


def _waiver(
    directive: Directive, past: Collection[Directive], used: set[tuple[Directive, str]], ran: _Ran
) -> Waiver:
    names = directive.rules or ("",)
    state: Literal["used", "unused", "expired", "unasked"] = "unasked"
    if directive in past:
        state = "expired"
    elif any((directive, name) in used for name in names):
        state = "used"
    elif all(map(ran.looked_for, names)):
        state = "unused"
    return Waiver(directive.name, directive.rules, directive.reason, directive.until, directive.span, state)


def _malformed(
    document: Document, found: Iterable[Directive], unpaired: Iterable[tuple[Directive, str]], ran: _Ran
) -> Iterable[Finding]:
    rule = ran.rule("stet.malformed")
    if rule is None:
        return
    for directive in found:
        if message := _problem(directive, ran.known.keys()) or _wrong_day(directive):
            yield document.source_finding(rule, directive.span, message=message)
    for directive, message in unpaired:
        yield document.source_finding(rule, directive.span, message=message)


def _wrong_day(directive: Directive) -> str:
    """What is wrong with the day a comment holds until, in one sentence; "" where nothing is."""
    right = "write it as until=2027-01-31"
    if any(name.lower().startswith("until") for name in directive.rules):
        return f"The day is written in small letters and with its sign; {right}."
    if directive.until == "until":
        return f"This “{directive.name}” says “until” and no day; {right}."
    if directive.until and not is_day(directive.until):
        return f"The calendar has no day “{directive.until}”; {right}."
    if directive.until and directive.name == "stet-end":
        return "The day belongs to the “stet-begin”; a “stet-end” has none."
    if "until=" in directive.reason:
        return "The day stands before the colon, as in “stet house until=2027-01-31: the reason”."
    return ""


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
