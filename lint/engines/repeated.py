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
    """(first, later) places in `blocks` of the same paragraph."""
    first: dict[str, int] = {}
    for index, block in enumerate(document.blocks):
        # The shortest words take two characters with their space.
        if block.kind not in ("paragraph", "quote") or block.span.end - block.span.start < 2 * least - 1:
            continue
        text = document.text[block.span.start : block.span.end]
        if OBJECT in text:
            continue
        words = text.split()
        if len(words) < least:
            continue
        original = first.setdefault(" ".join(words).casefold(), index)
        if original != index:
            yield original, index
