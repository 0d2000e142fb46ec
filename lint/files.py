"""From what was named on the command line to the drafts that are to be checked, sorted."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from lint.errors import CopydeskError, DraftError
from lint.model import Failure

SKIPPED_FOLDERS = frozenset(("node_modules", "__pycache__", "site-packages"))
"""Folders that a walk leaves out, beside those whose name starts with a dot."""


HIDDEN = (".", "~$")
"""How the names of entries begin that a walk leaves out; `~$` is what Word puts beside an open file."""


class Input(NamedTuple):
    """A draft to check: its path as it is shown, and its bytes where it came from standard input."""

    path: str
    data: bytes | None = None


class Inputs(NamedTuple):
    """What can be read, sorted by path, and what cannot.

    `passed` are files that a walk knew and left alone; `notices` say so to the reader.
    """

    drafts: tuple[Input, ...]
    failures: tuple[Failure, ...]
    passed: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def collect(
    paths: Iterable[str],
    suffixes: Collection[str],
    excluded: Callable[[str], bool] = lambda path: False,
    known: Collection[str] = (),
) -> Inputs:
    """The drafts that `paths` (files, folders, globs) stand for, each once.

    A folder is walked for names that end in one of `suffixes` (lower case, with the dot); hidden
    entries are left out and each real folder is visited once, so that links cannot run in a circle.
    A file that is named is taken whatever its suffix. What `excluded` says holds for both. Names that
    end in one of `known` are noted as passed over.
    """
    found: dict[str, Input] = {}
    failures: list[Failure] = []
    passed: list[str] = []

    def walk(top: str) -> Iterator[str]:
        for path in _walk(top, excluded, failures):
            suffix = os.path.splitext(path)[1].lower()
            if suffix in suffixes:
                yield path
            elif suffix in known:
                passed.append(path)

    for name in paths:
        for path in _expand(os.path.normpath(name) if name else name):
            for place in _files(path, walk, excluded, failures):
                found.setdefault(os.path.abspath(place), Input(place))
    left = {os.path.abspath(path): path for path in passed}
    return Inputs(
        tuple(sorted(found.values())),
        tuple(sorted(set(failures), key=lambda failure: failure.path)),
        tuple(sorted(path for place, path in left.items() if place not in found)),
    )


def among(
    paths: Iterable[str],
    places: Iterable[str],
    suffixes: Collection[str],
    excluded: Callable[[str], bool] = lambda path: False,
) -> tuple[dict[str, str], tuple[Failure, ...]]:
    """The like of `collect` among `places` (real paths) that need not be on the disk.

    Returns the place of each draft by its path as it is shown, sorted, and what is neither there nor on
    the disk.
    """
    known = sorted(places)
    found: dict[str, str] = {}
    failures: list[Failure] = []
    for name in paths:
        for path in _expand(os.path.normpath(name) if name else name):
            real = os.path.realpath(path)
            inside = os.path.join(real, "")
            if real in known:
                found.setdefault(real, path)
            below = [place for place in known if place.startswith(inside)]
            for place in below:
                rest = place.removeprefix(inside)
                if _is_draft(rest, suffixes):
                    found.setdefault(place, rest if path == "." else os.path.join(path, rest))
            if real not in known and not below and not os.path.exists(path):
                failures.append(failure(DraftError("does not exist", path)))
    shown = {path: place for place, path in found.items() if not _is_excluded(path, excluded)}
    return dict(sorted(shown.items())), tuple(failures)


def _is_draft(path: str, suffixes: Collection[str]) -> bool:
    """Whether a walk of the folder that `path` starts from would take it."""
    *folders, name = path.split(os.sep)
    hidden = any(part.startswith(HIDDEN) for part in (*folders, name))
    skipped = any(folder in SKIPPED_FOLDERS for folder in folders)
    return not hidden and not skipped and os.path.splitext(name)[1].lower() in suffixes


def _is_excluded(path: str, excluded: Callable[[str], bool]) -> bool:
    """Whether a path, or a folder on its way, is left out."""
    parts = path.split(os.sep)
    return any(excluded(os.sep.join(parts[:number])) for number in range(1, len(parts) + 1) if parts[0])


def read(path: str) -> bytes:
    """The bytes of a regular file. Raises DraftError; never waits for the other end of a pipe."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise DraftError(_reason(error, path), path) from None
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            raise DraftError(*_not_a_file(mode, path))
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read()
    except OSError as error:
        raise DraftError(_reason(error, path), path) from None
    finally:
        os.close(descriptor)


def _expand(name: str) -> Iterable[str]:
    """The name, or what it matches where it is a glob that the shell left as it is."""
    if not any(char in name for char in "*?[") or os.path.lexists(name):
        return (name,)
    from glob import glob

    return sorted(glob(name, recursive=True)) or (name,)


def _files(
    path: str,
    walk: Callable[[str], Iterable[str]],
    excluded: Callable[[str], bool],
    failures: list[Failure],
) -> Iterator[str]:
    """The file, or those of the folder that a walk finds there."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        if not excluded(path):
            failures.append(failure(DraftError(_reason(error, path), path)))
        return
    if stat.S_ISDIR(mode):
        for place in walk(path):
            yield from _files(place, lambda top: (), excluded, failures)
    elif excluded(path):
        return
    elif stat.S_ISREG(mode):
        yield path
    else:
        failures.append(failure(DraftError(*_not_a_file(mode, path))))


def _walk(top: str, excluded: Callable[[str], bool], failures: list[Failure]) -> Iterator[str]:
    """Every entry that is no folder, those behind links to folders last: a draft goes by its real path."""
    visited: set[tuple[int, int]] = set()
    linked = [top]
    for start in linked:
        folders = [start]
        while folders:
            folder = folders.pop()
            try:
                status = os.stat(folder)
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError as error:
                failures.append(failure(DraftError(_reason(error, folder), folder)))
                continue
            if (status.st_dev, status.st_ino) in visited:
                continue
            visited.add((status.st_dev, status.st_ino))
            for entry in entries:
                path = entry.name if folder == "." else entry.path
                if entry.name.startswith(HIDDEN) or entry.name in SKIPPED_FOLDERS or excluded(path):
                    continue
                if _is_folder(entry):
                    (linked if entry.is_symlink() else folders).append(path)
                else:
                    yield path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def failure(error: CopydeskError, path: str = "") -> Failure:
    """What went wrong with a draft, in one line; `path` is its own where the error names none."""
    text = f"{error.message}; {error.hint}" if error.hint else error.message
    return Failure(error.where or path, text)


def _not_a_file(mode: int, path: str) -> tuple[str, str, str]:
    if stat.S_ISDIR(mode):
        return "is a folder", path, ""
    if stat.S_ISFIFO(mode):
        return "is a pipe", path, "to check what it holds: copydesk check - < PIPE"
    kind = "a socket" if stat.S_ISSOCK(mode) else "a device"
    return f"is {kind}", path, "only files and folders can be checked"


def _absent(path: str) -> str:
    if path.startswith(("http:/", "https:/")):
        return "is a web address, and only files are read; save the page and name the file"
    return "matches no file" if any(sign in path for sign in "*?[") else "does not exist"


def _reason(error: OSError | ValueError, path: str) -> str:
    if isinstance(error, FileNotFoundError):
        return "is a link that leads nowhere" if os.path.islink(path) else _absent(path)
    if isinstance(error, PermissionError):
        return "may not be read (no permission)"
    if isinstance(error, ValueError):
        return "is no path"
    import errno

    if error.errno == errno.ELOOP:
        return "is a link that leads back to itself"
    return f"cannot be read: {error.strerror}"
