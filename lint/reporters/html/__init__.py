"""The report as a page for people: the draft as its reader sees it, with notes in its margin.

One file that loads nothing: its style and script stand in it and are named by their hashes in the
page's content security policy, so that nothing a draft holds can run or be fetched. Without its
script the page still shows every note beside its paragraph.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from itertools import count
from pathlib import Path
from posixpath import split

from lint.model import Report
from lint.reporters import Options
from lint.reporters.html.controls import bar
from lint.reporters.html.draft import Page, draft, foreign_places
from lint.reporters.html.index import index
from lint.reporters.html.markup import Html, sentence, tag
from lint.reporters.html.tables import rules_table, section
from lint.reporters.summary import summary

_HERE = Path(__file__).parent
_EARLY = 'document.documentElement.classList.add("scripted");'
"""Runs before the drafts are read, so that those the script does not show are never laid out."""


def render(report: Report, options: Options) -> str:
    """The whole page."""
    del options
    several = len(report.results) > 1
    led_to = {related.path for finding in report.findings for related in finding.related}
    shown = [result for result in report.results if result.findings or not several or result.path in led_to]
    file_ids = {result.path: f"f{index}" for index, result in enumerate(shown, 1)}
    rule_ids = {
        id: f"r{index}" for index, id in enumerate(sorted({finding.rule for finding in report.findings}), 1)
    }
    page = Page(report, file_ids, rule_ids, foreign_places(shown), count(1), count(1))
    main = [index(report, file_ids)] if several else []
    main += [draft(result, page) for result in shown]
    if report.findings:
        table = rules_table(report.rules, report.findings, rule_ids, file_ids)
        main.append(section("rules", "Rules", "What was looked for, and why.", table))
    folder, title = "", "No drafts"
    if several:
        title = f"{len(report.results):,} drafts"
    elif shown:
        folder, title = split(shown[0].path)
    body = (
        tag("a", "Skip to the draft", href="#main", class_="skip"),
        _masthead(report, title, folder),
        bar(report),
        tag("main", *main, id="main"),
        tag("p", id="status", role="status", class_="unseen"),
    )
    return _page(f"{title} · Copydesk", body)


def _page(title: str, body: tuple[Html, ...]) -> str:
    style = (_HERE / "page.css").read_text(encoding="utf-8")
    script = (_HERE / "page.js").read_text(encoding="utf-8")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(_EARLY)} {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    head = (
        tag("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", title),
        tag("style", Html(style)),
        tag("script", Html(_EARLY)),
    )
    page = tag("html", tag("head", *head), tag("body", *body, tag("script", Html(script))), lang="en")
    return f"<!doctype html>\n{page}\n"


def _hash(asset: str) -> str:
    return f"'sha256-{b64encode(sha256(asset.encode()).digest()).decode()}'"


def _masthead(report: Report, title: str, folder: str) -> Html:
    parts = [
        tag("p", tag("span", "Copydesk", class_="brand"), tag("span", folder, class_="folder")),
        tag("h1", title, class_="title"),
        tag("p", f"{summary(report)}.", class_="summary"),
    ]
    if report.failures:
        rows = (
            tag("li", tag("b", failure.path), ": " if failure.path else "", failure.message)
            for failure in report.failures
        )
        parts.append(tag("div", tag("h2", "Not checked"), tag("ul", *rows), class_="failures"))
    parts.extend(tag("p", sentence(notice), class_="notice") for notice in report.notices)
    return tag("header", *parts, class_="masthead")
