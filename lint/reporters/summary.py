"""The sentence that ends a report: how many findings, of what kind, where, and how many were hidden."""

from __future__ import annotations

from collections import Counter

from lint.model import SEVERITIES, Hidden, Report, Severity

_HIDDEN_WORDS = {
    "below": "below the threshold",
    "known": "in the baseline",
    "unchanged": "on unchanged lines",
}


def by_severity(report: Report) -> dict[Severity, int]:
    """How many findings there are of each severity, the gravest first; zeros are kept."""
    counts = Counter(finding.severity for finding in report.findings)
    return {severity: counts[severity] for severity in reversed(SEVERITIES)}


def hidden_counts(report: Report) -> dict[str, int]:
    """How many findings were made and not shown, by the reason; zeros are kept."""
    return {name: sum(getattr(result.hidden, name) for result in report.results) for name in Hidden._fields}


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def summary(report: Report) -> str:
    """One line, such as `4 findings: 1 error, 3 warnings in 1 of 2 files; hidden: 2 suppressed`."""
    total = len(report.findings)
    files = len(report.results)
    if total:
        kinds = ", ".join(counted(number, kind) for kind, number in by_severity(report).items() if number)
        concerned = sum(bool(result.findings) for result in report.results)
        where = f"in {concerned:,} of {counted(files, 'file')}" if files > 1 else "in 1 file"
        line = f"{counted(total, 'finding')}: {kinds} {where}"
    else:
        line = f"No findings in {counted(files, 'file')}"
    hidden = hidden_phrase(report)
    if hidden:
        line += f"; hidden: {hidden}"
    if report.failures:
        line += f"; could not be checked: {len(report.failures):,}"
    return line


def hidden_phrase(report: Report) -> str:
    """`2 suppressed, 1 accepted, 5 below the threshold`, or "" where nothing was hidden."""
    return ", ".join(
        f"{number:,} {_HIDDEN_WORDS.get(reason, reason)}"
        for reason, number in hidden_counts(report).items()
        if number
    )
