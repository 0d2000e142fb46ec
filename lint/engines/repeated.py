"""Kind `repeated`: paragraphs that stand twice in a draft, as a slip of paste leaves them.

`repeated: {words: 12}`: paragraphs of fewer words (a refrain, a note that recurs) may stand twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from lint.model import OBJECT, Document, Finding, Rule, Span

if TYPE_CHECKING:
    from lint.model import Check, Config

WORDS = 12
"""The shortest paragraph that is looked at where the rule does not say."""


LONG = 40
"""A paragraph of so many words is a slip wherever it comes again."""


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check that finds the later copies of paragraphs."""
    return partial(_check, rules)


def _check(rules: tuple[Rule, ...], document: Document) -> Iterator[Finding]:
    for rule in rules:
        least = rule.options.get("words", WORDS) if isinstance(rule.options, dict) else WORDS
        for first, copy in _stretches(document, int(least)):
            opening = " ".join(document.text[copy.start : copy.end].split()[:5])
            yield document.finding(
                rule,
                copy,
                message=rule.message.replace("{match}", f"{opening} …"),
                related=[(first, "it stands here first")],
            )


def _stretches(document: Document, least: int) -> Iterator[tuple[Span, Span]]:
    """(first, copy) spans; copied paragraphs that follow one another as the first ones do are one."""
    start: tuple[int, int] | None = None
    last = (-2, -2)
    blocks = document.blocks
    for original, copy in [*_pairs(document, least), (-2, -2)]:
        if start is not None and (original, copy) != (last[0] + 1, last[1] + 1):
            yield (
                Span(blocks[start[0]].span.start, blocks[last[0]].span.end),
                Span(blocks[start[1]].span.start, blocks[last[1]].span.end),
            )
            start = None
        start = start or (original, copy)
        last = (original, copy)


def _pairs(document: Document, least: int) -> Iterator[tuple[int, int]]:
    """(first, second) places in `blocks` of the same paragraph.

    A paragraph that stands three times is meant. One of fewer than `LONG` words may come again under
    another heading, as the notes of a reference do.
    """
    for indices in _same(document, 2 * least - 1):
        if len(indices) != 2:
            continue
        (first, section), (second, other) = indices
        span = document.blocks[first].span
        text = document.text[span.start : span.end]
        words = len(text.split())
        if OBJECT not in text and words >= (least if section == other else max(least, LONG)):
            yield first, second


def _same(document: Document, length: int) -> list[list[tuple[int, int]]]:
    """The (block, section) places of each paragraph of at least `length` characters, by the second."""
    places: dict[str, list[tuple[int, int]]] = {}
    section = 0
    begin = _body(document)
    for index, block in enumerate(document.blocks):
        if block.kind == "heading":
            section += 1
        start, end = block.span
        if block.kind in ("paragraph", "quote") and end - start >= length:
            text = document.text[start:end]
            if "\n" in text:
                text = " ".join(text.split())
            if not begin or document.position(start) >= begin:
                places.setdefault(text, []).append((index, section))
    return sorted((found for found in places.values() if len(found) > 1), key=lambda found: found[1])


def _body(document: Document) -> int:
    """The source offset after the front matter, whose summary is often the first paragraph."""
    for verbatim in document.verbatim[:3]:
        if verbatim.kind == "front-matter":
            return verbatim.span.end
    return 0
