"""`copydesk terms`: words that pass everywhere, added by hand or proposed for a person to accept."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import click

from lint import config as configuration
from lint.commands import options, propose, settle
from lint.commands.outputs import write_file
from lint.errors import ConfigError
from lint.model import Term

NEW_FILE = "terms.txt"


@click.group()
def terms() -> None:
    """Add and suggest words that pass everywhere."""


@terms.command(
    short_help="Add WORDS to the list of accepted words.",
    epilog='\b\nExample:\n  copydesk terms add Nigde "Bab al-Salam" --reason "places in the story"',
)
@click.argument("words", nargs=-1, required=True)
@click.option("--reason", help="Why they pass.")
@click.option(
    "--file", "path", metavar="FILE", help="The list to add to; the configuration's first if left out."
)
@click.option("--config", metavar="FILE", help="Use this configuration, not the nearest copydesk.yml.")
def add(*, words: tuple[str, ...], reason: str | None, path: str | None, config: str | None) -> None:
    """Add WORDS to the list of accepted words that the configuration names."""
    if not all(map(str.strip, words)):
        raise ConfigError(
            "there is nothing in one of the words", hint='write it out: copydesk terms add "Al-Bab"'
        )
    origin = config or configuration.find()
    target, new = added([Term(word, reason or "") for word in words], origin, path)
    click.echo(
        f"{target}: {new} added" + (f", {len(words) - new} there already." if new < len(words) else ".")
    )


def added(terms: Sequence[Term], origin: str | None, path: str | None = None) -> tuple[str, int]:
    """Add terms to a list of accepted words (the configuration's first where `path` names none).

    Returns the list's path and how many of them are new there. Raises ConfigError.
    """
    target = path or _list_of(origin)
    known = set()
    if os.path.exists(target):
        known = {term.text for term in configuration.read_terms(target)}
    texts = {text: term.reason for term in terms if (text := term.text.strip()) and text not in known}
    for word in texts:
        if word.startswith("#") or " #" in word or "\n" in word:
            raise ConfigError(f'"{word}" cannot stand in a list of words', hint="a # starts a reason there")
    if texts:
        old = _text_of(target)
        lines = "".join(f"{word}  # {reason}\n" if reason else f"{word}\n" for word, reason in texts.items())
        write_file(target, old + ("\n" if old and not old.endswith("\n") else "") + lines)
    return target, len(texts)


@terms.command(
    short_help="Propose the unknown words that drafts repeat.",
    epilog="\b\nExample:\n  copydesk terms suggest drafts/ > candidates.txt",
)
@options.reading
@options.configured
@click.option(
    "--min-count",
    type=click.IntRange(1),
    default=propose.LEAST,
    show_default=True,
    help="Seen at least so often.",
)
def suggest(
    *,
    paths: tuple[str, ...],
    stdin_filename: str | None,
    read_as: str | None,
    jobs: int | None,
    no_cache: bool,
    min_count: int,
    **configured: Any,
) -> int:
    """Propose the unknown words that the drafts repeat, the most frequent first.

    What is printed is a list of accepted words: take out what is wrong and keep the rest. Probable
    slips stand at its end and do not count.
    """
    from lint.gather import gather
    from lint.runner import run

    kept = options.memory(no_cache)
    config = options.load(kept, **configured)._replace(select=("spelling",), min_severity="suggestion")
    inputs = gather(paths, config, stdin=options.read_stdin, stdin_name=stdin_filename)
    report = run(inputs, config, jobs=jobs, format=read_as, memory=kept)
    for line in propose.listed(propose.words(report, min_count)):
        click.echo(line)
    for failure in report.failures:
        click.echo(str(failure), err=True)
    return 2 if report.failures else 0


def _list_of(origin: str | None) -> str:
    """The first of the configuration's files of accepted words.

    Where it names none, `terms.txt` beside it, which is then named at its end.
    """
    if origin is None:
        raise ConfigError(
            "there is no configuration to add the words to", hint="start with: copydesk init --terms"
        )
    named = settle.named_file(origin, "accept-files")
    if named is not None:
        return named
    text = settle.with_key(
        origin,
        "accept-files",
        f"accept-files: [{NEW_FILE}]",
        f'accept-files = ["{NEW_FILE}"]',
        "list of accepted words",
    )
    target = os.path.join(os.path.dirname(origin), NEW_FILE)
    write_file(target, _text_of(target))
    write_file(origin, text)
    return target


def _text_of(path: str) -> str:
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()
