"""Plain values by digest, kept in one SQLite file that several runs may use at once.

Nothing here may break a run: a folder that cannot be written, a full disk or a damaged file only mean
that nothing is remembered. A value is whole or not there: each has a checksum.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lint.digests import digest

SCHEMA = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, used INTEGER, said BLOB) WITHOUT ROWID"

DAY = 86_400

_DIGEST = 16


class Store:
    """A store of what marshal takes, by digest; opened on first use, one connection a process.

    `limit` is how many bytes the file may have; above it the half used least lately is forgotten.
    """

    def __init__(self, path: Path | None, limit: int) -> None:
        self.path = path
        self.limit = limit
        self._open: tuple[int, sqlite3.Connection] | None = None

    def recall(self, keys: Iterable[bytes]) -> dict[bytes, Any]:
        """What is known of some keys."""
        found: dict[bytes, Any] = {}
        with self._whatever_happens():
            store = self._store()
            if store is None:
                return found
            today = int(time.time()) // DAY
            stale = []
            for key in keys:
                row = store.execute("SELECT said, used FROM kept WHERE key = ?", (key,)).fetchone()
                if row is not None and row[0][:_DIGEST] == digest(row[0][_DIGEST:]):
                    found[key] = marshal.loads(row[0][_DIGEST:])
                    if row[1] != today:
                        stale.append((today, key))
            if stale:
                with store:
                    store.executemany("UPDATE kept SET used = ? WHERE key = ?", stale)
        return found

    def remember(self, said: Mapping[bytes, Any]) -> None:
        """Keep some values (what marshal takes)."""
        with self._whatever_happens():
            store = self._store()
            if store is None:
                return
            today = int(time.time()) // DAY
            rows = [(key, today, _packed(value)) for key, value in said.items()]
            with store:
                store.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
            self._shrink(store)

    def count(self) -> int:
        """How many values there are."""
        with self._whatever_happens():
            if self.path is not None and self.path.exists() and (store := self._store()) is not None:
                number: int = store.execute("SELECT count(*) FROM kept").fetchone()[0]
                return number
        return 0

    def close(self) -> None:
        if self._open is not None and self._open[0] == os.getpid():
            self._open[1].close()
        self._open = None

    @contextlib.contextmanager
    def _whatever_happens(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError:
            return
        except sqlite3.DatabaseError:
            # The file is damaged: begin anew with the next question.
            self.close()
            if self.path is not None:
                for tail in ("", "-wal", "-shm"):
                    with contextlib.suppress(OSError):
                        os.unlink(f"{self.path}{tail}")
        except (OSError, ValueError, EOFError, TypeError):
            return

    def _store(self) -> sqlite3.Connection | None:
        if self.path is None:
            return None
        if self._open is None or self._open[0] != os.getpid():
            self._open = (os.getpid(), _connect(self.path))
        return self._open[1]

    def _shrink(self, store: sqlite3.Connection) -> None:
        pages, size = (store.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        if pages * size <= self.limit:
            return
        with store:
            store.execute(
                "DELETE FROM kept WHERE key IN (SELECT key FROM kept ORDER BY used"
                " LIMIT (SELECT (count(*) + 1) / 2 FROM kept))"
            )
        store.execute("VACUUM")


def _packed(value: Any) -> bytes:
    payload = marshal.dumps(value, 2)
    return digest(payload) + payload


def _connect(path: Path) -> sqlite3.Connection:
    """Open the store, to read alone where it cannot be written. Raises OSError or sqlite3.Error."""
    if not os.access(path, os.W_OK) and path.exists():
        return sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    store = sqlite3.connect(path, timeout=5)
    store.execute("PRAGMA journal_mode = WAL")
    store.execute("PRAGMA synchronous = OFF")
    store.execute(SCHEMA)
    return store
