"""What LanguageTool said of paragraphs, kept on disk between runs.

One SQLite file for all languages and versions, since it is safe for several runs at once. Nothing here
may break a run: a folder that cannot be written, a full disk or a damaged file only mean that nothing
is remembered. Draft text is not stored: the key is a digest, the value positions and messages.
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

LIMIT = 64_000_000
"""Bytes the file may have; above it the half used least lately is forgotten."""

SCHEMA = "CREATE TABLE IF NOT EXISTS paragraphs (key BLOB PRIMARY KEY, used INTEGER, said BLOB) WITHOUT ROWID"

DAY = 86_400


class Paragraphs:
    """A store of plain values by digest; opened on first use, one connection a process."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
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
                row = store.execute("SELECT said, used FROM paragraphs WHERE key = ?", (key,)).fetchone()
                if row is not None:
                    found[key] = marshal.loads(row[0])
                    if row[1] != today:
                        stale.append((today, key))
            if stale:
                with store:
                    store.executemany("UPDATE paragraphs SET used = ? WHERE key = ?", stale)
        return found

    def remember(self, said: Mapping[bytes, Any]) -> None:
        """Keep some values (what marshal takes)."""
        with self._whatever_happens():
            store = self._store()
            if store is None:
                return
            today = int(time.time()) // DAY
            rows = [(key, today, marshal.dumps(value, 2)) for key, value in said.items()]
            with store:
                store.executemany("INSERT OR REPLACE INTO paragraphs VALUES (?, ?, ?)", rows)
            self._shrink(store)

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
                with contextlib.suppress(OSError):
                    self.path.unlink()
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
        if pages * size <= LIMIT:
            return
        with store:
            store.execute(
                "DELETE FROM paragraphs WHERE key IN (SELECT key FROM paragraphs ORDER BY used"
                " LIMIT (SELECT count(*) / 2 FROM paragraphs))"
            )
        store.execute("VACUUM")


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
