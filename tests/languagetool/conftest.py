"""LanguageTool for the tests: installed once into build/, with servers and memory of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from lint.languagetool.fetch import by_jgo, by_mvn
from lint.languagetool.install import Installation, find_own, install
from lint.languagetool.server import stop_all

ROOT = Path(__file__).parents[2]
JARS = ROOT / "build" / "test-languagetool"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="package")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
    """The environment of a user who has LanguageTool for English and Russian.

    It is downloaded by the first test run and found again by the next. Servers end with these tests, and the
    tests after them find none of this.
    """
    install(["en", "ru"], [by_jgo(), by_mvn], root=JARS)
    folder = tmp_path_factory.mktemp("home")
    (folder / "cache").mkdir()
    (folder / "cache" / "languagetool").symlink_to(JARS)
    ours = {"COPYDESK_CACHE": str(folder / "cache"), "XDG_STATE_HOME": str(folder / "state"), "CI": ""}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ours.items():
            patch.setenv(name, value)
        yield {**os.environ, "PYTHONPATH": str(ROOT)}
        stop_all()


@pytest.fixture(scope="package")
def installation(home: Mapping[str, str]) -> Installation:
    """The LanguageTool of that user."""
    found = find_own()
    assert found is not None
    return found


@pytest.fixture
def copydesk(home: Mapping[str, str], tmp_path: Path) -> Run:
    """Run the command in a folder of its own, with a configuration if one is given.

    Our own parser, which finds some of the same errors, is off unless a test turns it on.
    """

    def run(*arguments: str, config: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        if arguments[0] == "check" and "--grammar" not in arguments:
            arguments = (*arguments, "--grammar", "off")
        if config:
            (tmp_path / "copydesk.yml").write_text(config, encoding="utf-8")
        return subprocess.run(
            [sys.executable, "-m", "lint", *arguments],
            cwd=tmp_path,
            env={**home, **env},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    return run
