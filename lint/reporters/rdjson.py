"""The report in Reviewdog's Diagnostic Format (`rdjson`, one `DiagnosticResult`).

Columns count bytes of UTF-8 from 1, and ends are exclusive. A suggestion replaces one stretch: the edits of
a fix that stand on one line are told as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lint.documents import BINARY
from lint.model import Failure, Finding, Fix, Report, Severity, Span, apply_edits
from lint.reporters import Options
from lint.reporters.jsontext import document, filled
from lint.reporters.lines import Lines, Region, lines_of
from lint.reporters.paths import page, shown

_SEVERITY: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}


def render(report: Report, options: Options) -> str:
    """One JSON object, the same on every run."""
    data = {"source": {"name": "copydesk"}, "diagnostics": list(_diagnostics(report, options))}
    return document(data, depth=3)


def _diagnostics(report: Report, options: Options) -> Iterator[dict[str, Any]]:
    sources = {result.path: lines_of(result.source) for result in report.results}
    for result in report.results:
        for finding in result.findings:
            rule = report.rules.get(finding.rule)
            told = _diagnostic(finding, rule.link if rule else "", sources, options)
            if result.format in BINARY:  # Its lines are those of the text: nothing in the file to replace.
                told.pop("suggestions", None)
            yield told
    for failure in report.failures:
        yield _failure(failure, options)


def _failure(failure: Failure, options: Options) -> dict[str, Any]:
    return {
        "message": f"Could not be checked: {failure.message}",
        "location": {"path": shown(failure.path, options) or "copydesk"},
        "severity": "ERROR",
        "code": {"value": "not-checked"},
    }


def _diagnostic(
    finding: Finding, link: str, sources: Mapping[str, Lines], options: Options
) -> dict[str, Any]:
    """`link` is the rule's own page, for a finding that has none."""
    lines = sources[finding.path]
    return filled(
        message=finding.message,
        location=_location(finding.path, finding.span, sources, options),
        severity=_SEVERITY[finding.severity],
        code=filled(value=finding.rule, url=page(finding.link) or page(link)),
        suggestions=[told for fix in finding.fixes if (told := _suggestion(lines, fix)) is not None],
        related_locations=[
            {
                "message": other.note or f"“{other.text}”",
                "location": _location(other.path or finding.path, other.span, sources, options),
            }
            for other in finding.related
        ],
    )


def _location(path: str, span: Span, sources: Mapping[str, Lines], options: Options) -> dict[str, Any]:
    location: dict[str, Any] = {"path": shown(path, options)}
    if path in sources:
        location["range"] = _range(sources[path], span)
    return location


def _suggestion(lines: Lines, fix: Fix) -> dict[str, Any] | None:
    """The fix as one stretch and its new text, or None where its edits stand on several lines."""
    if not fix.edits:
        return None
    span = Span(min(edit.span.start for edit in fix.edits), max(edit.span.end for edit in fix.edits))
    region = lines.region(span, in_bytes=True)
    if len(fix.edits) > 1 and region.line != region.end_line:
        return None
    text = apply_edits(lines.source[span.start : span.end], span.start, fix.edits)
    return {"range": _positions(region), "text": text}


def _range(lines: Lines, span: Span) -> dict[str, Any]:
    return _positions(lines.region(span, in_bytes=True))


def _positions(region: Region) -> dict[str, Any]:
    return {
        "start": {"line": region.line, "column": region.column},
        "end": {"line": region.end_line, "column": region.end_column},
    }
