"""What a comment says: the message, what to write instead, why, where else, and by which rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint.model import Finding, Rule, Span
from lint.reporters.proposals import proposals

_MOST_PROPOSALS = 5
_MOST_PLACES = 5
_AROUND = 30
"""Code points of the draft that are shown before and after another place's words."""


class Words(NamedTuple):
    """A paragraph of a comment: `plain`, `strong` or `faint`."""

    text: str
    look: str = "plain"


def wording(finding: Finding, rule: Rule | None, home: str, source: str) -> list[Words]:
    """The paragraphs of a finding's comment; `home` names where its words are if not at the comment."""
    said = [Words(f"In the {home}: “{_flat(finding.text)}”.")] if home else []
    said.append(Words(_flat(finding.message)))
    offered = proposals(finding)
    if offered:
        more = len(offered) - _MOST_PROPOSALS
        line = "→ " + " · ".join(map(_flat, offered[:_MOST_PROPOSALS]))
        said.append(Words(line + (f" · {more} more" if more > 0 else ""), "strong"))
    if rule is not None and rule.why and _flat(rule.why) != _flat(finding.message):
        said.append(Words(_flat(rule.why)))
    said.extend(map(Words, _elsewhere(finding, source)))
    names = ", ".join(dict.fromkeys((finding.rule, *finding.also)))
    said.append(Words(f"{finding.severity.capitalize()} · {names}", "faint"))
    return said


def _elsewhere(finding: Finding, source: str) -> Iterator[str]:
    shown = finding.related[:_MOST_PLACES]
    for related in shown:
        if related.path in ("", finding.path):
            where = f"“{_around(source, related.span)}”"
        else:
            where = f"“{_flat(related.text)}” in {related.path}"
        yield f"{related.note}: {where}" if related.note else where
    if len(finding.related) > len(shown):
        yield f"… and {len(finding.related) - len(shown)} more"


def _around(source: str, span: Span) -> str:
    """The words of a span with those around them on their line."""
    start = max(source.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    end = source.find("\n", span.end)
    end = min(len(source) if end < 0 else end, span.end + _AROUND)
    before, after = source[start : span.start], source[span.end : end]
    if start and source[start - 1] != "\n":
        before = "…" + before.partition(" ")[2]
    if source[end : end + 1].strip("\n"):
        after = after.rpartition(" ")[0] + "…"
    return _flat(before + source[span.start : span.end] + after)


def _flat(words: str) -> str:
    return " ".join(words.split())
