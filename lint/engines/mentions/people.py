"""The people of a draft: their full names, with the titles before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lint.lexicon.known_names import COUNTRY, GIVEN, SURNAME, lookup
from lint.model import Document, Span
from lint.regexes import pattern

_SMALL = "al el bin ibn ben de del da dos di du la le van von der den ter zu y"
_PARTICLES = frozenset(_SMALL.split())


class Person(NamedTuple):
    """A full name in the running text: the words, where they stand, and with the title before them."""

    name: str
    surname: str
    span: Span
    titled: Span


def people(document: Document, titles: frozenset[str]) -> Iterator[Person]:
    """Every full name of a person in paragraphs, items and quotes outside quotation marks, in order."""
    for block in document.blocks:
        if block.kind not in ("paragraph", "item", "quote"):
            continue
        for match in _run().finditer(document.text, *block.span):
            person = _person(document.text, Span(*match.span()), titles)
            if person is not None and not document.quoted(person.span):
                yield person


@cache
def _run() -> re.Pattern[str]:
    word = r"[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ]"
    particles = _SMALL.replace(" ", "|")
    return pattern(
        rf"(?:[A-Z][a-z]{{1,4}}\.|{word})"
        rf"(?:[^\S\n](?:[A-Z]\.|(?:al-|el-)?{word}|(?:{particles})\b)(?!\w)){{1,6}}"
    )


def _person(text: str, run: Span, titles: frozenset[str]) -> Person | None:
    """The person in a run of capitalised words, if it begins with a given name or a title before one."""
    words = [
        Span(run.start + part.start(), run.start + part.end())
        for part in pattern(r"\S+").finditer(text[slice(*run)])
    ]
    first = next((at for at, word in enumerate(words) if _given(text[slice(*word)])), -1)
    if first < 0:
        return None
    title = _title(text, words[:first], titles)
    if first and title is None:
        return None  # Other capitalised words: a street, a prize, a team.
    own = words[first:]
    while own and (text[slice(*own[-1])] in _PARTICLES or text[own[-1].end - 1] == "."):
        own.pop()
    if not 2 <= len(own) <= 4:
        return None
    surname = re.sub(r"['’]s?$", "", text[slice(*own[-1])])
    known = surname.removeprefix("al-").removeprefix("el-")
    if not title and (not lookup(known) & SURNAME or lookup(text[slice(*own[0])]) & COUNTRY):
        return None
    span = Span(own[0].start, own[-1].start + len(surname))
    titled = Span(title.start if title else span.start, span.end)
    return Person(" ".join(text[slice(*span)].split()), surname, span, titled)


def _given(word: str) -> bool:
    return bool(lookup(word) & GIVEN) and word.lower() not in _PARTICLES


def _title(text: str, before: list[Span], titles: frozenset[str]) -> Span | None:
    """The longest title at the end of the words before a name."""
    for word in before:
        if text[word.start : before[-1].end] in titles:
            return Span(word.start, before[-1].end)
    return None
