"""One word in quotation marks that nobody is said to have spoken."""

from __future__ import annotations

from collections.abc import Iterator

from lint.engines.quotations.found import Found
from lint.engines.quotations.words import names_speaker, speaking_words
from lint.model import Document, Rule


def find(document: Document, rule: Rule) -> Iterator[Found]:
    """Every such word in small letters; a sentence that has one of `words` quotes somebody."""
    speaking = speaking_words(rule)
    for quotation in document.quotations:
        inner = document.text[slice(*quotation.inner)].strip(",.;:!? ")
        if not quotation.closed or not inner.isalpha() or not inner.islower():
            continue
        block = document.block_at(quotation.span.start)
        if block is None or block.kind not in ("paragraph", "item"):
            continue
        sentence = document.sentence_at(quotation.span.start) or block.span
        if not names_speaker(document.text[slice(*sentence)], speaking):
            yield Found(quotation.span, inner)
