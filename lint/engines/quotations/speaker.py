"""A quotation of some length for which nobody is named as its speaker.

Words that name one (said, according to) are looked for in the quotation's paragraph and in the one
before, outside quotation marks. Paragraphs that are nothing but quotation go on speaking for whoever
spoke before them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lint.engines.quotations.found import Found, opening
from lint.engines.quotations.words import Speaking, names_speaker, speaking_words
from lint.model import Document, Quotation, Rule, Span
from lint.regexes import pattern

LEAST = 6
"""Words of the shortest quotation that needs a speaker, where the rule does not say."""


def find(document: Document, rule: Rule) -> Iterator[Found]:
    """The first quotation of every paragraph that leaves its speaker open."""
    text = document.text
    least = int(rule.options.get("least", LEAST))
    paragraphs = _paragraphs(document)
    speaking = speaking_words(rule)
    for index, (block, inside) in enumerate(paragraphs):
        speech = next((one for one in inside if _speech(text, one, least)), None)
        if speech is None or _behind().match(text, speech.span.end, block.end):
            continue
        signed = index + 1 < len(paragraphs) and text[paragraphs[index + 1].span.start] in "–—-"
        if not signed and not _attributed(text, paragraphs, index, speaking):
            yield Found(speech.span, opening(document, speech.inner))


class _Paragraph(NamedTuple):
    span: Span
    quotations: list[Quotation]


def _paragraphs(document: Document) -> list[_Paragraph]:
    """The paragraphs with the quotations that begin in them."""
    found: list[_Paragraph] = []
    quotations = [one for one in document.quotations if one.closed]
    starts = [one.span.start for one in quotations]
    for block in document.blocks:
        if block.kind == "paragraph":
            first, last = (bisect_left(starts, edge) for edge in block.span)
            found.append(_Paragraph(block.span, quotations[first:last]))
    return found


def _attributed(text: str, paragraphs: list[_Paragraph], index: int, speaking: Speaking) -> bool:
    """Whether the paragraph or the one before names a speaker, or nobody knows."""
    said = _outside(text, paragraphs[index])
    if ":" in said or names_speaker(said, speaking):
        return True
    for before in reversed(paragraphs[:index]):
        said = _outside(text, before)
        if ":" in said or names_speaker(said, speaking):
            return True
        if before.quotations and before.quotations[-1].span.end > before.span.end:
            return True
        if any(map(str.isalpha, said)):
            return False
    return True  # The headline or what stands above the text may tell.


def _speech(text: str, quotation: Quotation, least: int) -> bool:
    """Whether the words are a sentence or more, no title and no piece of one."""
    inside = text[slice(*quotation.inner)].strip()
    words = inside.split()
    small = sum(1 for word in words if word[0].islower())
    return len(words) >= least and inside[0].isupper() and inside[-1] in ".!?" and small * 2 > len(words)


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    return pattern(
        r"[\s,]*(?:[-–—]|[(]|(?:[Hh]e|[Ss]he|[Tt]hey|I|we)\b|(?:[A-Z][\w.’'-]+\s){1,3}[a-z]+(?:ed|s)\b)"
    )


def _outside(text: str, paragraph: _Paragraph) -> str:
    """The paragraph without the words in quotation marks."""
    pieces: list[str] = []
    at = paragraph.span.start
    for one in paragraph.quotations:
        pieces.append(text[at : max(one.span.start, at)])
        at = max(at, one.span.end)
    return " ".join([*pieces, text[at : paragraph.span.end]])
