"""The seed draft as a Word file with its comments: rendered by LibreOffice, the comments set beside the page.

LibreOffice without a window draws no margin, so the notes of its PDF are set there: their words, and the
place of each, are what LibreOffice read in the copy.
"""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import docx
import pypdf
from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
SCALE = 1.35
"""Pixels for a point."""

PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #e8e8e8; font: 12px/1.35 Carlito, "Liberation Sans", Arial, sans-serif }}
main {{ position: relative; width: 1280px; height: 1010px; overflow: hidden }}
img {{ position: absolute; left: 24px; top: 12px; box-shadow: 0 1px 5px #0004 }}
p {{ position: absolute; left: 890px; width: 356px; margin: 0; padding: 5px 10px; background: #fff;
     border-left: 4px solid #b3261e; white-space: pre-line; box-sizing: border-box }}
b {{ display: block }}
svg {{ position: absolute; left: 0; top: 0 }}
</style><main><img src="data:image/png;base64,{image}"><svg width="1280" height="1010"></svg></main><script>
const main = document.querySelector("main"), svg = document.querySelector("svg");
let below = 12;
for (const [x, y, message, proposed] of {notes}) {{
  const note = document.createElement("p"), strong = document.createElement("b");
  strong.textContent = message;
  note.append(strong, proposed);
  main.append(note);
  note.style.top = Math.max(below, y - 14) + "px";
  below = note.offsetTop + note.offsetHeight + 6;
  const line = `M${{x}} ${{y}} H852 L890 ${{note.offsetTop + 12}}`;
  svg.insertAdjacentHTML("beforeend", `<path d="${{line}}" fill="none" stroke="#b3261e"/>`);
}}
</script>"""


def picture(browser: Browser, folder: Path, target: Path) -> None:
    """Write the picture; `folder` is for what comes between."""
    title, *paragraphs = [line for line in _seed().splitlines() if line.strip()]
    draft = docx.Document()
    draft.add_heading(title, 1)
    for words in paragraphs:
        draft.add_paragraph(words)
    draft.save(str(folder / "draft.docx"))
    command = [sys.executable, "-m", "lint", "check", str(folder / "draft.docx"), "--languagetool", "off"]
    quietly = ["--quiet", "--format", "json", "--output", str(folder / "report.json")]
    subprocess.run([*command, "--annotate", str(folder / "word.docx"), *quietly], cwd=ROOT, check=False)
    pages = {shown: _pdf(folder, shown) for shown in (True, False)}
    image = subprocess.run(
        ["pdftoppm", "-png", "-singlefile", "-r", str(72 * SCALE), str(pages[False])],
        check=True,
        capture_output=True,
    ).stdout
    page = browser.new_page(viewport={"width": 1280, "height": 1010})
    notes = json.dumps(_notes(pages[True])).replace("</", "<\\/")
    page.set_content(PAGE.format(image=b64encode(image).decode(), notes=notes))
    page.screenshot(path=str(target))


def _seed() -> str:
    return next((ROOT / "seeds").glob("*.txt")).read_text(encoding="utf-8")


def _pdf(folder: Path, notes: bool) -> Path:
    """The annotated copy as LibreOffice renders it, with or without its notes."""
    out = folder / ("notes" if notes else "plain")
    options = json.dumps({"ExportNotes": {"type": "boolean", "value": str(notes).lower()}})
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", f"pdf:writer_pdf_Export:{options}"]
    subprocess.run(
        [*command, "--outdir", str(out), str(folder / "word.docx")], check=True, capture_output=True
    )
    return out / "word.pdf"


def _notes(pdf: Path) -> list[tuple[float, float, str, str]]:
    """The first page's notes from top to bottom: where they stand (in pixels), message and proposals."""
    page = pypdf.PdfReader(pdf).pages[0]
    found = [note.get_object() for note in page["/Annots"]]
    notes = []
    for note in found:
        if note["/Subtype"] == "/Text":
            x, y = float(note["/Rect"][0]), float(page.mediabox.height) - float(note["/Rect"][1])
            message, second, *_ = note["/Contents"].splitlines()
            proposed = second if second.startswith("→") else ""
            notes.append((x * SCALE + 24, y * SCALE + 12, message, proposed))
    return sorted(notes, key=lambda note: (note[1], note[0]))
