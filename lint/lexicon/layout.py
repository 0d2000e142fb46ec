"""How the word data is laid out on disk: what `tools/build_spelling.py` writes and the lexicon reads.

- `words.marisa`: a trie of all forms, each with a number.
- `words.flags`, `words.zipf`: for each number one byte.
- `candidates.numbers`: the trie numbers (uint32) of words that may be proposed, the most frequent first.
- `candidates.signs`: for each of them (uint64) which letters it has, which of them twice, and its length.
- `candidates.starts` (uint32), `candidates.ranks` (uint16): an index from the hash of a word with one or two
  letters left out to the ranks of the candidates that give the same (the symmetric delete method of SymSpell,
  over the first letters only), and from a word's sound with one letter left out.
- `trigrams.bin`: how surprising each letter is after two others.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import lru_cache
from os.path import dirname, join

DATA = join(dirname(__file__), "data")
WORDS, FLAGS, ZIPF = "words.marisa", "words.flags", "words.zipf"
NUMBERS, SIGNS, STARTS, RANKS = (
    "candidates.numbers",
    "candidates.signs",
    "candidates.starts",
    "candidates.ranks",
)
TRIGRAMS = "trigrams.bin"
MODELS = "spelling-models.json"
INFORMAL, BORROWED, NOTORIOUS = "informal.txt", "borrowed.txt", "notorious.txt"

VARIETY = {"en-US": 1, "en-GB": 2, "en-GB-oxendict": 4, "en-CA": 8, "en-AU": 16}
ALL_VARIETIES = 31
RARE = 32
"""In SCOWL 80 or a very rare variant: evidence that a form may be right, no proof."""

MODERN = 64
"""Only in a list of newer words, which holds some slips too: evidence, no proof."""
OTHER = 128
"""Only in a list of British names or of terms of computing: evidence, no proof."""

ZIPF_SCALE = 30
CANDIDATES = 1 << 17
BLOCK = 1 << 16
"""Ranks are stored in 16 bits: those from 65,536 on form a second block with buckets of its own."""

WORD_ZIPF = 1.5
NAME_ZIPF = 2.5
MODERN_ZIPF = 2.0
FAR_ZIPF = 2.5
FAR_LENGTH = 5
SOUND_ZIPF = 3.0
PREFIX = 7
BUCKETS = 1 << 18
TAIL_BUCKETS = 1 << 16

LETTERS = 27
BITS_SCALE = 16

_FOLD = str.maketrans("áàâäãåéèêëíìîïóòôöõøúùûüçñý’", "aaaaaaeeeeiiiioooooouuuucny'")


def read(name: str) -> bytes:
    """The whole of a data file."""
    with open(join(DATA, name), "rb") as file:
        return file.read()


def fold(form: str) -> str:
    """The form in lower case, without accents, with straight apostrophes."""
    return form.lower().translate(_FOLD)


def bucket(key: str) -> int:
    return zlib.crc32(key.encode()) % BUCKETS


def deletes(word: str, count: int) -> set[str]:
    """The word and all that is left of it after leaving out up to `count` letters."""
    found = {word}
    layer = found
    for _ in range(count):
        layer = {item[:at] + item[at + 1 :] for item in layer for at in range(len(item))}
        found |= layer
    return found


def sign(folded: str) -> int:
    """Which letters a word has (bits 0 to 26), which of them more than once (32 to 58): a filter.

    Each slip changes at most two of these bits: one for the letter lost, one for the letter won.
    """
    once = twice = 0
    for letter in folded:
        bit = 1 << (ord(letter) - 97) if "a" <= letter <= "z" else 1 << 26
        twice |= once & bit
        once |= bit
    return once | twice << 32


_SOUND = str.maketrans(
    {"a": "", "e": "", "i": "", "o": "", "u": "", "y": "", "h": "", "w": "", "'": "", "-": "", ".": "",
     "c": "k", "q": "k", "g": "k", "z": "s", "x": "ks", "d": "t", "v": "f", "b": "p", "m": "n"}
)  # fmt: skip


@lru_cache(1 << 14)
def sound(word: str) -> str:
    """A rough key of how a folded word sounds: its first letter's class and its consonants by class."""
    plain = (
        word.replace("ph", "f").replace("tio", "sh").replace("cio", "sh").replace("ce", "se")
        .replace("ci", "si").replace("ght", "t").replace("kn", "n").replace("ge", "j").replace("gi", "j")
    )  # fmt: skip
    key = plain.translate(_SOUND)
    squeezed = "".join(letter for at, letter in enumerate(key) if at == 0 or key[at - 1] != letter)
    return ("V" if word[:1] in "aeiouy" else "") + squeezed


def trigrams(form: str) -> Iterator[int]:
    """The form's trigrams as numbers, with two edges before it and one after; other signs count as edges."""
    codes = [0, 0]
    for letter in fold(form):
        code = ord(letter) - 96
        codes.append(code if 0 < code < LETTERS else 0)
    codes.append(0)
    for at in range(len(codes) - 2):
        yield (codes[at] * LETTERS + codes[at + 1]) * LETTERS + codes[at + 2]
