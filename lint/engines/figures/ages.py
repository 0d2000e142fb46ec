"""An age that the years of birth and death in its sentence belie, or two ages of one person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lint.engines.figures.dates import published
from lint.engines.figures.found import Found
from lint.model import Document, Rule, Span
from lint.regexes import pattern


def find(document: Document, rule: Rule) -> Iterator[Found]:
    """Every age that the years around it belie, or another age of the same person."""
    yield from _beside_years(document)
    yield from _of_one_person(document)


def _of_one_person(document: Document) -> Iterator[Found]:
    """An age behind a full name that had another one before: “Anna Barlow, 34,” and “Anna Barlow, 43,”."""
    first: dict[str, re.Match[str]] = {}
    for match in _aged().finditer(document.text):
        known = first.setdefault(" ".join(match[1].split()[-2:]), match)
        if known[2] != match[2]:
            reason = f"it was {known[2]} before"
            related = ((Span(known.start(1), known.end(2)), known[2]),)
            yield Found(Span(*match.span(2)), {"reason": reason, "age": match[2]}, related)


@cache
def _aged() -> re.Pattern[str]:
    name = r"[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ]"
    return pattern(rf"((?:{name}[^\S\n]){{1,3}}{name}),[^\S\n]([1-9]\d)(?=,[^\S\n][a-z]|\.[^\S\n][A-Z])")


def _beside_years(document: Document) -> Iterator[Found]:
    """Every such age: at death where the year of death stands there, else on the draft's own day."""
    text = document.text
    today = published(document)
    for life in _lives().finditer(text):
        sentence = document.sentence_at(life.start())
        if sentence is None:
            continue
        birth = int(life["from"] or life["born"])
        ages = list(_ages().finditer(text, *sentence))
        if len(ages) != 1 or len(list(_lives().finditer(text, *sentence))) != 1:
            continue
        age = ages[0]
        dead = bool(age["dead"])
        died = _death().search(text, *sentence) if not life["to"] else None
        end = int(life["to"]) if life["to"] else int(died[1]) if died else 0
        if not end and (dead or not today):
            continue
        if end and not dead and not (died and age["of"]):
            continue
        year = end or (today.year if today else 0)
        years = next(group for group in (age["dead"], age["of"], age["now"]) if group)
        right = year - birth
        if (
            int(years) in (right, right - 1)
            or not 0 < right < 120
            or not _current(text, sentence, year, birth)
        ):
            continue
        reason = f"{birth} to {year} makes {right - 1} or {right}"
        place = Span(*age.span(next(name for name in ("dead", "of", "now") if age[name])))
        yield Found(place, {"reason": reason, "age": years}, ((Span(*life.span()), "the year of birth"),))


@cache
def _lives() -> re.Pattern[str]:
    year = r"(?:1[89]|20)\d\d"
    return pattern(
        rf"\((?P<from>{year})\s?[–-]\s?(?P<to>{year})\)"
        rf"|\bborn\s(?:[\w’,.\s-]{{0,40}}?\s)?(?:in\s|on\s)?(?:\w+\s\d\d?,\s|\d\d?\s\w+\s|\w+\s)?(?P<born>{year})\b"
    )


@cache
def _ages() -> re.Pattern[str]:
    return pattern(
        r"\bdied\s(?:[\w’,.\s-]{0,60}?\s)?(?:aged\s|at\s(?:the\sage\sof\s)?)(?P<dead>\d{1,3})\b(?![:%]|[.,]\d|\s[ap]\.?m)"
        r"|\b(?:at\sthe\sage\sof|aged)\s(?P<of>\d{1,3})\b"
        r"|(?:\bis\s|,\s)(?P<now>\d{2})(?:,(?!\d)|-year-old|\syears\sold)"
    )


@cache
def _death() -> re.Pattern[str]:
    return pattern(
        r"\bdied\s(?:[\w’,.\s-]{0,60}?\s)?(?:in\s|on\s)?(?:\w+\s\d\d?,\s|\d\d?\s\w+\s|\w+\s)?"
        r"((?:19|20)\d\d)\b"
    )


def _current(text: str, sentence: Span, year: int, birth: int) -> bool:
    """Whether no third year stands in the sentence, which the age may belong to."""
    written = {int(found) for found in pattern(r"\b(?:1[89]|20)\d\d\b").findall(text[slice(*sentence)])}
    return not written - {year, birth}
