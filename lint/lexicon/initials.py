"""Which words a short form's letters stand for."""

from __future__ import annotations

from lint.regexes import pattern

_WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LINKS = "of the and for in on to a an at de la le des du del y e et und der die das von für"
SMALL = frozenset(_LINKS.split())
"""Words that give no letter to a short form."""


def spelled_out(short: str, before: str) -> str:
    """The last words of `before` whose initials spell `short`, or "".

    Small words may give no letter; any word may give a second one: television, TV.
    """
    letters = [letter.lower() for letter in short if letter.isalpha()]
    found = list(_WORD.finditer(before))
    for start in range(len(found) - 1, max(len(found) - 2 * len(letters) - 4, -1), -1):
        words = [match.group().lower() for match in found[start:]]
        if words[0] not in SMALL and words[0][0] == letters[0] and _spells(words, letters):
            return before[found[start].start() :].strip(" “”\"'‘’,")
    return ""


def initials(name: str) -> str:
    """The first letters of a name's words, small words left out: National Kelp Board, NKB."""
    return "".join(word[0] for word in name.split() if word.lower() not in SMALL).upper()


def _spells(words: list[str], letters: list[str]) -> bool:
    if not words:
        return not letters
    word = words[0]
    if letters and word[0] == letters[0]:
        if _spells(words[1:], letters[1:]):
            return True
        if len(letters) > 1 and letters[1] in word[1:] and _spells(words[1:], letters[2:]):
            return True
    return word in SMALL and _spells(words[1:], letters)
