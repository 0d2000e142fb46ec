"""Make the pictures of the README from the seed draft: python tools/pictures.py.

Needs Debian's `chromium`, `libreoffice-writer-nogui`, `poppler-utils` and the development packages.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import picture_of_terminal
import picture_of_word
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
SIZE = {"width": 1280, "height": 860}


def main() -> None:
    """Check the seed and write what the terminal, the page and the Word copy show into `docs/`."""
    (ROOT / "docs").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page_file = Path(folder) / "report.html"
        command = [str(Path(sys.executable).parent / "copydesk"), "check", "seeds", "--languagetool", "off"]
        subprocess.run([*command, "--format", "html", "--output", str(page_file)], cwd=ROOT, check=False)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
            page.goto(page_file.as_uri())
            page.wait_for_timeout(500)
            page.screenshot(path=str(ROOT / "docs" / "report.png"))
            picture_of_terminal.picture(browser, Path(folder), ROOT / "docs" / "terminal.png")
            picture_of_word.picture(browser, Path(folder), ROOT / "docs" / "word.png")
            browser.close()
    print(*(ROOT / "docs" / f"{name}.png" for name in ("terminal", "report", "word")))


if __name__ == "__main__":
    main()
