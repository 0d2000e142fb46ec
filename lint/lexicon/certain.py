"""Slips that mean one word and no other: `recieve` is “receive”, whoever writes it and wherever it stands.

Each line of `data/certain.txt` is a form in small letters that no dictionary and no list of names has, and
what it stands for. A form that a neighbour language writes so (`profesor`), or that could be two words
(`upto`: up to, into), is left out.
"""

from __future__ import annotations

from functools import cache

from lint.lexicon import layout

CERTAIN = "certain.txt"


@cache
def _meanings() -> dict[str, str]:
    lines = layout.read(CERTAIN).decode().splitlines()
    return {form: word for form, _, word in (line.partition(" ") for line in lines)}


def certain(form: str) -> str | None:
    """The one word that a slip, in any case, can have been meant to be; None where none is certain."""
    return _meanings().get(form.lower())
