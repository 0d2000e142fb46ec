"""The report as JSON, version 1, described by `schema/report-1.schema.json`.

Offsets count code points of the source and are half-open; lines and columns count from 1. Everything is
written in ASCII, so that a lone surrogate in a draft or in a path survives as its escape.
"""

from __future__ import annotations

import json
from typing import Any

from lint.model import Finding, NameEntry, Related, Report, Result, Rule
from lint.reporters import Options
from lint.reporters.lines import Lines, lines_of
from lint.reporters.proposals import replacements
from lint.reporters.summary import by_severity, hidden_counts

VERSION = 1


def render(report: Report, options: Options) -> str:
    """The whole report as one JSON object, indented, the same on every run."""
    del options
    return json.dumps(to_data(report), indent=1) + "\n"


def to_data(report: Report) -> dict[str, Any]:
    """The JSON object as Python values."""
    sources = {result.path: lines_of(result.source) for result in report.results}
    return {
        "version": VERSION,
        "files": [_file(result, sources) for result in report.results],
        "summary": _summary(report),
        "rules": {id: _rule(rule) for id, rule in sorted(report.rules.items())},
        "names": [_name(entry, sources) for entry in report.names],
        "failures": [{"path": failure.path, "message": failure.message} for failure in report.failures],
        "notices": list(report.notices),
    }


def _file(result: Result, sources: dict[str, Lines]) -> dict[str, Any]:
    return {
        "path": result.path,
        "format": result.format,
        "findings": [_finding(finding, sources) for finding in result.findings],
        "hidden": result.hidden._asdict(),
    }


def _finding(finding: Finding, sources: dict[str, Lines]) -> dict[str, Any]:
    place = sources[finding.path].place(finding.span.start)
    end = sources[finding.path].place(finding.span.end)
    return {
        "rule": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": finding.severity,
        "message": finding.message,
        "text": finding.text,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": place.line,
        "column": place.column,
        "end_line": end.line,
        "end_column": end.column,
        "suggestions": list(replacements(finding)),
        "fixes": [
            {
                "title": fix.title,
                "safe": fix.safe,
                "edits": [
                    {"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in fix.edits
                ],
            }
            for fix in finding.fixes
        ],
        "related": [_related(place, finding, sources) for place in finding.related],
        "also": list(finding.also),
        "link": finding.link,
    }


def _related(related: Related, finding: Finding, sources: dict[str, Lines]) -> dict[str, Any]:
    data: dict[str, Any] = {
        "start": related.span.start,
        "end": related.span.end,
        "text": related.text,
        "note": related.note,
    }
    lines = sources.get(related.path or finding.path)
    if lines is not None:
        data["line"], data["column"] = lines.place(related.span.start)
    if related.path and related.path != finding.path:
        data["path"] = related.path
    return data


def _summary(report: Report) -> dict[str, Any]:
    return {
        "files": len(report.results),
        "files_with_findings": sum(bool(result.findings) for result in report.results),
        "findings": len(report.findings),
        "severities": by_severity(report),
        "hidden": hidden_counts(report),
        "fail_on": report.fail_on,
        "exit_code": report.exit_code,
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "kind": rule.kind,
        "severity": rule.severity,
        "message": rule.message,
        "why": rule.why,
        "origin": rule.origin,
        "link": rule.link,
    }


def _name(entry: NameEntry, sources: dict[str, Lines]) -> dict[str, Any]:
    return {
        "name": entry.name,
        "kind": entry.kind,
        "count": entry.count,
        "forms": [
            {
                "text": form.text,
                "count": len(form.mentions),
                "mentions": [
                    {
                        "path": mention.path,
                        "start": mention.span.start,
                        "end": mention.span.end,
                        "role": mention.role,
                        **_position(sources.get(mention.path), mention.span.start),
                    }
                    for mention in form.mentions
                ],
            }
            for form in entry.forms
        ],
    }


def _position(lines: Lines | None, offset: int) -> dict[str, int]:
    if lines is None:
        return {}
    place = lines.place(offset)
    return {"line": place.line, "column": place.column}
