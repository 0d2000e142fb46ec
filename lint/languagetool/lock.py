"""The jars that make up the LanguageTool we run: coordinate, SHA-256, size, language set."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

LOCK = Path(__file__).with_name("lock.json")

BASE = "en"
"""The set that is always there: the server and English."""


class Jar(NamedTuple):
    """One locked jar; `size` in bytes, `set` the language that needs it."""

    coordinate: str
    sha256: str
    size: int
    set: str

    @property
    def name(self) -> str:
        _, artifact, version = self.coordinate.split(":")
        return f"{artifact}-{version}.jar"


class Lock(NamedTuple):
    """LanguageTool's version and its jars, in class-path order."""

    version: str
    jars: tuple[Jar, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(jar.set for jar in self.jars))

    def of(self, languages: Iterable[str]) -> tuple[Jar, ...]:
        """The jars for some languages (`ru`, `de-AT`); a language the lock lacks brings none."""
        wanted = {BASE, *(primary(language) for language in languages)}
        return tuple(jar for jar in self.jars if jar.set in wanted)


def primary(language: str) -> str:
    """`en` of `en-GB`."""
    return language.replace("_", "-").partition("-")[0].lower()


@cache
def read_lock() -> Lock:
    """The lock that is shipped, made by `tools/build_languagetool_lock.py`."""
    import json

    data = json.loads(LOCK.read_text(encoding="utf-8"))
    return Lock(
        data["version"],
        tuple(Jar(jar["coordinate"], jar["sha256"], jar["size"], jar["set"]) for jar in data["jars"]),
    )
