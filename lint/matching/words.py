"""Words and phrases as an editor writes them, and where they stand in a text.

An entry matches whole words in any case (unless told otherwise); between its words any run of white
space will do, curly and straight quotation marks and apostrophes are alike, and so are hyphens. An
entry that begins or ends with a sign, such as "[sic]", needs no word edge there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from lint.matching.automaton import finder
from lint.matching.shadow import Shadow, fold, word_shadow
from lint.model import BLOCK_BREAK
from lint.regexes import pattern

_ALIKE = str.maketrans("‘’ʼ′“”„‟″‐‑", '\'\'\'\'"""""--')
_WORD = pattern(r"\w")
_SPACES = pattern(r"\s+")
_APOSTROPHES = "'’ʼ"


class Entry(NamedTuple):
    """An entry made ready: its canonical words and its key in the shadow for words.

    `left` and `right` count the signs before the first and after the last letter of `words`; `key`
    is empty for an entry that no key can stand for, such as one without any letter or digit.
    """

    words: str
    key: bytes
    left: int
    right: int
    match_case: bool


class Match(NamedTuple):
    """An entry's index and the code points where it stands."""

    entry: int
    start: int
    end: int


def canonical(text: str) -> str:
    """`text` with one space for each run of white space and plain quotation marks and hyphens."""
    return _SPACES.sub(" ", text.translate(_ALIKE)).strip()


def entry(text: str, *, match_case: bool = False) -> Entry:
    """Make a word or phrase ready to be looked for."""
    words = canonical(text)
    letters = [match.start() for match in _WORD.finditer(words)]
    if not letters:
        return Entry(words, b"", 0, 0, match_case)
    first, last = letters[0], letters[-1] + 1
    if " " in words[:first] or " " in words[last:]:
        # How many characters stand before the key is not known where white space may be of any length.
        return Entry(words, b"", first, len(words) - last, match_case)
    key = word_shadow(words[first:last]).data
    return Entry(words if match_case else fold(words), key, first, len(words) - last, match_case)


def searcher(entries: Iterable[Entry]) -> Callable[[str, Shadow], list[Match]]:
    """A function that lists every place of every entry in a text, given the text's shadow.

    Overlapping places are all listed, sorted by start, then the longest, then the entry's index.
    """
    known = tuple(entries)
    by_key: dict[bytes, list[int]] = {}
    signs: list[int] = []
    for index, item in enumerate(known):
        if item.key:
            by_key.setdefault(item.key, []).append(index)
        else:
            signs.append(index)
    keys = list(by_key)
    holders = list(by_key.values())
    find = finder(keys)

    def search(text: str, shadow: Shadow) -> list[Match]:
        found = [
            match
            for key, start, end in find(shadow.data)
            for index in holders[key]
            for match in _verify(known, index, text, shadow.offset(start + 1), shadow.offset(end - 2) + 1)
        ]
        for index in signs:
            found.extend(_find_slowly(known[index], index, text))
        found.sort(key=lambda match: (match.start, -match.end, match.entry))
        return found

    return search


def longest(matches: Iterable[Match]) -> Iterator[Match]:
    """The matches that do not overlap an earlier or, at the same start, a longer one."""
    end = -1
    for match in matches:
        if match.start >= end:
            yield match
            end = match.end


def _verify(known: tuple[Entry, ...], index: int, text: str, start: int, end: int) -> Iterator[Match]:
    item = known[index]
    start -= item.left
    end += item.right
    if start < 0 or end > len(text):
        return
    piece = canonical(text[start:end])
    if (piece if item.match_case else fold(piece)) != item.words:
        return
    if (item.left or _starts_word(text, start)) and (item.right or _ends_word(text, end)):
        yield Match(index, start, end)


def _starts_word(text: str, start: int) -> bool:
    """Not in the middle of "o’clock", not a handle or a hashtag."""
    if not start:
        return True
    before = text[start - 1]
    if before in _APOSTROPHES:
        return start == 1 or not text[start - 2].isalnum()
    return before not in "@#"


def _ends_word(text: str, end: int) -> bool:
    """Not in the middle of "don’t"; a possessive may follow."""
    if text[end : end + 1] not in _APOSTROPHES or not text[end + 1 : end + 2].isalnum():
        return True
    return text[end + 1] in "sS" and not text[end + 2 : end + 3].isalnum()


def _find_slowly(item: Entry, index: int, text: str) -> Iterator[Match]:
    flags = 0 if item.match_case else re.IGNORECASE
    for found in re.finditer(f"(?=({loose(item.words)}))", text, flags):
        start, end = found.span(1)
        # No block holds a block break.
        if BLOCK_BREAK not in found[1] and _edged(item, text, start, end):
            yield Match(index, start, end)


def _edged(item: Entry, text: str, start: int, end: int) -> bool:
    """Whether an entry's first and last letters stand at a word's edge."""
    if _WORD.match(item.words) and (_WORD.match(text[start - 1 : start]) or not _starts_word(text, start)):
        return False
    return not _WORD.match(item.words[-1]) or (not _WORD.match(text[end : end + 1]) and _ends_word(text, end))


_LOOSE = {"'": "['‘’ʼ′]", '"': '["“”„‟″]', "-": "[-‐‑]", " ": r"\s+"}


def loose(words: str) -> str:
    """A regular expression for canonical words, whichever way their signs and gaps are written."""
    return "".join(_LOOSE.get(char) or re.escape(char) for char in words)
