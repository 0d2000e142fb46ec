"""The drafts of a run, as the configuration sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lint.config import relative
from lint.documents import UNREAD
from lint.files import Input, Inputs, among, collect
from lint.globs import matches
from lint.model import Config, Failure

SUFFIXES: Mapping[str, tuple[str, ...]] = {
    "text": (".txt", ".text"),
    "markdown": (".md", ".markdown", ".mdx", ".mdown", ".mkd", ".mkdn", ".qmd", ".rmd"),
    "word": (".docx",),
    "html": (".html", ".htm", ".xhtml"),
}
"""Format -> what a folder is searched for; a file that is named is read whatever its suffix."""

SEARCHED = ("text", "markdown", "word")
"""The formats that a folder is searched for unless `formats` says otherwise; many a page is generated."""


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
    found = collect(named, _searched(config), excluded, _known(config))
    drafts = sorted((*piped, *found.drafts), key=lambda draft: draft.path)
    return found._replace(drafts=tuple(drafts), notices=passed_over(found.passed))


def gather_among(
    paths: Iterable[str], config: Config, places: Iterable[str]
) -> tuple[dict[str, str], tuple[Failure, ...], tuple[str, ...]]:
    """The like of `gather` among real paths that need not be on the disk, such as what git has staged.

    Returns the real path of each draft by its path as it is shown, what is not there at all, and the
    files that are known and not searched for.
    """
    named, there, excluded = tuple(paths) or (".",), tuple(places), _excluded(config)
    found, failures = among(named, there, _searched(config), excluded)
    passed, _ = among(named, there, _known(config), excluded)
    return found, failures, tuple(path for path in passed if path not in found)


def passed_over(paths: Iterable[str]) -> tuple[str, ...]:
    """The notice that counts files which a search of folders left alone; what git ignores is not counted."""
    from collections import Counter
    from os.path import splitext

    wanted = tuple(paths)
    if not wanted:
        return ()
    from lint import git

    ignored = git.ignored(wanted)
    counts = Counter(splitext(path)[1].lower() for path in wanted if path not in ignored)
    pages = _counted(counts, [suffix for suffix in counts if suffix not in UNREAD])
    others = _counted(counts, [suffix for suffix in counts if suffix in UNREAD])
    said = [f"{pages} (name them, or add html to `formats`)"] * bool(pages)
    said += [f"{others} (cannot be read yet)"] * bool(others)
    return (f"Not read in the folders searched: {'; '.join(said)}.",) if said else ()


def _counted(counts: Mapping[str, int], suffixes: Iterable[str]) -> str:
    """`12 .html, 3 .htm`, the most first."""
    return ", ".join(
        f"{counts[one]:,} {one}" for one in sorted(suffixes, key=lambda one: (-counts[one], one))
    )


def _searched(config: Config) -> frozenset[str]:
    formats = SEARCHED if config.formats is None else config.formats
    return frozenset(suffix for name in formats for suffix in SUFFIXES[name])


def _known(config: Config) -> frozenset[str]:
    """What is told of when it is passed over: what cannot be read, and HTML unless `formats` is written."""
    return frozenset(UNREAD) if config.formats is not None else frozenset((*UNREAD, *SUFFIXES["html"]))


def _excluded(config: Config) -> Callable[[str], bool]:
    return lambda path: bool(config.exclude) and matches(relative(config, path), config.exclude)
