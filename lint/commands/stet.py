"""`copydesk stet`: what drafts let stand, why, and until when."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import click

from lint.commands import options
from lint.commands.outputs import write_terminal
from lint.model import Report, Waiver
from lint.reporters.lines import lines_of
from lint.reporters.summary import counted

STATES = {
    "used": "used",
    "unused": "lets nothing stand",
    "expired": "expired",
    "unasked": "not looked for",
}
"""What a list says of a waiver's state."""


@click.group()
def stet() -> None:
    """List what drafts let stand with “stet”."""


class _Row(NamedTuple):
    path: str
    line: int
    waiver: Waiver


@stet.command(
    "list",
    short_help="List what is let stand: where, why, until when.",
    epilog="\b\nExamples:\n  copydesk stet list drafts/\n  copydesk stet list --format json > waivers.json",
)
@options.reading
@click.option("--format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@options.configured
def list_(
    *,
    paths: tuple[str, ...],
    stdin_filename: str | None,
    read_as: str | None,
    jobs: int | None,
    format: str,
    no_cache: bool,
    **configured: Any,
) -> int:
    """List every “stet” of the drafts: where, for which rules, why, until when, and whether it is used."""
    from lint.gather import gather
    from lint.runner import run

    kept = options.memory(no_cache)
    config = options.load(kept, **configured)
    inputs = gather(paths, config, stdin=options.read_stdin, stdin_name=stdin_filename)
    report = run(inputs, config, jobs=jobs, format=read_as, memory=kept)
    rows = list(_rows(report))
    write_terminal(_json(rows) if format == "json" else _text(rows))
    for failure in report.failures:
        click.echo(str(failure), err=True)
    return 2 if report.failures else 0


def _rows(report: Report) -> Iterator[_Row]:
    for result in report.results:
        lines = lines_of(result.source) if result.waivers else None
        for waiver in result.waivers:
            if lines is not None:
                yield _Row(result.path, lines.place(waiver.span.start).line, waiver)


def _text(rows: list[_Row]) -> str:
    lines = [_line(row) for row in rows]
    states: Counter[str] = Counter(row.waiver.state for row in rows)
    kinds = ", ".join(f"{states[state]} {word}" for state, word in STATES.items() if states[state])
    drafts = counted(len({row.path for row in rows}), "draft")
    lines.append(f"{counted(len(rows), 'waiver')} in {drafts}: {kinds}." if rows else "No waivers.")
    return "\n".join(lines) + "\n"


def _line(row: _Row) -> str:
    waiver = row.waiver
    parts = [
        f"{row.path}:{row.line}",
        f"{waiver.directive} {', '.join(waiver.rules) or '(every rule)'}",
        STATES[waiver.state],
        f"until {waiver.until}" if waiver.until else "",
        waiver.reason or "no reason given",
    ]
    return "  ".join(part for part in parts if part)


def _json(rows: list[_Row]) -> str:
    listed = [
        {
            "path": row.path,
            "line": row.line,
            "start": row.waiver.span.start,
            "end": row.waiver.span.end,
            "directive": row.waiver.directive,
            "rules": list(row.waiver.rules),
            "reason": row.waiver.reason,
            "until": row.waiver.until or None,
            "state": row.waiver.state,
        }
        for row in rows
    ]
    return json.dumps({"version": 1, "waivers": listed}, indent=1) + "\n"
