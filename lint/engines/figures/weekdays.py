"""A weekday beside a date that falls on another day.

The year is the date's own, else the one nearest to the day in the front matter or to a full date near it
that tells when the draft was written: one with a weekday, or at the draft's top. Without any, two dates
of one fortnight must agree with one another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from lint.engines.figures.dates import (
    GAP,
    MONTH_NAMES,
    Date,
    as_date,
    dated,
    nearest,
    published,
    years,
)
from lint.engines.figures.found import Found
from lint.model import Document, Rule, Span
from lint.regexes import pattern

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

NEAR = 60
"""Days between a date without a year and a full date of the draft that lends it its year."""

HEAD = 300
"""Characters at the top of a draft where a full date is the draft's own."""

FORTNIGHT = 14
"""Days within which two dates without a year are taken to be of the same one."""

_ANY = 2001  # Dates of one year lie as far apart in every other, but for the leap day.


class _Pair(NamedTuple):
    """A weekday (0 is Monday) and the date beside it."""

    weekday: int
    name: Span
    date: Date
    span: Span


def find(document: Document, rule: Rule) -> Iterator[Found]:
    """Every weekday that is not the date's."""
    text = document.text
    pairs = list(_pairs(text))
    if not pairs:
        return
    anchors = _Anchors(document, pairs)
    undated: list[_Pair] = []
    for pair in pairs:
        if pair.date.year:
            days = {day} if (day := pair.date.on(pair.date.year)) else set()
        else:
            days = anchors.near(pair.date)
            if not days:
                undated.append(pair)
        if days and all(day.weekday() != pair.weekday for day in days):
            yield _found(document, pair, min(days))
    yield from _at_odds(undated)


def _pairs(text: str) -> Iterator[_Pair]:
    """Every date with a weekday before it (Tuesday, June 2) or behind it (June 2, a Tuesday)."""
    before, behind = _sides()
    for match in dated().finditer(text):
        start = max(match.start() - 16, 0)
        name = before.search(text, start, match.start()) or behind.match(text, match.end())
        if name:
            weekday = Span(*name.span(1))
            span = Span(min(weekday.start, match.start()), max(weekday.end, match.end()))
            yield _Pair(_SHORT.index(name[1][:3]), weekday, as_date(match), span)


@cache
def _sides() -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = r"((?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?)"
    return (
        pattern(rf"(?<!\w){name}(?:\.?,?{GAP}\(?|{GAP}\()(?:the\s)?\Z"),
        pattern(rf"(?:{GAP}\(|,{GAP}a\s){name}\b(?=[),.;])"),
    )


class _Anchors:
    """The days that tell which year a date without one is of."""

    def __init__(self, document: Document, pairs: list[_Pair]) -> None:
        self.published = published(document)
        self.text = document.text
        dates = [pair.date for pair in pairs]
        if not self.published:
            dates += map(as_date, dated().finditer(self.text, 0, HEAD))
        self.full = [day for found in dates if found.year and (day := found.on(found.year))]

    def near(self, found: Date) -> set[date]:
        """The days it may be, empty where nothing tells; any of them may bear out the weekday."""
        if self.published:
            day = nearest(found, self.published)
            return {day} if day else set()
        days = {day for anchor in self.full if (day := nearest(found, anchor))}
        if not any(abs((day - anchor).days) <= NEAR for day in days for anchor in self.full):
            return set()
        # Another year that the draft speaks of may be meant.
        return days | {day for year in years(self.text) if (day := found.on(year))}


def _found(document: Document, pair: _Pair, day: date) -> Found:
    name = document.text[pair.name.start : pair.name.end]
    right = DAYS[day.weekday()]
    short = right[:3] if len(name) < 5 else right
    fixes = [document.fix(pair.name, short)]
    moved = min(
        (day + timedelta(days) for days in range(-3, 4)),
        key=lambda other: (other.weekday() != pair.weekday, abs((other - day).days)),
    )
    if moved.month == day.month and moved.day > 3:
        fixes.append(document.fix(pair.date.day_span, str(moved.day)))
    return Found(pair.span, {"date": _said(pair.date, day.year), "weekday": right}, (), tuple(fixes))


def _said(found: Date, year: int | None = None) -> str:
    """A date in the order in which the draft has it: June 2, 2015 or 2 June 2015."""
    month = MONTH_NAMES[found.month - 1]
    if found.span.start == found.day_span.start:
        return f"{found.day} {month}" + (f" {year}" if year else "")
    return f"{month} {found.day}" + (f", {year}" if year else "")


def _at_odds(pairs: list[_Pair]) -> Iterator[Found]:
    """Pairs that no year can make right together with more of those of the same fortnight."""
    shifts = [(pair, _day(pair)) for pair in pairs if pair.date.on(_ANY)]
    offsets = Counter((pair.weekday - day.toordinal()) % 7 for pair, day in shifts)
    for pair, day in shifts:
        own = (pair.weekday - day.toordinal()) % 7
        others = [
            other
            for other, at in shifts
            if abs((at - day).days) <= FORTNIGHT and (other.weekday - at.toordinal()) % 7 != own
        ]
        # Of two that disagree, the later is named; of three, the odd one.
        if others and (
            offsets[own] < offsets.most_common(1)[0][1]
            or (len(offsets) == 2 and set(offsets.values()) == {1} and pair.span > others[0].span)
        ):
            other = others[0]
            weekday = DAYS[(other.weekday + (day - _day(other)).days) % 7]
            said = {"date": _said(pair.date), "weekday": weekday}
            yield Found(pair.span, said, ((other.span, "this date says so"),))


def _day(pair: _Pair) -> date:
    return pair.date.on(_ANY) or date(_ANY, 1, 1)
