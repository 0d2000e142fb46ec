"""Texts to measure with, which are no part of this repository: they lie beside it or not at all."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.costs import ROOT, SCRATCH

SHARED = ROOT.parent / "shared"
EVAL = SHARED / "eval"

SKIPPED = "bench: {what} needs {path}, which is not there; skipped"


def corpus(name: str, what: str) -> Path | None:
    """The folder of an unpacked corpus, or None, said on standard error, where it is not there."""
    archive = SHARED / "corpora" / f"{name}.tar.xz"
    if not archive.exists():
        print(SKIPPED.format(what=what, path=f"../shared/corpora/{archive.name}"), file=sys.stderr)
        return None
    folder = SCRATCH / "corpora"
    if not (folder / name).exists():
        folder.mkdir(parents=True, exist_ok=True)
        # A process of its own, and moved when whole: an unpacking that was stopped is done again.
        half = folder / f"{name}.part"
        half.mkdir(exist_ok=True)
        subprocess.run(["tar", "-xJf", str(archive), "-C", str(half)], check=True)
        (half / name).rename(folder / name)
        half.rmdir()
    return folder / name


def pages(folder: Path) -> Iterator[Path]:
    """The Markdown files of a folder, sorted."""
    return iter(sorted(folder.rglob("*.md")))


def first_bytes(folder: Path, size: int) -> Iterator[Path]:
    """Markdown files from the start of the folder, until they hold `size` bytes together."""
    total = 0
    for page in pages(folder):
        if total >= size:
            return
        total += page.stat().st_size
        yield page
