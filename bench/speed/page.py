"""The HTML page of a long draft in Chromium: what its script, its styles and its layout cost."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path
from typing import Any

from bench.costs import ROOT
from bench.tables import machine, table
from lint.model import Edit, Finding, Fix, Report, Result, Rule, Span
from lint.reporters import render

ROUNDS = 7
WORDS = 20_000
NOTES = (0, 50, 500)
CHROMIUM = Path("/usr/bin/chromium")
TIMES = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration", "TaskDuration")


def measure() -> str | None:
    """A table by number of notes: milliseconds until the page stands, and for one step to the next note."""
    if not CHROMIUM.exists():
        print("page: left out, there is no Chromium; as root: apt-get install chromium")
        return None
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), chromium_sandbox=False)
        pages = {number: _written(Path(folder), number) for number in NOTES}
        rounds = [
            {number: _opened(browser, pages[number], number) for number in NOTES} for _ in range(ROUNDS)
        ]
        browser.close()
    rows = []
    for number in NOTES:
        cells = [statistics.median(one[number][index] for one in rounds) for index in range(len(TIMES) + 1)]
        rows.append((f"{number}", *(f"{1000 * cell:.0f}" if cell is not None else "–" for cell in cells)))
    share = statistics.median(one[500][0] / one[500][3] for one in rounds)
    head = ("notes", "scripting", "styles", "layout", "all", "scripting of one step")
    return "\n\n".join(
        (
            f"A draft of {WORDS:,} words, milliseconds, medians of {ROUNDS} rounds on {machine()}.",
            table(head, rows),
            f"With 500 notes the script takes {share:.0%} of the time until the page stands.",
        )
    )


def _written(folder: Path, number: int) -> Path:
    """A page of the seed's words, again and again, with as many notes spread over it."""
    seed = next((ROOT / "seeds").glob("*.txt")).read_text(encoding="utf-8")
    source = "\n\n".join([seed] * (WORDS // len(seed.split()) + 1))
    rule = Rule("bench.note", "find", "", "warning", "It is here to be laid out.")
    step = len(source) // (number or 1)
    findings = []
    for index in range(number):
        start = source.index(" ", index * step) + 1
        span = Span(start, source.index(" ", start))
        words = source[span.start : span.end]
        fix = Fix("other", (Edit(span, "other"),))
        message = f"Write “other” instead of “{words}”."
        findings.append(Finding(rule.id, "draft.txt", span, words, message, "warning", fixes=(fix,)))
    report = Report((Result("draft.txt", "text", source, tuple(findings)),), {rule.id: rule})
    path = folder / f"{number}.html"
    path.write_text(render(report, "html"), encoding="utf-8")
    return path


def _opened(browser: Any, path: Path, number: int) -> tuple[float, ...]:
    """Seconds of `TIMES` until the page stands, then of scripting for one step."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(path.as_uri())
    loaded = _metrics(session)
    if number:
        page.keyboard.press("j")
        page.locator(".note.active").wait_for()
    stepped = _metrics(session)
    page.close()
    return (*(loaded[name] for name in TIMES), stepped[TIMES[0]] - loaded[TIMES[0]])


def _metrics(session: Any) -> dict[str, float]:
    return {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
