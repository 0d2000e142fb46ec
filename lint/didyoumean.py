"""The nearest known word to a mistyped one, for the hint of an error."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, options: Iterable[str]) -> str | None:
    """The option most like `word`, or None where none is near; `_` and `-` count as the same."""
    from difflib import get_close_matches

    plain = {_plain(option): option for option in sorted(options, reverse=True)}
    found = get_close_matches(_plain(word), list(plain), n=1, cutoff=0.7)
    return plain[found[0]] if found else None


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """`did you mean "message"?`, ready to be the `hint` of an error; "" where nothing is near."""
    found = nearest(word, options)
    return f'did you mean "{found}"?' if found else ""


def _plain(word: str) -> str:
    return word.strip().lower().replace("_", "-")
