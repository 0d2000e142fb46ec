"""What LanguageTool, or the parser of grammar, said: kept between runs, of whole drafts and of paragraphs.

A draft that has not changed costs one small file; SQLite is opened only where one has.
"""

from __future__ import annotations

import contextlib
import marshal
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from lint.digests import digest as checksum
from lint.languagetool.folders import cache_dir, write_atomically

FORMAT = 1
"""To be raised whenever the same paragraph would be asked about in another way."""

PARAGRAPHS = "answers.sqlite"
PARAGRAPHS_LIMIT = 64_000_000
"""Bytes. No draft text is in the file: keys are digests, values positions and messages."""

DRAFTS = 500
"""Whole drafts that are kept; a quarter goes when there are more."""


class Asked(Protocol):
    """A stretch of prose and the language it is checked in."""

    @property
    def language(self) -> str: ...

    @property
    def text(self) -> str: ...


def digest(*parts: object) -> bytes:
    """16 bytes that stand for some plain values."""
    return checksum(repr(parts).encode("utf-8", "surrogatepass"))


class Kept:
    """A memory of answers, for one set of accepted terms. Whatever fails here is only not remembered."""

    def __init__(self, accepted: tuple[str, ...], folder: Path | None = None, *, use: bool = True) -> None:
        self._setting = (FORMAT, accepted)
        self._folder = folder or cache_dir() / "languagetool-answers"
        self._use = use
        self._store: Any = None

    def whole(self, identity: str, asked: Sequence[Asked]) -> list[Any] | None:
        """The answers to all of it, if just this was asked before."""
        if not self._use:
            return None
        try:
            data = self._file(identity, asked).read_bytes()
        except OSError:
            return None
        check, payload = data[:16], data[16:]
        # marshal may crash on damaged bytes, so only what is whole is loaded.
        if check != checksum(payload):
            return None
        answers = marshal.loads(payload)
        return answers if isinstance(answers, list) and len(answers) == len(asked) else None

    def pieces(self, identity: str, asked: Iterable[Asked]) -> dict[tuple[str, str], Any]:
        """The answers that are known, by language and text."""
        if not self._use:
            return {}
        keys = {self._key(identity, each): (each.language, each.text) for each in asked}
        return {keys[key]: said for key, said in self._paragraphs().recall(keys).items()}

    def remember(self, identity: str, said: Mapping[Any, Any], asked: Iterable[Asked]) -> None:
        """Keep the answers about pieces, given by language and text."""
        if not self._use:
            return
        keys = {(each.language, each.text): self._key(identity, each) for each in asked}
        self._paragraphs().remember({keys[name]: answer for name, answer in said.items() if name in keys})

    def remember_whole(self, identity: str, asked: Sequence[Asked], answers: list[Any]) -> None:
        """Keep the answers to all of it."""
        if not self._use:
            return
        payload = marshal.dumps(answers, 2)
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path = self._file(identity, asked)
            write_atomically(path, checksum(payload) + payload)
            if path.name.startswith("0"):
                self._prune()

    def version_at(self, url: str) -> str:
        """The version that the server at a URL was last seen to have, "" where it was never asked."""
        try:
            return (self._folder / f"version-{digest(url).hex()}").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def remember_version(self, url: str, version: str) -> None:
        """Keep the version of the server at a URL."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_atomically(self._folder / f"version-{digest(url).hex()}", version.encode())

    def _file(self, identity: str, asked: Sequence[Asked]) -> Path:
        key = digest(self._setting, identity, [(each.language, each.text) for each in asked])
        return self._folder / key.hex()

    def _key(self, identity: str, asked: Asked) -> bytes:
        return digest(self._setting, identity, asked.language, asked.text)

    def _paragraphs(self) -> Any:
        if self._store is None:
            from lint.store import Store

            self._store = Store(self._folder / PARAGRAPHS, PARAGRAPHS_LIMIT)
        return self._store

    def _prune(self) -> None:
        """Every sixteenth time: let the drafts go that were checked longest ago."""
        files = [entry for entry in os.scandir(self._folder) if len(entry.name) == 32]
        if len(files) > DRAFTS:
            files.sort(key=lambda entry: entry.stat().st_mtime)
            for entry in files[: len(files) - DRAFTS * 3 // 4]:
                Path(entry.path).unlink(missing_ok=True)
