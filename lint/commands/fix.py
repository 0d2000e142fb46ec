"""`copydesk fix`: what is certain is mended, or every finding is shown for a decision."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import click

from lint.commands import options
from lint.commands.fixing.drafts import Original, original, write_back
from lint.commands.fixing.rounds import Check, Mended, Outcome, mend
from lint.errors import CopydeskError, DraftError
from lint.files import Inputs, failure
from lint.model import Config, Failure, Report, Term
from lint.reporters.summary import counted, summary

EPILOG = """\b
Examples:
  copydesk fix drafts/                 mend what is certain
  copydesk fix --diff drafts/          show what that would change, and write nothing
  copydesk fix --interactive story.md  decide on one finding after the other
  copydesk fix --select typography story.md
  pbpaste | copydesk fix - | pbcopy

\b
Certain are the fixes that rules call safe. None of them ever touches a name, a
number, a quotation or an address: those are shown and left to you.

\b
Exit codes:
  0  nothing left at or above --fail-on; with --diff: nothing to mend
  1  findings left; with --diff: something to mend
  2  something could not be read or written
"""


@click.command(epilog=EPILOG)
@options.reading
@click.option("--diff", is_flag=True, help="Show what would change as a unified diff; write nothing.")
@click.option("--interactive", "-i", is_flag=True, help="Show one finding after the other and ask.")
@click.option("--fail-on", type=options.severities("never"), help="From which level on findings exit with 1.")
@click.option("--min-severity", type=options.severities(), help="The mildest level that is looked at.")
@options.configured
@click.option("--no-daemon", is_flag=True, help="Let LanguageTool's server end with this run.")
@click.option("--no-baseline", is_flag=True, help="Mend and count what the baseline lists as well.")
@click.option("--quiet", "-q", is_flag=True, help="No word on files written.")
def fix(
    *,
    paths: tuple[str, ...],
    stdin_filename: str | None,
    read_as: str | None,
    jobs: int | None,
    diff: bool,
    interactive: bool,
    no_baseline: bool,
    quiet: bool,
    no_cache: bool,
    **configured: Any,
) -> int:
    """Mend what is certain in drafts; what is left to decide is counted.

    PATHS are files, folders or globs; - is standard input, and standard output gets the mended text.
    """
    from lint.gather import gather

    if diff and interactive:
        raise CopydeskError("--diff and --interactive exclude each other")
    if interactive and not (options.is_terminal(sys.stdin) and options.is_terminal(sys.stdout)):
        raise CopydeskError("--interactive needs a terminal", hint="use copydesk fix --diff, or copydesk fix")
    kept = options.memory(no_cache)
    config = options.load(kept, **configured)
    inputs = gather(paths, config, stdin=options.read_stdin, stdin_name=stdin_filename)
    inputs, unwritten = _without_found_word(inputs, paths)
    for notice in () if quiet else (*inputs.notices, *unwritten):
        click.echo(f"Note: {notice}", err=True)
    drafts, failures = _read(inputs, config)
    view = config._replace(baseline="") if no_baseline else config
    run = partial(_report, jobs=jobs, format=read_as, memory=kept)
    if interactive:
        return _talked(drafts, failures, view, run)
    check: Check = partial(run, config=view)
    outcome = mend(drafts, check)
    report = outcome.report._replace(failures=tuple(sorted({*outcome.report.failures, *failures})))
    outcome = outcome._replace(report=report)
    if diff:
        return _shown(outcome)
    _pass_on(drafts, outcome)
    return _written(outcome, quiet)


def _without_found_word(inputs: Inputs, paths: Iterable[str]) -> tuple[Inputs, list[str]]:
    """Word drafts that a folder holds are left to `check --annotate`; one that was named is refused."""
    from lint.commands.annotated import is_word

    named = {os.path.normpath(path) for path in paths}
    found = {draft for draft in inputs.drafts if is_word(draft.path, None) and draft.path not in named}
    if not found:
        return inputs, []
    count = "1 Word draft is" if len(found) == 1 else f"{len(found):,} Word drafts are"
    notice = f"{count} read and not written; for comments in a copy: copydesk check DRAFT --annotate COPY"
    return inputs._replace(drafts=tuple(draft for draft in inputs.drafts if draft not in found)), [notice]


def _report(inputs: Inputs, config: Config, **how: Any) -> Report:
    """What `copydesk check` would say: what the baseline lists is left alone."""
    from lint.commands.known import without_known
    from lint.runner import run

    report = run(inputs, config, **how)
    return without_known(report, config, whole=False) if config.baseline else report


def _read(inputs: Inputs, config: Config) -> tuple[list[Original], list[Failure]]:
    drafts: list[Original] = []
    failures = [*inputs.failures]
    for draft in inputs.drafts:
        try:
            drafts.append(original(draft, config))
        except DraftError as error:
            failures.append(failure(error, draft.path))
    return drafts, failures


def _talked(
    drafts: Iterable[Original], failures: Iterable[Failure], config: Config, run: Callable[..., Report]
) -> int:
    """Go through the findings one by one."""
    from lint.commands.check import colours, width
    from lint.commands.fixing.interactive import Screen, go_through
    from lint.commands.fixing.terminal import Console

    def check(inputs: Inputs, terms: tuple[Term, ...], encoding: str = "") -> Report:
        accept, name = (*config.accept, *terms), encoding or config.encoding
        return run(inputs, config._replace(accept=accept, encoding=name))

    report = go_through(drafts, config, check, Screen(Console(), width(), colours()))
    report = report._replace(failures=tuple(sorted({*report.failures, *failures})))
    _say((), report)
    _say_failures(report.failures)
    return report.exit_code


def _shown(outcome: Outcome) -> int:
    """Print what would change."""
    from lint.commands.outputs import write_terminal
    from lint.fixes import unified_diff

    for each in outcome.mended:
        write_terminal(unified_diff(each.draft.path, each.before, each.after))
    _say_failures(outcome.report.failures)
    return 2 if outcome.report.failures else int(bool(outcome.mended))


def _pass_on(drafts: Iterable[Original], outcome: Outcome) -> None:
    """Write the draft that came from standard input to standard output, mended or as it was."""
    mended = {each.draft.path: each.data for each in outcome.mended}
    for draft in drafts:
        if draft.piped:
            sys.stdout.flush()
            sys.stdout.buffer.write(mended.get(draft.path, draft.data))
            sys.stdout.flush()


def _written(outcome: Outcome, quiet: bool) -> int:
    """Write the files that change, and say so."""
    written: list[Mended] = []
    failures = list(outcome.report.failures)
    for each in outcome.mended:
        try:
            if not each.draft.piped:
                write_back(each.draft, each.data)
            written.append(each)
        except CopydeskError as error:
            failures.append(failure(error, each.draft.path))
    report = outcome.report._replace(failures=tuple(sorted(set(failures))))
    if not quiet:
        _say(written, report)
    _say_failures(report.failures)
    return report.exit_code


def _say(written: Iterable[Mended], report: Report) -> None:
    for each in written:
        click.echo(f"{each.draft.path}: {counted(each.fixes, 'slip')} mended", err=True)
    click.echo(f"{summary(report)}.", err=True)


def _say_failures(failures: Iterable[Failure]) -> None:
    for each in failures:
        click.echo(str(each), err=True)
