"""Kind `repeated`: a paragraph that stands twice in a draft, as a slip of paste leaves it.

`repeated: {words: 12}`: paragraphs of fewer words (a refrain, a note that recurs) may stand twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from lint.model import OBJECT, Block, Document, Finding, Rule

if TYPE_CHECKING:
    from lint.model import Check, Config

WORDS = 12
"""The shortest paragraph that is looked at where the rule does not say."""


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check that finds the second and every later copy of a paragraph."""
    return partial(_check, rules)


def _check(rules: tuple[Rule, ...], document: Document) -> Iterator[Finding]:
    for rule in rules:
        least = rule.options.get("words", WORDS) if isinstance(rule.options, dict) else WORDS
        first: dict[str, Block] = {}
        for block in document.blocks:
            if block.kind not in ("paragraph", "quote"):
                continue
            text = document.text[block.span.start : block.span.end]
            if len(text) < 3 * least or OBJECT in text:
                continue
            words = text.split()
            if len(words) < least:
                continue
            original = first.setdefault(" ".join(words).casefold(), block)
            if original is not block:
                opening = " ".join(words[:5])
                yield document.finding(
                    rule,
                    block.span,
                    message=rule.message.replace("{match}", f"{opening} …"),
                    related=[(original.span, "the paragraph stands here first")],
                )
