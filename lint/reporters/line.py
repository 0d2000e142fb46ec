"""One line a finding, `path:line:col: severity rule message`, as editors and `grep` know it.

Columns count code points from 1. For Vim: `errorformat=%f:%l:%v:\\ %t%*[a-z]\\ %m`, since its `%c` would
count bytes; Emacs reads it as GNU error messages.
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.model import Report
from lint.reporters import Options
from lint.reporters.lines import lines_of
from lint.reporters.proposals import said
from lint.reporters.visible import visible

NOT_CHECKED = "not-checked"
"""Stands where a rule would for a draft that could not be checked."""


def render(report: Report, options: Options) -> str:
    """The findings in reading order, then what could not be checked, then the notices."""
    del options
    return "".join(f"{visible(line)}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for result in report.results:
        lines = lines_of(result.source)
        for finding in result.findings:
            line, column = lines.place(finding.span.start)
            yield f"{finding.path}:{line}:{column}: {finding.severity} {finding.rule} {said(finding)}"
    for failure in report.failures:
        place = f"{failure.path}:1:1: " if failure.path else "copydesk: "
        yield f"{place}error {NOT_CHECKED} {failure.message}"
    for notice in report.notices:
        yield f"copydesk: note: {notice}"
