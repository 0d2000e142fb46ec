"""Words that a misspelling may have been meant to be, found without comparing it with every word."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from lint.lexicon import layout
from lint.lexicon.distance import distance
from lint.lexicon.words import words


class Candidate(NamedTuple):
    """A word that may have been meant, its frequency (Zipf), and its distance (OSA) from the form."""

    word: str
    zipf: float
    distance: int


class Index(NamedTuple):
    """The candidates' numbers in the trie and the index of their deletes (see `layout`)."""

    numbers: memoryview
    starts: memoryview
    ranks: memoryview


@cache
def index() -> Index:
    """The candidates, read when the first unknown word is met (about 1 ms, 4 MB)."""
    parts = []
    for name, kind in ((layout.NUMBERS, "I"), (layout.STARTS, "I"), (layout.RANKS, "H")):
        data = (layout.DATA / name).read_bytes()
        parts.append(memoryview(_native(data, kind)).cast(kind))
    return Index(*parts)


def _native(data: bytes, kind: str) -> bytes:
    from array import array  # noqa: PLC0415
    from sys import byteorder  # noqa: PLC0415

    if byteorder == "little":
        return data
    values = array(kind, data)
    values.byteswap()
    return values.tobytes()


@lru_cache(1 << 16)
def _entry(rank: int) -> tuple[str, str]:
    word = words().trie.restore_key(index().numbers[rank])
    return word, layout.fold(word)


@lru_cache(1 << 14)
def candidates(form: str, near_only: bool = False) -> tuple[Candidate, ...]:
    """Right words near an unknown form, the nearest and then the most frequent first.

    Distance 1 and 2, and 3 from nine letters when the words sound alike; only 1 when `near_only`.
    """
    folded = layout.fold(form)
    reach = 1 if near_only or len(folded) < 4 else 2
    found = []
    for rank in sorted(_ranks(folded, reach)):
        word, plain = _entry(rank)
        limit = 3 if reach == 2 and len(folded) >= 8 else reach
        apart = distance(folded, plain, limit)
        if 0 < apart <= limit or (apart == 0 and word.lower() != form.lower()):
            found.append(Candidate(word, _zipf(rank), apart))
    return tuple(sorted(found, key=lambda candidate: (candidate.distance, -candidate.zipf, candidate.word)))


def _ranks(folded: str, reach: int) -> set[int]:
    _, starts, ranks = index()
    keys = layout.deletes(folded[: layout.PREFIX], reach)
    if reach > 1:
        keys |= {"=" + key for key in layout.deletes(layout.sound(folded), 1)}
    found: set[int] = set()
    for key in keys:
        bucket = layout.bucket(key)
        found.update(ranks[starts[bucket] : starts[bucket + 1]])
    return found


def _zipf(rank: int) -> float:
    _, _, table = words()
    number = words().trie.get(layout.fold(_entry(rank)[0]))
    return 0.0 if number is None else table[number] / layout.ZIPF_SCALE
