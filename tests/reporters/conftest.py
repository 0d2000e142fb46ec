"""Reports made by hand: the words a finding is about are found in the draft, so no offset is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lint.model import Edit, Finding, Fix, Hidden, Related, Report, Result, Rule, Span

RULES = {
    id: Rule(id, kind, "", "warning", why)
    for id, kind, why in (
        ("spelling.misspelling", "spelling", "Readers stumble over a slip and trust the rest less."),
        ("names.variants", "names", "Readers take two names for two things."),
        ("leftovers.placeholder", "find", "A placeholder in print tells readers that nobody looked."),
    )
}


def make_finding(
    source: str,
    words: str,
    message: str = "",
    *better: str,
    path: str = "draft.md",
    rule: str = "spelling.misspelling",
    severity: Any = "warning",
    related: tuple[tuple[str, str], ...] = (),
    offset: int | None = None,
) -> Finding:
    """A finding at the first place of `words` in `source` (or at `offset`) with fixes to `better`."""
    start = source.index(words) if offset is None else offset
    span = Span(start, start + len(words))
    return Finding(
        rule=rule,
        path=path,
        span=span,
        text=words,
        message=message or f"Look at “{words}”.",
        severity=severity,
        related=tuple(
            Related(Span(source.index(text), source.index(text) + len(text)), text, note)
            for text, note in related
        ),
        fixes=tuple(Fix(text, (Edit(span, text),)) for text in better),
    )


def make_report(source: str, *findings: Finding, path: str = "draft.md", format: str = "markdown") -> Report:
    """A report of one file; nothing is hidden."""
    result = Result(path, format, source, tuple(sorted(findings, key=lambda finding: finding.span)), Hidden())
    return Report((result,), RULES)


@pytest.fixture
def finding() -> Callable[..., Finding]:
    return make_finding


@pytest.fixture
def report_on() -> Callable[..., Report]:
    return make_report
