"""Only the findings on lines that changed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from lint.findings.hide import hide
from lint.model import Finding, Report, Result, Span

Lines = tuple[tuple[int, int], ...]
"""Ranges of lines, first and last, counted from 1, in order."""


def only_changed(report: Report, lines: Mapping[str, Lines | None]) -> Report:
    """The report without findings that have no place on a changed line.

    `lines` has the changed ones of each draft by its path; None stands for all of them, and of a draft
    that is not named none have changed. A finding with several places stays, at its own place, as soon
    as one of them has changed: a second spelling of a name is told although the first stood there before.
    """
    changed = {result.path: _Changed(result.source, lines.get(result.path, ())) for result in report.results}

    def unchanged(result: Result, finding: Finding) -> bool:
        places = [(result.path, finding.span)]
        places += ((place.path or result.path, place.span) for place in finding.related)
        return not any(path in changed and changed[path].touches(span) for path, span in places)

    return hide(report, unchanged, "unchanged")


class _Changed:
    """The changed lines of one draft, asked by span. Lines end at line feeds, as git counts them."""

    def __init__(self, source: str, lines: Lines | None) -> None:
        self._lines = lines
        self._source = source
        self._ends: list[int] | None = None

    def touches(self, span: Span) -> bool:
        if not self._lines:
            return self._lines is None
        first, last = self._line(span.start), self._line(max(span.start, span.end - 1))
        # Ranges do not overlap: the first that ends at or after the finding's start decides.
        index = bisect_left(self._lines, first, key=lambda each: each[1])
        return index < len(self._lines) and self._lines[index][0] <= last

    def _line(self, offset: int) -> int:
        if self._ends is None:
            self._ends = [place for place, char in enumerate(self._source) if char == "\n"]
        return bisect_right(self._ends, offset - 1) + 1
