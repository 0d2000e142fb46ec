"""A finding as a note in the margin: its sentence, what to write instead, why, and how to let it stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lint.findings.waive import comment
from lint.model import Finding, Rule
from lint.reporters.html.markup import Html, breakable, join, sentence, signs, tag, text
from lint.reporters.lines import Lines
from lint.reporters.proposals import proposals

SHAPES = {"error": "◆", "warning": "▲", "suggestion": "●"}
"""A severity's sign: it shall be told apart without colour."""

_MOST_PROPOSALS = 5
_MOST_PLACES = 8
_MOST_WORDS = 160
_STET = frozenset(("text", "markdown", "html"))
"""Formats in which a comment can hold `stet`."""


class Context(NamedTuple):
    """What a draft's notes share; `rule_ids` and `file_ids` are the page's ids of rules and drafts."""

    rules: Mapping[str, Rule]
    rule_ids: Mapping[str, str]
    file_ids: Mapping[str, str]
    lines: Lines
    format: str


def note(finding: Finding, number: int, context: Context) -> Html:
    """The note with id `n<number>`."""
    lines = context.lines
    place = lines.place(finding.span.start)
    head = tag(
        "p",
        tag("span", SHAPES[finding.severity], class_="shape", aria_hidden="true"),
        tag("span", finding.severity.capitalize(), class_="severity"),
        tag("span", str(number), class_="number", aria_label=f"note {number}"),
        tag("a", breakable(finding.rule), class_="rule", href=f"#{context.rule_ids[finding.rule]}"),
        class_="head",
        id=f"h{number}",
    )
    return tag(
        "article",
        head,
        tag("p", sentence(finding.message), class_="message", dir="auto"),
        _proposals(finding),
        _more(finding, number, context),
        class_=f"note {finding.severity}",
        id=f"n{number}",
        tabindex="-1",
        aria_labelledby=f"h{number}",
        data_severity=finding.severity,
        data_rule=finding.rule,
        data_place=f"{place.line}:{place.column}",
    )


def _proposals(finding: Finding) -> Html:
    offered = proposals(finding)
    if not offered:
        return Html("")
    shown = [
        tag("b", _short(signs(line)), class_="proposal", dir="auto") for line in offered[:_MOST_PROPOSALS]
    ]
    arrow = tag("span", "→", aria_hidden="true", class_="arrow")
    return tag("p", arrow, tag("span", "Instead: ", class_="unseen"), join(shown), class_="fix")


def _more(finding: Finding, number: int, context: Context) -> Html:
    rule = context.rules.get(finding.rule)
    parts: list[Html] = []
    if rule is not None and rule.why:
        parts.append(tag("p", sentence(rule.why), class_="why"))
    parts.extend(_places(finding, number, context))
    if finding.also:
        parts.append(tag("p", f"Seen by {', '.join(finding.also)} too.", class_="also"))
    link = finding.link or (rule.link if rule else "")
    if link.startswith(("https://", "http://")):
        anchor = tag("a", link, href=link, rel="noreferrer noopener", target="_blank")
        parts.append(tag("p", "More: ", anchor, class_="link"))
    if context.format in _STET:
        line = comment(finding.rule, finding.path)
        parts.append(
            tag(
                "div",
                tag("p", "Not an error here? Put this line above the paragraph, with your reason:"),
                tag("code", line, class_="line"),
                tag("button", "Copy the line", type="button", class_="copy", data_copy=line),
                class_="stet",
            )
        )
    place = context.lines.place(finding.span.start)
    parts.append(tag("p", f"Line {place.line}, column {place.column}", class_="where"))
    return tag(
        "details",
        tag("summary", tag("span", f"More on note {number}", class_="unseen")),
        *parts,
        class_="more",
    )


def _places(finding: Finding, number: int, context: Context) -> list[Html]:
    """The other places of the issue, one paragraph for each note, each place a link to its words."""
    groups: dict[str, list[Html]] = {}
    for index, related in enumerate(finding.related):
        if related.path in ("", finding.path):
            where = f"line {context.lines.place(related.span.start).line}"
        else:
            where = related.path
        known = (related.path or finding.path) in context.file_ids
        anchor = tag("a", where, href=f"#{related_id(number, index)}") if known else text(where)
        groups.setdefault(related.note or f"“{_short(related.text)}”", []).append(anchor)
    out: list[Html] = []
    for name, anchors in groups.items():
        parts: list[str] = [f"{name}: "]
        for index, anchor in enumerate(anchors[:_MOST_PLACES]):
            parts += [", ", anchor] if index else [anchor]
        if len(anchors) > _MOST_PLACES:
            parts.append(f" and {len(anchors) - _MOST_PLACES} more")
        out.append(tag("p", *parts, class_="places"))
    return out


def related_id(number: int, index: int) -> str:
    """The page's id of a finding's related place."""
    return f"p{number}-{index}"


def _short(words: str) -> str:
    return words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1].rstrip() + "…"
