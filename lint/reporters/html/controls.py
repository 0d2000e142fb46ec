"""The bar over the draft: filters, next and previous, and what the keys do."""

from __future__ import annotations

from collections import Counter

from lint.model import Report
from lint.reporters.html.markup import Html, tag
from lint.reporters.html.notes import SHAPES
from lint.reporters.summary import by_severity

_KEYS = (
    (("j", "n"), "next note"),
    (("k", "p"), "previous note"),
    (("Esc",), "leave the note"),
    (("?",), "these keys"),
)


def bar(report: Report) -> Html:
    """All controls; they work by the page's script and are hidden without it."""
    parts = (_severities(report), _rules(report), tag("span", class_="space"), _steps(), _actions())
    return tag("nav", *parts, _help(), _text_dialog(), class_="bar", aria_label="Notes", id="bar")


def _severities(report: Report) -> Html:
    buttons = (
        tag(
            "button",
            tag("span", SHAPES[severity], class_="shape", aria_hidden="true"),
            tag("span", f"{severity}s", class_="word"),
            tag("span", f"{number:,}", class_="number"),
            type="button",
            class_=f"filter {severity}",
            aria_pressed="true",
            data_severity=severity,
        )
        for severity, number in by_severity(report).items()
        if number
    )
    return tag("div", *buttons, role="group", aria_label="Show by severity", class_="group")


def _rules(report: Report) -> Html:
    counts = Counter(finding.rule for finding in report.findings)
    if len(counts) < 2:
        return Html("")
    rows = (
        tag(
            "label",
            tag("input", type="checkbox", checked=True, data_rule=id),
            tag("span", id, class_="rule"),
            tag("span", f"{number:,}", class_="number"),
        )
        for id, number in sorted(counts.items())
    )
    buttons = (
        tag("button", "All", type="button", data_all="on"),
        tag("button", "None", type="button", data_all="off"),
    )
    panel = tag("div", tag("div", *buttons, class_="buttons"), *rows, class_="panel")
    summary = tag("summary", "Rules", tag("span", class_="number", id="rule-count"))
    return tag("details", summary, panel, class_="menu", id="rule-menu")


def _steps() -> Html:
    return tag(
        "div",
        tag(
            "button", "↑", type="button", id="previous", aria_label="Previous note", title="Previous note (k)"
        ),
        tag("span", id="position", class_="position", aria_live="polite"),
        tag("button", "↓", type="button", id="next", aria_label="Next note", title="Next note (j)"),
        role="group",
        aria_label="Go through the notes",
        class_="group steps",
    )


def _actions() -> Html:
    return tag(
        "div",
        tag(
            "button", "Copy as text", type="button", id="copy-text", title="The notes as text, for an e-mail"
        ),
        tag("button", "◐", type="button", id="theme", aria_label="Light or dark", title="Light or dark"),
        tag("button", "?", type="button", id="keys", aria_label="Keys", title="Keys (?)"),
        class_="group",
    )


def _help() -> Html:
    rows = []
    for keys, meaning in _KEYS:
        marks: list[str] = []
        for key in keys:
            marks += [" or ", tag("kbd", key)] if marks else [tag("kbd", key)]
        rows.append(tag("li", *marks, f" {meaning}"))
    return tag(
        "dialog",
        tag("h2", "Keys", id="t-keys"),
        tag("ul", *rows),
        tag(
            "label", tag("input", type="checkbox", id="keys-on", checked=True), " Use single letters as keys"
        ),
        tag("button", "Close", type="button", class_="close"),
        id="keys-dialog",
        aria_labelledby="t-keys",
    )


def _text_dialog() -> Html:
    return tag(
        "dialog",
        tag("h2", "The notes as text", id="t-text"),
        tag("p", "The notes that are shown, ready to paste into an e-mail.", class_="lead"),
        tag("textarea", id="text", rows="16", cols="72", readonly=True, aria_labelledby="t-text"),
        tag("button", "Close", type="button", class_="close"),
        id="text-dialog",
        aria_labelledby="t-text",
    )
