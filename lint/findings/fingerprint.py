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

from lint.model import Document, Finding

try:  # `hashlib` loads OpenSSL, 4 ms that a warm run need not pay.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

_DIGEST = 8
"""Bytes; sixteen hexadecimal digits."""


def fingerprinted(document: Document, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a draft, in their order, each with its fingerprint."""
    seen: Counter[tuple[str, str, str]] = Counter()
    starts = [segment.source_start for segment in document.segments]
    for finding in findings:
        key = (finding.rule, _plain(_sentence(document, starts, finding)), _plain(finding.text))
        basis = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        digest = blake2b(basis.encode("utf-8", "surrogatepass"), digest_size=_DIGEST)
        yield finding._replace(fingerprint=digest.hexdigest())


def _sentence(document: Document, starts: list[int], finding: Finding) -> str:
    """The sentence that holds the finding's first character, or its line of the source."""
    place = finding.span.start
    index = bisect_right(starts, place) - 1
    if index >= 0:
        segment = document.segments[index]
        if segment.source_start <= place < segment.source_end:
            offset = segment.start + (place - segment.source_start if segment.literal else 0)
            if sentence := document.sentence_at(offset):
                return document.text[sentence.start : sentence.end]
    source = document.source
    start = max(source.rfind("\n", 0, place), source.rfind("\r", 0, place)) + 1
    end = source.find("\n", place)
    return source[start : end if end >= 0 else len(source)]


def _plain(text: str) -> str:
    """Without what a new line wrap changes."""
    return " ".join(text.split())
