"""The picture of a run on a terminal: the command's own colours, set by Chromium."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
ROWS = 38
"""Lines that the picture shows of the run, from its start."""

_CODE = re.compile(r"\x1b\[([\d;]*)m")
_STYLES = {
    "1": "font-weight:700",
    "2": "opacity:.65",
    "4": "text-decoration:underline",
    "31": "color:#ff8a7a",
    "32": "color:#9bd48a",
    "33": "color:#e8bb5a",
    "34": "color:#8ec5ee",
    "35": "color:#d6a5e8",
    "36": "color:#8edbd6",
}
_PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #1b1a18; color: #e8e3d9; }}
pre {{ margin: 0; padding: 28px 32px; width: max-content; font: 15px/1.5 "DejaVu Sans Mono", monospace; }}
</style><pre>{}</pre>"""


def picture(browser: Any, folder: Path, target: Path) -> None:
    """Run the command over the seed as a terminal sees it and write the picture."""
    command = [str(Path(sys.executable).parent / "copydesk"), "check", "seeds", "--languagetool", "off"]
    done = subprocess.run(
        [*command, "--color", "always"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    lines = ["\x1b[1m$ copydesk check seeds\x1b[0m", *done.stdout.split("\n")[:ROWS]]
    page_file = folder / "terminal.html"
    page_file.write_text(_PAGE.format(markup("\n".join(lines))), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1100, "height": 400})
    page.goto(page_file.as_uri())
    page.locator("pre").screenshot(path=str(target))
    page.close()


def markup(text: str) -> str:
    """Text with a terminal's codes for colour and weight as HTML."""
    parts: list[str] = []
    styles: list[str] = []
    end = 0
    for match in _CODE.finditer(text):
        parts.append(_span(text[end : match.start()], styles))
        end = match.end()
        for code in match[1].split(";"):
            styles = [] if code in ("", "0") else [*styles, _STYLES[code]]
    parts.append(_span(text[end:], styles))
    return "".join(parts)


def _span(text: str, styles: list[str]) -> str:
    words = html.escape(text)
    return f'<span style="{";".join(styles)}">{words}</span>' if styles and words else words
