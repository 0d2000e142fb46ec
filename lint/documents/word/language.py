"""Which language the words are in, as far as Word's own marks can be trusted.

Word marks every run with the language of its spelling checker, which writers seldom set. So the language
of most words is taken for the draft's, which the configuration knows better, and only what differs from
it, and is no other variety of it, counts as marked; never words that read like English.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from lint.documents.word.bits import Bit

_ENGLISH = frozenset(("the", "of", "and", "to", "that", "with", "was", "were", "from", "this"))
_ENOUGH = 2
"""So many different words of English, and a mark that says otherwise is not believed."""

_OTHER_LETTERS = frozenset(
    ["ar", "be", "bg", "el", "fa", "he", "hi", "hy", "ja", "ka", "ko", "mk", "ru", "uk", "zh"]
)


class Languages:
    """The languages of a document's bits."""

    def __init__(self, bits: Iterable[Bit]) -> None:
        self.most = _primary(_most(bits))

    def of_block(self, bits: Sequence[Bit]) -> str | None:
        """The language of a whole block where it is not the draft's."""
        lang = _most(bits)
        words = "".join(bit.source for bit in bits)
        return lang if _primary(lang) != self.most and believable(lang, words) else None

    def foreign(self, bit: Bit, lang: str | None) -> str | None:
        """What language a bit is marked with where it is not its block's."""
        own = bit.look.lang
        return own if own and _primary(own) != (_primary(lang) if lang else self.most) else None


def _most(bits: Iterable[Bit]) -> str:
    """The language that most characters are marked with; "" is none."""
    counted: Counter[str] = Counter()
    for bit in bits:
        counted[bit.look.lang or ""] += len(bit.source)
    return counted.most_common(1)[0][0] if counted else ""


def believable(lang: str, words: str) -> bool:
    """Whether words marked with a language may be in it."""
    primary = _primary(lang)
    if primary == "en":
        return True
    if primary in _OTHER_LETTERS and words.isascii() and any(map(str.isalpha, words)):
        return False
    return bool(primary) and len(_ENGLISH.intersection(words.lower().split())) < _ENOUGH


def _primary(lang: str) -> str:
    return lang.partition("-")[0].lower()
