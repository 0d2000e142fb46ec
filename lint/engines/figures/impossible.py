"""Dates that no calendar has: 31 April, February 29, 2015, 2015-02-30."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from lint.engines.figures.dates import GAP, MONTH_NAMES, MONTHS, YEAR, month_names
from lint.engines.figures.found import Found
from lint.model import Document, Rule, Span
from lint.regexes import pattern

if TYPE_CHECKING:
    from datetime import date

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def find(document: Document, rule: Rule) -> Iterator[Found]:
    """Every impossible date, with the last day of its month."""
    text = document.text
    for match in month_names().finditer(text):
        before = _before().search(text, max(match.start() - 12, 0), match.start())
        behind = _behind().match(text, match.end())
        if before and not behind:
            year = _year().match(text, match.end())
            if year or int(before[1]) <= _LENGTHS[MONTHS[match[0]] - 1] + 1:
                yield from _checked(match[0], int(before[1]), year, before.start(1), match.end())
        elif behind and (year := _year().match(text, behind.end())) is not None:
            yield from _checked(match[0], int(behind[1]), year, match.start(), behind.end())
        elif behind and (behind[2] or _ends(text, match.start(), behind.end())):
            yield from _checked(match[0], int(behind[1]), None, match.start(), behind.end())
    if "19" in text or "20" in text:
        for match in _numeric().finditer(text):
            if not _possible(match):
                yield Found(Span(*match.span()), {"reason": "no calendar has this date"})


@cache
def _before() -> re.Pattern[str]:
    return pattern(rf"(?<![\w.,:/-])((?:29|3\d))(?:st|nd|rd|th)?\.?{GAP}(?:of\s)?\Z")


@cache
def _behind() -> re.Pattern[str]:
    return pattern(rf"\.?{GAP}((?:29|3\d))(st|nd|rd|th)?(?![\w:%]|[.,]\d)")


@cache
def _year() -> re.Pattern[str]:
    return pattern(rf",?{GAP}({YEAR})\b")


def _ends(text: str, start: int, end: int) -> bool:
    """Whether a date without a year is one: “in April 31 people died” is not."""
    before = text[max(start - 14, 0) : start]
    return text[end : end + 1] in ",.;)" or bool(pattern(r"\b[Oo]n\s(?:\w+day,?\s)?\Z").search(before))


def _checked(name: str, day: int, year: re.Match[str] | None, start: int, end: int) -> Iterator[Found]:
    month = MONTHS[name]
    last = _LENGTHS[month - 1]
    reason = f"{MONTH_NAMES[month - 1]} has {last} days"
    if month == 2 and day == last and year and not _leap(int(year[1])):
        reason = f"{year[1]} is no leap year"
    elif day <= last:
        return
    elif month == 2:
        reason = f"{MONTH_NAMES[1]} never has {day} days"
    yield Found(Span(start, year.end() if year else end), {"reason": reason})


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@cache
def _numeric() -> re.Pattern[str]:
    return pattern(
        r"\d(?<![\w./,:=#-]\d)(?:(?<=[12])(?:(?<=1)9|0)\d\d-\d\d-\d\d|\d?([./])\d\d?\1(?:19|20)\d\d)(?![\w/=-]|[.,]\d)"
    )


def _possible(match: re.Match[str]) -> bool:
    if match[1] is None:
        year, month, day = map(int, match[0].split("-"))
        return _date(year, month, day) is not None
    one, two, year = map(int, match[0].split(match[1]))
    return any(_date(year, first, second) for first, second in ((one, two), (two, one)))


def _date(year: int, month: int, day: int) -> date | None:
    from datetime import date

    try:
        return date(year, month, day)
    except ValueError:
        return None
