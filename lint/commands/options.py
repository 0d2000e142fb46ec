"""Options that several commands share, and the configuration that comes of them."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
    click.option(
        "--grammar",
        type=click.Choice(["auto", "on", "off"]),
        help="Read sentences with a parser: auto (where it is installed), on, off.",
    ),
    click.option("--no-cache", is_flag=True, help="Keep nothing between runs and use nothing kept."),
)

_INPUT = (
    click.argument("paths", nargs=-1, metavar="[PATHS|-]..."),
    click.option("--stdin-filename", metavar="PATH", help="What the draft on standard input is called."),
    click.option(
        "--read-as",
        type=click.Choice(["text", "markdown", "html", "word"]),
        help="Read every draft in this format.",
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
    grammar: str | None = None,
    no_daemon: bool = False,
    fail_on: Any = None,
    min_severity: Any = None,
) -> Config:
    """The configuration with the options of the command line put over it. Raises ConfigError.

    Without `kept`, what LanguageTool said before is not used either.
    """
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
        _check_language(language)
        found = found._replace(
            language=language,
            overrides=tuple(entry._replace(language=None) for entry in found.overrides),
        )
    found = found._replace(
        ignore=found.ignore + ignored,
        encoding=encoding or found.encoding,
        fail_on=fail_on or found.fail_on,
        min_severity=min_severity or found.min_severity,
        today=today(),
        languagetool=_languagetool(found.languagetool, languagetool, kept is not None, no_daemon),
        grammar=_grammar(found.grammar, grammar, kept is not None),
    )
    _check_packs(found)
    _check_names(found, kept, given=selected + ignored)
    return found


def today() -> str:
    """The day on this machine, such as `2027-01-31`; `COPYDESK_TODAY` may name another."""
    named = os.environ.get("COPYDESK_TODAY")
    if not named:
        return time.strftime("%Y-%m-%d")
    from lint.findings.stet import is_day

    if not is_day(named):
        raise ConfigError(f'COPYDESK_TODAY is "{named}"', hint="a day is written 2027-01-31")
    return named


def _languagetool(
    said: Mapping[str, Any], mode: str | None, remember: bool, no_daemon: bool
) -> dict[str, Any]:
    """What the configuration says of LanguageTool, with the command line over it."""
    merged = on_this_machine(said)
    if mode:
        merged["mode"] = mode
    if not remember:
        merged["remember"] = False
    if no_daemon:
        merged["daemon"] = False
    return merged


def _grammar(said: Mapping[str, Any], mode: str | None, remember: bool) -> dict[str, Any]:
    """What the configuration says of the parser, with the command line over it."""
    return {**said, **({"mode": mode} if mode else {}), **({} if remember else {"remember": False})}


def on_this_machine(said: Mapping[str, Any]) -> dict[str, Any]:
    """What is said of LanguageTool; on a CI machine its server ends with the run unless it is to stay."""
    on_ci = os.environ.get("CI", "").lower() not in ("", "0", "false")
    return {"daemon": False, **said} if on_ci else dict(said)


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


def _check_language(code: str) -> None:
    import re

    from lint.config.keys import LANGUAGE
    from lint.config.languages import trouble

    if not re.fullmatch(LANGUAGE, code):
        raise ConfigError(f'--language cannot be "{code}"', hint='for example "en-GB"')
    wrong = trouble(code)
    if wrong:
        raise ConfigError(wrong[0], "--language", wrong[1])


def _check_packs(config: Config) -> None:
    """Raise ConfigError, with its line, for a pack that does not exist."""
    from lint.rulepacks import missing

    parts: tuple[Config | Override, ...] = (config, *config.overrides)
    problems = [
        ConfigError(error.message, configuration.place_of(config, name), error.hint)
        for name in dict.fromkeys(name for part in parts for name in part.packs or ())
        if (error := missing(name, config)) is not None
    ]
    if problems:
        raise ConfigError("\n".join(map(str, problems)))


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
        ConfigError(message, "" if name in given else configuration.place_of(config, name), hint)
        for name in names
        for message, hint in _trouble(name, known)
    ]
    if problems:
        raise ConfigError("\n".join(map(str, problems)))


def _trouble(name: str, rules: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with a selector, and what helps."""
    pack, _, rule = name.partition(".")
    if name in rules or (rule in ("", "*") and any(known.startswith(f"{pack}.") for known in rules)):
        return
    if pack == "languagetool":
        yield from _trouble_of_tool(rule, rules)
        return
    packs = (known.partition(".")[0] for known in rules)
    yield (
        f'there is no rule or pack "{name}"',
        did_you_mean(name, [*rules, *packs]) or "see: copydesk rules list",
    )


def _trouble_of_tool(name: str, rules: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The same for what follows `languagetool.`: a rule, a category or a part of names."""
    from lint.languagetool.catalogue import catalogue, nearest_name

    if not catalogue().has(name):
        near = nearest_name(name)
        own = did_you_mean(f"languagetool.{name}", rules)
        hint = f'did you mean "languagetool.{near}"?' if near else own
        yield f'LanguageTool has no rule or category "{name}"', hint


def severities(*more: str) -> click.Choice[str]:
    """The type of an option that takes a level."""
    return click.Choice([*SEVERITIES, *more])
