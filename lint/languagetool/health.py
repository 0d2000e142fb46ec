"""What works on this machine and what is missing, as data; `copydesk doctor` prints it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lint.errors import CopydeskError
from lint.languagetool.folders import cache_dir, jars_dir, state_dir
from lint.languagetool.install import Installation, verify
from lint.languagetool.java import find_java
from lint.languagetool.server import running
from lint.languagetool.session import CANARY, Session, answers_rightly
from lint.languagetool.settings import Settings
from lint.languagetool.source import INSTALL, find_installation


class Finding(NamedTuple):
    """One thing that was looked at: whether it is well, what was found, what to do where it is not."""

    what: str
    well: bool
    found: str
    advice: str = ""


def status(settings: Settings) -> Iterator[Finding]:
    """Where LanguageTool comes from and which servers run. Starts nothing."""
    if settings.url:
        yield Finding("server", True, f"{settings.url}, by configuration")
    else:
        yield _jars(settings)
    servers = running()
    if not servers:
        yield Finding("running", True, "no server; the next check starts one")
    for server in servers:
        minutes = int((time.time() - server.started) / 60)
        yield Finding(
            "running",
            True,
            f"LanguageTool {server.version} on port {server.port}, process {server.jvm}, for {minutes} min",
        )


def examine(settings: Settings) -> Iterator[Finding]:
    """Java, jars, server, a sentence with an error in each language, folders: one after the other."""
    yield _versions()
    if not settings.url:
        yield _java(settings)
        yield _jars(settings)
    yield from _canaries(settings)
    yield _writable("cache", cache_dir(), "results are not kept between runs")
    yield _writable("state", state_dir(), "every run starts a server of its own")


def _versions() -> Finding:
    from importlib.metadata import PackageNotFoundError, version

    said = []
    for name in ("copydesk", "jgo", "language-tool-python"):
        try:
            said.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            said.append(f"{name} (not installed as a package)")
    return Finding("versions", True, ", ".join(said))


def _java(settings: Settings) -> Finding:
    try:
        java = find_java(settings.java)
    except CopydeskError as error:
        return Finding("java", False, error.message, error.hint)
    return Finding("java", True, f"{java.major} at {java.path} ({java.source})")


def _jars(settings: Settings) -> Finding:
    try:
        found = find_installation(settings)
    except CopydeskError as error:
        return Finding("jars", False, f"{error.where}: {error.message}", error.hint)
    if found is None:
        return Finding("jars", False, f"none in {jars_dir()}", INSTALL)
    if broken := verify(found):
        return Finding(
            "jars", False, f"{', '.join(broken)} not as installed", "copydesk languagetool install"
        )
    return Finding("jars", True, _described(found))


def _described(found: Installation) -> str:
    size = sum(path.stat().st_size for path in found.jars) / 1e6
    languages = f", for {', '.join(found.languages)}" if found.languages else ""
    kind = "" if found.kind == "own" else f" ({found.kind})"
    return f"LanguageTool {found.version}{kind} in {found.folder}, {size:.0f} MB{languages}"


def _canaries(settings: Settings) -> Iterator[Finding]:
    session = Session(settings)
    try:
        for language in _languages(settings):
            began = time.monotonic()
            try:
                well = answers_rightly(session, language)
            except CopydeskError as error:
                yield Finding("server", False, error.message, error.hint)
                return
            seconds = time.monotonic() - began
            found = f"{language}: sees the error in “{CANARY[language[:2]][0]}” ({seconds:.2f} s)"
            if well:
                yield Finding("server", True, found)
            else:
                missed = f"{language}: misses the error in “{CANARY[language[:2]][0]}”"
                yield Finding("server", False, missed, "copydesk languagetool stop, then try again")
    finally:
        session.close()


def _languages(settings: Settings) -> tuple[str, ...]:
    codes = {"en": "en-US", "de": "de-DE", "fr": "fr", "es": "es", "ru": "ru-RU", "uk": "uk-UA"}
    try:
        found = None if settings.url else find_installation(settings)
    except CopydeskError:
        found = None
    held = found.languages if found else ()
    return tuple(code for language, code in codes.items() if language in held) or ("en-US",)


def _writable(what: str, folder: Path, cost: str) -> Finding:
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    if os.access(nearest, os.W_OK):
        return Finding(what, True, str(folder))
    return Finding(
        what, False, f"{folder} cannot be written: {cost}", f"give yourself {nearest}, or set XDG_*_HOME"
    )
