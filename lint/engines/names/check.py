"""The findings of one draft: declared names first, then forms that nobody declared."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from lint.engines.names.across import Elsewhere
from lint.engines.names.candidates import plain
from lint.engines.names.declared import Declared, Use, everywhere, is_pattern, present, uses
from lint.engines.names.discovered import Group, groups
from lint.engines.names.evidence import better_known
from lint.engines.names.forms import Form, group
from lint.engines.names.report import Uses, inconsistency, known_name, other_draft
from lint.engines.names.slips import slips
from lint.engines.names.variants import too_far
from lint.engines.names.weights import THRESHOLD
from lint.engines.names.words import places
from lint.lexicon.english import looks_english
from lint.matching.scope import passes
from lint.model import Config, Document, Finding, Rule, Span

ASKED = (
    "“{match}” and “{replacement}” look like one name; each stands here {count}, so find out which is right."
)
"""What is said of two forms where nothing tells the slip."""

_NESTED = 4
"""How many quotations may be open at once."""


def findings(
    document: Document,
    config: Config,
    declared: tuple[Declared, ...],
    discover: Mapping[str, Rule],
    elsewhere: tuple[Elsewhere, ...] = (),
) -> Iterator[Finding]:
    """Everything the rules say about the names of a draft, and about those of other drafts of the run."""
    if not speaks_english(document):
        discover = {}
    words = places(document.text)
    ruled: dict[str, str] = {}
    for name in present(declared, document.text, {place.form for place in words}):
        found = uses(name, document)
        ruled.update((form, name.rule.id) for form in name.forms)
        yield from _declared(document, name, found)
        yield from _declared_elsewhere(document, name, found, elsewhere)
    if discover:
        for finding, rule, span in _discoveries(document, group(words), discover, ruled, elsewhere):
            if passes(everywhere(rule), document, span, config):
                yield finding


def _discoveries(
    document: Document,
    forms: Mapping[str, Form],
    discover: Mapping[str, Rule],
    ruled: Mapping[str, str],
    elsewhere: tuple[Elsewhere, ...],
) -> Iterator[tuple[Finding, Rule, Span]]:
    """Findings on forms that nobody declared, each with its rule and its place in the text."""
    grouped: set[str] = set()
    for found in groups(forms, THRESHOLD, ruled):
        grouped.update(form.text for form in found.others)
        rule = discover.get(found.kind)
        if rule is not None:
            others = [_form_uses(form) for form in found.others]
            first = min(form.spans[0] for form in found.others)
            asking = rule._replace(message=ASKED) if _open(found) else rule
            yield inconsistency(document, asking, _form_uses(found.keep), others), rule, first
    rule = discover.get("known-names")
    if rule is not None:
        for form, meant in slips(forms):
            if form.text not in grouped and form.text not in ruled:
                yield known_name(document, rule, _form_uses(form), meant), rule, form.spans[0]
    for one in elsewhere:
        rule = discover.get(one.kind or "")
        if rule is not None and one.match in forms and one.keep not in forms:
            mine = forms[one.match]
            yield other_draft(document, rule, _form_uses(mine), one), rule, mine.spans[0]


def _open(found: Group) -> bool:
    """Whether nothing says which of two forms is the slip: they stand as often and are known as well."""
    (other, *more) = found.others
    even = not more and other.uses == found.keep.uses and not better_known(found.keep, other)
    return even and found.kind == "near-twins"


def speaks_english(document: Document) -> bool:
    """Discovery weighs words of English; a draft in another language has declared names only."""
    if document.lang is not None:
        return document.lang.lower().startswith("en")
    return looks_english(document.text)


def _declared(document: Document, name: Declared, found: list[Use]) -> Iterator[Finding]:
    own = [use for use in found if use.form == 0]
    quoted = "quotation" in name.rule.scope
    other = [use for use in found if use.form != 0 and (quoted or not _spoken(document, use.span))]
    if name.always:
        if other:
            to_keep, others = _uses(document, name, own, 0), _by_form(document, name, other)
            yield inconsistency(document, name.rule, to_keep, others, "house style")
        return
    alike = _alike(name.forms)
    counted = [use for use in found if name.forms[use.form] in alike or not _spoken(document, use.span)]
    glossed = {use.form for use in found if use.glossed}
    # Forms that the draft itself ties together, “Islamic State (ISIS)”, are one.
    if len({-1 if use.form in glossed else use.form for use in counted}) < 2:
        return
    counts = Counter(use.form for use in counted)
    first = min(counted, key=lambda use: use.span).form
    most = max(counts.values())
    often = min(form for form in counts if counts[form] == most)
    keep = 0 if first == 0 else often
    reason = _reason(keep, first, counts, full=alike.isdisjoint(name.forms[form] for form in counts if form))
    kept = [use for use in found if use.form == keep]
    rest = [use for use in found if use.form != keep]
    to_keep, others = _uses(document, name, kept, keep), _by_form(document, name, rest)
    yield inconsistency(document, name.rule, to_keep, others, reason)


def _reason(keep: int, first: int, counts: Counter[int], *, full: bool) -> str:
    """Why one form is proposed; `full` says that the others are more than other spellings of the name."""
    if keep == 0 and first == 0:
        return "the full form, used first" if full else "used first"
    most = max(counts.values())
    if list(counts.values()).count(most) == 1 and counts[keep] == most:
        return "used most"
    return "as often as any"


@lru_cache(maxsize=1024)
def _alike(forms: tuple[str, ...]) -> frozenset[str]:
    """Forms that differ from the declared one in spelling alone, which no speaker chooses."""
    first = plain(forms[0])
    return frozenset(form for form in forms if not too_far(first, plain(form)))


def _declared_elsewhere(
    document: Document, name: Declared, found: list[Use], elsewhere: tuple[Elsewhere, ...]
) -> Iterator[Finding]:
    for one in elsewhere:
        here = [use for use in found if name.forms[use.form] == one.match and not _spoken(document, use.span)]
        if one.rule == name.rule.id and here:
            mine = Uses(one.match, tuple(use.span for use in here))
            yield other_draft(document, name.rule, mine, one)


def _spoken(document: Document, span: Span) -> bool:
    """Whether the name stands in the words of a speaker, not alone between quotation marks."""
    quotations = document.quotations
    last = bisect_right(quotations, span.start, key=lambda quotation: quotation.inner.start)
    return any(
        span.end <= quotation.inner.end
        and quotation.inner.end - quotation.inner.start > span.end - span.start + 3
        for quotation in quotations[max(last - _NESTED, 0) : last]
    )


def _uses(document: Document, name: Declared, found: list[Use], form: int) -> Uses:
    text = name.forms[form]
    if is_pattern(text) and found:
        text = document.text[found[0].span.start : found[0].span.end]
    return Uses(text, tuple(use.span for use in found))


def _by_form(document: Document, name: Declared, found: list[Use]) -> list[Uses]:
    by_form: dict[int, list[Use]] = {}
    for use in found:
        by_form.setdefault(use.form, []).append(use)
    ordered = sorted(by_form.items(), key=lambda item: (-len(item[1]), item[0]))
    return [_uses(document, name, members, form) for form, members in ordered]


def _form_uses(form: Form) -> Uses:
    return Uses(form.text, form.spans)
