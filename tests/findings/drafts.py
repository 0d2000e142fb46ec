"""Findings to judge: every place of a word in a draft, said by a rule of the given name."""

from __future__ import annotations

import re

from lint.documents import parse
from lint.findings import Judged, judge
from lint.model import Config, Document, Finding, Rule, Span

RULES = ("house.utilize", "house.other", "spelling.typo", "stet.unused", "stet.malformed", "stet.expired")


def rule(name: str, **fields: object) -> Rule:
    said = {
        "stet.unused": "“{match}” suppresses nothing here; take it out.",
        "stet.expired": "“{match}” held until {date}; take it out, or give it a later day.",
    }.get(name, "Look at this.")
    return Rule(**{"id": name, "kind": "find", "message": said, "severity": "warning", "why": "", **fields})  # type: ignore[arg-type]


def document(source: str, path: str = "story.md") -> Document:
    return parse(source, path)


def every(draft: Document, pattern: str, name: str = "house.utilize", better: str = "") -> list[Finding]:
    found = rule(name)
    spans = [Span(*match.span()) for match in re.finditer(pattern, draft.text)]
    return [draft.finding(found, span, fixes=[draft.fix(span, better)] if better else []) for span in spans]


def judged(source: str, pattern: str, *, path: str = "story.md", config: Config | None = None) -> Judged:
    """What counts of one finding of `house.utilize` for each place of `pattern`."""
    draft = document(source, path)
    return judge(draft, every(draft, pattern), [rule(name) for name in RULES], config or Config())
