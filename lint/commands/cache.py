"""`copydesk cache`: what is kept between runs, and how to be rid of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

import click

from lint.places import cache_folder
from lint.reporters.summary import counted

ANSWERS = {
    "answers of LanguageTool": "languagetool-answers",
    "answers of the grammar parser": "grammar-answers",
}
"""What is kept of engines, and its folder; LanguageTool's jars are no business of this command."""


class Part(NamedTuple):
    """Something that is kept: what, its files, and how many entries they hold (None: one a file)."""

    what: str
    files: tuple[str, ...]
    entries: int | None = None


@click.group()
def cache() -> None:
    """Look at what is kept between runs, and clear it.

    Nothing of it is needed: what is not there is made again. LanguageTool itself is no part of it.
    """


@cache.command(epilog="\b\nExample:\n  copydesk cache info")
def info() -> None:
    """Say where things are kept, how many, and how large they are."""
    click.echo(cache_folder())
    for part in _parts():
        number = len(part.files) if part.entries is None else part.entries
        click.echo(f"  {part.what}: {number:,}, {_size(part)}")


@cache.command(epilog="\b\nExample:\n  copydesk cache clear")
def clear() -> int:
    """Remove what is kept; LanguageTool itself stays."""
    parts = list(_parts())
    for part in parts:
        for path in part.files:
            try:
                os.unlink(path)
            except FileNotFoundError:
                continue
            except OSError as error:
                click.echo(f"{path}: cannot be removed: {error.strerror}", err=True)
                return 2
    number = sum(len(part.files) for part in parts)
    click.echo(f"{cache_folder()}: {counted(number, 'file')} removed.")
    return 0


def _parts() -> Iterator[Part]:
    from pathlib import Path

    from lint.cache import LIMIT
    from lint.store import Store

    folder = cache_folder()
    results = _files(folder, "results-")
    number = sum(Store(Path(path), LIMIT).count() for path in results if path.endswith(".sqlite"))
    yield Part("results of drafts", _files(folder, "results-"), number)
    yield Part("rule packs and configurations", _files(os.path.join(folder, "packs")))
    for what, name in ANSWERS.items():
        yield Part(what, _files(os.path.join(folder, name)))


def _files(folder: str, start: str = "") -> tuple[str, ...]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return ()
    return tuple(entry.path for entry in entries if entry.is_file() and entry.name.startswith(start))


def _size(part: Part) -> str:
    size = 0
    for path in part.files:
        try:
            size += os.path.getsize(path)
        except OSError:
            continue
    return f"{size / 1_000_000:.1f} MB"
