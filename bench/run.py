"""Runs benchmarks and writes their tables into bench/README.md: `python bench/run.py [NAME ...]`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

sys.path[0] = str(Path(__file__).parents[1])

from bench.tables import keep  # noqa: E402

BENCHMARKS = {
    "startup": "bench.speed.startup",
    "sizes": "bench.speed.sizes",
    "again": "bench.speed.again",
    "patterns": "bench.speed.patterns",
    "page": "bench.speed.page",
    "noise": "bench.noise",
    "accuracy": "bench.accuracy.compare",
    "grammar": "bench.accuracy.grammar",
}
"""Name -> the module whose `measure()` returns Markdown, or None where what it needs is not there."""


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    for name in names or BENCHMARKS:
        text = import_module(BENCHMARKS[name]).measure()
        if text is not None:
            print(f"\n## {name}\n\n{text}\n", flush=True)
            keep(name, text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
