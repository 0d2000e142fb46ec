"""Finds the unknown words of a document and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.engines.spelling.accepted import Accepted, accepted
from lint.engines.spelling.prose import (
    is_broken_off,
    is_clipped,
    is_machine,
    is_name_shaped,
    is_short_capitals,
)
from lint.lexicon.drafts import WORD, sight
from lint.lexicon.sighting import Sighting
from lint.lexicon.words import is_word, known, meant
from lint.model import Block, Config, Document, Span, joined, overlapped
from lint.regexes import pattern

LONGEST = 64
"""Letters of the longest form that is judged; longer is no word, and the time goes by the square."""

_HYPHENS = "-‐‑"
_COMPOUND_BEFORE = pattern(r"(?:[^\W\d_]+['’]?[‐‑-])+\Z")
_COMPOUND_AFTER = pattern(r"(?:[‐‑-][^\W\d_]+(?:['’][^\W\d_]+)*)+")
_WINDOW = 48
_LONG_EMPHASIS = 6
_FOREIGN_SHARE = 0.5


class Place(NamedTuple):
    """An unknown form: its core in the text, the whole hyphenated word it belongs to, and its sighting."""

    core: Span
    whole: Span
    sighting: Sighting


def is_english(lang: str | None, config: Config) -> bool:
    """Whether a draft or block in `lang` is English; if it says nothing, one of the usual languages is."""
    if lang is not None:
        return lang.startswith("en")
    return any(language.startswith("en") for language in (config.language, *config.languages))


def unknown_forms(text: str) -> tuple[set[str], list[str]]:
    """The forms of a text that no word list has, and all its forms in order."""
    forms = WORD.findall(text)
    unknown = {form for form in set(forms) if 1 < len(form) <= LONGEST and not known(form)}
    if unknown:
        passing = meant()
        unknown = {form for form in unknown if form.lower() not in passing}
    return unknown, forms


def unknown_words(document: Document, config: Config) -> Iterator[tuple[str, Span]]:
    """Every unknown word of a document that is prose and not accepted, with its place in the text.

    Names and acronyms are among them: this is what a person may want to accept.
    """
    unknown, _ = unknown_forms(document.text)
    if unknown:
        terms = accepted(config.accept)
        for match in _matches(document, config, unknown, terms):
            yield match.group().replace("’", "'").removesuffix("'s"), Span(*match.span())


def places(document: Document, config: Config, unknown: set[str], terms: Accepted) -> Iterator[Place]:
    """The places of unknown forms that a speller may judge."""
    text = document.text
    for match in _matches(document, config, unknown, terms):
        form, (start, end) = match.group(), match.span()
        if is_name_shaped(form) or is_clipped(text, start, end) or is_broken_off(text, end):
            continue
        if is_short_capitals(form) and not _shouted(text, start, end):
            continue
        core = Span(start, end - 2 if form.endswith(("'s", "’s")) else end)
        whole = _whole(text, Span(start, end))
        if whole != (start, end) and (core.end - core.start <= 3 or known(text[whole.start : whole.end])):
            continue
        yield Place(core, whole, sight(document, core, whole))


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word in capitals stands next to the form, so that its capitals mean nothing."""
    left = WORD.findall(text, max(0, start - _WINDOW), start)[-1:]
    right = WORD.findall(text, end, end + _WINDOW)[:1]
    return any(word.isupper() and len(word) > 2 and is_word(word.lower()) for word in (*left, *right))


def _matches(
    document: Document, config: Config, unknown: set[str], terms: Accepted
) -> Iterator[re.Match[str]]:
    text = document.text
    untouched = joined(
        terms.places(text)
        + [
            inline.span
            for inline in document.inlines
            if inline.kind == "foreign"
            or (inline.kind == "emphasis" and text.count(" ", *inline.span) < _LONG_EMPHASIS)
        ]
    )
    for block in document.blocks:
        if not is_english(block.lang or document.lang, config):
            continue
        found = [match for match in WORD.finditer(text, *block.span) if match.group() in unknown]
        if not found or _foreign(text, block, found):
            continue
        for match in found:
            if terms.holds(match.group()) or is_machine(text, *match.span()):
                continue
            if overlapped(untouched, Span(*match.span())) is None:
                yield match


def _foreign(text: str, block: Block, unknown: list[re.Match[str]]) -> bool:
    """Whether a block is no English: a good part of its words in small letters is unknown."""
    small = [match for match in unknown if match.group()[0].islower()]
    if len(small) < 5:
        return False
    words = [match.group() for match in WORD.finditer(text, *block.span)]
    return len(small) > _FOREIGN_SHARE * sum(word[0].islower() for word in words)


def _whole(text: str, span: Span) -> Span:
    """The span of the hyphenated word that holds the span."""
    start, end = span
    if text[start - 1 : start] in tuple(_HYPHENS):
        match = _COMPOUND_BEFORE.search(text, max(0, start - _WINDOW), start)
        start = match.start() if match else start
    if text[end : end + 1] in tuple(_HYPHENS):
        match = _COMPOUND_AFTER.match(text, end)
        end = match.end() if match else end
    return Span(start, end)
