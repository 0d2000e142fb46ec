"""`copydesk languagetool` and `copydesk doctor`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from lint import config as configuration
from lint.commands.options import on_this_machine
from lint.languagetool.settings import Settings, read_settings

_config = click.option(
    "--config", metavar="FILE", help="Use this configuration, not the nearest copydesk.yml."
)


@click.group()
def languagetool() -> None:
    """Install, start, stop and look at LanguageTool.

    LanguageTool is a Java program; it needs Java 17 or later. Once installed, every check uses it.
    """


@languagetool.command(
    short_help="Bring LanguageTool, 47 MB for English.",
    epilog="\b\nExamples:\n  copydesk languagetool install\n  copydesk languagetool install --language de,ru"
    "\n  copydesk languagetool install --from /media/stick/jars",
)
@click.option(
    "--language", "languages", metavar="CODES", default="en", show_default=True, help="en,ru,uk,de,fr,es"
)
@click.option(
    "--from",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Take the jars from this folder, without a network.",
)
@click.option(
    "--via",
    type=click.Choice(["jgo", "mvn", "language-tool-python"]),
    help="How to download; jgo, then mvn where left out.",
)
@_config
def install(*, languages: str, folder: Path | None, via: str | None, config: str | None) -> None:
    """Bring LanguageTool, 47 MB for English; every file is checked against the lock."""
    from lint.languagetool import fetch
    from lint.languagetool.install import install as put

    settings = _settings(config)
    if via == "language-tool-python":
        from lint.languagetool.distribution import download

        found = download()
        click.echo(f"LanguageTool {found.version} is in {found.folder}.")
        return
    ways = {"jgo": fetch.by_jgo(settings.mirrors), "mvn": fetch.by_mvn}
    chosen: Iterable[fetch.Fetch] = (ways[via],) if via else ways.values()
    if folder is not None:
        chosen = (fetch.from_folder(folder),)
    wanted = [code for code in languages.replace(",", " ").split() if code]
    done = put(wanted, tuple(chosen), progress=_progress())
    held = done.installation
    brought = f"{done.brought / 1e6:.0f} MB brought" if done.brought else "nothing was missing"
    click.echo(f"LanguageTool {held.version} for {', '.join(held.languages)} is in {held.folder}; {brought}.")


@languagetool.command()
@_config
def status(*, config: str | None) -> int:
    """Say which LanguageTool is used and whether its server runs."""
    from lint.languagetool.health import status as look

    return _print(look(_settings(config)))


@languagetool.command(short_help="Start the server now.")
@_config
def start(*, config: str | None) -> None:
    """Start the server now, so that the next check need not wait for it."""
    from lint.languagetool.java import find_java
    from lint.languagetool.server import have_server
    from lint.languagetool.source import need_installation

    settings = _settings(config)
    server = have_server(need_installation(settings), find_java(settings.java))
    click.echo(f"LanguageTool {server.version} answers on port {server.port}; it ends after 15 idle minutes.")


@languagetool.command()
def stop() -> None:
    """Stop the server, if it runs."""
    from lint.languagetool.server import stop_all

    count = stop_all()
    click.echo("The server is stopped." if count else "No server was running.")


@languagetool.command()
def uninstall() -> None:
    """Stop the server and remove LanguageTool."""
    from lint.languagetool.install import uninstall as remove
    from lint.languagetool.server import stop_all

    stop_all()
    freed = remove()
    click.echo(f"LanguageTool is removed, {freed / 1e6:.0f} MB freed." if freed else "Nothing was installed.")


@click.command()
@_config
def doctor(*, config: str | None) -> int:
    """Say what works on this machine and what is missing, with what to do about it."""
    from lint.languagetool.health import examine

    return _print([*examine(_settings(config)), _parser()])


def _parser() -> Any:
    """What there is of the parser of grammar; without it nothing else is worse off."""
    from lint.engines.grammar.parser import INSTALL, VERSION, installed
    from lint.languagetool.health import Finding

    model = installed()
    if model is None:
        return Finding("parser", True, f"not installed; {INSTALL}")
    found = f"{model.package} {model.version}"
    return Finding("parser", model.fits, found, f"the rules were made for {VERSION}; {INSTALL}")


def _settings(config: str | None) -> Settings:
    origin = config or configuration.find()
    return read_settings(on_this_machine(configuration.load(origin).languagetool if origin else {}))


def _print(findings: Iterable[Any]) -> int:
    """Print what was found; 2 where something is not well."""
    worst = 0
    for each in findings:
        mark = click.style("ok ", fg="green") if each.well else click.style("no ", fg="red")
        click.echo(f"{mark} {each.what:9} {each.found}")
        if not each.well:
            worst = 2
            if each.advice:
                click.echo(f"              {each.advice}")
    return worst


def _progress() -> Callable[[int, int], None]:
    if not sys.stderr.isatty():
        return lambda done, total: None
    width = 30

    def show(done: int, total: int) -> None:
        full = width * done // max(total, 1)
        end = "\n" if done >= total else ""
        bar = f"{'#' * full}{'.' * (width - full)}"
        click.echo(f"\r[{bar}] {done / 1e6:5.1f} of {total / 1e6:.1f} MB{end}", nl=False, err=True)

    return show
