"""Which script a letter belongs to, and which letters of two scripts look the same.

Look-alikes are those of Unicode's confusables that are alike in ordinary type, as letters.
"""

from __future__ import annotations

from bisect import bisect_right

# First code point of each range, and its script; "" is shared by all.
_RANGES = (
    (0x0000, "Latin"),
    (0x0370, "Greek"),
    (0x0400, "Cyrillic"),
    (0x0530, "Armenian"),
    (0x0590, "Hebrew"),
    (0x0600, "Arabic"),
    (0x0780, ""),
    (0x0900, "Devanagari"),
    (0x0980, "Indic"),
    (0x0E00, "Thai"),
    (0x0E80, ""),
    (0x10A0, "Georgian"),
    (0x1100, "Hangul"),
    (0x1200, "Ethiopic"),
    (0x1380, ""),
    (0x1C80, "Cyrillic"),
    (0x1C90, "Georgian"),
    (0x1CC0, ""),
    (0x1E00, "Latin"),
    (0x1F00, "Greek"),
    (0x2000, ""),
    (0x2C60, "Latin"),
    (0x2C80, ""),
    (0x2DE0, "Cyrillic"),
    (0x2E00, ""),
    (0x3040, "Han"),
    (0x3130, "Hangul"),
    (0x3190, "Han"),
    (0xA000, ""),
    (0xA640, "Cyrillic"),
    (0xA6A0, ""),
    (0xA720, "Latin"),
    (0xA800, ""),
    (0xAC00, "Hangul"),
    (0xD7B0, ""),
    (0xF900, "Han"),
    (0xFB00, "Latin"),
    (0xFB1D, "Hebrew"),
    (0xFB50, "Arabic"),
    (0xFF00, ""),
    (0x20000, "Han"),
    (0x32000, ""),
)
_STARTS = [start for start, _ in _RANGES]

_CYRILLIC = "АВЕЅІЈКМНОРСТХУаеѕіјорсхуԁһԛԝӏ"
_LATIN = "ABESIJKMHOPCTXYaesijopcxydhqwl"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳ"
_LATIN_FOR_GREEK = "ABEZHIKMNOPTYXocj"

LATIN_FOR = dict(zip(_CYRILLIC + _GREEK, _LATIN + _LATIN_FOR_GREEK, strict=True))
"""The Latin letter that looks like a Cyrillic or Greek one."""

CYRILLIC_FOR = {LATIN_FOR[letter]: letter for letter in "АВЕІКМНОРСТХУаеіорсух"}
"""The Cyrillic letter, of those in common use, that looks like a Latin one."""

GREEK_FOR = dict(zip(_LATIN_FOR_GREEK, _GREEK, strict=True))
"""The Greek letter that looks like a Latin one."""


def script_of(character: str) -> str:
    """The script of a letter; "" for anything that is no letter or belongs to no script known here."""
    if not character.isalpha() or character in "ªºµ":
        return ""
    return _RANGES[bisect_right(_STARTS, ord(character)) - 1][1]


def main_script(text: str, share: float = 0.9) -> str:
    """The script of at least `share` of the letters, or "" where the text is mixed or has none.

    A long text is judged by its first 20,000 characters.
    """
    counts: dict[str, int] = {}
    sample = text[:20_000]
    ascii_letters = sum(map(str.isalpha, sample.encode("ascii", "ignore").decode()))
    if ascii_letters:
        counts["Latin"] = ascii_letters
    if not sample.isascii():
        for character in sample:
            if character > "\x7f" and (script := script_of(character)):
                counts[script] = counts.get(script, 0) + 1
    total = sum(counts.values())
    for script, count in counts.items():
        if count >= share * total:
            return script
    return ""
