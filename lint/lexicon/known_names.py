"""Names that are known from data: given names, surnames, countries, capitals, cities, states.

The data is read on the first question, about a millisecond, and stays mapped. Built by
`tools/build_names.py`; sources and licences are in NOTICE.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from lint.lexicon.distance import distance

GIVEN, SURNAME, PLACE, COUNTRY, CAPITAL = 1, 2, 4, 8, 16
"""Flags of an entry, as `tools/build_names.py` writes them."""

DATA = Path(__file__).with_name("data")


@lru_cache(maxsize=1)
def _trie() -> Any:
    import marisa_trie  # 3 ms: only a draft with a doubtful name needs it

    return marisa_trie.RecordTrie("<B").mmap(str(DATA / "names.marisa"))


@lru_cache(maxsize=16384)
def lookup(name: str) -> int:
    """The flags of a single word in its usual capitals, 0 where it is no name we know."""
    found = _trie().get(name)
    return int(found[0][0]) if found else 0


@lru_cache(maxsize=1)
def _near() -> Any:
    import marisa_trie

    return marisa_trie.BytesTrie().mmap(str(DATA / "names.near.marisa"))


def well_known_near(form: str) -> tuple[str, ...]:
    """Well-known names one slip away (a letter left out, added, changed, two swapped), sorted."""
    word = form.lower()
    trie = _near()
    keys = {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
    found = {name.decode() for key in keys for name in trie.get(key, ())}
    return tuple(sorted(name for name in found if distance(word, name.lower()) == 1))
