"""One word in quotation marks that nobody is said to have spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lint.engines.quotations.found import Found
from lint.model import Document, Rule


def find(document: Document, rule: Rule) -> Iterator[Found]:
    """Every such word in small letters; a sentence that has one of `words` quotes somebody."""
    speaking = _speaking(tuple(rule.options.get("words", ())))
    for quotation in document.quotations:
        inner = document.text[slice(*quotation.inner)].strip(",.;:!? ")
        if not quotation.closed or not inner.isalpha() or not inner.islower():
            continue
        block = document.block_at(quotation.span.start)
        if block is None or block.kind not in ("paragraph", "item"):
            continue
        sentence = next(
            (one for one in document.sentences if one.start <= quotation.span.start < one.end), block.span
        )
        if not speaking.search(document.text, *sentence):
            yield Found(quotation.span, inner)


@lru_cache(maxsize=8)
def _speaking(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
