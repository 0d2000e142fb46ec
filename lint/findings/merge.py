"""One finding for one error, in the order of the draft."""

from __future__ import annotations

from collections.abc import Iterable

from lint.model import SEVERITIES, Finding, Fix, Severity, Span

GUEST = "languagetool"
"""The pack whose messages yield to our own where both see the same error."""

_SPELLERS = ("languagetool.MORFOLOGIK", "languagetool.HUNSPELL", "languagetool.SPELL")


def merge(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by place; exact duplicates once, the same error seen by several rules once.

    It is the same error where two findings touch and one of their fixes makes the same edits, where
    two rules of one pack flag the same words, where a phrase stands again in a paragraph that does,
    where both are about the spelling of the same words, or where LanguageTool and a rule of grammar
    flag the same words, one perhaps some more; what is said of the words of a leftover (a placeholder,
    filler text) is no error of its own.
    The merged finding is our own rule's (else the graver one's), with the gravest severity, all
    suggestions in order and the others in `also`; it is a warning at least where LanguageTool and a rule
    of grammar agree.
    """
    merged: list[Finding] = []
    open_places: list[int] = []
    for finding in sorted(dict.fromkeys(findings), key=place):
        start = finding.span.start
        open_places = [index for index in open_places if merged[index].span.end > start]
        twin = next((index for index in open_places if _same_error(merged[index], finding)), None)
        if twin is None:
            open_places.append(len(merged))
            merged.append(finding)
        elif _is_leftover(merged[twin]) != _is_leftover(finding):
            merged[twin] = _swallowed(merged[twin], finding)
        else:
            merged[twin] = _joined(merged[twin], finding)
    return tuple(sorted(merged, key=place))


def place(finding: Finding) -> tuple[int, int, int, str, str]:
    """The sort key of reports: by span, the graver first, then by rule."""
    grave = -SEVERITIES.index(finding.severity)
    return (finding.span.start, finding.span.end, grave, finding.rule, finding.message)


def _same_error(one: Finding, other: Finding) -> bool:
    if one.rule == other.rule:
        return one.span == other.span and one.message == other.message
    if _is_leftover(one) and _is_about_words(other):
        return _within(other.span, one.span)
    if _is_leftover(other) and _is_about_words(one):
        return _within(one.span, other.span)
    if one.span == other.span and _are_twins(one, other):
        return True
    if {one.rule, other.rule} == _COPIED and (_within(one.span, other.span) or _within(other.span, one.span)):
        return True
    if _both_parsed(one, other) and (_within(one.span, other.span) or _within(other.span, one.span)):
        return True
    edits = {fix.edits for fix in one.fixes}
    return any(fix.edits in edits for fix in other.fixes)


def _both_parsed(one: Finding, other: Finding) -> bool:
    """Whether LanguageTool and a rule of grammar speak: of the same words they mean the same error."""
    guest, own = sorted((one, other), key=lambda finding: not finding.rule.startswith(f"{GUEST}."))
    grammatical = guest.rule.startswith(f"{GUEST}.") and not guest.rule.startswith(_SPELLERS)
    return grammatical and _pack(own) == "grammar"


def _are_twins(one: Finding, other: Finding) -> bool:
    """Whether two rules that flag the same words can only mean the same."""
    if _pack(one) == _pack(other) or (_is_spelling(one) and _is_spelling(other)):
        return True
    return one.rule in _TWINS.get(other.rule, ()) or other.rule in _TWINS.get(one.rule, ())


_TWINS = {
    "languagetool.EN_UNPAIRED_BRACKETS": ("typography.unpaired-bracket", "quotations.unclosed"),
    "languagetool.EN_UNPAIRED_QUOTES": ("quotations.unclosed",),
    "languagetool.UNPAIRED_BRACKETS": ("typography.unpaired-bracket", "quotations.unclosed"),
    "mentions.never-introduced": ("names.spellings", "names.near-twins", "names.variants"),
}
"""Rules that see the same thing and offer no fix to compare: who is misspelled seems never introduced."""

_COPIED = {"repetition.paragraph-again", "repetition.phrase"}
"""A paragraph that stands twice has its phrases twice."""


_WHOLE = ("leftovers.pasted-twice", "leftovers.related-line", "leftovers.follow-line", "leftovers.click-here")
"""Leftovers that hold whole sentences, which may hold errors of their own."""


def _is_leftover(finding: Finding) -> bool:
    return _pack(finding) == "leftovers" and finding.rule not in _WHOLE


def _is_about_words(finding: Finding) -> bool:
    """Whether the finding is about how words are spelled or explained, which says nothing of filler text."""
    return _is_spelling(finding) or _pack(finding) in ("abbreviations", "names")


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _swallowed(one: Finding, other: Finding) -> Finding:
    """The leftover alone: how its words are spelled is nobody's question."""
    kept, lost = (one, other) if _is_leftover(one) else (other, one)
    return kept._replace(also=tuple(sorted({*kept.also, *lost.also, lost.rule})))


def _pack(finding: Finding) -> str:
    return finding.rule.partition(".")[0]


def _is_spelling(finding: Finding) -> bool:
    return finding.rule.startswith(("spelling.", *_SPELLERS))


def _joined(one: Finding, other: Finding) -> Finding:
    first, second = sorted((one, other), key=_rank)
    # Two that read a sentence by different means and see the same are right more often than either.
    least: Severity = "warning" if _both_parsed(one, other) else "suggestion"
    return first._replace(
        severity=max(first.severity, second.severity, least, key=SEVERITIES.index),
        fixes=_united(first.fixes, second.fixes),
        related=tuple(dict.fromkeys((*first.related, *second.related))),
        also=tuple(sorted({*first.also, *second.also, second.rule} - {first.rule})),
        link=first.link or second.link,
    )


def _rank(finding: Finding) -> tuple[bool, int, bool, str]:
    """The smallest is the one whose words are kept."""
    guest = finding.rule.startswith(f"{GUEST}.")
    return (guest, -SEVERITIES.index(finding.severity), not finding.fixes, finding.rule)


def _united(first: tuple[Fix, ...], second: tuple[Fix, ...]) -> tuple[Fix, ...]:
    known = {fix.edits for fix in first}
    return first + tuple(fix for fix in second if fix.edits not in known)
