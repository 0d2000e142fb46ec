"""Forms of one name that nobody declared: near twins, other spellings, the same letters in other case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from lint.engines.names.candidates import pairs, plain, skeleton
from lint.engines.names.evidence import known, rank
from lint.engines.names.forms import Form
from lint.engines.names.model import judge
from lint.engines.names.variants import is_variant, letters, same_name

Kind = Literal["variants", "spellings", "near-twins"]


NOTHING: Mapping[str, str] = {}


class Group(NamedTuple):
    """Forms of one name: the one to keep, the others, the most frequent first, and how they differ."""

    kind: Kind
    keep: Form
    others: tuple[Form, ...]


def groups(
    forms: Mapping[str, Form], threshold: float, ruled: Mapping[str, str] = NOTHING
) -> Iterator[Group]:
    """Every name of the document that stands there in several forms, in order of appearance.

    `ruled` maps forms to the rule that declares them; of one rule's forms no two are compared.
    """
    parent: dict[str, str] = {}
    kinds: dict[str, Kind] = {}

    def root(form: str) -> str:
        while form in parent:
            form = parent[form]
        return form

    for first, second in pairs(forms):
        if first in ruled and ruled[first] == ruled.get(second):
            continue
        kind = relation(forms[first], forms[second], threshold)
        if kind is None:
            continue
        a, b = root(first), root(second)
        if a != b:
            parent[b] = a
        kinds[a] = _graver(kind, kinds.get(a), kinds.get(b))
    members: dict[str, list[Form]] = {}
    for form in forms:
        members.setdefault(root(form), []).append(forms[form])
    for name, found in members.items():
        if len(found) > 1:
            keep = _best(found)
            others = sorted(
                (form for form in found if form is not keep), key=lambda form: (-form.uses, form.spans[0])
            )
            yield Group(kinds[name], keep, tuple(others))


def relation(first: Form, second: Form, threshold: float) -> Kind | None:
    """How two forms of one name differ, or None where they are two names."""
    if letters(first.text) == letters(second.text):
        return "variants" if is_variant(first, second) else None
    if same_name(first.text, second.text):
        return None
    comparison, chance = judge(first, second)
    if chance < threshold:
        return None
    major, minor = comparison.major.text, comparison.minor.text
    slip = known(major).known and not known(minor).known
    a, b = plain(major), plain(minor)
    return "spellings" if skeleton(a) == skeleton(b) and sorted(a) != sorted(b) and not slip else "near-twins"


def _graver(*kinds: Kind | None) -> Kind:
    order: tuple[Kind, ...] = ("near-twins", "spellings", "variants")
    return next(kind for kind in order if kind in kinds)


def _best(found: list[Form]) -> Form:
    best = found[0]
    for form in found[1:]:
        best = rank(best, form)[0]
    return best
