"""Which sentences of a draft are read: whole ones of its running text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint.matching.language import spoken
from lint.model import Block, Config, Document, Span

KINDS = ("paragraph", "item")
"""Blocks that hold sentences; headings, captions, cells and block quotations do not count."""

SHORTEST, LONGEST = 12, 1_000
"""Code points of a sentence that is read. Longer ones are lists, and cost more than they tell."""

MOST = 500_000
"""Code points of different sentences that are read of one draft, a long novel: some ten seconds."""

_CLOSING = "\"'”’»)]* "


class Paragraph(NamedTuple):
    """The sentences of a block that are read, one a line, and where each starts in the document."""

    language: str
    text: str
    starts: tuple[int, ...]


class Read(NamedTuple):
    """What is read of a draft, and how many sentences were left out: for their length, and beyond `MOST`."""

    paragraphs: tuple[Paragraph, ...]
    too_long: int
    beyond: int


def read(document: Document, config: Config) -> Read:
    """The English paragraphs of a draft that hold a sentence to be parsed."""
    found: list[Paragraph] = []
    seen: set[str] = set()
    room, too_long, beyond = MOST, 0, 0
    for block, spans in _by_block(document, config):
        lines: list[str] = []
        starts: list[int] = []
        for start, end in spans:
            line = document.text[start:end].replace("\n", " ")
            if len(line) > LONGEST:
                too_long += 1
            elif line not in seen and len(line) > room:
                beyond += 1
            else:
                room -= 0 if line in seen else len(line)
                seen.add(line)
                lines.append(line)
                starts.append(start)
        if lines:
            language = spoken(config, block.lang, document.lang)
            found.append(Paragraph(language, "\n".join(lines), tuple(starts)))
    return Read(tuple(found), too_long, beyond)


def _by_block(document: Document, config: Config) -> Iterator[tuple[Block, list[Span]]]:
    """The blocks of English running text, each with its sentences."""
    sentences = iter(document.sentences)
    current = next(sentences, None)
    for block in document.blocks:
        language = spoken(config, block.lang, document.lang)
        wanted = block.kind in KINDS and language[:2].lower() == "en"
        own: list[Span] = []
        while current is not None and current.start < block.span.end:
            if wanted and current.start >= block.span.start and _is_sentence(document, current):
                own.append(current)
            current = next(sentences, None)
        yield block, own


def _is_sentence(document: Document, span: Span) -> bool:
    """Whether it ends like one, is no headline, and is not all in quotation marks."""
    text = document.text[span.start : span.end].rstrip(_CLOSING)
    if len(text) < SHORTEST or text[-1:] not in (".", "!", "?"):
        return False
    return not _is_headline(text) and not _all_quoted(document, span)


def _is_headline(text: str) -> bool:
    """Whether most words of four letters and more have a capital."""
    words = [word for word in text.split() if len(word) > 3]
    return sum(word[0].isupper() for word in words) * 5 > len(words) * 3


def _all_quoted(document: Document, span: Span) -> bool:
    from bisect import bisect_right

    place = bisect_right(document.quotations, span.start, key=lambda one: one.span.start)
    return any(span.end <= one.span.end for one in document.quotations[max(0, place - 2) : place])
