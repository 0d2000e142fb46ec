"""Words that give a quotation its speaker: said, according to."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from lint.model import Rule
from lint.regexes import pattern


class Speaking(NamedTuple):
    """A rule's `words`: single ones, and those of several words."""

    single: frozenset[str]
    phrases: tuple[str, ...]


def speaking_words(rule: Rule) -> Speaking:
    """The rule's words in small letters."""
    words = [word.casefold() for word in rule.options.get("words", ())]
    return Speaking(
        frozenset(word for word in words if " " not in word), tuple(word for word in words if " " in word)
    )


def names_speaker(text: str, speaking: Speaking) -> bool:
    """Whether one of the words stands in a text."""
    folded = text.casefold()
    if not speaking.single.isdisjoint(_word().findall(folded)):
        return True
    return any(phrase in folded for phrase in speaking.phrases)


@cache
def _word() -> re.Pattern[str]:
    return pattern(r"[\w-]+")
