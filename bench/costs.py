"""What a command costs: CPU time and memory of the process and of all its children."""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SCRATCH = Path(tempfile.gettempdir()) / "copydesk-bench"
COPYDESK = str(Path(sys.executable).with_name("copydesk"))


_DONE = (0, 1)
_PEERS_DONE = (0, 2, 65)
"""Exit codes of a run that came to its end: clean, and with findings (typos: 2, codespell: 65)."""


class Cost(NamedTuple):
    """CPU and wall time in seconds, the largest process in MB, the exit code."""

    cpu: float
    peak: float
    wall: float
    code: int


def cost(command: Sequence[str]) -> Cost:
    """Run a command without its output. Raises RuntimeError where it was killed or did not start."""
    launcher = [sys.executable, "-I", "-S", str(ROOT / "bench" / "launch.py")]
    done = subprocess.run(
        [*launcher, *command],
        capture_output=True,
        text=True,
        check=False,
        cwd=SCRATCH,  # where no configuration is
        env=_environment(),
    )
    try:
        cpu, peak, wall, code = done.stdout.split()
    except ValueError:
        raise RuntimeError(f"{command[0]} did not run: {done.stderr.strip()}") from None
    if int(code) not in (_DONE if command[0] == COPYDESK else _PEERS_DONE):
        raise RuntimeError(f"{' '.join(command[:3])} … ended with {code}")
    return Cost(float(cpu), float(peak) / 1000, float(wall), int(code))


def forget() -> None:
    """Let go of the results of drafts, so that the next run checks them."""
    for path in _results():
        path.unlink()


def kept_bytes() -> int:
    """How much is kept of results."""
    return sum(path.stat().st_size for path in _results())


def _results() -> list[Path]:
    return list((SCRATCH / "cache").glob("results-*"))


def in_turn(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[Cost]]:
    """Each command once per round, after one round that does not count: a b c, a b c, …"""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            one = cost(command)
            if turn:
                costs[name].append(one)
    return costs


def cpu(costs: Sequence[Cost]) -> float:
    """The median CPU time."""
    return median(one.cpu for one in costs)


def ratio(costs: Sequence[Cost], others: Sequence[Cost]) -> float:
    """The median of the ratios taken round by round."""
    return median(one.cpu / other.cpu for one, other in zip(costs, others, strict=True))


@cache
def _environment() -> dict[str, str]:
    """The environment of a usual machine: byte code is kept, and so are compiled packs."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    compileall.compile_dir(ROOT / "lint", quiet=1)
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return env | {"COPYDESK_CACHE": str(SCRATCH / "cache")}
