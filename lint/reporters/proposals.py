"""What a finding proposes, in words a person can read."""

from __future__ import annotations

from lint.model import Finding, Fix, apply_edits


def replacement(finding: Finding, fix: Fix) -> str | None:
    """What the finding's words become by `fix`, or None where it edits other places than these."""
    if not fix.edits:
        return None
    if any(edit.span.start < finding.span.start or finding.span.end < edit.span.end for edit in fix.edits):
        return None
    return apply_edits(finding.text, finding.span.start, fix.edits)


def replacements(finding: Finding) -> tuple[str, ...]:
    """What the finding's words may become, the best first, each once."""
    found = (replacement(finding, fix) for fix in finding.fixes)
    return tuple(dict.fromkeys(text for text in found if text is not None))


def proposals(finding: Finding) -> tuple[str, ...]:
    """A short line for each fix, the best first: the new words, `(delete)`, or the fix's own title."""
    lines = (_proposal(finding, fix) for fix in finding.fixes)
    return tuple(dict.fromkeys(line for line in lines if line))


def _proposal(finding: Finding, fix: Fix) -> str:
    text = replacement(finding, fix)
    if text is None:
        return fix.title
    if not text.strip():
        return "(delete)"
    # A fix that gives a whole new line or paragraph is better told than shown.
    return fix.title if "\n" in text and fix.title else text
