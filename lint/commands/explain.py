"""`copydesk explain`: what a rule looks for, why, and how to tell it otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from lint.commands import options
from lint.commands.rules import unknown
from lint.errors import ConfigError
from lint.model import Example, Rule


@click.command(epilog="\b\nExample:\n  copydesk explain leftovers.placeholder")
@click.argument("rule", metavar="RULE")
@options.configured
def explain(*, rule: str, no_cache: bool, **configured: Any) -> None:
    """Say what RULE (pack.rule, as in a report) looks for, and why."""
    kept = options.memory(no_cache)
    config = options.load(kept, **configured)
    every = options.every_rule(config, kept)
    found = next((known for known in every if known.id == rule), None)
    if found is None and rule.startswith("languagetool."):
        from lint.engines.languagetool.describe import describe
        from lint.engines.languagetool.levels import compile

        plan = compile(tuple(known for known in every if known.kind == "languagetool"))
        found = describe(rule, plan, config)
    pack = [known for known in every if known.pack == rule]
    if found is None and pack:
        raise ConfigError(f'"{rule}" is a pack', hint=f"its rules: copydesk rules list {rule}")
    if found is None:
        raise unknown(rule, every)
    click.echo("\n\n".join(_paragraphs(found)))


def _paragraphs(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} ({rule.severity}{'' if rule.default and rule.asked else ', off by default'})"
    yield f"Says\n  {rule.message}"
    yield f"Why\n  {rule.why}"
    if rule.scope:
        yield f"Where\n  {', '.join(rule.scope)}"
    examples = [line for example in rule.examples for line in _example(example)]
    if examples:
        yield "\n".join(("Examples", *examples))
    if rule.link:
        yield f"More\n  {rule.link}"
    yield _switches(rule)
    yield f"From\n  {rule.origin}"


def _example(example: Example) -> Iterator[str]:
    if example.bad is not None:
        yield f"  flagged: {_short(example.bad)}"
    if example.good is not None:
        yield f"  {'better:  ' if example.bad is not None else 'passes:  '}{_short(example.good)}"


def _short(text: str) -> str:
    line = " / ".join(part.strip() for part in text.splitlines() if part.strip())
    return line if len(line) <= 100 else line[:99] + "…"


def _switches(rule: Rule) -> str:
    once = f"  once:        <!-- stet {rule.id}: the reason -->\n"
    if rule.kind == "languagetool":
        from lint.engines.languagetool.describe import is_several

        once = "" if is_several(rule.id.partition(".")[2]) else once
    return f"To let it stand\n{once}  everywhere:  severity: {{{rule.id}: off}}   in copydesk.yml"
