"""What git knows of the drafts: which lines changed, and what is staged.

Git is run as a process and asked for forms that no configuration of the user changes: names with
NUL, no colour, no pager, no external diff, no text conversion.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint.errors import CopydeskError

Lines = tuple[tuple[int, int], ...]
"""Ranges of lines, first and last, counted from 1, in order."""

_DIFF = (
    "diff",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--ignore-submodules=all",
    "--find-renames",
    "--diff-filter=ACMRTU",
)
_PATCH = ("--patch", "--unified=0", "--inter-hunk-context=0", "--color-moved=no")
_FILE = "100"
"""How the mode of a file begins, not of a link (120000) or a submodule (160000)."""


class Change(NamedTuple):
    """A new or changed file: its path from the top, its lines (None: all), the id of its staged content."""

    path: str
    lines: Lines | None
    blob: str


def top(folder: str) -> str:
    """The real path of the work tree that holds a folder. Raises CopydeskError where there is none."""
    done = _run(("rev-parse", "--show-toplevel"), folder)
    if done.returncode == 0 and done.stdout.strip():
        return os.path.realpath(os.fsdecode(done.stdout.removesuffix(b"\n")))
    if b"not a git repository" in done.stderr or b"work tree" in done.stderr:
        raise CopydeskError("is in no work tree of git, so nothing is known to have changed", folder)
    raise CopydeskError(_said(done), folder)


def is_revision(name: str, folder: str) -> bool:
    """Whether git knows a commit by this name."""
    return not name.startswith("-") and _commit(name, folder) is not None


def changes(folder: str, revision: str = "HEAD", *, staged: bool = False) -> tuple[Change, ...]:
    """The files that changed since `revision`; since the common commit where HEAD went another way.

    In the work tree, untracked files (but for ignored ones) included, or in the index if `staged`. In
    a renamed file only its changed lines are. Without a commit, everything is new. Raises CopydeskError.
    """
    root = top(folder)
    base = _base(revision, root)
    against = ("--cached", base) if staged else (base,)
    entries = list(_entries(_output((*_DIFF, "--raw", "--no-abbrev", "-z", *against, "--"), root)))
    patch = _output((*_DIFF, *_PATCH, *against, "--"), root)
    found = {change.path: change for change in _joined(entries, list(_patches(patch)))}
    if not staged:
        for path in _names(
            _output(("ls-files", "-z", "--others", "--exclude-standard", "--full-name"), root)
        ):
            found.setdefault(path, Change(path, None, ""))
    return tuple(found[path] for path in sorted(found))


def ignored(paths: Iterable[str]) -> frozenset[str]:
    """Those of the paths that git ignores; none where it cannot say."""
    wanted = tuple(paths)
    places = {os.path.abspath(path): path for path in wanted}
    data = b"".join(os.fsencode(place) + b"\0" for place in places)
    try:
        done = _run(("check-ignore", "-z", "--stdin"), os.path.dirname(next(iter(places), ".")), data)
    except CopydeskError:
        return frozenset()
    return frozenset(places[name] for name in _names(done.stdout) if name in places)


def contents(blobs: Iterable[str], folder: str) -> Iterator[bytes]:
    """The bytes of stored contents, in the order of their ids. Raises CopydeskError."""
    wanted = tuple(blobs)
    if not wanted:
        return
    data = _output(("cat-file", "--batch"), folder, "".join(f"{blob}\n" for blob in wanted).encode())
    offset = 0
    for blob in wanted:
        end = data.find(b"\n", offset)
        name, _, rest = data[offset:end].partition(b" ")
        kind, _, size = rest.partition(b" ")
        if kind != b"blob" or name.decode() != blob:
            raise CopydeskError(f"git does not have the staged content {blob}", folder)
        offset = end + 1 + int(size) + 1
        yield data[end + 1 : offset - 1]


def _base(revision: str, root: str) -> str:
    """The commit (or the empty tree) that changes are counted from."""
    commit = _commit(revision, root)
    if commit is None and revision == "HEAD":
        return _output(("hash-object", "-t", "tree", "--stdin"), root).decode().strip()
    if commit is None:
        raise CopydeskError(f'git knows no revision "{revision}"', hint="for example: --changed origin/main")
    if revision == "HEAD":
        return commit
    done = _run(("merge-base", commit, "HEAD"), root)
    if done.returncode:
        raise CopydeskError(
            f'"{revision}" and HEAD have no commit in common here',
            hint="on a CI machine fetch the whole history (fetch-depth: 0)",
        )
    return done.stdout.decode().strip()


def _commit(name: str, folder: str) -> str | None:
    done = _run(("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"), folder)
    return done.stdout.decode().strip() if done.returncode == 0 else None


class _Entry(NamedTuple):
    mode: str
    blob: str
    status: str
    path: str


def _entries(raw: bytes) -> Iterator[_Entry]:
    """The records of `git diff --raw -z`: the state after the change."""
    fields = iter(_names(raw))
    for head in fields:
        _, mode, _, blob, status = head.split(" ")
        path = next(fields)
        if status[0] in "RC":
            path = next(fields)
        yield _Entry(mode, blob, status[0], path)


class _Patch(NamedTuple):
    lines: Lines
    binary: bool


def _patches(patch: bytes) -> Iterator[_Patch]:
    """The changed lines of each file of a patch without context; lines of text start with + or -."""
    lines: list[tuple[int, int]] | None = None
    binary = False
    for line in patch.split(b"\n"):
        if line.startswith(b"diff --git "):
            if lines is not None:
                yield _Patch(tuple(lines), binary)
            lines, binary = [], False
        elif lines is not None and line.startswith(b"@@ "):
            lines += _hunk(line)
        elif line.startswith(b"Binary files "):
            binary = True
    if lines is not None:
        yield _Patch(tuple(lines), binary)


def _hunk(line: bytes) -> Lines:
    """`@@ -3,2 +3 @@` is line 3; `+2,0` is none."""
    start, _, count = line.split(b" ")[2].removeprefix(b"+").partition(b",")
    number = int(count) if count else 1
    return ((int(start), int(start) + number - 1),) if number else ()


def _joined(entries: list[_Entry], patches: list[_Patch]) -> Iterator[Change]:
    """Each entry with its part of the patch: git prints both in one order.

    What was no file before is printed twice (out and in), what is in conflict not at all. Where the
    two do not fit, because a file changed in between, all lines count.
    """
    parts = {"T": 2, "U": 0}
    fits = sum(parts.get(entry.status, 1) for entry in entries) == len(patches)
    rest = iter(patches)
    for entry in entries:
        own = [next(rest) for _ in range(parts.get(entry.status, 1))] if fits else []
        if entry.mode.startswith(_FILE) or entry.status == "U":
            whole = len(own) != 1 or own[0].binary
            yield Change(entry.path, None if whole else own[0].lines, entry.blob)


def _names(data: bytes) -> list[str]:
    return [os.fsdecode(name) for name in data.split(b"\0") if name]


def _output(arguments: tuple[str, ...], folder: str, stdin: bytes = b"") -> bytes:
    done = _run(arguments, folder, stdin)
    if done.returncode:
        raise CopydeskError(_said(done), folder)
    return done.stdout


def _run(arguments: tuple[str, ...], folder: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    # A monitor of the file system is a program that the repository names; no lock for a mere look.
    command = ("git", "--no-pager", "-c", "core.quotePath=true", "-c", "core.fsmonitor=false", *arguments)
    env = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(command, cwd=folder, input=stdin, capture_output=True, check=False, env=env)
    except FileNotFoundError:
        raise CopydeskError("git is not installed", hint="without it every line counts") from None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["it said nothing"]
    return f"git failed: {lines[0].removeprefix('fatal: ')}"
