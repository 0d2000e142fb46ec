"""The command with every shipped pack, run for real in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parents[2]

PATIENCE = 300
"""Seconds after which a run counts as one that never ends."""


class Outcome(NamedTuple):
    """A run's exit code, its findings as (path, rule, text), its failures by path, and its errors."""

    code: int
    findings: list[tuple[str, str, str]]
    failures: dict[str, str]
    files: list[str]
    errors: str


Check = Callable[..., Outcome]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with one plain draft that holds a misspelled word: `good.md`."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "good.md").write_text("The committee has choosen a new chair.\n")
    return folder


@pytest.fixture
def check(desk: Path, cache: Path) -> Check:
    """Run `copydesk check` over the folder; a traceback or a run without an end fails the test."""

    def run(*arguments: str, before: Path | None = None) -> Outcome:
        report = desk.parent / "report.json"
        report.unlink(missing_ok=True)
        options = ["--languagetool", "off", "--quiet", "--format", "json", "--output", str(report)]
        done = subprocess.run(
            [sys.executable, "-m", "lint", "check", *options, *arguments],
            cwd=desk,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(desk.parent),
                "PYTHONPATH": os.pathsep.join(map(str, filter(None, (before, ROOT)))),
                "COPYDESK_CACHE": str(cache),
            },
        )
        assert "Traceback" not in done.stderr
        assert "mistake in copydesk" not in done.stderr
        told = json.loads(report.read_text(encoding="utf-8")) if report.exists() else {}
        return _outcome(done.returncode, told, done.stderr)

    return run


def _outcome(code: int, told: dict[str, Any], errors: str) -> Outcome:
    files = told.get("files", [])
    return Outcome(
        code,
        [(file["path"], one["rule"], one["text"]) for file in files for one in file["findings"]],
        {failure["path"]: failure["message"] for failure in told.get("failures", [])},
        [file["path"] for file in files],
        errors,
    )
