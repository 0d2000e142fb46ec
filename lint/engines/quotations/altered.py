"""One quotation that stands twice in a draft, with a word or two different."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from lint.engines.quotations.found import Found
from lint.model import Document, Quotation, Rule, Span
from lint.regexes import pattern

LEAST = 6
"""Words that the shorter quotation must have where the rule does not say."""

RUN = 4
"""Words running that both quotations must share before they are compared."""

CHANGED = 5
"""With more than one word in so many changed, they are two quotations."""

MOST = 2
"""With more words than this changed, they are two quotations however long they are."""


DEPTH = 3
"""Quotations within so many others are left alone: nobody nests them so, and all their words were read."""


class _Quoted(NamedTuple):
    span: Span
    words: list[str]
    places: list[Span]

    def text(self, document: Document, first: int, count: int) -> str:
        """So many of its words as they stand in the draft."""
        places = self.places[first : first + count]
        return " ".join(document.text[places[0].start : places[-1].end].split())


class _Pair(NamedTuple):
    """An earlier quotation, and where in both of them the words begin that answer to one another."""

    other: _Quoted
    own_first: int
    other_first: int
    size: int


def find(document: Document, rule: Rule) -> Iterator[Found]:
    """The second place of every quotation that differs, the first beside it."""
    least = max(int(rule.options.get("least", LEAST)), RUN)
    seen: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    known: list[_Quoted] = []
    for quotation in _shallow(document.quotations):
        quoted = _quoted(document, quotation)
        if len(quoted.words) < least:
            continue
        pair = _changed(quoted, known, seen, least)
        if pair is not None:
            match = quoted.text(document, pair.own_first, pair.size)
            other = pair.other.text(document, pair.other_first, pair.size)
            yield Found(quoted.span, match, other, ((pair.other.span, "it stands here in other words"),))
        for at in range(len(quoted.words) - RUN + 1):
            seen.setdefault(tuple(quoted.words[at : at + RUN]), []).append((len(known), at))
        known.append(quoted)


def _shallow(quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """The closed quotations, in order, without those that lie in `DEPTH` others."""
    around: list[int] = []
    for quotation in quotations:
        while around and around[-1] <= quotation.span.start:
            around.pop()
        if quotation.closed and len(around) < DEPTH:
            around.append(quotation.span.end)
            yield quotation


def _quoted(document: Document, quotation: Quotation) -> _Quoted:
    """The words of a quotation; none where it says itself that it was cut or changed, or is a title."""
    inside = document.text[slice(*quotation.inner)]
    words = inside.split()
    title = sum(1 for word in words if word[0].isupper()) * 2 > len(words)
    if title or "[" in inside or "…" in inside or "..." in inside:
        return _Quoted(quotation.span, [], [])
    matches = list(_word().finditer(document.text, *quotation.inner))
    folded = [match[0].casefold().replace("’", "'") for match in matches]
    return _Quoted(quotation.span, folded, [Span(*match.span()) for match in matches])


@cache
def _word() -> re.Pattern[str]:
    return pattern(r"\w+(?:['’]\w+)*")


def _changed(
    quoted: _Quoted,
    known: list[_Quoted],
    seen: dict[tuple[str, ...], list[tuple[int, int]]],
    least: int,
) -> _Pair | None:
    """An earlier quotation that this one changes; None where one is repeated faithfully as well."""
    compared: set[int] = set()
    changed: _Pair | None = None
    for at in range(len(quoted.words) - RUN + 1):
        for index, place in seen.get(tuple(quoted.words[at : at + RUN]), ())[:3]:
            other = known[index]
            if index in compared or quoted.span.start < other.span.end:
                continue  # The latter is a quotation within a quotation.
            compared.add(index)
            pair = _aligned(quoted, other, at - place)
            differences = _differences(pair, quoted)
            if differences == 0:
                return None
            if pair.size >= least and differences <= min(MOST, pair.size // CHANGED):
                changed = changed or pair
    return changed


def _aligned(quoted: _Quoted, other: _Quoted, shift: int) -> _Pair:
    """The stretch of the longer that answers to the shorter, which may hang over an end of it."""
    if len(quoted.words) <= len(other.words):
        first = max(-shift, 0)
        return _Pair(other, 0, first, min(len(quoted.words), len(other.words) - first))
    first = max(shift, 0)
    return _Pair(other, first, 0, min(len(other.words), len(quoted.words) - first))


def _differences(pair: _Pair, quoted: _Quoted) -> int:
    """How many words the two stretches differ in."""
    from difflib import SequenceMatcher

    one = quoted.words[pair.own_first : pair.own_first + pair.size]
    two = pair.other.words[pair.other_first : pair.other_first + pair.size]
    operations = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for kind, a, b, c, d in operations if kind != "equal")
