"""The report as Checkstyle's XML: one `file` a draft, one `error` a finding, columns in code points.

Checkstyle knows the severities `ignore`, `info`, `warning` and `error`; a suggestion is `info`. What could
not be checked is an error of its file. Notices have no place here.
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.model import Failure, Report, Result, Severity
from lint.reporters import Options
from lint.reporters.lines import lines_of
from lint.reporters.paths import shown
from lint.reporters.proposals import said
from lint.reporters.xmltext import DECLARATION, attributes

_VERSION = "4.3"
_SEVERITY: dict[Severity, str] = {"error": "error", "warning": "warning", "suggestion": "info"}


def render(report: Report, options: Options) -> str:
    """One XML document, the same on every run."""
    return "\n".join((DECLARATION, *_rows(report, options), ""))


def _rows(report: Report, options: Options) -> Iterator[str]:
    yield f"<checkstyle{attributes(version=_VERSION)}>"
    for result in report.results:
        yield f"  <file{attributes(name=shown(result.path, options))}>"
        yield from _errors(result)
        yield "  </file>"
    for failure in report.failures:
        yield f"  <file{attributes(name=shown(failure.path, options) or 'copydesk')}>"
        yield f"    {_failure(failure)}"
        yield "  </file>"
    yield "</checkstyle>"


def _errors(result: Result) -> Iterator[str]:
    lines = lines_of(result.source)
    for finding in result.findings:
        line, column = lines.place(finding.span.start)
        severity = _SEVERITY[finding.severity]
        source = f"copydesk.{finding.rule}"
        values = attributes(line=line, column=column, severity=severity, message=said(finding), source=source)
        yield f"    <error{values}/>"


def _failure(failure: Failure) -> str:
    values = attributes(line=1, severity="error", message=failure.message, source="copydesk.not-checked")
    return f"<error{values}/>"
