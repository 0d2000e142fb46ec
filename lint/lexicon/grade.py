"""The school grade a text asks of its reader: sentences that are long and words that are."""

from __future__ import annotations

from lint.regexes import pattern

# A final e is silent in “made”, “makes” and “walked”, not in “the”, “table”, “houses” and “wanted”.
_SILENT = pattern(
    r"(?<=[^aeiouy])e$(?<![bcdfgkpstz]le)|(?<=[^aeiouyscgzx])es$(?<![cs]hes)|(?<=[^aeiouytd])ed$"
)
_VOWELS = pattern(r"[aeiouyà-öø-ÿ]+")
_TWO = pattern(
    r"[aeo]ing|(?<![ctgs])ia|(?<![tscgxl])io|iu|eu[mrs]|eo[nr]|(?<![gq])ua|reat[eio]|[ri]ea$|ie[nt]|ism$"
)
"""Vowels side by side that are two syllables: being, radio, museum, usual, science."""


def syllables(word: str) -> int:
    """About how many syllables an English word has; never fewer than one."""
    lower = word.lower()
    spoken = _SILENT.sub("", lower) if len(lower) > 2 and lower != "the" else lower
    return max(1, len(_VOWELS.findall(spoken)) + len(_TWO.findall(lower)))


def grade(words: list[str], sentences: int) -> float:
    """The Flesch-Kincaid grade level of a text of at least one word and sentence.

    Source: Kincaid, Fishburne, Rogers and Chissom, “Derivation of New Readability Formulas for Navy
    Enlisted Personnel”, Research Branch Report 8-75, Naval Technical Training Command, 1975.
    """
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59
