"""Which words are known, in which varieties of English, and how frequent they are."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lint.lexicon import layout

if TYPE_CHECKING:
    import marisa_trie

_STRAIGHT = str.maketrans("’‘ʼ", "'''")


class Words(NamedTuple):
    """A trie that numbers all forms; flags and frequency of form `n` are byte `n`."""

    trie: marisa_trie.Trie
    flags: bytes
    zipf: bytes


@cache
def words() -> Words:
    """The word data of the package, read once a process (about 3 ms, 2 MB)."""
    import marisa_trie

    trie = marisa_trie.Trie()
    trie.mmap(f"{layout.DATA}/{layout.WORDS}")
    return Words(trie, layout.read(layout.FLAGS), layout.read(layout.ZIPF))


def bare(form: str) -> str:
    """The form with straight apostrophes and without a possessive ending."""
    form = form.translate(_STRAIGHT)
    if form.endswith(("'s", "'S")):
        return form[:-2]
    return form[:-1] if form.endswith("s'") else form


def known(form: str, language: str = "en") -> bool:
    """Whether the form is an English word or a common name, in any variety and in any case.

    Of other languages nothing is known. `turkey` and `Turkey`, `paris` and `Paris` are alike here: which of
    them is right is a question of names.
    """
    return language[:2] == "en" and varieties(form) != 0


@cache
def meant() -> frozenset[str]:
    """Forms no dictionary has that are meant: speech and chat (`gonna`), borrowed phrases (`de facto`)."""
    lists = (layout.read(name).decode() for name in (layout.INFORMAL, layout.BORROWED))
    return frozenset(form for text in lists for form in text.split())


@cache
def notorious() -> frozenset[str]:
    """Misspellings that everybody makes and nobody means, however often they stand in a draft."""
    return frozenset(layout.read(layout.NOTORIOUS).decode().split())


@lru_cache(1 << 16)
def varieties(form: str) -> int:
    """The varieties of English (bits of `layout.VARIETY`) that have the form, in any case."""
    return flags(form) & layout.ALL_VARIETIES


def is_word(form: str) -> bool:
    """Whether exactly this form is in a dictionary."""
    trie, table, _ = words()
    number = trie.get(form)
    return number is not None and bool(table[number] & layout.ALL_VARIETIES)


def flags(form: str) -> int:
    """The form's flags (see `layout`), also in other case and without accents; 0 when no list has it."""
    trie, table, _ = words()
    form = form.translate(_STRAIGHT)
    found = 0
    bases = {form, bare(form)}
    if not form.isascii():
        bases.add(layout.fold(bare(form)))
    for base in bases:
        lower = base.lower()
        spellings = {base, lower, lower.capitalize()}
        if base == lower:
            spellings.add(base.upper())
        for spelling in spellings:
            number = trie.get(spelling)
            if number is not None:
                found |= table[number]
    return found


def evidence(form: str) -> int:
    """The flags of the form as it is written or in lower case: what the lists say of just this word."""
    trie, table, _ = words()
    found = 0
    for spelling in {form, form.lower()}:
        number = trie.get(spelling)
        if number is not None:
            found |= table[number]
    return found


def zipf(form: str) -> float:
    """How frequent the form is: log10 of its occurrences in a billion words, 0.0 when too rare to be counted.

    Source: wordfreq, which counts words in lower case.
    """
    trie, _, table = words()
    number = trie.get(form.translate(_STRAIGHT).lower())
    return 0.0 if number is None else table[number] / layout.ZIPF_SCALE
