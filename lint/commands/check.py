"""`copydesk check`: drafts in, reports out."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click

from lint.commands import options, outputs
from lint.files import Inputs
from lint.model import Config, Report
from lint.reporters import REPORTERS, render

EPILOG = """\b
Examples:
  copydesk check
  copydesk check drafts/ --fail-on error
  copydesk check story.md --format html --output report.html
  copydesk check . --format html --output report.html --format json=report.json
  copydesk check drafts/ --format github --format sarif=copydesk.sarif
  copydesk check draft.docx --annotate draft-annotated.docx
  copydesk check --select leftovers,names.variant --min-severity warning
  copydesk check --changed
  copydesk check --changed origin/main --format json
  git show HEAD:story.md | copydesk check - --stdin-filename story.md

\b
Exit codes:
  0  nothing at or above --fail-on
  1  findings
  2  something could not be checked
"""


class Check(click.Command):
    """Pairs each `--output` with the `--format` before it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, outputs.fold(args))


@click.command(cls=Check, epilog=EPILOG)
@options.reading
@click.option(
    "--format",
    "-f",
    "formats",
    metavar="FORMAT[=FILE]",
    multiple=True,
    help=f"{', '.join(REPORTERS)}; may be given several times.",
)
@click.option(
    "--output", "-o", metavar="FILE", expose_value=False, help="The file of the --format before it."
)
@click.option(
    "--annotate", metavar="FILE", help="Write a copy of a Word draft with a comment for each finding."
)
@click.option("--fail-on", type=options.severities("never"), help="From which level on findings exit with 1.")
@click.option("--min-severity", type=options.severities(), help="The mildest level that is shown.")
@options.configured
@click.option("--no-daemon", is_flag=True, help="Let LanguageTool's server end with this run.")
@click.option(
    "--changed",
    metavar="[REV]",
    is_flag=False,
    flag_value="HEAD",
    help="Only findings on lines that changed since HEAD, or since the work left REV (origin/main).",
)
@click.option("--staged", is_flag=True, help="Only what is staged in git, read from its index.")
@click.option("--no-baseline", is_flag=True, help="Count what the baseline lists like everything else.")
@click.option("--names-across", is_flag=True, help="Compare names over all drafts, not in each alone.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@click.option("--quiet", "-q", is_flag=True, help="No progress and no word on files written.")
def check(
    *,
    paths: tuple[str, ...],
    stdin_filename: str | None,
    read_as: str | None,
    jobs: int | None,
    formats: tuple[str, ...],
    changed: str | None,
    staged: bool,
    annotate: str | None,
    no_baseline: bool,
    names_across: bool,
    color: str,
    quiet: bool,
    no_cache: bool,
    **configured: Any,
) -> int:
    """Read drafts and report what to look at.

    PATHS are files, folders or globs; - is standard input; without any, this folder is read.
    """
    from lint.gather import gather
    from lint.runner import run

    wanted = outputs.parse(formats, tuple(REPORTERS))
    kept = options.memory(no_cache)
    config = options.load(kept, **configured)
    lines: Mapping[str, Any] | None = None
    if changed or staged:
        from lint.commands.changes import choose, split

        revision, paths = split(changed, paths)
        inputs, lines = choose(paths, config, revision, staged=staged, across=names_across)
    else:
        inputs = gather(paths, config, stdin=options.read_stdin, stdin_name=stdin_filename)
    for output in wanted:
        if output.path:
            outputs.check_place(output.path, [draft.path for draft in inputs.drafts])
    write_copies = _copies(annotate, inputs, read_as)
    report = run(
        inputs,
        config,
        jobs=jobs,
        progress=None if quiet or not options.is_terminal(sys.stderr) else progress_bar(),
        ledger=any(output.format == "html" for output in wanted),
        across=names_across,
        format=read_as,
        memory=kept,
    )
    if config.baseline and not no_baseline:
        from lint.commands.known import without_known

        whole = not configured["select"] and not configured["ignore"]
        report = without_known(report, config, whole=whole)
    if lines is not None:
        from lint.findings.changed import only_changed

        report = only_changed(report, lines)
    elif not inputs.drafts and not inputs.failures and (said := _empty(paths, config)):
        report = report._replace(notices=(*report.notices, said))
    for output in wanted:
        _write(report, output, color, quiet)
    _say([line for line in write_copies(report) if not quiet])
    if all(output.path for output in wanted):
        _say(map(str, report.failures))
    return report.exit_code


def _copies(annotate: str | None, inputs: Inputs, read_as: str | None) -> Callable[[Report], Iterable[str]]:
    """What writes the Word drafts' annotated copies and says so, once their places are known to be free."""
    if annotate is None:
        return lambda report: ()
    from lint.commands import annotated

    copies = annotated.copies(annotate, inputs.drafts, read_as)
    return lambda report: annotated.write(report, copies, inputs.drafts)


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line, err=True)


def _empty(paths: tuple[str, ...], config: Config) -> str:
    """What was looked for in folders that hold no draft; "" where only files were named."""
    folders = [path for path in paths or (".",) if os.path.isdir(path)]
    if not folders:
        return ""
    searched = "this folder" if folders == ["."] else ", ".join(folders)
    excluded = ", and `exclude` may have left some out" if config.exclude else ""
    return (
        f"There is no draft in {searched}: of a folder, files such as .md and .txt are read{excluded}."
        " A file that is named is read whatever its ending."
    )


def _write(report: Report, output: outputs.Output, color: str, quiet: bool) -> None:
    from lint.commands import ci

    colour = color == "always" or (color == "auto" and not output.path and colours())
    folder = os.path.realpath(os.getcwd())
    text = render(report, output.format, colour=colour, width=width(), folder=folder, root=ci.root(folder))
    if output.format == "github":
        ci.add_step_summary(report, folder)
    if not output.path:
        outputs.write_terminal(ci.for_the_log(text, output.format))
        return
    outputs.write_file(output.path, text)
    if not quiet:
        from lint.reporters.summary import summary

        click.echo(f"{output.path}: {summary(report)}.", err=True)


def colours() -> bool:
    """Whether standard output is a terminal that wants colours."""
    return (
        options.is_terminal(sys.stdout)
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


def width() -> int:
    """The columns to write in: the terminal's, within reason."""
    if not options.is_terminal(sys.stdout):
        return 100
    from shutil import get_terminal_size

    return min(get_terminal_size().columns, 120)


def progress_bar(clock: Callable[[], float] = time.monotonic) -> Callable[[int, int], None]:
    """A bar on standard error that appears when a run takes more than a second."""
    began = clock()
    shown = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal shown
        now = clock()
        if done == total:
            if shown:
                click.echo(f"\r{' ' * 70}\r", nl=False, err=True)
        elif now - began > 1 and now - shown > 0.1:
            shown = now
            filled = 30 * done // total
            click.echo(
                f"\r[{'#' * filled}{'.' * (30 - filled)}] {done} of {total} drafts", nl=False, err=True
            )

    return progress
