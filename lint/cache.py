"""Plain values kept on disk between runs: compiled packs, a parsed configuration, results.

Nothing here is needed: a folder that cannot be written, a file that is damaged or was written by
another version is as good as an empty cache.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from lint.digests import digest
from lint.places import cache_folder

if TYPE_CHECKING:
    from lint.store import Store

KEPT = 40
"""Files of one name that are kept; the oldest go."""

LIMIT = 256_000_000
"""Bytes of the file of each name whose values are kept many at a time."""

_DIGEST = 16


def read(name: str, key: bytes) -> object | None:
    """The value that was kept under a name and a key, or None."""
    try:
        with open(_path(name, key), "rb") as file:
            data = file.read()
    except OSError:
        return None
    check, payload = data[:_DIGEST], data[_DIGEST:]
    # marshal may crash on damaged bytes, so only what is whole is loaded.
    if check != digest(payload):
        return None
    try:
        value: object = marshal.loads(payload)
    except (ValueError, EOFError, TypeError):
        return None
    return value


def write(name: str, key: bytes, value: Any) -> None:
    """Keep a value that marshal takes; one process's write never meets another's half."""
    payload = marshal.dumps(value)
    path = _path(name, key)
    scratch = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(scratch, "wb") as file:
            file.write(digest(payload) + payload)
        os.replace(scratch, path)
        _prune(os.path.dirname(path), f"{name}-")
    except OSError:
        _remove(scratch)


def recall(name: str, keys: Iterable[bytes]) -> dict[bytes, Any]:
    """Those of many values that were kept under a name, by key."""
    return _store(name).recall(keys)


def remember(name: str, values: Mapping[bytes, Any]) -> None:
    """Keep many values that marshal takes, in one file for the name."""
    _store(name).remember(values)


def store_path(name: str) -> str:
    """The file of the values that are kept many at a time under a name."""
    return os.path.join(cache_folder(), f"{name}-{sys.implementation.cache_tag}.sqlite")


def _store(name: str) -> Store:
    """One connection a file and process: opened when first asked."""
    path = store_path(name)
    if path not in _stores:
        from pathlib import Path

        from lint.store import Store

        _stores[path] = Store(Path(path), LIMIT)
    return _stores[path]


_stores: dict[str, Store] = {}


def _path(name: str, key: bytes) -> str:
    # The interpreter's tag: marshal's format is its own business.
    tag = f"{sys.implementation.cache_tag}\0{name}\0".encode()
    return os.path.join(cache_folder(), "packs", f"{name}-{digest(tag + key).hex()}")


def _prune(place: str, prefix: str) -> None:
    paths = [os.path.join(place, entry) for entry in os.listdir(place) if entry.startswith(prefix)]
    if len(paths) > KEPT:
        paths.sort(key=_modified)
        for path in paths[: len(paths) - KEPT]:
            _remove(path)


def _modified(path: str) -> float:
    try:
        return os.path.getmtime(path)
    except OSError:
        return 0.0


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.remove(path)
