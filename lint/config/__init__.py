"""Find, read and validate `copydesk.yml` or `[tool.copydesk]`; say what holds for one draft.

An unknown key, a wrong value, a pattern that does not compile: each is told with its line, and all
of a file's mistakes are told at once. What was read is kept by content, so that a warm run imports
neither YAML nor the table of keys.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from lint.errors import ConfigError
from lint.globs import matches
from lint.model import Config, Override, Term

NAMES = ("copydesk.yml", "copydesk.yaml", ".copydesk.yml")
PYPROJECT = "pyproject.toml"


class Memory(Protocol):
    """Keeps values between runs; `lint.cache` is one."""

    def read(self, name: str, key: bytes) -> object | None: ...

    def write(self, name: str, key: bytes, value: object) -> None: ...


def find(folder: str = ".") -> str | None:
    """The configuration of `folder`: the nearest one in it or above, not beyond a folder with `.git`.

    Raises ConfigError where two files of one folder both want to be it.
    """
    try:
        place = os.path.abspath(folder)
    except FileNotFoundError:
        raise ConfigError("the folder you are in does not exist any more") from None
    while True:
        found = [path for name in NAMES if os.path.isfile(path := os.path.join(place, name))]
        if len(found) > 1:
            first, second = map(os.path.relpath, found)
            raise ConfigError("is one of two configurations", first, f"remove it or {second}")
        if found:
            return os.path.relpath(found[0])
        project = os.path.join(place, PYPROJECT)
        if os.path.isfile(project) and b"tool.copydesk" in _read(project):
            return os.path.relpath(project)
        above = os.path.dirname(place)
        if above == place or os.path.exists(os.path.join(place, ".git")):
            return None
        place = above


def load(path: str | None, memory: Memory | None = None) -> Config:
    """The configuration in `path`; the defaults where there is none. Raises ConfigError."""
    if path is None:
        return Config()
    data = _read(path)
    key = path.encode(errors="surrogateescape") + b"\0" + data
    settings = memory.read("configuration", key) if memory is not None else None
    if not isinstance(settings, dict):
        settings = parse(data, path)
        if memory is not None:
            memory.write("configuration", key, settings)
    return build(settings, path)


def parse(data: bytes, path: str) -> dict[str, Any]:
    """What the bytes of a configuration file say: validated, as plain values. Raises ConfigError."""
    from lint.config import read, toml
    from lint.yamlsource import load as load_yaml

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError("is not UTF-8", f"{path}:{line}", "save it as UTF-8") from None
    node = toml.load(text, path) if path.endswith(".toml") else load_yaml(text, path)
    return {} if node is None else read.settings(node, path)


def build(settings: Mapping[str, Any], path: str) -> Config:
    """The Config that validated settings stand for; files of accepted words are read here."""
    root = os.path.dirname(path) or "."
    accept = [*_terms(settings, path)]
    for name in settings.get("accept-files", ()):
        accept += read_terms(os.path.normpath(os.path.join(root, name)), named_in=path)
    return Config(
        root=root,
        origin=path,
        packs=_optional(settings, "packs"),
        language=settings.get("language", Config().language),
        languages=tuple(settings.get("languages", ())),
        select=_optional(settings, "select"),
        ignore=tuple(settings.get("ignore", ())),
        severity=dict(settings.get("severity", {})),
        accept=tuple(accept),
        # A list of accepted words is no draft, whatever its suffix.
        exclude=(*settings.get("exclude", ()), *(f"./{name}" for name in settings.get("accept-files", ()))),
        overrides=tuple(_override(entry, path) for entry in settings.get("paths", ())),
        encoding=settings.get("encoding", "utf-8"),
        fail_on=settings.get("fail-on", "warning"),
        min_severity=settings.get("min-severity", "suggestion"),
        languagetool=dict(settings.get("languagetool", {})),
        baseline=os.path.normpath(os.path.join(root, settings["baseline"])) if "baseline" in settings else "",
        grammar=dict(settings.get("grammar", {})),
        formats=_optional(settings, "formats"),
    )


def read_terms(path: str, named_in: str = "") -> Iterable[Term]:
    """The accepted words of a file, one a line; ` # ` starts a reason, `#` a line of comment."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except OSError as error:
        raise ConfigError(
            f'the file of accepted words "{path}" cannot be read: {error.strerror}', named_in
        ) from None
    except UnicodeDecodeError:
        raise ConfigError("is not UTF-8", path, "save it as UTF-8") from None
    for number, line in enumerate(text.splitlines(), 1):
        term, _, reason = line.partition(" #")
        if (term := term.strip()) and not term.startswith("#"):
            yield Term(term, reason.strip(), f"{path}:{number}")


def effective(config: Config, path: str) -> Config:
    """What holds for the draft at `path`; one object for all drafts that the same overrides meet."""
    if not config.overrides:
        return config
    place = relative(config, path)
    met = tuple(index for index, entry in enumerate(config.overrides) if matches(place, entry.files))
    known = _merged.get(id(config))
    if known is None or known[0] is not config:
        _merged.clear()
        known = _merged[id(config)] = (config, {})
    if met not in known[1]:
        known[1][met] = _merge(config, met)
    return known[1][met]


_merged: dict[int, tuple[Config, dict[tuple[int, ...], Config]]] = {}


def relative(config: Config, path: str) -> str:
    """The path as globs of the configuration see it: from the configuration's folder, with `/`."""
    if config.root == "." and not os.path.isabs(path):
        place = os.path.normpath(path)
    else:
        place = os.path.relpath(path, config.root)
    return place.replace(os.sep, "/")


def _merge(config: Config, met: tuple[int, ...]) -> Config:
    merged = config._replace(overrides=())
    for index in met:
        entry = config.overrides[index]
        merged = merged._replace(
            packs=merged.packs if entry.packs is None else entry.packs,
            language=entry.language or merged.language,
            languages=merged.languages if entry.languages is None else entry.languages,
            select=merged.select if entry.select is None else entry.select,
            ignore=merged.ignore + entry.ignore,
            severity={**merged.severity, **entry.severity},
            accept=merged.accept + entry.accept,
        )
    return merged


def _override(entry: Mapping[str, Any], path: str) -> Override:
    return Override(
        files=tuple(entry.get("files", ())),
        packs=_optional(entry, "packs"),
        language=entry.get("language"),
        languages=_optional(entry, "languages"),
        select=_optional(entry, "select"),
        ignore=tuple(entry.get("ignore", ())),
        severity=dict(entry.get("severity", {})),
        accept=tuple(_terms(entry, path)),
    )


def _optional(settings: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
    return tuple(settings[key]) if key in settings else None


def _terms(settings: Mapping[str, Any], path: str) -> Iterable[Term]:
    for text, reason, line in settings.get("accept", ()):
        yield Term(text, reason, f"{path}:{line}")


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path) from None


def place_of(config: Config, name: str) -> str:
    """`file:line` where the configuration first says `name`; for errors that come to light later."""
    if not config.origin:
        return ""
    lines = _read(config.origin).decode("utf-8", "replace").splitlines()
    line = next((number for number, line in enumerate(lines, 1) if name in line.partition(" #")[0]), 0)
    return f"{config.origin}:{line}" if line else config.origin
