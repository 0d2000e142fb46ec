"""The page in a real Chromium, opened from a file as a reader opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from lint.model import Edit, Finding, Fix, Related, Report, Result, Rule, Span
from lint.reporters import render

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is missing; as root: apt-get install chromium", pytrace=False)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), chromium_sandbox=False)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Renders a report and opens it; fails the test where the page asks for anything or has an error."""
    contexts: list[Any] = []
    trouble: list[str] = []

    def opened(report: Report, *, wide: bool = True, hash: str = "", **options: Any) -> Any:
        path = tmp_path / "report.html"
        path.write_text(render(report, "html"), encoding="utf-8")
        size = {"width": 1280 if wide else 420, "height": 900}
        context = chromium.new_context(viewport=size, reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked(request.url, path.as_uri()))
        page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
        page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
        page.on("dialog", lambda dialog: (trouble.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.goto(path.as_uri() + hash)
        return page

    def asked(url: str, own: str) -> None:
        if url.partition("#")[0] != own:
            trouble.append(f"request: {url}")

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []


def finding_in(
    source: str,
    words: str,
    message: str = "",
    *better: str,
    severity: Any = "warning",
    rule: str = "spelling.misspelling",
    path: str = "draft.md",
    related: tuple[tuple[str, str], ...] = (),
    after: str = "",
) -> Finding:
    """A finding at the first place of `words` behind `after` in `source`."""
    start = source.index(words, source.index(after) + len(after))
    span = Span(start, start + len(words))
    return Finding(
        rule,
        path,
        span,
        words,
        message or f"Look at “{words}”.",
        severity,
        tuple(
            Related(Span(source.index(text), source.index(text) + len(text)), text, note)
            for text, note in related
        ),
        tuple(Fix(text, (Edit(span, text),)) for text in better),
    )


def report_of(*results: Result, **fields: Any) -> Report:
    """A report whose rules are those that its findings name."""
    rules = {
        finding.rule: Rule(finding.rule, "find", "", finding.severity, f"Why {finding.rule} is here.")
        for result in results
        for finding in result.findings
    }
    return Report(results, rules, **fields)


@pytest.fixture
def find() -> Callable[..., Finding]:
    return finding_in


@pytest.fixture
def report() -> Callable[..., Report]:
    """From a source and findings in it, a report of one file."""

    def built(source: str, *findings: Finding, path: str = "draft.md", format: str = "markdown") -> Report:
        return report_of(Result(path, format, source, tuple(sorted(findings, key=lambda one: one.span))))

    return built


@pytest.fixture
def report_on_all() -> Callable[..., Report]:
    return report_of
