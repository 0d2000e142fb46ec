"""Options that several commands share, and the configuration that comes of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import Any, TextIO, TypeVar

import click

from lint import config as configuration
from lint.didyoumean import did_you_mean
from lint.errors import ConfigError
from lint.model import SEVERITIES, Config, Override, Rule
from lint.runner.setup import Memory

Command = TypeVar("Command", bound=Callable[..., Any])

_CONFIGURATION = (
    click.option("--config", metavar="FILE", help="Use this configuration, not the nearest copydesk.yml."),
    click.option("--select", metavar="RULES", multiple=True, help="Only these packs and rules (a,b.c)."),
    click.option("--ignore", metavar="RULES", multiple=True, help="Not these packs and rules (a,b.c)."),
    click.option("--language", metavar="CODE", help="The drafts' language, such as en-GB."),
    click.option("--encoding", metavar="NAME", help="Encoding of drafts that are not UTF-8."),
    click.option(
        "--languagetool",
        type=click.Choice(["auto", "on", "off"]),
        help="Use LanguageTool: auto (where it is there), on, off.",
    ),
    click.option("--no-cache", is_flag=True, help="Keep nothing between runs and use nothing kept."),
)

_INPUT = (
    click.argument("paths", nargs=-1, metavar="[PATHS|-]..."),
    click.option("--stdin-filename", metavar="PATH", help="What the draft on standard input is called."),
    click.option(
        "--read-as", type=click.Choice(["text", "markdown"]), help="Read every draft in this format."
    ),
    click.option("--jobs", "-j", type=click.IntRange(1), help="Number of processes."),
)


def configured(command: Command) -> Command:
    """Give a command the options of the configuration."""
    return _with(command, _CONFIGURATION)


def reading(command: Command) -> Command:
    """Give a command drafts to read, and the options about reading them."""
    return _with(command, _INPUT)


def _with(command: Command, options: Iterable[Callable[[Command], Command]]) -> Command:
    for option in reversed(tuple(options)):
        command = option(command)
    return command


def read_stdin() -> bytes:
    """All of standard input. Raises ConfigError where it is closed."""
    if sys.stdin is None:
        raise ConfigError("standard input is closed")
    return sys.stdin.buffer.read()


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is open and a terminal."""
    return stream is not None and stream.isatty()


def memory(no_cache: bool) -> Memory | None:
    """What keeps compiled packs between runs, or None."""
    if no_cache:
        return None
    from lint import cache

    return cache


def load(
    kept: Memory | None,
    *,
    config: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    language: str | None = None,
    encoding: str | None = None,
    languagetool: str | None = None,
    fail_on: Any = None,
    min_severity: Any = None,
) -> Config:
    """The configuration with the options of the command line put over it. Raises ConfigError."""
    if config is not None and not os.path.isfile(config):
        raise ConfigError("there is no such configuration file", config)
    found = configuration.load(config or configuration.find(), kept)
    selected, ignored = tuple(_listed(select)), tuple(_listed(ignore))
    if selected:
        found = found._replace(
            select=selected,
            overrides=tuple(entry._replace(select=None) for entry in found.overrides),
        )
    if language:
        found = found._replace(
            language=language,
            overrides=tuple(entry._replace(language=None) for entry in found.overrides),
        )
    found = found._replace(
        ignore=found.ignore + ignored,
        encoding=encoding or found.encoding,
        fail_on=fail_on or found.fail_on,
        min_severity=min_severity or found.min_severity,
        languagetool={**found.languagetool, "mode": languagetool} if languagetool else found.languagetool,
    )
    _check_names(found, kept, given=selected + ignored)
    return found


def _listed(values: Iterable[str]) -> Iterable[str]:
    for value in values:
        yield from (part.strip() for part in value.split(",") if part.strip())


def every_rule(config: Config, kept: Memory | None) -> tuple[Rule, ...]:
    """The rules of all shipped packs and of all that the configuration names anywhere."""
    from lint.runner import load_rules

    packs = dict.fromkeys(("default", *(config.packs or ())))
    for entry in config.overrides:
        packs.update(dict.fromkeys(entry.packs or ()))
    return load_rules(config._replace(packs=tuple(packs), overrides=()), kept)


def _check_names(config: Config, kept: Memory | None, given: tuple[str, ...]) -> None:
    """Raise ConfigError for a name in select, ignore or severity that no pack or rule has."""
    names = dict.fromkeys(given)
    parts: tuple[Config | Override, ...] = (config, *config.overrides)
    for part in parts:
        names.update(dict.fromkeys((*(part.select or ()), *part.ignore, *part.severity)))
    if not names:
        return
    known = [rule.id for rule in every_rule(config, kept)]
    problems = [
        ConfigError(
            f'there is no rule or pack "{name}"',
            "" if name in given else configuration.place_of(config, name),
            did_you_mean(name, [*known, *(rule.partition(".")[0] for rule in known)])
            or "see: copydesk rules list",
        )
        for name in names
        if not _is_known(name, known)
    ]
    if problems:
        raise ConfigError("\n".join(map(str, problems)))


def _is_known(name: str, rules: Iterable[str]) -> bool:
    pack, _, rule = name.partition(".")
    if pack == "languagetool":
        return True
    return name in rules or (rule in ("", "*") and any(known.startswith(f"{pack}.") for known in rules))


def severities(*more: str) -> click.Choice[str]:
    """The type of an option that takes a level."""
    return click.Choice([*SEVERITIES, *more])
