"""Whether a draft can hold what a rule looks for, by plain substrings: most drafts need no pattern made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lint.model import Document

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LATE = ("29", *map(str, range(30, 40)))


def _any(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def _weekday(document: Document) -> bool:
    return _any(document.text, _MONTHS) and _any(document.text, _DAYS)


def _impossible(document: Document) -> bool:
    return _any(document.text, _LATE) and _any(document.text, (*_MONTHS, "19", "20"))


def _count(document: Document) -> bool:
    kinds = [block.kind for block in document.blocks]
    return kinds.count("item") > 1 or kinds.count("heading") > 2


_LEFT = ("emaining", "the rest", "the remainder", "the other", "The rest", "The other")
_UNDECIDED = ("undecided", "n’t know", "n't know", "not know", "no opinion", "abstain", "unsure")


def _shares(document: Document) -> bool:
    return _any(document.text, ("%", "cent")) and _any(document.text, _LEFT + _UNDECIDED)


def _age(document: Document) -> bool:
    text = document.text
    lived = _any(text, ("born", "died")) and _any(text, ("18", "19", "20"))
    return lived or sum(text.count(f", {digit}") for digit in range(1, 10)) > 1


def _range(document: Document) -> bool:
    text = document.text
    return _any(text, ("from 1", "from 2", "–", "-1", "-2", "pp.", "ages ", "p. ")) or (
        "-" in text and _any(text, _MONTHS) and any(f"{digit}-" in text for digit in range(10))
    )


def _year(document: Document) -> bool:
    """Whether two years stand a few letters behind the names of months."""
    text = document.text
    found: set[str] = set()
    for month in _MONTHS:
        at = text.find(month)
        while at >= 0:
            found.update(word[:4] for word in text[at : at + 24].split()[1:3] if word[:2] in ("19", "20"))
            at = text.find(month, at + 3)
    return len({year for year in found if len(year) == 4 and year.isdigit()}) > 1


WORTH: Mapping[str, Callable[[Document], bool]] = {
    "weekday": _weekday,
    "impossible": _impossible,
    "count": _count,
    "shares": _shares,
    "age": _age,
    "range": _range,
    "year": _year,
}
"""What a rule may find -> whether a draft may hold it."""
