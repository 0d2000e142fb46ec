"""Findings on names: one for each inconsistency, with every place of every form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lint.engines.names.across import Elsewhere
from lint.model import Document, Finding, Related, Rule, Span


class Uses(NamedTuple):
    """A form and its places."""

    text: str
    spans: tuple[Span, ...]


def inconsistency(
    document: Document, rule: Rule, keep: Uses, others: Sequence[Uses], reason: str = ""
) -> Finding:
    """One finding at the first place of a form to change; all other places of all forms are related."""
    first = min(others, key=lambda uses: uses.spans[0])
    own = first.spans[0]
    related = [
        (span, f"{uses.text}, {times(len(uses.spans))}")
        for uses in (keep, *others)
        for span in uses.spans
        if span != own
    ]
    related.sort()
    return document.finding(
        rule,
        own,
        message=message(rule.message, first, keep, others, reason),
        related=related,
        fixes=[document.fix(own, keep.text)] if keep.text and rule.fix != "none" else [],
    )


def known_name(document: Document, rule: Rule, mine: Uses, meant: str) -> Finding:
    """A finding on a word that is one slip away from a name everybody knows."""
    own = mine.spans[0]
    text = rule.message.replace("{match}", mine.text).replace("{replacement}", meant)
    fixes = [document.fix(own, meant)] if rule.fix != "none" else []
    return document.finding(rule, own, message=text, fixes=fixes)


def other_draft(document: Document, rule: Rule, mine: Uses, other: Elsewhere) -> Finding:
    """One finding on a form that other drafts of the run write differently."""
    own, count = mine.spans[0], times(other.uses)
    finding = document.finding(
        rule,
        own,
        message=f"“{mine.text}” is written “{other.keep}” in other drafts of this run ({count}).",
        related=[(span, f"{mine.text}, {times(len(mine.spans))}") for span in mine.spans[1:]],
        fixes=[document.fix(own, other.keep)] if rule.fix != "none" else [],
    )
    note = f"{other.keep}, {count}"
    theirs = tuple(Related(span, other.keep, note, path) for path, span in other.places)
    return finding._replace(related=finding.related + theirs)


def message(template: str, first: Uses, keep: Uses, others: Sequence[Uses], reason: str) -> str:
    """The rule's sentence with `{match}`, `{replacement}`, its `{count}`, `{forms}` and `{reason}` filled."""
    forms = [f"“{uses.text}” ({times(len(uses.spans))})" for uses in others]
    values = {
        "{match}": first.text,
        "{replacement}": keep.text,
        "{count}": times(len(keep.spans)),
        "{forms}": forms[0] if len(forms) == 1 else ", ".join(forms[:-1]) + " and " + forms[-1],
        "{reason}": reason,
    }
    for placeholder, value in values.items():
        template = template.replace(placeholder, value)
    return template


def times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
