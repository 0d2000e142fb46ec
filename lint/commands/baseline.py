"""`copydesk baseline`: the findings a desk starts with, so that only new ones count."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

import click

from lint import config as configuration
from lint.commands import options, settle
from lint.commands.check import progress_bar
from lint.commands.known import Place, against, entries
from lint.commands.outputs import write_file
from lint.errors import ConfigError
from lint.findings.baseline import FILE, Entry, renewed, written
from lint.model import Config, Report
from lint.reporters.summary import counted

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.argument("paths", nargs=-1, metavar="[PATHS]..."),
    click.option("--config", metavar="FILE", help="Use this configuration, not the nearest copydesk.yml."),
    click.option("--jobs", "-j", type=click.IntRange(1), help="Number of processes."),
    click.option(
        "--languagetool", type=click.Choice(["auto", "on", "off"]), help="Use LanguageTool: auto, on, off."
    ),
    click.option("--no-cache", is_flag=True, help="Keep nothing between runs and use nothing kept."),
)


def _reading(command: Command) -> Command:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Desk(NamedTuple):
    """The configuration, its baseline as it stands, and what the drafts hold now."""

    config: Config
    known: tuple[Entry, ...]
    report: Report


@click.group()
def baseline() -> None:
    """Write down the findings of today, so that only new ones count.

    `copydesk check` leaves out what the file lists. It goes by the sentence and not by the line: a
    paragraph that moves stays known, a sentence that changes does not.
    """


@baseline.command(epilog="\b\nExamples:\n  copydesk baseline write\n  copydesk baseline write drafts/old.md")
@_reading
@click.option("--anew", is_flag=True, help="Forget what the file holds, also where it is damaged.")
def write(*, paths: tuple[str, ...], anew: bool, **run: Any) -> int:
    """Make every finding of the drafts known.

    PATHS are files or folders; without any, all drafts of the configuration's folder. What the file
    says of other drafts stays.
    """
    origin = run["config"] or configuration.find()
    if origin is None:
        raise ConfigError("there is no configuration to name a baseline", hint="start with: copydesk init")
    target = settle.named_file(origin, "baseline")
    changed = None
    if target is None:
        changed = settle.with_key(
            origin, "baseline", f"baseline: {FILE}", f'baseline = "{FILE}"', "baseline file"
        )
        target = os.path.normpath(os.path.join(os.path.dirname(origin), FILE))
    known = entries(target) if os.path.exists(target) and not anew else ()
    desk = _desk(paths, target, known, **run)
    now = put_down(desk, target)
    if changed is not None:
        write_file(origin, changed)
        click.echo(f"{origin}: names it now.")
    click.echo(f"{target}: {_changes(known, now)}.")
    return _failures(desk.report)


@baseline.command(
    short_help="Print the entries that no longer occur.",
    epilog="\b\nExample:\n  copydesk baseline check",
)
@_reading
def check(*, paths: tuple[str, ...], **run: Any) -> int:
    """Print the entries that no longer occur, and exit with 1 if there are any."""
    desk = _existing(paths, **run)
    compared = against(desk.report, desk.config, desk.known)
    for entry in compared.gone:
        click.echo(_shown(entry))
    new = len(compared.report.findings)
    click.echo(
        f"{desk.config.baseline}: {len(compared.used):,} known, {len(compared.gone):,} no longer"
        f" {'occurs' if len(compared.gone) == 1 else 'occur'}; {counted(new, 'finding')} not in it."
    )
    return _failures(desk.report) or int(bool(compared.gone))


@baseline.command(epilog="\b\nExample:\n  copydesk baseline prune")
@_reading
def prune(*, paths: tuple[str, ...], **run: Any) -> int:
    """Take out the entries that no longer occur; nothing is added."""
    desk = _existing(paths, **run)
    gone = against(desk.report, desk.config, desk.known).gone
    for entry in gone:
        click.echo(_shown(entry))
    left = {*desk.known} - {*gone}
    if gone:
        write_file(desk.config.baseline, written(left))
    click.echo(f"{desk.config.baseline}: {len(gone):,} taken out, {len(left):,} left.")
    return _failures(desk.report)


def put_down(desk: Desk, target: str) -> frozenset[Entry]:
    """Write a baseline that makes every finding of the report known; its entries."""
    place = Place(desk.config)
    now = renewed(desk.report, desk.known, name_of=place.name_of, exists=place.exists)
    write_file(target, written(now))
    return now


def _existing(paths: tuple[str, ...], **run: Any) -> Desk:
    config = configuration.load(run["config"] or configuration.find())
    if not config.baseline:
        raise ConfigError("no baseline is configured", config.origin, "write one: copydesk baseline write")
    return _desk(paths, config.baseline, entries(config.baseline, config.origin), **run)


def _desk(
    paths: tuple[str, ...],
    target: str,
    known: tuple[Entry, ...],
    *,
    jobs: int | None,
    no_cache: bool,
    **configured: Any,
) -> Desk:
    """Check the drafts, every level of findings; without paths, also drafts that only the baseline names."""
    kept = options.memory(no_cache)
    config = options.load(kept, **configured)._replace(baseline=target, min_severity="suggestion")
    place = Place(config)
    named = (place.path_of(entry.path) for entry in known if place.exists(entry.path))
    chosen = paths or (config.root, *dict.fromkeys(named))
    return Desk(config, known, look(chosen, config, jobs, kept))


def look(paths: Iterable[str], config: Config, jobs: int | None, kept: Any) -> Report:
    """Check some drafts, with a bar that shows how far it is."""
    from lint.gather import gather
    from lint.runner import run

    bar = progress_bar() if options.is_terminal(sys.stderr) else None
    return run(gather(paths, config), config, jobs=jobs, progress=bar, memory=kept)


def _changes(old: Iterable[Entry], new: Iterable[Entry]) -> str:
    """`12 known findings in 3 drafts: 5 new, 2 no longer there`."""
    before, after = ({(entry.path, entry.fingerprint) for entry in one} for one in (old, new))
    drafts = len({path for path, _ in after})
    said = f"{counted(len(after), 'known finding')} in {counted(drafts, 'draft')}"
    added, gone = len(after - before), len(before - after)
    return f"{said}: {added:,} new, {gone:,} no longer there" if before else said


def _shown(entry: Entry) -> str:
    return f"{entry.path}: {entry.rule}: {entry.line or entry.text}"


def _failures(report: Report) -> int:
    """2 where something could not be checked, which is said."""
    for failure in report.failures:
        click.echo(str(failure), err=True)
    return 2 if report.failures else 0
