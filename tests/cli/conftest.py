"""The command, run for real in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with a rule pack `house.yml` and a configuration that uses it alone."""
    folder = tmp_path / "desk"
    folder.mkdir()
    shutil.copy(HERE / "house.yml", folder)
    (folder / "copydesk.yml").write_text("packs: [./house.yml, stet]\n")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def copydesk(desk: Path, cache: Path) -> Run:
    """Run `copydesk` with the given arguments in the desk's folder or another."""

    def run(
        *arguments: str, stdin: bytes = b"", folder: Path = desk, **env: str
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "lint", *arguments],
            cwd=folder,
            input=stdin,
            capture_output=True,
            check=False,
            timeout=120,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(desk),
                "PYTHONPATH": str(ROOT),
                "COPYDESK_CACHE": str(cache),
                "PYTHONIOENCODING": "utf-8",
                **env,
            },
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run
