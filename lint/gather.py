"""The drafts of a run, as the configuration sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lint.config import relative
from lint.files import Input, Inputs, among, collect
from lint.globs import matches
from lint.model import Config, Failure

SUFFIXES = frozenset(
    (".txt", ".text", ".md", ".markdown", ".mdx", ".mdown", ".mkd", ".mkdn", ".qmd", ".rmd", ".docx")
)
"""What a folder is searched for; a file that is named is read whatever its suffix."""


def gather(
    paths: Iterable[str],
    config: Config,
    *,
    stdin: Callable[[], bytes] | None = None,
    stdin_name: str | None = None,
) -> Inputs:
    """The drafts that `paths` stand for, sorted, without those that the configuration excludes.

    `-` is what `stdin` returns, under `stdin_name`; no path at all is this folder, or standard input
    where that has a name.
    """

    excluded = _excluded(config)
    named = list(paths) or (["-"] if stdin_name else ["."])
    piped: list[Input] = []
    if stdin is not None and "-" in named:
        if stdin_name is None or not excluded(stdin_name):
            piped.append(Input(stdin_name or "-", stdin()))
        named = [path for path in named if path != "-"]
    found = collect(named, SUFFIXES, excluded)
    return Inputs(tuple(sorted((*piped, *found.drafts), key=lambda draft: draft.path)), found.failures)


def gather_among(
    paths: Iterable[str], config: Config, places: Iterable[str]
) -> tuple[dict[str, str], tuple[Failure, ...]]:
    """The like of `gather` among real paths that need not be on the disk, such as what git has staged.

    Returns the real path of each draft by its path as it is shown, and what is not there at all.
    """
    return among(tuple(paths) or (".",), places, SUFFIXES, _excluded(config))


def _excluded(config: Config) -> Callable[[str], bool]:
    return lambda path: bool(config.exclude) and matches(relative(config, path), config.exclude)
