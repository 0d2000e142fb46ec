"""The report as workflow commands of GitHub Actions, which become annotations beside the lines.

GitHub keeps ten annotations of a kind from one step and cuts a message at 4,096 characters. So the first
ten of each kind are commands and all others plain lines of the log, in a group; the `markdown` format has
every finding and is what `copydesk check` puts into the step's summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lint.model import Finding, Report, Severity
from lint.reporters import Options
from lint.reporters.lines import Region, lines_of
from lint.reporters.paths import shown, whole
from lint.reporters.proposals import said
from lint.reporters.summary import counted, summary
from lint.reporters.visible import visible

LIMIT = 10
"""Annotations of one kind that GitHub keeps from a step."""

LONGEST = 4096
"""Characters of a message that GitHub keeps (`_maxIssueMessageLength` in github.com/actions/runner)."""

Kind = Literal["error", "warning", "notice"]

_KIND: dict[Severity, Kind] = {"error": "error", "warning": "warning", "suggestion": "notice"}


class Annotation(NamedTuple):
    """What one command says; `region` is None for a whole file, `path` is "" for the run."""

    kind: Kind
    title: str
    message: str
    path: str = ""
    region: Region | None = None


def render(report: Report, options: Options) -> str:
    """Commands, then a group with what is over the limit, then the summary in one line."""
    every = [*_of_the_run(report, options), *_of_findings(report, options)]
    shown_at_once, rest = _within_limit(every)
    rows = [_command(annotation) for annotation in shown_at_once]
    if rest:
        rows.append(f"::group::{counted(len(rest), 'more finding')}, all of them in the summary of this step")
        rows.extend(_plain(annotation) for annotation in rest)
        rows.append("::endgroup::")
    rows.append(_harmless(f"Copydesk: {summary(report)}."))
    return whole("\n".join((*rows, "")))


def _of_the_run(report: Report, options: Options) -> Iterator[Annotation]:
    for failure in report.failures:
        path = shown(failure.path, options)
        place = "" if path else "Copydesk: "
        yield Annotation("error", "not checked", f"{place}{failure.message}", path)
    for notice in report.notices:
        yield Annotation("notice", "Copydesk", notice)


def _of_findings(report: Report, options: Options) -> Iterator[Annotation]:
    for result in report.results:
        lines = lines_of(result.source)
        path = shown(result.path, options)
        for finding in result.findings:
            yield _annotation(finding, path, lines.region(finding.span))


def _annotation(finding: Finding, path: str, region: Region) -> Annotation:
    return Annotation(_KIND[finding.severity], finding.rule, said(finding), path, region)


def _within_limit(every: list[Annotation]) -> tuple[list[Annotation], list[Annotation]]:
    """The first of each kind that GitHub keeps, and the others."""
    kept: list[Annotation] = []
    rest: list[Annotation] = []
    room: dict[Kind, int] = {"error": LIMIT, "warning": LIMIT, "notice": LIMIT}
    for annotation in every:
        (kept if room[annotation.kind] > 0 else rest).append(annotation)
        room[annotation.kind] -= 1
    return kept, rest


def _command(annotation: Annotation) -> str:
    properties: dict[str, str | int] = {}
    if annotation.path:
        properties["file"] = annotation.path
    if annotation.region is not None:
        properties.update(_place(annotation.region))
    properties["title"] = annotation.title
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{annotation.kind} {written}::{_data(_cut(visible(annotation.message)))}"


def _place(region: Region) -> dict[str, str | int]:
    """GitHub takes columns only where the first line is the last."""
    if region.line != region.end_line:
        return {"line": region.line, "endLine": region.end_line}
    return {
        "line": region.line,
        "endLine": region.line,
        "col": region.column,
        "endColumn": region.end_column,
    }


def _plain(annotation: Annotation) -> str:
    place = f"{annotation.path}: " if annotation.path else ""
    if annotation.region is not None:
        place = f"{annotation.path}:{annotation.region.line}:{annotation.region.column}: "
    kind = "suggestion" if annotation.kind == "notice" else annotation.kind
    return _harmless(f"- {place}{kind} {annotation.title} {annotation.message}")


def _harmless(line: str) -> str:
    """A line of the log that is no command: `##[` would begin one wherever it stands."""
    return visible(line).replace("##[", "## [")


def _cut(message: str) -> str:
    return message if len(message) <= LONGEST else message[: LONGEST - 1] + "…"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
