"""How characters look on a terminal: their width in columns, and names for those nobody can see.

The width follows East Asian Width (Unicode Standard Annex 11) as `unicodedata` has it; a sequence of
emoji that is joined, toned or made of regional indicators takes two columns, a combining mark none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from lint.regexes import pattern

TAB = "    "
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"


def visible(text: str) -> str:
    """`text` on one line, where nothing can steer a terminal or hide: U+200B becomes `<U+200B>`."""
    if _plain(text):
        return text
    return "".join(cluster for cluster, _ in clusters(text))


def width(text: str) -> int:
    """The columns that `visible(text)` takes."""
    if _plain(text):
        return len(text)
    return sum(columns for _, columns in clusters(text))


# Latin letters, and the dashes and quotation marks of typeset text: one column each.
_ONE_COLUMN = pattern(r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*")


def _plain(text: str) -> bool:
    """Whether every character is printed as it is, in one column: nearly all text, and fast to know."""
    return _ONE_COLUMN.fullmatch(text) is not None


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """What is printed for each character of `text` and the columns it takes, one pair for each."""
    before = ""
    joined = False
    for index, character in enumerate(text):
        if " " <= character <= "~":
            yield character, 1
        elif character == "\t":
            yield TAB, len(TAB)
        elif character in "\r\n":
            yield " ", 1
        elif joined and unicodedata.category(character) == "So":
            yield character, 0
        else:
            yield _rare(character, before, text[index + 1 : index + 2])
        joined = character == _JOINER and _joins(before) and _joins(text[index + 1 : index + 2])
        before = character


def _rare(character: str, before: str, after: str) -> tuple[str, int]:
    if character == _JOINER and _joins(before) and _joins(after):
        return character, 0
    if "\ufe00" <= character <= _EMOJI_STYLE and before and not before.isspace():
        # The emoji style makes a narrow sign two columns wide.
        return character, int(character == _EMOJI_STYLE and _columns(before) == 1 and before > "\u2000")
    category = unicodedata.category(character)
    if category[0] == "C" or category in ("Zl", "Zp"):
        name = f"<U+{ord(character):04X}>"
        return name, len(name)
    if "\U0001f3fb" <= character <= "\U0001f3ff" and _joins(before):
        return character, 0
    if "\U0001f1e6" <= character <= "\U0001f1ff":
        return character, 1
    return character, _columns(character)


def _joins(character: str) -> bool:
    """Whether a zero-width joiner or a skin tone beside this character belongs to an emoji or a script."""
    return character > "\u02ff" and unicodedata.category(character)[0] in "LMS"


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
