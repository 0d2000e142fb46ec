"""The same drafts once more: what kept results save."""

from __future__ import annotations

from pathlib import Path

from bench.costs import COPYDESK, cost, forget, kept_bytes
from bench.material import corpus, pages
from bench.tables import machine, table


def measure() -> str | None:
    """A table: CPU seconds of a first and of a second run."""
    folder = corpus("cpp-docs", "the table of second runs")
    if folder is None:
        return None
    forget()
    first, second = cost(_command(folder)), cost(_command(folder))
    size = kept_bytes()
    rows = [
        (name, f"{one.cpu:.1f}", f"{one.cpu / first.cpu:.3f}")
        for name, one in (("first", first), ("second", second))
    ]
    files = sum(1 for _ in pages(folder))
    said = (
        f"`copydesk check PATH --languagetool off --grammar off --jobs 1` over {files:,} files,"
        f" one round on {machine()}; {size / 1e6:.0f} MB of results are kept."
    )
    forget()
    return f"{said}\n\n{table(('run', 'CPU seconds', 'in terms of the first'), rows)}"


def _command(folder: Path) -> list[str]:
    off = ["--languagetool", "off", "--grammar", "off"]
    return [COPYDESK, "check", *off, "--jobs", "1", "--quiet", str(folder)]
