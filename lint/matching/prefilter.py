"""In which blocks of a text a pattern may match, by the strings that it cannot do without.

The strings of all patterns are looked for in one pass over the text's raw shadow.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from lint.matching.automaton import finder
from lint.matching.shadow import raw_shadow
from lint.model import Span

_WORD_BYTES = frozenset(b"%c" % code for code in b"0123456789_abcdefghijklmnopqrstuvwxyz")
"""Bytes of the raw shadow that are surely part of a word."""

Keys = dict[bytes, list[tuple[int, bool, bool]]]
"""The shadow of each string -> the patterns it stands for, and whether a word's edge must be at its sides."""


def add(keys: Keys, always: list[int], index: int, pattern: str, flags: int) -> None:
    """Enter a pattern under its strings or, where it needs none, among those that run everywhere."""
    # Only a pack that is compiled needs it; a warm run does not.
    from lint.matching.required import required

    strings = required(pattern, flags)
    for string in strings:
        keys.setdefault(raw_shadow(string.text), []).append((index, string.left, string.right))
    if not strings:
        always.append(index)


class Prefilter:
    """Tells which patterns are worth running where; made of what `add` has entered."""

    def __init__(self, keys: Mapping[bytes, list[tuple[int, bool, bool]]], always: Iterable[int]) -> None:
        self.holders = list(keys.values())
        self.find = finder(list(keys))
        self.always = tuple(always)

    def __call__(self, text: str, blocks: Sequence[Span]) -> list[tuple[int, int]]:
        """(block, pattern) pairs to try, each once, in order."""
        starts = [block.start for block in blocks]
        shadow = raw_shadow(text)
        pairs = {(place, index) for index in self.always for place in range(len(blocks))}
        done = [0] * len(self.holders)
        for key, start, end in self.find(shadow):
            if start < done[key]:
                continue
            place = bisect_right(starts, start) - 1
            if place < 0:
                continue
            whole = True
            for index, left, right in self.holders[key]:
                if (left and shadow[start - 1 : start] in _WORD_BYTES) or (
                    right and shadow[end : end + 1] in _WORD_BYTES
                ):
                    whole = False
                else:
                    pairs.add((place, index))
            if whole:
                # The key has said all it can of this block, however often it stands there.
                done[key] = blocks[place].end
        return sorted(pairs)
