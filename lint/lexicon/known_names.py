"""Names that are known from data: given names, surnames, countries, capitals, cities, states.

The data is read on the first question, about a millisecond, and stays mapped. Built by
`tools/build_names.py`; sources and licences are in NOTICE.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

GIVEN, SURNAME, PLACE, COUNTRY, CAPITAL = 1, 2, 4, 8, 16
"""Flags of an entry, as `tools/build_names.py` writes them."""

DATA = Path(__file__).with_name("data") / "names.marisa"


@lru_cache(maxsize=1)
def _trie() -> Any:
    import marisa_trie  # 3 ms: only a draft with a doubtful name needs it

    return marisa_trie.RecordTrie("<B").mmap(str(DATA))


@lru_cache(maxsize=16384)
def lookup(name: str) -> int:
    """The flags of a single word in its usual capitals, 0 where it is no name we know."""
    found = _trie().get(name)
    return int(found[0][0]) if found else 0
