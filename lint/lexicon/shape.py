"""What a form's own letters say: how English they look, and whether it is built from known parts."""

from __future__ import annotations

from functools import cache

from lint.lexicon import layout
from lint.lexicon.words import known, varieties, zipf

_PREFIX_LIST = (
    "un re non anti pre co over under multi post sub super mis dis cyber bio eco geo micro mini mega "
    "inter intra out semi self counter de ex neo pro pseudo ultra hyper auto electro photo tele "
    "trans psycho neuro para poly nano hydro agri euro petro socio "
)
_SUFFIX_LIST = (
    "like ish ness able ism ist ists ise ize ised ized ising izing isation ization less ing ed d ly "
    "s es er ers r rs y dom hood ship ful wise gate holic fest man men "
)
_PREFIXES = tuple(_PREFIX_LIST.split())
_SUFFIXES = (*((tail, "") for tail in _SUFFIX_LIST.split()), ("able", "e"), ("ing", "e"))
"""Endings, and what a stem loses before them."""


@cache
def _table() -> bytes:
    return layout.read(layout.TRIGRAMS)


def surprise(form: str) -> tuple[float, float]:
    """How unlike English the letters are, in bits a letter: on average, and at the worst place."""
    table = _table()
    bits = [table[number] / layout.BITS_SCALE for number in layout.trigrams(form)]
    return sum(bits) / len(bits), max(bits)


def prefixed(form: str) -> float:
    """The frequency (Zipf) of the known word that follows a common prefix, or 0.0."""
    return max(
        (_worth(form[len(p) :]) for p in _PREFIXES if form.startswith(p) and len(form) > len(p) + 3),
        default=0.0,
    )


def suffixed(form: str) -> tuple[str, float]:
    """The ending that makes the form from a known word, and that word's frequency (Zipf); or "", 0.0."""
    best = ("", 0.0)
    for tail, restored in _SUFFIXES:
        if form.endswith(tail) and len(form) > len(tail) + 2:
            stem = form[: -len(tail)]
            for base in {stem + restored, stem[:-1] if stem[-2:-1] == stem[-1:] else stem + restored}:
                worth = _worth(base)
                if worth > best[1]:
                    best = (tail, worth)
    return best


def compound(form: str) -> tuple[float, float]:
    """The frequencies (Zipf) of two known words that make up the form, the rarer first; or 0.0 twice.

    Of all ways to cut the form the one with the most frequent rarer part.
    """
    best = (0.0, 0.0)
    for at in range(2, len(form) - 1):
        left, right = form[:at], form[at:]
        if at in (1, len(form) - 1):
            continue
        pair = sorted((_worth(left), _worth(right)))
        if pair[0] > best[0]:
            best = (pair[0], pair[1])
    return best


def cut(form: str) -> tuple[str, str] | None:
    """The two common words that were most likely written without their space, or None."""
    best: tuple[float, tuple[str, str] | None] = (0.0, None)
    for at in range(1, len(form) - 1):
        left, right = form[:at], form[at:]
        if at == 1 and left != "a":
            continue
        bar = 5.0 if min(len(left), len(right)) <= 3 else 3.5
        worth = min(zipf(left), zipf(right))
        if worth > best[0] and worth >= bar and _worth(left) and _worth(right):
            best = (worth, (left, right))
    return best[1]


def _worth(form: str) -> float:
    return zipf(form) if form.islower() and varieties(form) and known(form) else 0.0
