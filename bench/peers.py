"""The programs to compare with, from their packages, pinned, in an environment of their own."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from shutil import which

from bench.costs import ROOT, SCRATCH

CODESPELL = "2.4.3"
TYPOS = "1.52.0"


@cache
def installed() -> Path | None:
    """The folder that holds `codespell` and `typos`, or None where they cannot be had."""
    home = SCRATCH / f"peers-{CODESPELL}-{TYPOS}"
    commands = home / "bin"
    if (commands / "codespell").exists() and (commands / "typos").exists():
        return commands
    pins = [f"codespell=={CODESPELL}", f"typos=={TYPOS}"]
    for command in (
        [sys.executable, "-m", "venv", str(home)],
        [str(commands / "python"), "-m", "pip", "install", "--quiet", *pins],
    ):
        if subprocess.run(command, check=False).returncode:
            print("codespell and typos could not be installed; the comparison is left out", file=sys.stderr)
            return None
    return commands


@cache
def hunspell() -> str | None:
    """The command `hunspell`, installed with its American dictionary where that is possible, or None."""
    need = ["sh", str(ROOT / "tools" / "need.sh"), "hunspell", "hunspell", "hunspell", "hunspell-en-us"]
    if which("hunspell") is None and subprocess.run(need, check=False).returncode:
        print("hunspell could not be installed; its column is left out", file=sys.stderr)
    return which("hunspell")
