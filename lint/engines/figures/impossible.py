"""Dates that no calendar has: 31 April, February 29, 2015, 2015-02-30."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from lint.engines.figures.dates import GAP, MONTH, MONTH_NAMES, MONTHS, YEAR, has_month
from lint.engines.figures.found import Found
from lint.model import Document, Rule, Span

if TYPE_CHECKING:
    from datetime import date

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def find(document: Document, rule: Rule) -> Iterator[Found]:
    """Every impossible date, with the last day of its month."""
    text = document.text
    if has_month(text):
        for match in _written().finditer(text):
            yield from _checked(match)
    if "19" in text or "20" in text:
        for match in _numeric().finditer(text):
            if not _possible(match):
                yield Found(Span(*match.span()), {"reason": "no calendar has this date"})


@cache
def _written() -> re.Pattern[str]:
    # “In April 31 people died” is no date: without a year or “on”, a sign must follow.
    return re.compile(
        rf"(?<![\w.,:/-])(?P<day1>[2-9]\d)(?:st|nd|rd|th)?\.?{GAP}(?:of\s)?(?P<month1>{MONTH})\b"
        rf"(?:,?{GAP}(?P<year1>{YEAR})\b)?"
        rf"|(?P<on>\b[Oo]n\s(?:\w+day,?\s)?)?\b(?P<month2>{MONTH})\b\.?{GAP}(?P<day2>[2-9]\d)(?P<th>st|nd|rd|th)?"
        rf"(?![\w:%]|[.,]\d)(?:,?{GAP}(?P<year2>{YEAR})\b)?(?P<sign>[,.;)])?"
    )


def _checked(match: re.Match[str]) -> Iterator[Found]:
    form = "1" if match["month1"] else "2"
    month, day, year = MONTHS[match[f"month{form}"]], int(match[f"day{form}"]), match[f"year{form}"]
    last = _LENGTHS[month - 1]
    if day > last + 1 and not year and not (form == "2" and (match["on"] or match["th"])):
        return
    if form == "2" and day > last and not (year or match["on"] or match["th"] or match["sign"]):
        return
    named = MONTH_NAMES[month - 1]
    reason = f"{named} has {last} days"
    if month == 2 and day == last:
        if not year or _leap(int(year)):
            return
        reason = f"{year} is no leap year"
    elif day <= last:
        return
    start = match.start(f"{'day' if form == '1' else 'month'}{form}")
    end = match.end("sign" if match["sign"] else 0) - len(match["sign"] or "")
    yield Found(Span(start, end), {"reason": reason})


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@cache
def _numeric() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w./,:=#-])(?:((?:19|20)\d\d)-(\d\d)-(\d\d)|(\d{1,2})([./])(\d{1,2})\5((?:19|20)\d\d))(?![\w/=-]|[.,]\d)"
    )


def _possible(match: re.Match[str]) -> bool:
    year, month, day, one, _, two, end = match.groups()
    if year:
        return _date(int(year), int(month), int(day)) is not None
    orders = ((int(one), int(two)), (int(two), int(one)))
    return any(_date(int(end), first, second) for first, second in orders)


def _date(year: int, month: int, day: int) -> date | None:
    from datetime import date

    try:
        return date(year, month, day)
    except ValueError:
        return None
