"""Tables in Markdown, and the places between markers in bench/README.md where they are kept."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path

README = Path(__file__).with_name("README.md")


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; all columns but the first are set to the right."""
    lines = [f"| {' | '.join(head)} |", f"|---|{'--:|' * (len(head) - 1)}"]
    lines += [f"| {' | '.join(map(str, row))} |" for row in rows]
    return "\n".join(lines)


def machine() -> str:
    """What the figures depend on, in half a sentence."""
    return f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}"


def keep(name: str, text: str) -> None:
    """Put a text between the markers of its name."""
    start, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    page = README.read_text(encoding="utf-8")
    head, _, rest = page.partition(start)
    _, _, tail = rest.partition(end)
    README.write_text(f"{head}{start}\n\n{text}\n\n{end}{tail}", encoding="utf-8")
