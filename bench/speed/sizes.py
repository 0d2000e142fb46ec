"""Cost and memory over growing amounts of real Markdown, as many files and as one."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfileobj
from statistics import median

from bench.costs import COPYDESK, SCRATCH, Cost, cost, forget
from bench.material import corpus, first_bytes
from bench.tables import machine, table

SIZES = (1, 2, 5, 10, 20)
"""Megabytes."""

ROUNDS = 2


def measure() -> str | None:
    """A table: seconds, MB/s and peak memory by size, and how far the growth is from a straight line."""
    folder = corpus("cpp-docs", "the table of sizes")
    if folder is None:
        return None
    shapes = {"many files": many, "one file": _one}
    drafts = {(shape, size): make(folder, size) for size in SIZES for shape, make in shapes.items()}
    costs: dict[tuple[str, int], list[Cost]] = {key: [] for key in drafts}
    cost(_command(drafts["one file", SIZES[0]]))
    # All sizes in each round, so that a busy minute of the machine touches them all.
    for _ in range(ROUNDS):
        for key, path in drafts.items():
            forget()
            costs[key].append(cost(_command(path)))
    rows = [_row(shape, size, drafts[shape, size], costs[shape, size]) for shape in shapes for size in SIZES]
    head = ("shape", "MB", "files", "CPU seconds", "MB per CPU second", "peak MB")
    lines = [
        "`copydesk check PATH --languagetool off --grammar off --jobs 1`, "
        f"medians of {ROUNDS} rounds on {machine()}.",
        table(head, rows),
        *(_line(shape, drafts, costs) for shape in shapes),
        _parallel(drafts["many files", SIZES[-1]]),
    ]
    return "\n\n".join(lines)


def many(folder: Path, size: int) -> Path:
    """A folder with so many megabytes of the corpus, one file a page."""
    target = SCRATCH / "sizes" / f"{size}mb"
    if not target.exists():
        target.mkdir(parents=True)
        for number, page in enumerate(first_bytes(folder, size * 1_000_000)):
            (target / f"{number:05d}.md").write_bytes(page.read_bytes())
    return target


def _one(folder: Path, size: int) -> Path:
    target = SCRATCH / "sizes" / f"{size}mb.md"
    if not target.exists():
        with target.open("wb") as joined:
            for page in sorted(many(folder, size).iterdir()):
                with page.open("rb") as file:
                    copyfileobj(file, joined)
                joined.write(b"\n\n")
    return target


def _command(path: Path) -> list[str]:
    return [
        COPYDESK,
        "check",
        "--languagetool",
        "off",
        "--grammar",
        "off",
        "--jobs",
        "1",
        "--quiet",
        str(path),
    ]


def _bytes(path: Path) -> int:
    return sum(page.stat().st_size for page in (path.iterdir() if path.is_dir() else [path]))


def _cpu(costs: list[Cost]) -> float:
    return median(one.cpu for one in costs)


def _row(shape: str, size: int, path: Path, costs: list[Cost]) -> tuple[str, ...]:
    files = sum(1 for _ in path.iterdir()) if path.is_dir() else 1
    speed = _bytes(path) / 1e6 / _cpu(costs)
    peak = max(one.peak for one in costs)
    return shape, str(size), str(files), f"{_cpu(costs):.1f}", f"{speed:.2f}", f"{peak:.0f}"


def _line(shape: str, drafts: dict[tuple[str, int], Path], costs: dict[tuple[str, int], list[Cost]]) -> str:
    """How much more a megabyte costs in the largest draft than in the others; 1 is a straight line."""

    def per_byte(turn: int, size: int) -> float:
        return costs[shape, size][turn].cpu / _bytes(drafts[shape, size])

    growth = [
        median(per_byte(turn, SIZES[-1]) / per_byte(turn, size) for turn in range(ROUNDS))
        for size in SIZES[:-1]
    ]
    against = ", ".join(f"{value:.2f} of {size}" for value, size in zip(growth, SIZES, strict=False))
    return f"Cost of a megabyte of {SIZES[-1]} in terms of one of fewer, {shape}: {against}."


def _parallel(path: Path) -> str:
    forget()
    one = cost(_command(path))
    forget()
    all_ = cost([part for part in _command(path) if part not in ("--jobs", "1")])
    return (
        f"Wall time of {SIZES[-1]} MB in many files: {one.wall:.1f} s with one process, "
        f"{all_.wall:.1f} s with as many as there are processors."
    )
