"""What no fix may change unasked: names, numbers, quotations, addresses.

A pack may call a fix safe; here, in one place, it becomes an offered one wherever it would touch one of
these. What a fix changes are words, parted by white space and without the signs around them; signs and
spaces beside a name are not the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from lint.model import Document, Edit, Finding, Fix, Span, joined, overlapped
from lint.regexes import pattern

_NUMBER_OR_ADDRESS = pattern(r"[\d½¼¾%]|://|www\.|@|\w/\w|\w\.[a-z]{2,}", re.IGNORECASE)
LONGEST = 200
"""Characters of the longest word, with the spaces before it, that a fix may stand in or beside."""

_SIGNS = frozenset("*_~`[]()<>{}|#!\\&")
_MARKS = pattern('["“”„«»]')
_LEFT = pattern(r"\S*[^\S\r\n]*\Z")
_RIGHT = pattern(r"[^\S\r\n]*\S*")
_EDGES = pattern(r"^[\W_]+|[\W_]+$")


def guarded(document: Document, findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings, each safe fix that touches what must not change unasked made an offered one."""
    guard = _Guard(document)
    return [
        finding._replace(fixes=tuple(map(guard.judged, finding.fixes)))
        if any(fix.safe for fix in finding.fixes)
        else finding
        for finding in findings
    ]


class _Guard:
    """Knows what of one draft must not change unasked."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.source = document.source
        texts = [quotation.span for quotation in document.quotations]
        texts += [block.span for block in document.blocks if block.kind == "quote"]
        spans = [document.to_source(span) for span in texts]
        verbatim = [verbatim.span for verbatim in document.verbatim]
        self.kept = joined((*spans, *verbatim, *_broken_front_matter(document)))

    def judged(self, fix: Fix) -> Fix:
        """The fix, safe only where none of its edits touches anything."""
        return fix._replace(safe=fix.safe and not any(map(self._touches, fix.edits)))

    def _touches(self, edit: Edit) -> bool:
        start, end = edit.span
        # What is inserted at the edge of a quotation may come to stand inside it.
        if overlapped(self.kept, Span(start - (start == end), end + (start == end))):
            return True
        if self.document.format != "text" and _parts_markup(self.source, edit):
            return True
        head, tail = _stretch(self.source, start, end)
        if start - head > LONGEST or tail - end > LONGEST:
            return True  # What is as long as that is no word.
        before = self.source[head:tail]
        after = self.source[head:start] + edit.text + self.source[end:tail]
        if any(_NUMBER_OR_ADDRESS.search(text) for text in (before, after)):
            return True
        if len(_MARKS.findall(before)) != len(_MARKS.findall(after)):
            return True
        return any(
            _may_be_name(word, first and self._starts_sentence(head))
            for word, first in _changed(before, after)
        )

    def _starts_sentence(self, offset: int) -> bool:
        """Whether a sentence begins with the first word from an offset of the source on."""
        return _word_start(self.source, offset) in self._sentence_starts

    @cached_property
    def _sentence_starts(self) -> frozenset[int]:
        position, text = self.document.position, self.document.text
        return frozenset(position(_word_start(text, sentence.start)) for sentence in self.document.sentences)


def _broken_front_matter(document: Document) -> Iterator[Span]:
    """Lines that open like front matter and are none: one character less, and they might be."""
    source = document.source
    fence = source.lstrip("\ufeff")[:3]
    known = any(verbatim.kind == "front-matter" for verbatim in document.verbatim)
    if document.format != "text" and fence in ("---", "+++") and not known:
        end = source.find(f"\n{fence}", 1)
        yield Span(0, end if end > 0 else len(source))


def _word_start(text: str, offset: int) -> int:
    while offset < len(text) and not text[offset].isalnum():
        offset += 1
    return offset


def _parts_markup(source: str, edit: Edit) -> bool:
    """Whether a sign of markup loses or gains a space beside it, loses its neighbour or comes to open a line.

    Each is what tells it from a plain sign.
    """
    start, end = edit.span
    line = max(source.rfind("\n", 0, start), source.rfind("\r", 0, start)) + 1
    if not source[line:start].strip() and not edit.text and not source[end : end + 1].isalpha():
        return True
    if not edit.text and (source[start - 1 : start] in _SIGNS or source[end : end + 1] in _SIGNS):
        return True
    old, new = source[start:end], edit.text
    left = source[start - 1 : start] in _SIGNS and old[:1].isspace() != new[:1].isspace()
    right = source[end : end + 1] in _SIGNS and old[-1:].isspace() != new[-1:].isspace()
    return left or right


def _stretch(source: str, start: int, end: int) -> tuple[int, int]:
    """The edit's place with the words it stands in or beside, across one run of spaces."""
    left = _LEFT.search(source, max(start - LONGEST - 1, 0), start)
    right = _RIGHT.match(source, end, end + LONGEST + 1)
    return left.start() if left else start, right.end() if right else end


def _changed(before: str, after: str) -> Iterator[tuple[str, bool]]:
    """The words that only one of two wordings has, and whether each is the first of its wording."""
    old, new = _words(before), _words(after)
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    for words in (old, new):
        for index in range(head, len(words) - tail):
            yield words[index], index == 0


def _words(text: str) -> list[str]:
    return [word for part in text.split() if (word := _EDGES.sub("", part))]


def _may_be_name(word: str, starts: bool) -> bool:
    """Whether a word has a capital that no sentence's start explains, or a script without small letters."""
    if all(char.islower() for char in word if char.isalpha()):
        return False
    if not starts or not word[1:].islower():
        return True
    from lint.lexicon.known_names import lookup
    from lint.lexicon.words import known

    return bool(lookup(word)) or not known(word.lower())
