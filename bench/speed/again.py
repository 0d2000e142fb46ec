"""The same drafts once more: what kept results save, and what keeping them costs."""

from __future__ import annotations

from pathlib import Path

from bench.costs import COPYDESK, cost, forget, kept_bytes
from bench.material import corpus, pages
from bench.tables import machine, table


def measure() -> str | None:
    """A table: CPU seconds of a run that keeps nothing, of a first and of a second run."""
    folder = corpus("cpp-docs", "the table of second runs")
    if folder is None:
        return None
    nothing = cost(_command(folder, "--no-cache"))
    forget()
    first, second = cost(_command(folder)), cost(_command(folder))
    size = kept_bytes()
    rows = [
        (name, f"{one.cpu:.1f}", f"{one.cpu / first.cpu:.3f}")
        for name, one in (("`--no-cache`", nothing), ("first", first), ("second", second))
    ]
    said = (
        f"`copydesk check PATH --languagetool off --jobs 1` over {sum(1 for _ in pages(folder)):,} files,"
        f" one round on {machine()}; {size / 1e6:.0f} MB of results are kept."
    )
    forget()
    return f"{said}\n\n{table(('run', 'CPU seconds', 'in terms of the first'), rows)}"


def _command(folder: Path, *options: str) -> list[str]:
    return [COPYDESK, "check", "--languagetool", "off", "--jobs", "1", "--quiet", *options, str(folder)]
