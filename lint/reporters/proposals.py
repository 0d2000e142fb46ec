"""What a finding proposes, in words a person can read."""

from __future__ import annotations

from lint.model import Finding, Fix, Span, apply_edits

_MOST = 3


def replacement(finding: Finding, fix: Fix) -> str | None:
    """What the finding's words become by `fix`, or None where it leaves them as they are."""
    if not any(_touches(edit.span, finding.span) for edit in fix.edits):
        return None
    return apply_edits(finding.text, finding.span.start, fix.edits)


def replacements(finding: Finding) -> tuple[str, ...]:
    """What the finding's words may become, the best first, each once."""
    found = (replacement(finding, fix) for fix in finding.fixes)
    return tuple(dict.fromkeys(text for text in found if text is not None))


def proposals(finding: Finding) -> tuple[str, ...]:
    """A short line for each fix, the best first: the new words, `(delete)`, or the fix's own title."""
    lines = (proposal(finding, fix) for fix in finding.fixes)
    return tuple(dict.fromkeys(line for line in lines if line))


def said(finding: Finding) -> str:
    """The message, and the best proposals where it does not name the first of them itself."""
    offered = proposals(finding)[:_MOST]
    if not offered or f"“{offered[0]}”" in finding.message:
        return finding.message
    return f"{finding.message} → {' · '.join(offered)}"


def proposal(finding: Finding, fix: Fix) -> str:
    """A short line for one fix: the new words, `(delete)`, or the fix's own title."""
    text = replacement(finding, fix)
    if text is None:
        return fix.title
    start, end = finding.span
    beside = any(edit.span.start < start or end < edit.span.end for edit in fix.edits)
    if fix.title and ("\n" in text or (beside and text.strip())):
        # A new paragraph, or words that change together with their neighbours, are better told than shown.
        return fix.title
    if not text.strip():
        return "(delete)"
    words = finding.text.removesuffix(text).strip()
    if _has_words(finding.text) and not _has_words(text) and words != finding.text:
        # `“` alone would tell nobody what became of the words before it.
        return f"(delete “{words}”)"
    return text


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _touches(edit: Span, words: Span) -> bool:
    if edit.start == edit.end or words.start == words.end:
        return edit.start <= words.end and words.start <= edit.end
    return edit.start < words.end and words.start < edit.end
