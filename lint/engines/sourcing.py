"""Kind `sourcing`: a charge that one paragraph attributes and the next states as a fact.

`sourcing: {find: own-voice, charges: […], attributions: […]}`: the words that make a sentence a charge, and
those that say whose word a sentence is; `accus*` stands for all words that begin so. A sentence is taken for
the same charge where enough of its telling words stand in the charge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from lint.matching import scope
from lint.model import Document, Finding, Rule, Span
from lint.regexes import pattern

if TYPE_CHECKING:
    from lint.model import Check, Config

SHARED = 3
"""Telling words that the charge and the sentence must have in common."""

SHARE = 0.5
"""… and the share of the sentence's telling words that these must be."""

TELLING_ZIPF = 5.6
"""Below this Zipf value, some 400 times in a million words, a word tells something."""

STEM = 6
"""Words with the same first letters, so many, are taken for forms of one."""

AFTER = 2
"""How many sentences of the next paragraph are read."""

_WORD = pattern(r"[a-z]{4,}")
_QUESTION = pattern(r"[?“”\"«»]")


class Words(NamedTuple):
    """What makes a sentence a charge, and what says whose word it is."""

    charges: re.Pattern[str]
    attributions: re.Pattern[str]


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check for charges that turn into facts."""
    listed = [
        (rule, Words(_any_of(rule.options["charges"]), _any_of(rule.options["attributions"])))
        for rule in rules
    ]
    return partial(_check, listed, config)


def _any_of(words: Iterable[str] | str) -> re.Pattern[str]:
    listed = (words,) if isinstance(words, str) else words
    either = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in listed)
    return pattern(rf"\b(?:{either})\b", re.IGNORECASE)


def _check(rules: list[tuple[Rule, Words]], config: Config, document: Document) -> Iterator[Finding]:
    for rule, words in rules:
        if not words.charges.search(document.text):
            continue
        for charge, fact in _pairs(document, words):
            if scope.passes(rule, document, fact, config):
                opening = " ".join(document.text[fact.start : fact.end].split()[:6])
                yield document.finding(
                    rule,
                    fact,
                    message=rule.message.replace("{match}", f"{opening} …"),
                    related=[(charge, "here it is somebody's word")],
                )


def _pairs(document: Document, words: Words) -> Iterator[tuple[Span, Span]]:
    """(charge, fact) sentences: the fact stands at the head of the paragraph after the charge."""
    before: list[Span] = []
    for sentences in _paragraphs(document):
        for fact in sentences[:AFTER]:
            said = document.text[fact.start : fact.end]
            if not before or words.attributions.search(said) or _QUESTION.search(said):
                continue
            telling = _telling(said)
            for charge in before:
                shared = telling & _telling(document.text[charge.start : charge.end])
                if len(shared) >= SHARED and len(shared) >= SHARE * len(telling):
                    yield charge, fact
                    break
        before = [each for each in sentences if words.charges.search(document.text[each.start : each.end])]


def _paragraphs(document: Document) -> Iterator[list[Span]]:
    """The sentences of each paragraph; an empty list where something else stands between."""
    sentences: list[Span] = []
    here = None
    for sentence in document.sentences:
        block = document.block_at(sentence.start)
        if block != here:
            if here is not None:
                yield sentences if here.kind == "paragraph" else []
            sentences, here = [], block
        sentences.append(sentence)
    if here is not None and here.kind == "paragraph":
        yield sentences


def _telling(text: str) -> set[str]:
    from lint.lexicon.words import zipf

    return {word[:STEM] for word in _WORD.findall(text.lower()) if zipf(word) < TELLING_ZIPF}
