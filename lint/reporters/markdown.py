"""The report as GitHub's Markdown: a table for each draft, for the summary of a CI step or a comment.

GitHub takes one mebibyte from a step; what does not fit is counted at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.model import Finding, Report, Result
from lint.reporters import Options
from lint.reporters.lines import Lines, lines_of
from lint.reporters.paths import shown
from lint.reporters.proposals import said
from lint.reporters.summary import counted, summary
from lint.reporters.visible import visible

BUDGET = 1_000_000
"""Bytes of UTF-8, a little under a mebibyte."""

LONGEST = 2000
"""Characters of one cell."""

_HEAD = "| line | level | what | rule |\n|---:|---|---|---|"

_MARKUP = re.compile(r"([\\`*_{}\[\]#|~$@])")


def render(report: Report, options: Options) -> str:
    """The summary, what could not be checked, the findings by draft, the notices."""
    rows = ["## Copydesk", "", f"{plain(summary(report))}.", ""]
    rows.extend(_failures(report, options))
    rows.extend(f"{plain(notice)}\n" for notice in report.notices)
    room = BUDGET - sum(map(_size, rows))
    left = 0
    for result in report.results:
        if result.findings:
            table, taken = _table(result, shown(result.path, options), room)
            rows.extend(table)
            room -= sum(map(_size, table))
            left += len(result.findings) - taken
    if left:
        rows.append(
            f"{counted(left, 'more finding')} did not fit here; the log and the other reports have all."
        )
    return "\n".join((*rows, ""))


def _failures(report: Report, options: Options) -> Iterator[str]:
    if report.failures:
        yield "### Not checked\n"
    for failure in report.failures:
        path = shown(failure.path, options)
        place = f"**{plain(path)}** " if path else ""
        yield f"- {place}{plain(failure.message)}"
    if report.failures:
        yield ""


def _table(result: Result, path: str, room: int) -> tuple[list[str], int]:
    """The draft's rows that fit in `room` bytes, and how many findings they hold."""
    lines = lines_of(result.source)
    rows = [f"### {plain(path)}\n", _HEAD]
    room -= sum(map(_size, rows))
    for taken, finding in enumerate(result.findings):
        row = _row(finding, lines)
        room -= _size(row)
        if room < 0:
            return ([*rows, ""] if taken else []), taken
        rows.append(row)
    return [*rows, ""], len(result.findings)


def _row(finding: Finding, lines: Lines) -> str:
    place = lines.place(finding.span.start)
    cells = (
        f"{place.line}:{place.column}",
        finding.severity,
        plain(said(finding)),
        plain(finding.rule),
    )
    return f"| {' | '.join(cells)} |"


def plain(text: str) -> str:
    """The text on one line, shown as it is: no Markdown, no HTML, no mention of anybody."""
    line = visible(text)
    if len(line) > LONGEST:
        line = line[: LONGEST - 1] + "…"
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return (
        _MARKUP.sub(r"\\\1", line)
        .replace("\\@", "&#64;")
        .replace("://", "&#58;//")
        .replace("www.", "www&#46;")
    )


def _size(row: str) -> int:
    return len(row.encode("utf-8", "replace")) + 1
