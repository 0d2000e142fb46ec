"""The report for a terminal: each finding with its line, the words underlined, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model import Finding, Report, Severity
from lint.reporters import Options
from lint.reporters.excerpt import excerpt
from lint.reporters.lines import Lines, lines_of
from lint.reporters.proposals import proposals
from lint.reporters.summary import by_severity, counted, summary
from lint.reporters.visible import visible, width

_INDENT = "  "
_NARROWEST = 40
_MOST_PROPOSALS = 4
_MOST_NOTES = 4
_MOST_PLACES = 6

_RESET = "\033[0m"
_BOLD = "\033[1m"
_DIM = "\033[2m"
_GREEN = "\033[32m"
_SEVERITY: dict[Severity, str] = {"error": "\033[31m", "warning": "\033[33m", "suggestion": "\033[36m"}


def render(report: Report, options: Options) -> str:
    """The findings in reading order, then what could not be checked, then a summary in one sentence."""
    columns = max(options.width, _NARROWEST)
    rows: list[str] = []
    for result in report.results:
        if not result.findings:
            continue
        lines = lines_of(result.source)
        for finding in result.findings:
            rows.extend(finding_rows(finding, lines, columns, options.colour))
            rows.append("")
    if report.failures:
        rows.append(_paint("Not checked", _BOLD + _SEVERITY["error"], options.colour))
        for failure in report.failures:
            rows.extend(_wrapped(str(failure), columns, hanging=_INDENT))
        rows.append("")
    for notice in report.notices:
        rows.extend(_wrapped(f"Note: {notice}", columns, indent=""))
    if report.notices:
        rows.append("")
    colour = _SEVERITY["error"] if report.failures else _gravest(report)
    ending = _wrapped(summary(report) + ".", columns, indent="")
    rows.extend(_paint(row, _BOLD + colour, options.colour) for row in ending)
    return "\n".join(rows) + "\n"


def _gravest(report: Report) -> str:
    """The colour of the gravest severity; a run that found suggestions alone went well."""
    colours: dict[Severity, str] = {**_SEVERITY, "suggestion": _GREEN}
    return next((colours[level] for level, number in by_severity(report).items() if number), _GREEN)


def finding_rows(finding: Finding, lines: Lines, columns: int, colour: bool) -> Iterator[str]:
    """One finding: where, how grave, its line with the words underlined, its sentence, what it proposes."""
    place = lines.place(finding.span.start)
    ink = _SEVERITY[finding.severity]
    yield (
        _paint(f"{visible(finding.path)}:{place.line}:{place.column}", _BOLD, colour)
        + f"  {_paint(finding.severity, _BOLD + ink, colour)}"
        + f"  {_paint(visible(finding.rule), _DIM, colour)}"
    )
    shown = excerpt(lines, finding.span, columns - len(_INDENT))
    yield _INDENT + shown.before + _paint(shown.words, ink, colour) + shown.after
    yield _INDENT + " " * shown.indent + _paint("^" * shown.columns, ink, colour)
    yield from _wrapped(finding.message, columns)
    offered = [visible(line) for line in proposals(finding)]
    if offered:
        more = len(offered) - _MOST_PROPOSALS
        line = "→ " + " · ".join(offered[:_MOST_PROPOSALS]) + (f" · {more} more" if more > 0 else "")
        yield from (_paint(row, _GREEN, colour) for row in _wrapped(line, columns, hanging="  "))
    for line in _places(finding, lines):
        yield from (_paint(row, _DIM, colour) for row in _wrapped(line, columns, hanging="  "))


def _places(finding: Finding, lines: Lines) -> Iterator[str]:
    """The other places of the issue, one line for each note."""
    groups: dict[str, list[str]] = {}
    for related in finding.related:
        if related.path in ("", finding.path):
            place = lines.place(related.span.start)
            where = f"{place.line}:{place.column}"
        else:
            where = related.path
        groups.setdefault(related.note or f"“{related.text}”", []).append(where)
    for note, places in list(groups.items())[:_MOST_NOTES]:
        unique = list(dict.fromkeys(places))
        more = len(unique) - _MOST_PLACES
        yield f"{note}: {', '.join(unique[:_MOST_PLACES])}" + (f" and {more} more" if more > 0 else "")
    left = sum(len(places) for places in list(groups.values())[_MOST_NOTES:])
    if left:
        yield f"and {counted(left, 'other place')}"


def _wrapped(text: str, columns: int, *, indent: str = _INDENT, hanging: str = "") -> Iterator[str]:
    """`text` broken at spaces into rows of at most `columns`, where no single word is longer."""
    row = ""
    prefix = indent
    for word in visible(text).split(" "):
        if row and width(prefix + row) + 1 + width(word) > columns:
            yield (prefix + row).rstrip()
            prefix, row = indent + hanging, word
        else:
            row = f"{row} {word}" if row else word
    yield (prefix + row).rstrip()


def _paint(text: str, codes: str, colour: bool) -> str:
    return f"{codes}{text}{_RESET}" if colour and text else text
