"""The walk through is walked, from a fresh clone, in a folder of its own.

In a block of `console`, a line after `$ ` is a command, lines after `> ` continue it, and the rest is what it
prints: each line in this order, `…` for any lines (or, at a line's end, for its rest).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]


class Step(NamedTuple):
    command: str
    shown: list[str]


def steps(text: str) -> Iterator[Step]:
    """The commands of all console blocks, each with what is shown below it."""
    for block in re.findall(r"^```console\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        step: Step | None = None
        for line in block.splitlines():
            if line.startswith("$ "):
                if step is not None:
                    yield step
                step = Step(line[2:], [])
            elif step is not None and re.match(r">( |\Z)", line) and not step.shown:
                step = step._replace(command=f"{step.command}\n{line[2:]}")
            elif step is not None:
                step.shown.append(line)
        if step is not None:
            yield step


def pattern(shown: list[str]) -> str:
    parts = []
    for line in shown:
        if line == "…":
            parts.append(r"(?:.*\n)*?")
        elif line.endswith("…"):
            parts.append(re.escape(line[:-1]) + r".*\n")
        else:
            parts.append(re.escape(line) + r"\n")
    return "".join(parts) + r"\Z"


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone of what is committed, and a command `copydesk` that runs it."""
    folder = tmp_path_factory.mktemp("clone")
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder / "copydesk")], check=True)
    command = folder / "bin" / "copydesk"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{folder}/copydesk" exec "{sys.executable}" -m lint "$@"\n')
    command.chmod(0o755)
    return folder


def test_the_walk_through_prints_what_it_shows(clone: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    names = {
        f"GIT_{role}_{what}": "desk@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    settings = {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "init.defaultBranch",
        "GIT_CONFIG_VALUE_0": "main",
    }
    env = {**os.environ, **names, **settings, "GIT_CONFIG_GLOBAL": os.devnull}
    env |= {"PATH": f"{clone}/bin:{os.environ['PATH']}", "COPYDESK_CACHE": str(tmp_path / "cache")}
    walked = list(steps((ROOT / "docs" / "walkthrough.md").read_text(encoding="utf-8")))
    assert len(walked) > 20
    for step in walked:
        done = subprocess.run(
            ["sh", "-c", step.command],
            cwd=desk,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            timeout=300,
        )
        assert done.returncode in (0, 1), f"$ {step.command}\n{done.stdout}"
        # That LanguageTool or the parser is not installed is said on some machines and not on others.
        said = re.sub(r"(?m)^Note: .*(?:LanguageTool|parser)(?:.*\n)(?:.+\n)*\n", "", done.stdout)
        assert re.fullmatch(pattern(step.shown), said), f"$ {step.command}\n{done.stdout}"
