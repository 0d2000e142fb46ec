"""Which language the words are in, as far as Word's own marks can be trusted.

Word marks every run with the language of its spelling checker, which writers seldom set. So the language
of most words is taken for the draft's, which the configuration knows better, and only what differs from
it, and is no other variety of it, counts as marked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from lint.documents.word.bits import Bit


class Languages:
    """The languages of a document's bits."""

    def __init__(self, bits: Iterable[Bit]) -> None:
        counted: Counter[str] = Counter()
        for bit in bits:
            counted[_primary(bit.look.lang)] += len(bit.source)
        self.most = counted.most_common(1)[0][0] if counted else ""

    def of_block(self, bits: Sequence[Bit]) -> str | None:
        """The language of a whole block where it is not the draft's."""
        counted: Counter[str] = Counter()
        for bit in bits:
            counted[bit.look.lang or ""] += len(bit.source)
        lang = counted.most_common(1)[0][0] if counted else ""
        return lang if lang and _primary(lang) != self.most else None

    def foreign(self, bit: Bit, lang: str | None) -> str | None:
        """The language of a bit where it is not its block's."""
        own = bit.look.lang
        if not own:
            return None
        return own if _primary(own) != (_primary(lang) if lang else self.most) else None


def _primary(lang: str | None) -> str:
    return (lang or "").partition("-")[0].lower()
