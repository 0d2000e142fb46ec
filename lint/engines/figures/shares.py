"""Percentages of one whole that do not make a hundred.

A sentence is read only where it says that the last share is all that is left: “60 per cent were for it
and the remaining 30 per cent against”. It passes when any of its shares, or those of the sentence
before, make up the whole with that one. Three shares or more of which one is of the undecided are answers
to one question, and may not make more than a hundred.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from lint.engines.figures.found import Found
from lint.model import Document, Rule, Span
from lint.regexes import pattern

MOST = 10
"""More figures than this in two sentences are no shares of one whole."""


UNDECIDED = ("undecided", "don’t know", "don't know", "did not know", "no opinion", "abstain", "unsure")
"""What a poll's last answer is called."""

ABSURD = 150
"""Shares that make more than this are not of one question."""


def find(document: Document, rule: Rule) -> Iterator[Found]:
    """Every share that makes too much or too little of the whole; `tolerance` is in percentage points."""
    yield from _remaining(document, rule)
    yield from _answers(document, rule)


def _answers(document: Document, rule: Rule) -> Iterator[Found]:
    """The last answer to a poll's question where all answers make more than a hundred."""
    text = document.text
    if not any(word in text for word in UNDECIDED):
        return
    tolerance = int(rule.options.get("tolerance", 2))
    share = _patterns()[1]
    for start, end in document.sentences:
        sentence = text[start:end].lower()
        if not any(word in sentence for word in UNDECIDED):
            continue
        shares = list(share.finditer(text, start, end))
        total = sum(_number(found[1]) for found in shares)
        if len(shares) > 2 and 100 + tolerance < total < ABSURD:
            related = tuple((Span(*found.span()), found[1]) for found in shares[:-1])
            yield Found(Span(*shares[-1].span()), {"total": f"{total:g}"}, related)


def _remaining(document: Document, rule: Rule) -> Iterator[Found]:
    text = document.text
    tolerance = int(rule.options.get("tolerance", 2))
    remaining, share, fraction = _patterns()
    for rest in remaining.finditer(text):
        block = document.block_at(rest.start())
        if block is None:
            continue
        before = bisect_left(document.sentences, rest.end(), key=lambda span: span.start)
        near = document.sentences[max(before - 2, 0) : before]
        sentences = [span for span in near if span.start >= block.span.start]
        if not sentences:
            continue
        at = bisect_left(document.sentences, rest.start(), key=lambda span: span.end)
        end = document.sentences[at].end
        last = _number(rest[1])
        one, two = (
            [
                found
                for found in share.finditer(text, start, end)
                if not rest.start() <= found.start() < rest.end()
            ]
            for start in (sentences[-1].start, sentences[0].start)
        )
        shares = one if one else two
        if not shares or len(two) > MOST or not last:
            continue
        if fraction.search(text, sentences[0].start, end):
            # A share in words (“a quarter”, “half”) is one that cannot be added up here.
            continue
        if _fills(last, [_number(found[1]) for found in two], tolerance):
            continue
        total = last + sum(_number(found[1]) for found in shares)
        related = tuple((Span(*found.span()), found[1]) for found in shares)
        yield Found(Span(*rest.span()), {"total": f"{total:g}"}, related)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    share = r"(?<![\w$€£.,+-])(\d{1,2}(?:\.\d+)?)\s?(?:%|per\s?cent\b(?!age))"
    return (
        pattern(rf"\b(?:[Tt]he\s(?:remaining|rest,?|remainder,?|other)|[Rr]emaining)[^\S\n]{share}"),
        pattern(share),
        pattern(r"\b(?:half|halves|thirds?|quarters?|fourths?|fifths?|tenths?)\b", re.IGNORECASE),
    )


def _number(text: str) -> float:
    return float(text)


def _fills(last: float, others: list[float], tolerance: int) -> bool:
    """Whether some of the shares make a hundred with the last one."""
    return any(
        abs(100 - last - sum(some)) <= tolerance
        for size in range(1, len(others) + 1)
        for some in combinations(others, size)
    )
