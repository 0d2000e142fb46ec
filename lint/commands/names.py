"""`copydesk names`: the ledger of names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import click

from lint.commands import options, outputs
from lint.model import NameForm, Report
from lint.reporters.summary import counted

MOST_PLACES = 8


@click.command(epilog="\b\nExamples:\n  copydesk names story.md\n  copydesk names drafts/ --format json")
@options.reading
@options.configured
@click.option("--format", "-f", type=click.Choice(["text", "json"]), default="text", show_default=True)
def names(
    *,
    paths: tuple[str, ...],
    stdin_filename: str | None,
    read_as: str | None,
    jobs: int | None,
    no_cache: bool,
    format: str,
    **configured: Any,
) -> int:
    """Print every name of the drafts: how often it stands there, in which forms, on which lines."""
    from lint.gather import gather
    from lint.runner import run

    kept = options.memory(no_cache)
    config = options.load(kept, **configured)
    inputs = gather(paths, config, stdin=options.read_stdin, stdin_name=stdin_filename)
    if not configured["select"]:
        config = config._replace(select=("names",))
    report = run(inputs, config, jobs=jobs, ledger=True, format=read_as, memory=kept)
    if format == "json":
        from lint.reporters import render

        outputs.write_terminal(render(report, "json"))
    else:
        outputs.write_terminal("".join(f"{line}\n" for line in _table(report)))
    for failure in report.failures:
        click.echo(str(failure), err=True)
    return 2 if report.failures else 0


def _table(report: Report) -> Iterator[str]:
    sources = {result.path: result.source for result in report.results}
    for entry in report.names:
        yield f"{entry.name}  {entry.kind}, {entry.count}"
        for form in sorted(entry.forms, key=lambda form: (-len(form.mentions), form.text)):
            yield f"    {form.text}  {len(form.mentions)}  ({_places(form, sources)})"
    kinds = Counter(entry.kind for entry in report.names)
    parts = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    yield f"{counted(len(report.names), 'name')}{': ' + parts if parts else ''}."


def _places(form: NameForm, sources: dict[str, str]) -> str:
    """`line 3, 7` in one draft; with the path before each group in several."""
    by_path: dict[str, list[int]] = {}
    for mention in form.mentions:
        line = sources[mention.path].count("\n", 0, mention.span.start) + 1
        lines = by_path.setdefault(mention.path, [])
        if line not in lines:
            lines.append(line)
    shown = []
    for path, lines in by_path.items():
        more = len(lines) - MOST_PLACES
        listed = ", ".join(map(str, lines[:MOST_PLACES])) + (f" and {more} more" if more > 0 else "")
        shown.append(f"line {listed}" if len(sources) == 1 else f"{path}: {listed}")
    return "; ".join(shown)
