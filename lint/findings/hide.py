"""Leave findings out of a finished report and count them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from lint.model import Finding, Report, Result


def hide(
    report: Report, hidden: Callable[[Result, Finding], bool], reason: Literal["known", "unchanged"]
) -> Report:
    """The report without the findings that are `hidden`, which its results count under `reason`."""
    results = tuple(_without(result, hidden, reason) for result in report.results)
    named = {
        name for result in results for finding in result.findings for name in (finding.rule, *finding.also)
    }
    rules = {name: rule for name, rule in report.rules.items() if name in named}
    return report._replace(results=results, rules=rules)


def _without(result: Result, hidden: Callable[[Result, Finding], bool], reason: str) -> Result:
    left = tuple(finding for finding in result.findings if not hidden(result, finding))
    number = getattr(result.hidden, reason) + len(result.findings) - len(left)
    return result._replace(findings=left, hidden=result.hidden._replace(**{reason: number}))
