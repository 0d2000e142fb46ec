"""Kind `articles`: `a` before a vowel's sound, `an` before a consonant's, `the` before a place's possessive.

`articles: {find: sound}` needs `an` and `a`: the starts of words that sound otherwise than they are
spelled. `articles: {find: place, of: places}` flags an article before one of the words and ’s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from lint.matching import scope
from lint.model import Document, Finding, Rule, Span
from lint.regexes import pattern

if TYPE_CHECKING:
    from lint.model import Check, Config

_ARTICLE = r"(?<![\w’'.\-])([Aa]n?) (?=([A-Za-z][A-Za-z’']*|\d[\d,.]*)([-–/]|[.@]\w)?)"
_POSSESSIVE = r"(?<![\w’'-])([Tt]he|[Aa]n?) ((?:[A-Z][\w.]*[ -]){0,2}[A-Z][\w.]*)[’']s (?=[a-z])"

# fmt: off
_FUNCTION_WORDS = frozenset([
    "all", "also", "am", "an", "and", "any", "are", "as", "at", "de", "et", "if", "in", "is", "it", "its",
    "la", "of", "on", "or", "our", "out", "the", "to", "up", "us",
])
# fmt: on
_EITHER_WAY = ("hab", "hall", "her", "hila", "hist", "homag", "hors", "hote", "hyst")
_VOWELS = "aeiou"
_LETTERS_SPELLED_WITH_A_VOWEL = "AEFHILMNORSX"


class _Found(NamedTuple):
    span: Span
    better: str


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check for all rules of the kind."""
    return partial(_check, rules, config)


def _check(rules: tuple[Rule, ...], config: Config, document: Document) -> Iterator[Finding]:
    for rule in rules:
        find = _sounds if rule.options["find"] == "sound" else _places
        for found in find(document.text, rule):
            if scope.passes(rule, document, found.span, config):
                matched = document.text[found.span.start : found.span.end]
                message = rule.message.replace("{match}", matched).replace("{replacement}", found.better)
                fix = document.fix(found.span, found.better, safe=rule.fix == "safe")
                yield document.finding(rule, found.span, message=message, fixes=(fix,))


def _places(text: str, rule: Rule) -> Iterator[_Found]:
    """`the Turkey’s` -> `Turkey’s`."""
    places = frozenset(rule.options["lists"][rule.options["of"]])
    for match in pattern(_POSSESSIVE).finditer(text):
        if match[2] in places:  # A capital after it makes it a title: the Britain’s Got Talent show.
            better = text[match.start(2) : match.end() - 1]
            yield _Found(Span(match.start(), match.end() - 1), better)


def _sounds(text: str, rule: Rule) -> Iterator[_Found]:
    """`a hour` -> `an hour`, `an university` -> `a university`."""
    exceptions = {"an": tuple(rule.options["an"]), "a": tuple(rule.options["a"])}
    for match in pattern(_ARTICLE).finditer(text):
        written, word = match[1].lower(), match[2]
        wanted = _wanted(word, match[3] or "", exceptions)
        if wanted and wanted != written and not _is_letter(text, match):
            article = wanted if match[1][0] == "a" else wanted.capitalize()
            yield _Found(Span(match.start(), match.end(2)), f"{article} {word}")


def _is_letter(text: str, match: re.Match[str]) -> bool:
    """`A` is a name here (`Plan A`), not an article: a capital inside a sentence."""
    if match[1][0] == "a":
        return False
    before = text[max(0, match.start() - 4) : match.start()].rstrip("\"'“‘( ")
    return bool(before) and before[-1] not in ".!?:\n"


def _wanted(word: str, joint: str, exceptions: dict[str, tuple[str, ...]]) -> str:
    """`a` or `an`, "" where it cannot be told."""
    lower = word.lower()
    if joint and joint[0] in ".@":
        return ""
    if word[0].isdigit():
        return _before_number(word)
    if lower in _FUNCTION_WORDS or (len(word) < 3 and not (word.isupper() and len(word) == 2)):
        return ""
    if word.isupper():
        return _before_abbreviation(word) if not joint else ""
    if not (word.islower() or word.istitle()):
        return ""
    if lower.startswith(exceptions["an"]):
        return "an"
    if lower.startswith(exceptions["a"]):
        return "a"
    if word[0].isupper() and word[0] in "UEH":
        return ""
    from lint.lexicon.words import known

    if lower.startswith(_EITHER_WAY):
        return ""
    if not known(word) or not any(letter in "aeiouy" for letter in lower):
        return ""
    return "an" if lower[0] in _VOWELS else "a"


def _before_number(word: str) -> str:
    digits = word.split(".", maxsplit=1)[0]
    head = digits.split(",")[0].rstrip(",")
    if head.startswith("8") or head in ("11", "18"):
        return "an"
    # “1100” may be read as eleven hundred, and a year in many ways.
    return "a" if len(head) < 4 and head[0] != "8" else ""


def _before_abbreviation(word: str) -> str:
    """FBI is spelled out, NATO is a word: only what cannot be spoken is sure."""
    if word[0] in "BCDGJKPQTVWYZ":
        return "a"
    spoken = any(letter in "AEIOUY" for letter in word)
    if word[0] in _LETTERS_SPELLED_WITH_A_VOWEL and (not spoken or word[0] in "AEIO"):
        return "an" if word[0] != "E" or word[:2] != "EU" else ""
    return ""
