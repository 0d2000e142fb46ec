"""Where reports go: which formats into which files, and how a file is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Sequence
from typing import NamedTuple

from lint.didyoumean import did_you_mean
from lint.errors import CopydeskError

SUFFIXES = {
    "gl-code-quality-report.json": "gitlab",
    ".sarif": "sarif",
    ".sarif.json": "sarif",
    ".rdjson": "rdjson",
    ".html": "html",
    ".json": "json",
    ".txt": "terminal",
}
"""What an `--output` without a `--format` before it is taken for, by the first ending that it has."""

AMBIGUOUS = {".xml": ("junit", "checkstyle"), ".md": ("markdown",)}
"""Endings that ask for a word more: which of several formats; whether it is not a draft."""


class Output(NamedTuple):
    """A report to write: its format, and its file ("" for standard output)."""

    format: str
    path: str


def fold(arguments: Sequence[str]) -> list[str]:
    """The arguments with each `--output FILE` joined to the `--format` before it, as `FORMAT=FILE`.

    click loses the order of different options, and the order is what pairs them.
    """
    folded: list[str] = []
    last: int | None = None
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            return [*folded, argument, *rest]
        name, value = _option(argument)
        if name is None:
            folded.append(argument)
            continue
        if value is None:
            value = next(rest, None)
            if value is None:
                return [*folded, argument]
        if name == "format":
            last = len(folded)
            folded.append(f"--format={value}")
        elif last is not None and "=" not in folded[last].removeprefix("--format="):
            folded[last] += f"={value}"
        else:
            folded.append(f"--format=={value}")
    return folded


def _option(argument: str) -> tuple[str | None, str | None]:
    """`format` or `output` where the argument is that option, and its value where it is attached."""
    for name, short in (("format", "-f"), ("output", "-o")):
        if argument in (f"--{name}", short):
            return name, None
        if argument.startswith(f"--{name}="):
            return name, argument.partition("=")[2]
        if argument.startswith(short) and not argument.startswith("--"):
            return name, argument[2:].removeprefix("=")
    return None, None


def parse(values: Sequence[str], formats: Sequence[str]) -> tuple[Output, ...]:
    """The reports that the folded `--format` values ask for; one on the terminal where there are none.

    Raises CopydeskError for an unknown format, a file whose suffix names none, two reports to one place.
    """
    outputs: list[Output] = []
    for value in values or ("terminal",):
        _one_at_a_time(value, formats)
        format, _, path = value.partition("=")
        path = "" if path == "-" else path
        format = format or _by_suffix(path)
        if format not in formats:
            advice = did_you_mean(format, formats) or f"there are {', '.join(formats)}"
            raise CopydeskError(f'there is no format "{format}"', hint=advice)
        if any(output.path == path for output in outputs):
            place = path or "standard output"
            raise CopydeskError(
                f"two reports cannot both go to {place}", hint="give each its own --output FILE"
            )
        outputs.append(Output(format, path))
    return tuple(outputs)


def _one_at_a_time(value: str, formats: Sequence[str]) -> None:
    """Raise CopydeskError for a list, `html=a.html,json=b.json`, which would name one strange file."""
    first, *others = (part.partition("=") for part in value.split(","))
    if first[0] not in formats or not any(name in formats for name, _, _ in others):
        return
    each = " ".join(f"--format {name}{equals}{path}" for name, equals, path in (first, *others))
    raise CopydeskError(f'"{value}" is more than one format', hint=f"ask for each: {each}")


def _by_suffix(path: str) -> str:
    """The format that a file's name stands for. Raises CopydeskError where it stands for none or several."""
    name = os.path.basename(path).lower()
    format = next((format for suffix, format in SUFFIXES.items() if name.endswith(suffix)), "")
    if format:
        return format
    possible = AMBIGUOUS.get(os.path.splitext(name)[1], ("html",))
    example = " or ".join(f"--format {format} --output {path}" for format in possible)
    message = (
        f'"{path}" may be {" or ".join(possible)}'
        if len(possible) > 1
        else f'there is no format for "{path}"'
    )
    raise CopydeskError(message, hint=f"{'say which' if len(possible) > 1 else 'for example'}: {example}")


def check_place(path: str, drafts: Sequence[str]) -> None:
    """Raise CopydeskError where no file can be written at `path`, or a draft would be written over."""
    folder = os.path.dirname(path) or "."
    if os.path.isdir(path):
        raise CopydeskError(
            "is a folder; a report is a file", path, f"for example {os.path.join(path, 'report')}"
        )
    if not os.path.isdir(folder):
        raise CopydeskError(f'the folder "{folder}" does not exist', path, f"make it: mkdir -p {folder}")
    if not os.access(folder, os.W_OK):
        raise CopydeskError(f'the folder "{folder}" cannot be written to', path)
    if os.path.exists(path) and any(_same(path, draft) for draft in drafts):
        raise CopydeskError("is a draft that is being checked; the report would replace it", path)


def _same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False


def write_file(path: str, text: str) -> None:
    """Write the file whole or not at all; pipes and devices are written to as they are."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: str, data: bytes) -> None:
    """The same for bytes. A link stays a link; the file keeps its mode and, where that may be, its owner."""
    try:
        status = os.stat(path) if os.path.exists(path) else None
        if status and not stat.S_ISREG(status.st_mode):
            with open(path, "wb") as file:
                file.write(data)
            return
        target = os.path.realpath(path)
        temporary = os.path.join(os.path.dirname(target), f".{os.path.basename(target)}.{os.getpid()}")
        try:
            with open(temporary, "xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if status:
                _like(temporary, status)
            os.replace(temporary, target)
        finally:
            if os.path.lexists(temporary):
                os.unlink(temporary)
    except OSError as error:
        raise CopydeskError(f"cannot be written: {error.strerror}", path) from None


def _like(path: str, status: os.stat_result) -> None:
    """Give a file the owner, as far as this user may, and the mode that another has."""
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(path, status.st_uid, status.st_gid)
    os.chmod(path, stat.S_IMODE(status.st_mode))


def write_terminal(text: str) -> None:
    """Write to standard output as UTF-8; a reader who has gone away is no error."""
    if sys.stdout is None:
        return
    stream = getattr(sys.stdout, "buffer", None)
    try:
        if stream is None or sys.stdout.isatty():
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
            stream.write(text.encode("utf-8"))
        sys.stdout.flush()
    except UnicodeEncodeError:
        sys.stdout.write(text.encode(sys.stdout.encoding, "replace").decode(sys.stdout.encoding))
    except OSError as error:
        # What is still in the stream's buffer must not fail a second time at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise CopydeskError(f"standard output cannot be written: {error.strerror}") from None
