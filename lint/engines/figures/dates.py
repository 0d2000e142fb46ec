"""Dates as news writes them, and the year that a draft is from."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from lint.model import Document, Span
from lint.regexes import pattern

_MONTHS = (
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May",),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sept", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
"""Names and short forms -> 1 to 12."""

MONTH_NAMES = tuple(names[0] for names in _MONTHS)
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
YEAR = r"(?:1[5-9]|20)\d\d"
DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
GAP = r"\s(?!\n)"
"""One space or wrap, which is not the end of a block."""
DATED = (
    rf"(?P<month1>{MONTH})\b\.?{GAP}(?P<day1>{DAY})(?![\d:%]|[.,]\d)"
    rf"(?:(?:,|\sof)?{GAP}(?P<year1>{YEAR})\b(?!,\d|\s(?:GMT|BST)|\shours))?"
    rf"|(?P<day2>{DAY}){GAP}(?:of\s)?(?P<month2>{MONTH})\b\.?"
    rf"(?:,?{GAP}(?P<year2>{YEAR})\b(?!,\d|\s(?:GMT|BST)|\shours))?"
)
"""A regular expression for June 2, 2015 and 2nd of June 2015, the year left out or not."""

_KEYS = ("date", "published", "pubdate", "publishdate", "publish_date", "published_at", "datum")


class Date(NamedTuple):
    """A day as it was written; `year` is None where it was left out; `day_span` holds its number."""

    year: int | None
    month: int
    day: int
    span: Span
    day_span: Span

    def on(self, year: int) -> date | None:
        """The day in a year, or None where the month has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@cache
def month_names() -> re.Pattern[str]:
    """The names of months and their short forms, to the end of the word."""
    return pattern(rf"{MONTH}\b")


@cache
def dated() -> re.Pattern[str]:
    """`DATED`, made ready."""
    return pattern(rf"(?<![\w.,:/-])(?:{DATED})")


def as_date(match: re.Match[str]) -> Date:
    """The date of a match of a pattern that holds `DATED`."""
    form = "1" if match["month1"] else "2"
    written, year = match[f"day{form}"], match[f"year{form}"]
    digits = written.rstrip("stndrh")
    start = match.start(f"day{form}")
    first = match.start("month1") if form == "1" else start
    return Date(
        int(year) if year else None,
        MONTHS[match[f"month{form}"]],
        int(digits),
        Span(first, match.end()),
        Span(start, start + len(digits)),
    )


def published(document: Document) -> date | None:
    """The day in the draft's front matter, or None."""
    for key in _KEYS:
        found = pattern(r"(\d{4})-(\d\d)-(\d\d)").match(document.meta.get(key, ""))
        if found:
            try:
                return date(*map(int, found.groups()))
            except ValueError:
                return None
    return None


def years(text: str) -> set[int]:
    """Every number in the text that may be a year of our time."""
    return {int(year) for year in pattern(r"(?<![\w.,-])(?:19|20)\d\d(?![\w%]|,\d)").findall(text)}


def nearest(found: Date, anchor: date) -> date | None:
    """The day of a date without a year that lies nearest to another day."""
    days = [day for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (day := found.on(year))]
    return min(days, key=lambda day: abs((day - anchor).days), default=None)
