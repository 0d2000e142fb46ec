"""Names across the drafts of a run: a form that is rare in all of them, in a draft without the common one.

What is kept of a draft grows with its names, not with its text. Drafts of one run may be about
different things, so two forms count as one name only where the evidence is strong: the same letters
in other dress, the same name beside both, or a form no list knows beside one that is everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lint.engines.names.declared import Declared, present, uses
from lint.engines.names.discovered import Kind, groups
from lint.engines.names.forms import Form, group
from lint.engines.names.words import places
from lint.lexicon.english import looks_english
from lint.model import Document, Span

KEPT = 4
"""Places kept of a form in a draft, for the notes of findings in other drafts."""
LIKELY = 0.9
"""How likely two forms must be one name; stricter than inside a draft."""
OFTEN = 5
"""How many times more frequent the common form must be."""


class Sighting(NamedTuple):
    """A declared name's form in a draft: the rule, which form, how often, the first places (source)."""

    rule: str
    form: int
    uses: int
    spans: tuple[Span, ...]


class Facts(NamedTuple):
    """What is kept of one draft's names; the spans are of the source."""

    path: str
    forms: tuple[Form, ...]
    declared: tuple[Sighting, ...]


class Elsewhere(NamedTuple):
    """The form to keep, how often it stands in all drafts, and some places: (path, source span)."""

    rule: str
    kind: Kind | None
    match: str
    keep: str
    uses: int
    places: tuple[tuple[str, Span], ...]


def survey(document: Document, declared: tuple[Declared, ...]) -> Facts:
    """The facts of one draft."""
    words = places(document.text)
    sightings: list[Sighting] = []
    for name in present(declared, document.text, {place.form for place in words}):
        by_form: dict[int, list[Span]] = {}
        for use in uses(name, document):
            by_form.setdefault(use.form, []).append(use.span)
        for form, spans in by_form.items():
            sightings.append(Sighting(name.rule.id, form, len(spans), _sources(document, spans)))
    forms = group(words).values() if looks_english(document.text) else ()
    kept = tuple(form._replace(spans=_sources(document, form.spans)) for form in forms)
    return Facts(document.path, kept, tuple(sightings))


def _sources(document: Document, spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(document.to_source(span) for span in list(spans)[:KEPT])


def merge_facts(facts: Iterable[Facts], declared: tuple[Declared, ...]) -> dict[str, tuple[Elsewhere, ...]]:
    """For each path the forms in it that stand differently, and far more often, in other drafts."""
    known = sorted(facts)
    found: dict[str, list[Elsewhere]] = {}
    for path, one in (*_declared(known, declared), *_discovered(known, declared)):
        found.setdefault(path, []).append(one)
    return {path: tuple(ones) for path, ones in found.items()}


def _declared(known: list[Facts], declared: tuple[Declared, ...]) -> Iterable[tuple[str, Elsewhere]]:
    names = {name.rule.id: name for name in declared if not name.always}
    totals: dict[str, dict[int, int]] = {}
    for facts in known:
        for one in facts.declared:
            counts = totals.setdefault(one.rule, {})
            counts[one.form] = counts.get(one.form, 0) + one.uses
    for rule, counts in totals.items():
        if rule not in names or len(counts) < 2:
            continue
        keep = max(counts, key=lambda form: (counts[form], -form))
        text = names[rule].forms
        standing = [
            (facts.path, {one.form: one for one in facts.declared if one.rule == rule}) for facts in known
        ]
        where = _where((path, forms[keep].spans) for path, forms in standing if keep in forms)
        for path, forms in standing:
            if keep not in forms:
                for form in sorted(forms):
                    yield path, Elsewhere(rule, None, text[form], text[keep], counts[keep], where)


def _discovered(known: list[Facts], declared: tuple[Declared, ...]) -> Iterable[tuple[str, Elsewhere]]:
    merged: dict[str, Form] = {}
    standing: dict[str, list[tuple[str, tuple[Span, ...]]]] = {}
    for facts in known:
        for form in facts.forms:
            merged[form.text] = _join(merged.get(form.text), form)
            standing.setdefault(form.text, []).append((facts.path, form.spans))
    ruled = {form: name.rule.id for name in declared for form in name.forms}
    for one in groups(merged, LIKELY, ruled, crowded=False):
        keep = one.keep.text
        at_home = {path for path, _ in standing[keep]}
        for other in one.others:
            if other.uses * OFTEN > one.keep.uses:
                continue
            for path, _ in standing[other.text]:
                if path not in at_home:
                    yield (
                        path,
                        Elsewhere("", one.kind, other.text, keep, one.keep.uses, _where(standing[keep])),
                    )


def _join(one: Form | None, other: Form) -> Form:
    """The two forms as one; places in different drafts have no distance, so none are kept."""
    if one is None:
        return other._replace(spans=())
    return Form(
        one.text,
        one.uses + other.uses,
        (),
        _some(one.before, other.before),
        _some(one.after, other.after),
        one.alone + other.alone,
        one.opening + other.opening,
    )


def _some(first: tuple[str, ...], second: tuple[str, ...], most: int = 24) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))[:most]


def _where(standing: Iterable[tuple[str, tuple[Span, ...]]]) -> tuple[tuple[str, Span], ...]:
    return tuple((path, span) for path, spans in standing for span in spans[:1])[:KEPT]
