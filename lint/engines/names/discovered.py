"""Forms of one name that nobody declared: near twins, other spellings, the same letters in other case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from lint.engines.names.candidates import pairs, plain, skeleton
from lint.engines.names.evidence import better_known, introduced, known
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
    forms: Mapping[str, Form], threshold: float, ruled: Mapping[str, str] = NOTHING, *, crowded: bool = True
) -> Iterator[Group]:
    """Every name of the document that stands there in several forms, in order of appearance.

    `ruled` maps forms to the rule that declares them; of one rule's forms no two are compared.
    `crowded` weighs how many near pairs there are, which says something inside one draft only.
    """
    parent: dict[str, str] = {}
    kinds: dict[str, Kind] = {}

    def root(form: str) -> str:
        while form in parent:
            form = parent[form]
        return form

    for first, second, kind in related(forms, threshold, ruled, crowded):
        a, b = root(first), root(second)
        if a != b:
            parent[b] = a
        kinds[a] = _graver(kind, kinds.get(a), kinds.get(b))
    members: dict[str, list[Form]] = {}
    for form in forms if kinds else ():
        members.setdefault(root(form), []).append(forms[form])
    for name, found in members.items():
        if len(found) > 1:
            keep = _best(found)
            others = [form for form in found if form is not keep]
            others.sort(key=lambda form: (-form.uses, form.spans))
            yield Group(kinds[name], keep, tuple(others))


def related(
    forms: Mapping[str, Form], threshold: float, ruled: Mapping[str, str], crowded: bool
) -> Iterator[tuple[str, str, Kind]]:
    """Pairs of forms that are one name, and how they differ."""
    near: list[tuple[str, str]] = []
    for first, second in pairs(forms):
        if first in ruled and ruled[first] == ruled.get(second):
            continue
        if letters(first) == letters(second):
            if is_variant(forms[first], forms[second]):
                yield first, second, "variants"
        elif not same_name(first, second):
            near.append((first, second))
    crowds = crowd(near) if crowded else {}
    for first, second in near:
        comparison, chance = judge(forms[first], forms[second], crowds.get((first, second), 0))
        if chance >= threshold:
            yield first, second, _kind(comparison.major.text, comparison.minor.text)


def crowd(near: list[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """For each pair how many others of the draft puzzle as much: not two words that every list has."""
    puzzling = {pair for pair in near if not (known(pair[0]).known and known(pair[1]).known)}
    return {pair: len(puzzling) - (pair in puzzling) for pair in near}


def _kind(major: str, minor: str) -> Kind:
    a, b = plain(major), plain(minor)
    slip = known(major).known and not known(minor).known
    return "spellings" if skeleton(a) == skeleton(b) and sorted(a) != sorted(b) and not slip else "near-twins"


def _graver(*kinds: Kind | None) -> Kind:
    order: tuple[Kind, ...] = ("near-twins", "spellings", "variants")
    return next(kind for kind in order if kind in kinds)


def _best(found: list[Form]) -> Form:
    """The form to keep: the most frequent, then one that is known alone, introduced in full, or first."""
    most = max(form.uses for form in found)
    often = [form for form in found if form.uses == most]
    # The one with its accents is the one somebody looked up.
    accented = next((form for form in often if not form.text.isascii()), None)
    if accented and all(plain(accented.text) == plain(form.text) for form in often):
        return accented
    for form in often:
        if all(better_known(form, other) for other in often if other is not form):
            return form
    return min(often, key=lambda form: (not introduced(form), form.spans[:1]))
