"""Which program this is, down to the byte: what a result may be kept under."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import lint
from lint.digests import blake2b
from lint.runner.setup import Memory


def installed(memory: Memory) -> bytes:
    """A digest of the program's own files, of the versions of what it needs, and of Python's.

    The same wherever the same is installed, so that a CI machine may carry results from run to run. The
    files are read only where a time or a size, or what else is installed, is not as it was the last time.
    """
    folder = os.path.dirname(lint.__file__)
    seen = sorted(_files(folder))
    key = repr((folder, seen, sorted(_packages()), sys.version)).encode("utf-8", "surrogateescape")
    kept = memory.read("installed", key)
    if isinstance(kept, bytes):
        return kept
    versions = repr((sorted(_needed()), sys.version)).encode()
    found = digest(_contents(folder, [name for name, _, _ in seen]), versions)
    memory.write("installed", key, found)
    return found


def digest(*parts: bytes) -> bytes:
    """16 bytes that stand for some strings of bytes."""
    hashed = blake2b(digest_size=16)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.digest()


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    """The program's files from its folder, each with the time of its last change and its size."""
    waiting = [""]
    while waiting:
        place = waiting.pop()
        for entry in os.scandir(os.path.join(folder, place)):
            name = f"{place}{entry.name}"
            if entry.is_dir():
                if entry.name != "__pycache__":
                    waiting.append(f"{name}/")
            elif not entry.name.endswith(".pyc"):
                status = entry.stat()
                yield name, status.st_mtime_ns, status.st_size


def _contents(folder: str, names: list[str]) -> bytes:
    hashed = []
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            hashed += [name.encode("utf-8", "surrogateescape"), file.read()]
    return digest(*hashed)


def _packages() -> Iterator[str]:
    """Every installed package with its version, as the folder of its description is called."""
    for place in sys.path:
        try:
            names = os.listdir(place or ".")
        except OSError:
            continue
        yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))


def _needed() -> Iterator[str]:
    """The versions of the packages that copydesk stands on, and of those that they stand on."""
    import re
    from importlib.metadata import PackageNotFoundError, distribution

    waiting, met = ["copydesk"], {"copydesk"}
    while waiting:
        try:
            found = distribution(waiting.pop())
        except PackageNotFoundError:
            continue
        yield f"{found.name} {found.version}"
        # What is needed only for an extra counts where the extra is ours.
        lines = [line for line in found.requires or () if "extra ==" not in line or found.name == "copydesk"]
        names = {re.split(r"[^\w.-]", line)[0].lower().replace("_", "-") for line in lines}
        waiting += names - met
        met |= names
