"""The report as GitLab's Code Quality artifact: a list of issues in the manner of Code Climate.

GitLab compares two branches by `fingerprint`, which has to be unique in the report: ours and the path. What
could not be checked is a blocker at the first line of its file. Notices have no place here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lint.digests import blake2b
from lint.model import Failure, Finding, Report, Severity
from lint.reporters import Options
from lint.reporters.jsontext import document
from lint.reporters.lines import Lines, lines_of
from lint.reporters.paths import shown
from lint.reporters.proposals import said

_SEVERITY: dict[Severity, str] = {"error": "major", "warning": "minor", "suggestion": "info"}

_DIGEST = 16


def render(report: Report, options: Options) -> str:
    """One JSON list, the same on every run."""
    issues = []
    used: set[str] = set()
    for issue in _issues(report, options):
        # Reports made by hand may lack fingerprints; GitLab shows but one issue of each.
        basis, name, count = issue["fingerprint"], "", 0
        while not name or name in used:
            name = _digest(f"{basis}\0{count}" if count else basis)
            count += 1
        used.add(name)
        issues.append({**issue, "fingerprint": name})
    return document(issues, depth=1)


def _issues(report: Report, options: Options) -> Iterator[dict[str, Any]]:
    for result in report.results:
        lines = lines_of(result.source)
        path = shown(result.path, options)
        for finding in result.findings:
            yield _issue(finding, lines, path)
    for failure in report.failures:
        yield _failure(failure, shown(failure.path, options))


def _issue(finding: Finding, lines: Lines, path: str) -> dict[str, Any]:
    region = lines.region(finding.span)
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": said(finding),
        "categories": ["Style"],
        "severity": _SEVERITY[finding.severity],
        "fingerprint": f"{path}\0{finding.fingerprint}",
        "location": {"path": path, "lines": {"begin": region.line, "end": region.end_line}},
    }


def _failure(failure: Failure, path: str) -> dict[str, Any]:
    return {
        "type": "issue",
        "check_name": "not-checked",
        "description": f"Could not be checked: {failure.message}",
        "categories": ["Style"],
        "severity": "blocker",
        "fingerprint": f"{path}\0{failure.message}",
        "location": {"path": path or "copydesk", "lines": {"begin": 1, "end": 1}},
    }


def _digest(basis: str) -> str:
    return blake2b(basis.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()
