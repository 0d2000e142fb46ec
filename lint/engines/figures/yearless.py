"""A date without a year between dates of different years: “5 June” may be of either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lint.engines.figures.dates import Date, as_date, dated
from lint.engines.figures.found import Found
from lint.model import Document, Rule, Span
from lint.regexes import pattern

NEAR = 600
"""Code points within which a date with a year is in the reader's mind: some hundred words."""


def find(document: Document, rule: Rule) -> Iterator[Found]:
    """At most one finding for a draft: the dates whose neighbours on both sides are of two other years."""
    text = document.text
    dates = [as_date(match) for match in dated().finditer(text)]
    if len({date.year for date in dates if date.year}) < 2:
        return
    unsure = [found for found in _between(dates) if not _told(text, found[0].span)]
    if unsure:
        date, before, after = unsure[0]
        related = [(other.span, str(other.year)) for other in (before, after)]
        related += [(other.span, "no year either") for other, _, _ in unsure[1:]]
        slots = {"first": str(before.year), "last": str(after.year)}
        yield Found(date.span, slots, tuple(related))


def _between(dates: list[Date]) -> Iterator[tuple[Date, Date, Date]]:
    """(date without a year, the full one before it, the full one behind it), where these differ."""
    before: Date | None = None
    waiting: list[Date] = []
    for date in dates:
        if not date.year:
            waiting.append(date)
            continue
        if before and before.year != date.year:
            yield from ((one, before, date) for one in waiting if _is_near(before, one, date))
        before, waiting = date, []


def _is_near(before: Date, date: Date, after: Date) -> bool:
    return date.span.start - before.span.end < NEAR and after.span.start - date.span.end < NEAR


def _told(text: str, span: Span) -> bool:
    """Whether words beside the date say which year is meant, or it ends a span that a year began."""
    around, before = _telling()
    start = max(span.start - 40, 0)
    return bool(around.search(text, start, span.end + 40) or before.search(text, start, span.start))


@cache
def _telling() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        pattern(
            r"\b(?:(?:this|that|last|next|same|following|previous|each|every|current)\s(?:\w+\s)?year|later|"
            r"(?:this|last|next)\s(?:month|week)|annual\w*|yearly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
        ),
        pattern(r"(?:\b(?:to|and|until|through|or|till)|[–,-])\s*\Z"),
    )
