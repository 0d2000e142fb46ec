"""What a session shows: the finding in the draft as it is by now, the suggestions, the keys."""

from __future__ import annotations

from collections.abc import Iterator

from lint.commands.fixing.keys import ACTIONS
from lint.commands.fixing.state import Session, offered
from lint.fixes import shifted
from lint.model import Edit, Finding, Fix, Related, Span
from lint.reporters.lines import lines_of
from lint.reporters.proposals import proposal
from lint.reporters.summary import counted
from lint.reporters.terminal import finding_rows
from lint.reporters.visible import visible

MOST = 9
"""Suggestions, one for each digit."""


def question(session: Session, index: int, columns: int, colour: bool) -> str:
    """A finding, its suggestions by number, and what can be done."""
    now = session.now
    finding = now.findings[index]
    lines = lines_of(now.after)
    bare = moved(finding, now.edits)._replace(fixes=())
    rows = [f"[{index + 1} of {len(now.findings)}]", *finding_rows(bare, lines, columns, colour)]
    shown = suggestions(session, index)
    rows += [f"  {number}  {text}" for number, (_, text) in enumerate(shown, 1)]
    return "\n".join(("", *rows, _keys(len(shown))))


def suggestions(session: Session, index: int) -> tuple[tuple[Fix, str], ...]:
    """The fixes that can be chosen, each once, and what each is called."""
    finding = session.now.findings[index]
    named: dict[str, Fix] = {}
    for fix in offered(session, index):
        start, end = finding.span
        elsewhere = sum(edit.span.end < start or end < edit.span.start for edit in fix.edits)
        more = f"  (and {counted(elsewhere, 'other place')})" if elsewhere else ""
        named.setdefault((visible(proposal(finding, fix)) or "(as proposed)") + more, fix)
    return tuple((fix, text) for text, fix in named.items())[:MOST]


def moved(finding: Finding, edits: tuple[Edit, ...]) -> Finding:
    """The finding where it lies once edits before it are carried out."""
    related = tuple(_moved(place, edits) for place in finding.related)
    return finding._replace(span=_shifted(finding.span, edits), related=related)


def _moved(place: Related, edits: tuple[Edit, ...]) -> Related:
    return place if place.path else place._replace(span=_shifted(place.span, edits))


def _shifted(span: Span, edits: tuple[Edit, ...]) -> Span:
    return Span(shifted(span.start, edits), shifted(span.end, edits))


def _keys(suggestions: int) -> str:
    return "  " + "  ".join(_names(suggestions))


def _names(suggestions: int) -> Iterator[str]:
    for key, (name, _) in ACTIONS.items():
        if name != "accept" or suggestions:
            yield f"{key} {name}"
    if suggestions > 1:
        yield f"1–{suggestions} choose"


def help_text() -> str:
    """Every key with a few words."""
    rows = [f"  {key}       {words}" for key, (_, words) in ACTIONS.items()]
    more = ("  1–9     accept the suggestion of that number", "  Ctrl-C  leave this draft as it was")
    return "\n".join((*rows, *more))
