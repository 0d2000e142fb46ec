"""Forms of a document: each way a word is written, with its places and what was seen around it."""

from __future__ import annotations

from typing import NamedTuple

from lint.engines.names.words import Place
from lint.model import Span


class Form(NamedTuple):
    """A word as written and the evidence about it, small enough to keep for every file of a run.

    It stands `uses` times; `spans` are its places in order, or the first of them; `before` and
    `after` the capitalised words that touch it; `alone` how often neither does; `opening` how often
    it opens a sentence.
    """

    text: str
    uses: int
    spans: tuple[Span, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    alone: int
    opening: int


def group(words: list[Place]) -> dict[str, Form]:
    """Forms by their text, in order of first appearance."""
    grouped: dict[str, list[Place]] = {}
    for place in words:
        grouped.setdefault(place.form, []).append(place)
    return {form: summarise(form, members) for form, members in grouped.items()}


def summarise(form: str, members: list[Place]) -> Form:
    before = {place.before for place in members if place.before}
    after = {place.after for place in members if place.after}
    return Form(
        form,
        len(members),
        tuple(place.span for place in members),
        tuple(sorted(before)),
        tuple(sorted(after)),
        sum(not place.before and not place.after for place in members),
        sum(place.start for place in members),
    )
