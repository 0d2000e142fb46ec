"""Ranges that run backwards: “from 2015 to 2012”, “pp. 40–32”, “June 12–8”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lint.engines.figures.dates import GAP, MONTH
from lint.engines.figures.found import Found
from lint.model import Document, Rule, Span
from lint.regexes import pattern


def find(document: Document, rule: Rule) -> Iterator[Found]:
    """Every range whose end lies before its start; a short end (132–8) takes the start's first digits."""
    text = document.text
    for sign, kind in (("from ", "years"), ("–", "span"), ("-", "span-"), ("p", "pages"), ("", "days")):
        if sign in text:
            for match in _pattern(kind).finditer(text):
                if _backwards(match, kind):
                    yield _found(document, match)


def _backwards(match: re.Match[str], kind: str) -> bool:
    text, start = match.string, match.start()
    if start and (text[start - 1].isalnum() or (kind.startswith("span") and text[start - 1] in ".,:/#(+–-")):
        return False
    if kind == "years" and _measured().search(text, max(start - 60, 0), start):
        return False
    if kind == "days" and int(match[2]) > 31:
        return False
    return int(_whole(match, kind)) < int(match[1])


def _whole(match: re.Match[str], kind: str) -> str:
    """The end of a range in full; days are never shortened."""
    first, last = match.groups()
    return last if kind == "days" else first[: max(len(first) - len(last), 0)] + last


def _found(document: Document, match: re.Match[str]) -> Found:
    first, last = match.groups()
    between = document.text[match.end(1) : match.start(2)]
    fix = document.fix(Span(match.start(1), match.end(2)), last + between + first)
    return Found(Span(*match.span()), {"first": first, "last": last}, (), (fix,))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    year = r"(?:1[5-9]|20)\d\d"
    patterns = {
        "years": rf"from{GAP}({year}){GAP}(?:to|until|through|till){GAP}({year})",
        "span": rf"({year})\s?–\s?({year})",
        "span-": rf"({year})-({year})",
        "pages": r"[Pp](?:p?\.|ages)\s?(\d{1,4})\s?(?:[–-]|to\s)\s?(\d{1,4})",
        "days": rf"{MONTH}\.?{GAP}(\d\d?)\s?[–-]\s?(\d\d?)",
    }
    return pattern(patterns[kind] + r"(?![\w%]|[.,:/–-]\d|\s(?:BCE?|B\.C\.))")


@cache
def _measured() -> re.Pattern[str]:
    # “The number fell from 2015 to 1998” is no range of years.
    return pattern(
        r"\b(?:f[ae]ll(?:en|ing)?|dropp?\w*|cut\w*|reduc\w+|declin\w+|decreas\w+|down|went|lower\w*|slipp?\w*|"
        r"shr[aiu]nk\w*|plung\w+|number)\b",
        re.IGNORECASE,
    )
