"""Pairs of forms that may be one name: almost the same letters, found without comparing all with all.

Two forms meet when one letter dropped from each leaves the same word (which covers every single
edit and some double ones) or when their consonants sound alike (Zelensky/Zelenskyy, Gaddafi/Qaddafi).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

SHORTEST = 4
"""Letters a form must have to be compared; shorter ones are near each other by chance."""

_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "’": "'"}
)
_SOUNDS = (
    ("sch", "s"), ("tch", "c"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("sh", "s"),
    ("zh", "z"), ("ch", "c"), ("ck", "k"), ("ks", "x"), ("q", "k"), ("g", "k"), ("w", "v"), ("j", "i"),
    ("z", "s"), ("c", "k"),
)  # fmt: skip
_SILENT = frozenset("aeiouyh'’-‐‑ ")


@lru_cache(maxsize=65536)
def plain(form: str) -> str:
    """The form in lower case without diacritics: `Niğde` -> `nigde`."""
    lowered = form.lower().translate(_LETTERS)
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))


def skeleton(word: str) -> str:
    """The consonants of a plain word as they sound, doubled ones once: `zelenskyy` -> `slnsk`."""
    for written, spoken in _SOUNDS:
        if written in word:
            word = word.replace(written, spoken)
    kept: list[str] = []
    for index, letter in enumerate(word):
        if letter in _SILENT:
            continue
        if not kept or kept[-1] != letter or word[index - 1] != letter:
            kept.append(letter)
    return "".join(kept)


def keys(word: str) -> set[str]:
    """What a plain word can be met under."""
    found = {word[:i] + word[i + 1 :] for i in range(len(word))}
    found.add(word)
    bones = skeleton(word)
    if len(bones) >= 3:
        found.add("~" + bones)
    return found


def pairs(forms: Iterable[str], *, most: int = 40) -> Iterator[tuple[str, str]]:
    """Every two forms that share a key, each pair once, in the order the forms were given.

    A key shared by more than `most` forms says nothing and is passed over, so that cost stays
    linear in the number of forms.
    """
    buckets: dict[str, list[int]] = {}
    listed: list[str] = []
    for form in forms:
        word = plain(form)
        if len(word) < SHORTEST or any(letter.isdigit() for letter in word):
            continue
        number = len(listed)
        listed.append(form)
        for key in keys(word):
            buckets.setdefault(key, []).append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in buckets.values():
        if not 1 < len(numbers) <= most:
            continue
        for i, first in enumerate(numbers):
            for second in numbers[i + 1 :]:
                seen.add((first, second))
    for first, second in sorted(seen):
        yield listed[first], listed[second]
