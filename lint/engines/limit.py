"""Kind `limit`: a sentence, paragraph, heading, item or draft that is too long.

`limit: {words: 40, in: sentence}`; the measures are words, characters, sentences and grade, the school grade
that an English text asks of its reader (see `lint.lexicon.grade`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from lint.model import Document, Finding, Rule, Span
from lint.regexes import pattern

if TYPE_CHECKING:
    from lint.model import Check, Config

_WORD = pattern(r"[\w￼][\w'’￼-]*")
_SPOKEN = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BLOCKS = {
    "paragraph": ("paragraph", "quote"),
    "heading": ("heading",),
    "item": ("item",),
}


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check that measures the stretches each rule names."""
    return partial(_check, rules)


def _check(rules: tuple[Rule, ...], document: Document) -> Iterator[Finding]:
    for rule in rules:
        for measure, most in _limits(rule):
            for span in _stretches(document, rule):
                count = _MEASURES[measure](document, span, most)
                if count > most:
                    yield document.finding(rule, span, message=_message(rule, document, span, count))


def _limits(rule: Rule) -> Iterable[tuple[str, int]]:
    return [(measure, int(rule.options[measure])) for measure in _MEASURES if measure in rule.options]


def _stretches(document: Document, rule: Rule) -> Iterable[Span]:
    """The text spans that are measured; words in quotation marks are measured with the rest."""
    where = rule.options["in"]
    if where == "document":
        return [Span(0, len(document.text))] if document.text else []
    if where == "sentence":
        return document.sentences
    kinds = _BLOCKS[where]
    return [block.span for block in document.blocks if block.kind in kinds]


def _words(document: Document, span: Span, most: int) -> int:
    # A word and the space after it take two characters at least.
    if span.end - span.start <= 2 * most:
        return 0
    return sum(1 for _ in _WORD.finditer(document.text, span.start, span.end))


def _characters(document: Document, span: Span, most: int) -> int:
    return span.end - span.start


def _sentences(document: Document, span: Span, most: int) -> int:
    first = bisect_left(document.sentences, span.start, key=lambda sentence: sentence.start)
    last = bisect_left(document.sentences, span.end, key=lambda sentence: sentence.start)
    return last - first


LEAST_GRADED = 100
"""Words of the shortest stretch that has a grade: the formula was made for passages of about 150."""


def _grade(document: Document, span: Span, most: int) -> int:
    if span.end - span.start < 2 * LEAST_GRADED:
        return 0
    from lint.lexicon.grade import grade

    blocks = [block.span for block in document.blocks if block.kind in ("paragraph", "quote")]
    read = [block for block in blocks if span.start <= block.start and block.end <= span.end]
    words = [word for block in read for word in _SPOKEN.findall(document.text, *block)]
    sentences = sum(_sentences(document, block, most) for block in read)
    return round(grade(words, sentences)) if len(words) >= LEAST_GRADED and sentences else 0


_MEASURES: dict[str, Callable[[Document, Span, int], int]] = {
    "words": _words,
    "characters": _characters,
    "sentences": _sentences,
    "grade": _grade,
}


def _message(rule: Rule, document: Document, span: Span, count: int) -> str:
    words = document.text[span.start : span.end].split()[:4]
    return rule.message.replace("{count}", str(count)).replace("{match}", " ".join(words) + " …")
