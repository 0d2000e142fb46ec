"""Ranges that run backwards: “from 2015 to 2012”, “pp. 40–32”, “June 12–8”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lint.engines.figures.dates import GAP, MONTH
from lint.engines.figures.found import Found
from lint.model import Document, Rule, Span


def find(document: Document, rule: Rule) -> Iterator[Found]:
    """Every range whose end lies before its start; a short end (132–8) takes the start's first digits."""
    text = document.text
    for match in _pattern().finditer(text):
        first, last = next(
            (match[f"{name}1"], match[f"{name}2"]) for name in _KINDS if match[f"{name}1"] is not None
        )
        whole = last if match["days1"] else first[: max(len(first) - len(last), 0)] + last
        if int(whole) >= int(first) or (match["days1"] and int(last) > 31):
            continue
        if match["years1"] and _measured().search(text, max(match.start() - 60, 0), match.start()):
            continue
        start = next(match.start(f"{name}1") for name in _KINDS if match[f"{name}1"] is not None)
        end = match.end()
        fixed = text[start:end].replace(first, "\0").replace(last, first).replace("\0", last)
        fix = document.fix(Span(start, end), fixed) if whole == last else None
        yield Found(Span(match.start(), end), {"first": first, "last": whole}, (), (fix,))


_KINDS = ("years", "span", "pages", "days")


@cache
def _measured() -> re.Pattern[str]:
    # “The number fell from 2015 to 1998” is no range of years.
    return re.compile(
        r"\b(?:f[ae]ll(?:en|ing)?|dropp?\w*|cut\w*|reduc\w+|declin\w+|decreas\w+|down|went|lower\w*|slipp?\w*|"
        r"shr[aiu]nk\w*|plung\w+|number)\b",
        re.IGNORECASE,
    )


@cache
def _pattern() -> re.Pattern[str]:
    year = r"(?:1[5-9]|20)\d\d"
    behind = r"(?![\w%]|[.,:/–-]\d|\s(?:BCE?|B\.C\.))"
    return re.compile(
        rf"\bfrom{GAP}(?P<years1>{year}){GAP}(?:to|until|through|till){GAP}(?P<years2>{year}){behind}"
        rf"|(?<![\w.,:/#(+–-])(?P<span1>{year})\s?–\s?(?P<span2>{year}){behind}"
        rf"|\b(?:[Pp]p?\.|[Pp]ages)\s?(?P<pages1>\d{{1,4}})\s?(?:[–-]|to\s)\s?(?P<pages2>\d{{1,4}}){behind}"
        rf"|\b{MONTH}\.?{GAP}(?P<days1>\d\d?)\s?[–-]\s?(?P<days2>\d\d?){behind}"
    )
