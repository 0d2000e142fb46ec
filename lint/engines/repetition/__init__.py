"""Kind `repetition`: a word or an opening that comes again too soon.

`repetition: {find: word, times: 3}`: an uncommon word so often in one paragraph and nowhere else, so that it
is not what the draft is about; with `of`, the words that are listed, wherever else they stand.
`repetition: {find: sentence, words: 3}`: sentences of one paragraph, one after the other, that begin with the
same words; `{find: paragraph, words: 3}`: paragraphs running that do. `{find: phrase, words: 4}`: the same
words in the same order far apart; `{find: copy, words: 25}`: a paragraph that is almost the same as another.
What stands in quotation marks is the speaker's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from lint.engines.repetition.sections import body
from lint.matching import scope
from lint.matching.shadow import word_shadow
from lint.model import Block, Check, Document, Finding, Rule, Span

if TYPE_CHECKING:
    from lint.model import Config

TIMES = 3
WORDS = 3
"""Where the rule does not say: how often a word, and how many first words."""

UNCOMMON = 4.4
"""A word is uncommon below this Zipf value: some 25 times in a million words."""

HEAD = 6
"""Words with the same first letters, so many, are taken for forms of one."""

NO_NOUNS = (
    "ing", "ed", "ly", "ful", "ous", "ive", "able", "ible", "ic", "ish", "less", "al", "ary", "ant", "ene",
)  # fmt: skip
"""Ends of words that say how a thing is or what it does; a noun is what the paragraph is about."""

SPREAD = 450
"""Code points from the first to the last place of a repeated word, some 75 words."""


LONGEST = 14
"""Words that a message repeats; of a longer stretch it names the first five."""


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check for what comes again too soon."""
    return partial(_check, rules, config)


def _check(rules: tuple[Rule, ...], config: Config, document: Document) -> Iterator[Finding]:
    for rule in rules:
        for spans in _FINDERS[rule.options["find"]](document, rule):
            kept = [span for span in spans if scope.passes(rule, document, span, config)]
            if len(kept) >= _least(rule):
                yield _finding(document, rule, kept)


def _least(rule: Rule) -> int:
    return int(rule.options.get("times", TIMES)) if rule.options["find"] == "word" else 2


def _words(document: Document, rule: Rule) -> Iterator[list[Span]]:
    """The places of each word that stands too often in a paragraph."""
    import re
    from collections import Counter

    times = _least(rule)
    listed = frozenset(word.encode() for word in rule.options.get("of", ()))
    heads: Counter[bytes] = Counter()
    for block in _paragraphs(document):
        text = document.text[block.span.start : block.span.end]
        words = word_shadow(text).data.split()
        if len(words) - len(set(words)) < times - 1:
            continue
        counted = Counter(words) if not listed else {word: words.count(word) for word in listed & set(words)}
        for word in sorted(word for word, count in counted.items() if count >= times):
            if not listed:
                if not _is_uncommon(word):
                    continue
                heads = heads or Counter(each[:HEAD] for each in word_shadow(document.text).data.split())
                if heads[word[:HEAD]] > sum(each[:HEAD] == word[:HEAD] for each in words):
                    continue
            found = list(re.finditer(rf"(?<![\w-]){word.decode()}(?![\w-])", text, re.IGNORECASE))
            if listed or all(match[0].islower() for match in found):
                yield from _near([block.span.start + match.start() for match in found], len(word), times)


def _near(starts: list[int], length: int, times: int) -> Iterator[list[Span]]:
    """The places as spans, where so many stand near one another."""
    for first, last in zip(starts, starts[times - 1 :], strict=False):
        if last - first <= SPREAD:
            near = [start for start in starts if first <= start <= first + SPREAD]
            yield [Span(start, start + length) for start in near]
            return


def _is_uncommon(word: bytes) -> bool:
    """Whether few texts need the word, which is long enough to be noticed and names no thing."""
    from lint.lexicon import words

    form = word.decode("latin-1")
    return len(word) >= HEAD and form.endswith(NO_NOUNS) and 0 < words.zipf(form) < UNCOMMON


def _sentences(document: Document, rule: Rule) -> Iterator[list[Span]]:
    count = int(rule.options.get("words", WORDS))
    sentences = document.sentences
    for block in _paragraphs(document):
        first = bisect_left(sentences, block.span.start, key=lambda span: span.start)
        last = bisect_left(sentences, block.span.end, key=lambda span: span.start)
        yield from _alike(document, sentences[first:last], count)


def _openings(document: Document, rule: Rule) -> Iterator[list[Span]]:
    count = int(rule.options.get("words", WORDS))
    running: list[Span] = []
    begin = body(document)
    for block in document.blocks:
        if begin and document.position(block.span.start) < begin:
            continue
        if block.kind == "paragraph" and block.span.end - block.span.start > 60:
            running.append(block.span)
        else:
            yield from _alike(document, tuple(running), count)
            running = []
    yield from _alike(document, tuple(running), count)


def _alike(document: Document, spans: tuple[Span, ...], count: int) -> Iterator[list[Span]]:
    """The openings of spans that follow one another and begin with the same words."""
    run: list[Span] = []
    before = ""
    for span in spans:
        opening = _opening(document.text, span, count)
        words = document.text[opening.start : opening.end].split() if opening else []
        said = " ".join(words).lower()
        if run and (said != before or not said):
            if len(run) > 1:
                yield run
            run = []
        if said and opening:
            run.append(opening)
        before = said
    if len(run) > 1:
        yield run


def _opening(text: str, span: Span, count: int) -> Span | None:
    """The first words, where no sign stands among them and more words follow."""
    import re

    match = re.compile(rf"\w[\w’'-]*(?:\s+\w[\w’'-]*){{{count - 1}}}(?=\s)").match(text, span.start, span.end)
    return Span(*match.span()) if match else None


def _phrases(document: Document, rule: Rule) -> Iterator[list[Span]]:
    from lint.engines.repetition import phrases

    least = int(rule.options.get("words", phrases.WORDS))
    yield from map(list, phrases.repeated(document, least))


def _copies(document: Document, rule: Rule) -> Iterator[list[Span]]:
    from lint.engines.repetition import copies

    least = int(rule.options.get("words", copies.WORDS))
    yield from map(list, copies.near_copies(document, least))


def _paragraphs(document: Document) -> Iterator[Block]:
    for block in document.blocks:
        if block.kind in ("paragraph", "quote") and block.span.end - block.span.start > 60:
            yield block


_FINDERS: dict[str, Callable[[Document, Rule], Iterator[list[Span]]]] = {
    "word": _words,
    "sentence": _sentences,
    "paragraph": _openings,
    "phrase": _phrases,
    "copy": _copies,
}


def _finding(document: Document, rule: Rule, spans: list[Span]) -> Finding:
    """At the second place, where the repetition begins, with the others beside it."""
    words = document.text[spans[1].start : spans[1].end].split()
    match = " ".join(words) if len(words) <= LONGEST else " ".join(words[:5]) + " …"
    message = rule.message.replace("{match}", match).replace("{count}", str(len(spans)))
    others = [(span, "here too") for span in spans if span is not spans[1]]
    return document.finding(rule, spans[1], message=message, related=others)
