"""A text's shadow: one byte a character, so that words can be looked for at the speed of C.

In the shadow for words, letters are lower-cased, digits are `0` and every other character is a
space: a word's edge is then a space in the key that is looked for. In the raw shadow punctuation
keeps its place. Both are filters only: what they find is verified on the text itself.
"""

from __future__ import annotations

import codecs
from _sre import unicode_tolower  # type: ignore[import-not-found]
from bisect import bisect_right
from functools import lru_cache

# Letters that `re.IGNORECASE` takes for one another although lower-casing does not join them.
from re._casefix import _EXTRA_CASES  # type: ignore[import-not-found]
from typing import NamedTuple

from lint.regexes import pattern

SPACE = 0x20

LONG = 4096
"""Code points beyond which a text is a draft and no paragraph: several engines want its shadow in turn."""

_LONG_RUN = pattern(r"[^\S\n]*(?<!\n)\n(?!\n)[^\S\n]*|[^\S\n]{2,}")


def fold(text: str) -> str:
    """`text` in one case, letter by letter as `re.IGNORECASE` compares: its length never changes."""
    return text.lower() if text.isascii() else "".join(map(_fold, text))


def _fold(character: str) -> str:
    lower = unicode_tolower(ord(character))
    return chr(min(lower, *_EXTRA_CASES.get(lower, (lower,))))


def _latin_table(*, keep_punctuation: bool) -> bytes:
    table = bytearray()
    for code in range(256):
        character = chr(code)
        if character.isdigit() and code < 0x80 and not keep_punctuation:
            table.append(ord("0"))
        elif character.isalnum() or character == "_":
            folded = ord(_fold(character))
            table.append(folded if folded < 256 else code)
        else:
            table.append(code if keep_punctuation else SPACE)
    return bytes(table)


_WORDS = _latin_table(keep_punctuation=False)
_RAW = _latin_table(keep_punctuation=True)


# Bytes of Latin-1 letters that both tables leave as they are: they stand for all other letters.
_LETTERS = bytes(code for code in range(0xDF, 0x100) if code != 0xF7)


class _Bytes(dict[str, int]):
    """The byte of each character beyond Latin-1, worked out the first time it is met."""

    def __missing__(self, character: str) -> int:
        if character.isalnum():
            folded = ord(_fold(character))
            # Letters share bytes; the text decides in the end.
            byte = folded if folded < 256 else _LETTERS[folded % len(_LETTERS)]
        else:
            byte = SPACE
        self[character] = byte
        return byte


class _RawBytes(_Bytes):
    """As for words, but curly quotation marks, dashes and other signs have a byte of their own."""

    def __missing__(self, character: str) -> int:
        byte = super().__missing__(character)
        if not character.isalnum() and not character.isspace():
            byte = self[character] = 0x80 | (ord(character) & 0x1F)
        return byte


_word_bytes = _Bytes()
_raw_bytes = _RawBytes()


def _encode_words(error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    return bytes(map(_word_bytes.__getitem__, error.object[error.start : error.end])), error.end


def _encode_raw(error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    return bytes(map(_raw_bytes.__getitem__, error.object[error.start : error.end])), error.end


codecs.register_error("copydesk-words", _encode_words)
codecs.register_error("copydesk-raw", _encode_raw)


class Shadow(NamedTuple):
    """The shadow for words of a text; `cuts` and `shifts` tell where runs of white space were cut."""

    data: bytes
    cuts: tuple[int, ...]
    shifts: tuple[int, ...]

    def offset(self, index: int) -> int:
        """The text's code point at a byte of the shadow."""
        if not self.cuts:
            return index - 1
        return index - 1 + self.shifts[bisect_right(self.cuts, index)]


def word_shadow(text: str) -> Shadow:
    """The shadow in which words stand between spaces; a run of white space counts as one space.

    It begins and ends with a space of its own, so byte 1 is the text's first character.
    """
    return _kept(text) if len(text) > LONG else _shadow(text)


def _shadow(text: str) -> Shadow:
    cuts: list[int] = []
    shifts = [0]
    if "  " in text or "\t" in text or "\u00a0" in text or " \n" in text or "\n " in text:
        text = _collapse(text, cuts, shifts)
    data = b" " + text.encode("latin-1", "copydesk-words").translate(_WORDS) + b" "
    return Shadow(data, tuple(cuts), tuple(shifts))


_kept = lru_cache(maxsize=1)(_shadow)


def _collapse(text: str, cuts: list[int], shifts: list[int]) -> str:
    pieces: list[str] = []
    done = length = 0
    for run in _LONG_RUN.finditer(text):
        pieces.append(text[done : run.start()])
        pieces.append(" ")
        length += run.start() - done + 1
        cuts.append(length + 1)
        shifts.append(shifts[-1] + run.end() - run.start() - 1)
        done = run.end()
    pieces.append(text[done:])
    return "".join(pieces)


def raw_shadow(text: str) -> bytes:
    """The shadow that keeps punctuation: byte `n` is the text's character `n`, lower-cased."""
    return _kept_raw(text) if len(text) > LONG else _raw(text)


def _raw(text: str) -> bytes:
    return text.encode("latin-1", "copydesk-raw").translate(_RAW)


_kept_raw = lru_cache(maxsize=1)(_raw)
