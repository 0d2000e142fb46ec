"""Series with a comma before the last “and” and series without one.

Only what can be nothing but a series counts: four members or more, or three after a word such as
“between”; a clause, an apposition or a town and its state has fewer commas.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from lint.engines.uniform.found import Form, Mixed, majority
from lint.model import Document, Rule, Span
from lint.regexes import pattern

REACH = 160
"""Code points before the last “and” in which the series must begin."""


def find(document: Document, rule: Rule, counts: Callable[[Span], bool]) -> Iterator[Mixed]:
    """At most one finding for a draft; each place holds the last two members of a series."""
    text = document.text
    ends = list(_end().finditer(text))
    if not any(match[2] for match in ends):
        return
    places: dict[bool, list[Span]] = {False: [], True: []}
    for match in ends:
        span = Span(match.start(1), match.end())
        if _is_series(text, match) and counts(span):
            places[bool(match[2])].append(span)
    if all(places.values()):
        yield Mixed(*majority(*(Form(_shown(text, spans[0]), tuple(spans)) for spans in places.values())))


def _is_series(text: str, match: re.Match[str]) -> bool:
    """Whether two members or more stand before the match, or one after a word that announces a series."""
    members = _members().search(text, max(match.start() - REACH, 0), match.start())
    if members is None or _in_a_name().search(text, max(members.start() - 40, 0), members.start()):
        return False
    if "," not in members[0] and not _announced().search(text, max(members.start() - 20, 0), members.start()):
        return False
    # “Fever, chills, head and body aches, along with …”: the series goes on.
    return bool(match[2] or not _goes_on().match(text, match.end()))


_ITEM = r"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?|(?!however|though|therefore|meanwhile|moreover)[a-z][\w’'-]+)"


@cache
def _end() -> re.Pattern[str]:
    return pattern(
        rf",[^\S\n]({_ITEM})(,?)[^\S\n](?:and|or)[^\S\n](?!(?:so|not|then|yet|even|also|including)\b)[\w’'-]+"
    )


@cache
def _members() -> re.Pattern[str]:
    return pattern(rf"(?<![\w,’'-])(?<!, ){_ITEM}(?:,[^\S\n]{_ITEM})*\Z")


@cache
def _announced() -> re.Pattern[str]:
    return pattern(r"\b(?:between|including|such as)[^\S\n]\Z")


@cache
def _in_a_name() -> re.Pattern[str]:
    # A name keeps its own commas: the Council on Energy, Environment and Water.
    return pattern(r"[A-Z][\w’'-]+[^\S\n](?:of|for|on)[^\S\n](?:the[^\S\n])?\Z")


@cache
def _goes_on() -> re.Pattern[str]:
    return pattern(r"(?:[^\S\n][\w’'-]+){0,3}(?:\.\w+)?,")


def _shown(text: str, span: Span) -> str:
    return " ".join(text[slice(*span)].split())
