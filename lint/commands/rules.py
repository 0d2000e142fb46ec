"""`copydesk rules`: list, show and test the rules of the packs in use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import click

from lint import rulepacks
from lint.commands import options
from lint.didyoumean import did_you_mean
from lint.errors import ConfigError
from lint.model import Config, Rule
from lint.runner.setup import Memory


@click.group()
def rules() -> None:
    """List, show and test the rules."""


@rules.command(
    "list",
    short_help="List rules: name, level, what is said.",
    epilog="\b\nExamples:\n  copydesk rules list leftovers\n  copydesk rules list --format json",
)
@click.argument("names", nargs=-1, metavar="[PACKS]...")
@click.option("--format", "-f", type=click.Choice(["text", "json"]), default="text", show_default=True)
@options.configured
def list_rules(*, names: tuple[str, ...], format: str, no_cache: bool, **configured: Any) -> None:
    """List the rules of the packs in use, or of PACKS: name, level, what is said."""
    from lint.commands.outputs import write_terminal
    from lint.findings.levels import active

    config = options.load(options.memory(no_cache), **configured)
    every = _rules(config, names, options.memory(no_cache))
    on = {rule.id: rule.severity for rule in active(every, config)}
    levels = [(rule, on.get(rule.id, "off")) for rule in every]
    write_terminal(_as_json(levels) if format == "json" else _as_text(levels))


def _as_text(levels: Sequence[tuple[Rule, str]]) -> str:
    wide = max((len(rule.id) for rule, _ in levels), default=0)
    return "".join(f"{rule.id:<{wide}}  {level:<10}  {rule.message}\n" for rule, level in levels)


def _as_json(levels: Sequence[tuple[Rule, str]]) -> str:
    """The rules in their order; `level` is that of this configuration, `severity` the pack's own."""
    import json

    rules = [
        {
            "id": rule.id,
            "kind": rule.kind,
            "level": level,
            "severity": rule.severity,
            "message": rule.message,
            "why": rule.why,
            "fix": rule.fix,
            "languages": list(rule.languages),
            "scope": list(rule.scope),
            "examples": [{"bad": example.bad, "good": example.good} for example in rule.examples],
            "link": rule.link,
            "origin": rule.origin,
        }
        for rule, level in levels
    ]
    return json.dumps({"version": 1, "rules": rules}, indent=1) + "\n"


@rules.command("show", epilog="\b\nExample:\n  copydesk rules show leftovers.placeholder")
@click.argument("names", nargs=-1, required=True, metavar="RULES...")
@options.configured
def show_rules(*, names: tuple[str, ...], no_cache: bool, **configured: Any) -> None:
    """Print RULES as their pack has them, examples included."""
    config = options.load(options.memory(no_cache), **configured)
    for number, rule in enumerate(_rules(config, names, None)):
        path, _, line = rule.origin.rpartition(":")
        click.echo(f"{chr(10) if number else ''}# {rule.id}, from {rule.origin}")
        click.echo(_excerpt(path, int(line)))


@rules.command(
    "test",
    short_help="Run the examples of every rule.",
    epilog="\b\nExample:\n  copydesk rules test ./house.yml",
)
@click.argument("packs", nargs=-1, metavar="[PACKS]...")
@options.configured
def test_rules(*, packs: tuple[str, ...], no_cache: bool, **configured: Any) -> int:
    """Run the examples of every rule: of the packs in use, or of PACKS (names and files).

    missing: a `bad` example is not flagged. noisy: a `good` one is. wrong fix: no fix turns `bad`
    into `good`. Exits with 1 if there is any.
    """

    from lint import selftest
    from lint.reporters.summary import counted

    config = options.load(options.memory(no_cache), **configured)
    if packs:
        config = config._replace(root=".", origin="", packs=packs)
    every = rulepacks.load(rulepacks.files(config))
    problems = list(selftest.run(every, config))
    for problem in problems:
        click.echo(str(problem))
    examples = sum(len(rule.examples) for rule in every)
    parsed = sum(len(rule.examples) for rule in every if rule.kind == "syntax")
    if parsed and not selftest.can_parse():
        from lint.engines.grammar.parser import INSTALL

        click.echo(f"{parsed} examples of rules that need a parser were left out; {INSTALL}")
        examples -= parsed
    click.echo(f"{counted(len(every), 'rule')}, {counted(examples, 'example')}: {_count(problems)}.")
    return 1 if problems else 0


def _count(problems: Sequence[Any]) -> str:
    kinds = [problem.kind for problem in problems]
    return ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds)) or "all hold"


def _rules(config: Config, names: Sequence[str], kept: Memory | None) -> tuple[Rule, ...]:
    """The rules that are named, by `pack` or `pack.rule`; those in use where none is."""
    from lint.findings.levels import named
    from lint.runner import load_rules

    every = options.every_rule(config, kept) if names else load_rules(config, kept)
    for name in names:
        if not any(named(rule.id, (name,)) for rule in every):
            raise unknown(name, every)
    return tuple(rule for rule in every if not names or named(rule.id, names))


def unknown(name: str, every: Iterable[Rule]) -> ConfigError:
    """The error for a name that no pack or rule has."""
    known = [rule.id for rule in every]
    packs = sorted({rule.partition(".")[0] for rule in known})
    advice = did_you_mean(name, [*known, *packs]) or f"packs: {', '.join(packs)}; see: copydesk rules list"
    return ConfigError(f'there is no rule or pack "{name}"', hint=advice)


def _excerpt(path: str, line: int) -> str:
    """The lines of the list entry that starts at `line` of a pack."""
    with open(_file(path), encoding="utf-8") as file:
        lines = file.read().splitlines()[line - 1 :]
    indent = len(lines[0]) - len(lines[0].lstrip())
    end = next(
        (
            index
            for index, text in enumerate(lines[1:], 1)
            if text.strip() and len(text) - len(text.lstrip()) <= indent
        ),
        len(lines),
    )
    return "\n".join(text[indent:] for text in lines[:end]).rstrip()


def _file(shown: str) -> str:
    """The file behind the path that a rule's origin shows."""
    from lint.rulepacks import shipped

    return next(
        (path for path in map(shipped.path, shipped.names()) if rulepacks.display_path(path) == shown), shown
    )
