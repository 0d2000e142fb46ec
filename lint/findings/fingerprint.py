"""A short name for a finding that stays when the draft around it changes.

It is made of the rule, the flagged words and the sentence they stand in (for what is no prose: the
line of the source), and of the count among findings that agree in all three. It knows neither line nor
path: a moved paragraph and a renamed file keep theirs. It changes where the sentence or the rule's
name does, and where a version of Copydesk finds other edges of a sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint.digests import blake2b
from lint.model import Document, Finding

_DIGEST = 8
"""Bytes; sixteen hexadecimal digits."""


class _Stretch(NamedTuple):
    """The sentence of the prose, or the line of the source, that a finding stands in."""

    prose: bool
    start: int
    end: int


def fingerprinted(document: Document, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a draft, in their order, each with its fingerprint."""
    seen: Counter[tuple[str, str, str]] = Counter()
    starts = [segment.source_start for segment in document.segments]
    last, sentence = _Stretch(False, 0, 0), ""
    begun: dict[str, blake2b] = {}
    for finding in findings:
        stretch = _stretch(document, starts, finding.span.start, last)
        if stretch != last:
            whole = document.text if stretch.prose else document.source
            last, sentence, begun = stretch, _plain(whole[stretch.start : stretch.end]), {}
        if finding.rule not in begun:
            # A line of megabytes may hold a thousand findings: it is digested once for each rule.
            begun[finding.rule] = blake2b(_encoded(f"{finding.rule}\0{sentence}"), digest_size=_DIGEST)
        key = (finding.rule, sentence, _plain(finding.text))
        digest = begun[finding.rule].copy()
        digest.update(_encoded(f"\0{key[2]}\0{seen[key]}"))
        seen[key] += 1
        yield finding._replace(fingerprint=digest.hexdigest())


def _stretch(document: Document, starts: list[int], place: int, last: _Stretch) -> _Stretch:
    """Where the finding stands whose first character is at `place`; `last` is the one before it."""
    index = bisect_right(starts, place) - 1
    if index >= 0:
        segment = document.segments[index]
        if segment.source_start <= place < segment.source_end:
            offset = segment.start + (place - segment.source_start if segment.literal else 0)
            if sentence := document.sentence_at(offset):
                return _Stretch(True, *sentence)
    if not last.prose and last.start <= place < last.end:
        return last
    source = document.source
    start = max(source.rfind("\n", 0, place), source.rfind("\r", 0, place)) + 1
    end = source.find("\n", place)
    return _Stretch(False, start, end if end >= 0 else len(source))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _plain(text: str) -> str:
    """Without what a new line wrap changes."""
    return " ".join(text.split())
