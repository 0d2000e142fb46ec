"""A paragraph that was pasted twice and changed a little: most of its runs of words stand in another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lint.engines.repetition.sections import paragraphs
from lint.matching.shadow import word_shadow
from lint.model import OBJECT, Document, Span

WORDS = 25
"""The shortest paragraph that is compared where the rule does not say."""

RUN = 3
"""Words of a shingle: what is compared are all runs of so many words (Broder 1997)."""

ALIKE = 0.4
"""The share of a paragraph's shingles that must stand in the other one, in both directions."""


def near_copies(document: Document, least: int) -> Iterator[tuple[Span, Span]]:
    """(first, copy) spans of paragraphs that are almost, not quite, the same. Linear in the text."""
    for section in paragraphs(document):
        holder: dict[int, int] = {}
        read: list[tuple[Span, list[bytes], int]] = []
        for block in section:
            words = _words(document, block.span, least)
            if words is None:
                continue
            shingles = {hash(tuple(words[at : at + RUN])) for at in range(len(words) - RUN + 1)}
            shared = Counter(holder[shingle] for shingle in shingles if shingle in holder)
            holder |= dict.fromkeys(shingles - holder.keys(), len(read))
            read.append((block.span, words, len(shingles)))
            if shared:
                number, count = shared.most_common(1)[0]
                span, others, size = read[number]
                if count >= ALIKE * max(len(shingles), size) and others != words:
                    yield span, block.span


def _words(document: Document, span: Span, least: int) -> list[bytes] | None:
    """The words of a paragraph that is long enough and all prose."""
    text = document.text[span.start : span.end]
    if len(text) < 2 * least or OBJECT in text:
        return None
    words = word_shadow(text).data.split()
    return words if len(words) >= least else None
