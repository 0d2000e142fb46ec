"""What looks like a word and is none of a speller's business: code, addresses, acronyms, scraps."""

from __future__ import annotations

import re

from lint.model import OBJECT
from lint.regexes import pattern

_MACHINE = pattern(r"[_\\/@#=<>{}|~^$*\[\]+]|://|www\.|\w\.\w|&\w+;|\d")
_EITHER_OR = pattern(r"[(\[]?[a-z]{3,}/[a-z]{3,}[\])]?[.,;:!?]?")
_SHORT_ARTICLE = pattern(r"(?:[dlonmstj]|al|ad|ed|el|dell)['’](?=\w{2})", re.IGNORECASE)
_CLIPPED = ("in", "an", "o", "th", "em", "til", "cause", "bout", "cuz")
_LONGEST_ACRONYM = 6
_LATIN_END = "\u0250"


def is_machine(text: str, start: int, end: int) -> bool:
    """Whether the run of signs around the word is no prose: an address, a path, a file name, a variable."""
    run = text[run_start(text, start) : run_end(text, end)]
    return (bool(_MACHINE.search(run)) and not _EITHER_OR.fullmatch(run)) or (
        OBJECT in text[max(start - 1, 0) : end + 1] or "\u00ad" in text[max(start - 1, 0) : end + 1]
    )


def run_start(text: str, start: int) -> int:
    while start and not text[start - 1].isspace() and text[start - 1] not in '—–…(“"':
        start -= 1
    return start


def run_end(text: str, end: int) -> int:
    while end < len(text) and not text[end].isspace() and text[end] not in '—–…)”"':
        end += 1
    return end


def is_name_shaped(form: str) -> bool:
    """Whether the form's letters alone say that it is an acronym, a brand or a foreign name, not a word."""
    if form.isascii():
        pass
    elif any(letter >= _LATIN_END and letter not in "’ʼ" for letter in form):
        return True
    if _SHORT_ARTICLE.match(form):
        return True
    if form.islower():
        return False
    return not form.isupper() and not form[1:].islower()


def is_short_capitals(form: str) -> bool:
    """Whether the form may be an acronym."""
    return form.isupper() and len(form) <= _LONGEST_ACRONYM


def is_broken_off(text: str, end: int) -> bool:
    """Whether a hyphen with nothing after it shows that the speaker stopped: `the oth- the other`."""
    return text[end : end + 1] in ("-", "‐", "‑") and not text[end + 1 : end + 2].isalnum()


def is_clipped(text: str, start: int, end: int) -> bool:
    """Whether an apostrophe shows that letters were left out on purpose: `’til`, `goin’`."""
    form = text[start:end].lower()
    if text[start - 1 : start] in ("'", "’", "‘") and form in _CLIPPED:
        return True
    return text[end : end + 1] in ("'", "’") and form.endswith("in") and len(form) > 3
