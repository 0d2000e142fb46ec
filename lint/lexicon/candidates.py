"""Words that a misspelling may have been meant to be, found without comparing it with every word."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable
from functools import cache, lru_cache
from sys import byteorder
from typing import Literal, NamedTuple

from lint.lexicon import irregular, layout, shape
from lint.lexicon.distance import measure
from lint.lexicon.words import words, zipf

_BELOW_NEAR = 0.5
_SHORT, _LONG = 4, 8


class Candidate(NamedTuple):
    """A word that may have been meant, its frequency (Zipf), and its distance (OSA) from the form."""

    word: str
    zipf: float
    distance: int


class Index(NamedTuple):
    """The candidates' numbers in the trie, their signs and the index of their deletes (see `layout`)."""

    numbers: memoryview
    signs: memoryview
    starts: memoryview
    ranks: memoryview


@cache
def index() -> Index:
    """The candidates, read when the first unknown word is met (about 2 ms, 6 MB)."""
    return Index(
        _numbers(layout.NUMBERS, "I"),
        _numbers(layout.SIGNS, "Q"),
        _numbers(layout.STARTS, "I"),
        _numbers(layout.RANKS, "H"),
    )


def _numbers(name: str, kind: Literal["H", "I", "Q"]) -> memoryview:
    data = layout.read(name)
    if byteorder == "big":
        values = array(kind, data)
        values.byteswap()
        data = values.tobytes()
    return memoryview(data).cast(kind)


@lru_cache(1 << 16)
def _entry(rank: int) -> tuple[str, str, float]:
    """A candidate: as it is proposed, folded, and its Zipf frequency."""
    word = words().trie.restore_key(index().numbers[rank])
    return word, layout.fold(word), zipf(word)


@lru_cache(1 << 14)
def candidates(form: str, near_only: bool = False) -> tuple[Candidate, ...]:
    """Right words near an unknown form, the nearest and then the most frequent first.

    At distance 1 and 2, and 3 from eight letters; only at 1 when `near_only`. The farther ones must be about
    as frequent as the near ones: else they would never win. Two words without their space are at distance 1.
    """
    folded = layout.fold(form)
    apart = measure(folded)
    found = _within(_ranks(layout.deletes(folded[: layout.PREFIX], 1), tail=True), folded, apart, 1)
    if not near_only and len(folded) >= _SHORT:
        bar = max((item.zipf for item in found), default=0.0) - _BELOW_NEAR
        bound = _first_below(bar) if bar > layout.FAR_ZIPF else layout.BLOCK
        ranks = {rank for rank in _ranks(layout.deletes(folded[: layout.PREFIX], 2)) if rank < bound}
        heard = {"=" + key for key in layout.deletes(layout.sound(folded), 1)}
        far = _within(ranks, folded, apart, 2)
        if len(folded) >= _LONG:
            heard_ranks = {rank for rank in _ranks(heard) if rank < bound}
            far += _within(heard_ranks if found or far else heard_ranks | ranks, folded, apart, 3)
        near = {item.word for item in found}
        found += [item for item in {item.word: item for item in far}.values() if item.word not in near]
    near = {item.word for item in found}
    found += [
        Candidate(word, zipf(word), min(3, apart(word)))
        for word in irregular.meant(folded)
        if word not in near
    ]
    parts = shape.cut(folded) if folded.isalpha() else None
    if parts is not None:
        found.append(Candidate(" ".join(parts), min(zipf(part) for part in parts), 1))
    kept = [item for item in found if item.distance or item.word.lower() != form.lower()]
    return tuple(sorted(kept, key=lambda item: (item.distance, -item.zipf, item.word)))


@lru_cache(256)
def _first_below(frequency: float) -> int:
    """The rank of the first candidate that is less frequent (Zipf)."""
    return bisect_left(range(len(index().numbers)), -frequency, key=lambda rank: -_entry(rank)[2])


def _within(ranks: set[int], folded: str, apart: Callable[[str], int], limit: int) -> list[Candidate]:
    signs = index().signs
    own = layout.sign(folded)
    shortest, longest = len(folded) - limit, len(folded) + limit
    found = []
    for rank in ranks:
        changed = signs[rank] ^ own
        lost = changed & own
        if lost.bit_count() > limit or (changed ^ lost).bit_count() > limit:
            continue
        word, plain, frequency = _entry(rank)
        if shortest <= len(plain) <= longest:
            steps = apart(plain)
            if steps <= limit:
                found.append(Candidate(word, frequency, steps))
    return found


def _ranks(keys: set[str], tail: bool = False) -> set[int]:
    """Ranks of the candidates that share a key with the form; `tail`: the rare ones as well."""
    _, _, starts, ranks = index()
    found: set[int] = set()
    for key in keys:
        bucket = layout.bucket(key)
        found.update(ranks[starts[bucket] : starts[bucket + 1]])
        if tail:
            bucket = layout.BUCKETS + 1 + bucket % layout.TAIL_BUCKETS
            for rank in ranks[starts[bucket] : starts[bucket + 1]]:
                found.add(layout.BLOCK + rank)
    return found
