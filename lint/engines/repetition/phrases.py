"""The same phrase at a distance: words in the same order, in two sentences of a draft.

A phrase holds no capital, no digit and no sign, so that neither names nor figures count, and enough
uncommon words that nobody says it by chance.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lint.engines.repetition.sections import paragraphs
from lint.model import Block, Document, Span
from lint.regexes import pattern

WORDS = 6
"""The shortest phrase where the rule does not say."""

TELLING = 3
"""How many words of a phrase must be telling ones."""

TELLING_ZIPF = 5.2
"""Below this Zipf value, some 150 times in a million words, a word tells something."""

BACK = 1_500
"""How many words back a phrase is looked for: what stands further off nobody hears again."""

MOST = 2
"""A phrase that stands more often is what the draft is about."""

_RUN = pattern(r"(?<![\w'’-])[^\W\d_A-Z]+(?:[ \n][^\W\d_A-Z]+)+(?![\w'’-])")
_WORD = pattern(r"[^\W\d_]+")


class Phrase(NamedTuple):
    """A stretch of small words without a sign among them: the words, and where each starts."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]


def repeated(document: Document, least: int) -> Iterator[tuple[Span, Span]]:
    """(first, second) spans of phrases of at least `least` words that stand twice.

    Of two paragraphs, the longest phrase that they share. Where it is most of the paragraph, the paragraph
    is a copy, which is another matter.
    """
    between: dict[tuple[int, int], tuple[Span, Span]] = {}
    for first, second in _pairs(document, least):
        blocks = (_block(document, first), _block(document, second))
        kept = between.get(blocks)
        if kept is None or kept[1].end - kept[1].start < second.end - second.start:
            between[blocks] = (first, second)
    yield from between.values()


def _block(document: Document, span: Span) -> int:
    return bisect_right(document.blocks, span.start, key=lambda block: block.span.start)


def _pairs(document: Document, least: int) -> Iterator[tuple[Span, Span]]:
    for section in paragraphs(document):
        yield from _pairs_of(document, section, least)


def _pairs_of(document: Document, section: list[Block], least: int) -> Iterator[tuple[Span, Span]]:
    old: dict[tuple[str, ...], Span] = {}
    new: dict[tuple[str, ...], Span] = {}
    found: dict[tuple[str, ...], list[tuple[Span, Span]]] = {}
    read = 0
    for phrase in _phrases(document, section, least):
        at = 0
        while at + least <= len(phrase.words):
            key = phrase.words[at : at + least]
            before = new.get(key) or old.get(key)
            new[key] = before or Span(phrase.spans[at].start, phrase.spans[at + least - 1].end)
            if before is None:
                at += 1
                continue
            first, second, length = _longest(document.text, phrase, at, before)
            found.setdefault(phrase.words[at : at + length], []).append((first, second))
            at += length
        read += len(phrase.words)
        if read > BACK:
            old, new, read = new, {}, 0
    for words, pairs in found.items():
        if len(pairs) < MOST and _is_telling(words):
            yield pairs[0]


def _phrases(document: Document, section: list[Block], least: int) -> Iterator[Phrase]:
    for block in section:
        for run in _RUN.finditer(document.text, *block.span):
            if run.group().count(" ") + run.group().count("\n") + 1 < least:
                continue
            words = tuple(_WORD.finditer(document.text, *run.span()))
            yield Phrase(tuple(word.group() for word in words), tuple(Span(*word.span()) for word in words))


def _longest(text: str, phrase: Phrase, at: int, before: Span) -> tuple[Span, Span, int]:
    """The two places and the number of words, as far as both go on alike."""
    least = text[before.start : before.end].count(" ") + text[before.start : before.end].count("\n") + 1
    end, length = before.end, least
    while at + length < len(phrase.words):
        follows = re.compile(rf"[ \n]{phrase.words[at + length]}(?![\w'’-])").match(text, end)
        if follows is None or follows.end() > phrase.spans[at].start:
            break
        end, length = follows.end(), length + 1
    second = Span(phrase.spans[at].start, phrase.spans[at + length - 1].end)
    return Span(before.start, end), second, length


def _is_telling(words: tuple[str, ...]) -> bool:
    from lint.lexicon.words import zipf

    telling = {word for word in words if len(word) > 3 and 0 < zipf(word) < TELLING_ZIPF}
    return len(telling) >= TELLING
