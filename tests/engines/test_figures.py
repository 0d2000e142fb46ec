"""Weekdays beside dates, dates of no calendar, lists, shares, ages and ranges."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.documents import parse
from lint.engines import figures
from lint.model import Config, Finding
from lint.rulepacks.read import read_pack

PACK = Path(__file__).parents[2] / "rules" / "figures.yml"
RULES = read_pack(PACK.read_text(encoding="utf-8"), str(PACK)).rules
CHECK = figures.build(tuple(rule for rule in RULES if rule.kind == "figures"), Config())
SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def found(text: str, path: str = "draft.md") -> list[Finding]:
    return list(CHECK(parse(text, path)))


def flagged(text: str, path: str = "draft.md") -> list[str]:
    return [finding.text for finding in found(text, path)]


def test_the_seed_has_its_dates_right():
    assert flagged(SEED.read_text(encoding="utf-8"), "seed.txt") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("They met on Wednesday, June 2, 2015.", "June 2, 2015 is a Tuesday"),
        ("They met on Wed., 2nd of June 2015.", "2 June 2015 is a Tuesday"),
        ("They met on June 2, 2015 (Monday).", "June 2, 2015 is a Tuesday"),
        ("Paris, May 30, 2015. They meet on Monday, June 2.", "June 2, 2015 is a Tuesday"),
    ],
)
def test_a_weekday_that_is_not_the_dates(text: str, message: str):
    [finding] = found(text)
    assert message in finding.message


def test_the_year_is_the_one_nearest_to_the_front_matters_date():
    draft = "---\ndate: {}\n---\n\nThe hall opens on Friday, January 2."
    assert flagged(draft.format("2014-12-20")) == []
    [finding] = found(draft.format("2015-12-20"))
    assert "January 2, 2016 is a Saturday" in finding.message
    assert finding.suggestions == ("Saturday, January 2",)


def test_either_the_day_or_the_date_may_be_mended():
    [finding] = found("They met on Monday, June 9, 2015.")
    assert finding.suggestions == ("Tuesday, June 9, 2015", "Monday, June 8, 2015")


def test_without_a_year_dates_of_a_fortnight_must_agree():
    right = "It closes on Monday, June 8. "
    assert flagged(right + "It opens on Wednesday, June 10.") == []
    assert flagged(right + "It opens on Tuesday, June 10.") == ["Tuesday, June 10"]
    assert flagged(right + "Last year it opened on Tuesday, September 10.") == []


def test_an_old_date_lends_its_year_to_no_other():
    past = "The talks have gone on for a long time, and the records of the port fill a room. " * 4
    text = past + "The bridge fell on 2 March 1996, and the hearing is on Tuesday, 1 March."
    assert flagged(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kick-off is on Tuesday, 1 March.\n\n2000 GMT",
        "On Sunday May spoke to 12 mayors.",
        "In April 31 boats sank, and by June 40 more.",
        "On 29 February 2016 and on 31 May they met.",
        "The form 1.31.2015 and the address 10.0.31.2015 are kept.",
    ],
)
def test_what_only_looks_like_a_date(text: str):
    assert flagged(text, "draft.txt") == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It ends on 31 April.", "31 April"),
        ("It ended on Feb. 30, 1999, they say.", "Feb. 30, 1999"),
        ("On 29 February 1900 it snowed.", "29 February 1900"),
        ("The log of 2015-06-31 is lost.", "2015-06-31"),
        ("The log of 31.04.2015 is lost.", "31.04.2015"),
        ("It ends on November 31st", "November 31st"),
    ],
)
def test_a_date_of_no_calendar(text: str, date: str):
    assert flagged(text) == [date]


ITEMS = "\n- a bridge\n- a ferry\n- a tunnel\n"


@pytest.mark.parametrize(
    ("announced", "flags"),
    [
        ("There are four ways:", ["four ways"]),
        ("There are 2 cheap and quick ways:", ["2 cheap and quick ways"]),
        ("There are three ways:", []),
        ("Among the four ways are:", []),
        ("The four ways include:", []),
        ("In two days we will build:", []),
        ("On page 25 We give reasons:", []),
        ("Two ways for three reasons:", []),
    ],
)
def test_a_number_over_a_list(announced: str, flags: list[str]):
    assert flagged(f"{announced}\n{ITEMS}") == flags


def test_a_number_in_a_title_over_numbered_headings():
    title = "# 12 lessons from the flood\n\n"
    lessons = [f"## {number}. A lesson\n\nWater runs down.\n\n" for number in range(1, 13)]
    assert flagged(title + "".join(lessons)) == []
    [finding] = found(title + "".join(lessons[:-1]))
    assert (finding.text, len(finding.related)) == ("12 lessons", 11)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("It was 62% for and the remaining 28% against.", ["the remaining 28%"]),
        ("It was 62% for and the remaining 38% against.", []),
        ("It was 30.3% for, 30.2% against, and the other 39% did not vote.", []),
        ("Prices rose 7%. It was 62% for, the remaining 38 percent against.", []),
        ("The remaining 20 percent are poor.", []),
        ("It was 48% for, 41% against and 21% who don’t know.", ["21%"]),
        ("It was 48% for, 41% against and 11% who don’t know.", []),
        ("It was 48% for, 21% against. Of 80% of those 70% were undecided.", []),
    ],
)
def test_shares_of_one_whole(text: str, flags: list[str]):
    assert flagged(text) == flags


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("The painter (1931–2011) died at 69 in the north.", ["69"]),
        ("The painter (1931–2011) died at 80 in the north.", []),
        ("The painter, born in 1931, died in 2011 aged 69.", ["69"]),
        ("The painter, born in 1931, sold a work in 1960 at the age of 20 and died in 2011.", []),
        ("The painter, 54, was born in 1971.", []),
        ("---\ndate: 2015-01-02\n---\n\nThe painter, 54, was born in 1971.", ["54"]),
    ],
)
def test_ages_beside_years(text: str, flags: list[str]):
    assert flagged(text) == flags


def test_two_ages_of_one_person():
    first = "The engineer Anna Barlow, 34, looked at it. "
    [finding] = found(first + "They asked Anna Barlow, 43, again.")
    assert (finding.text, [place.text for place in finding.related]) == ("43", ["Anna Barlow, 34"])
    assert flagged(first + "They asked Anna Barlow, 34, again, and Ugo Barlow, 43, too.") == []
    assert flagged("Anna Barlow, 34, 12, 7 and Anna Barlow, 12, 4 made the most points.") == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("It stood empty from 2015 to 2012.", ["from 2012 to 2015"]),
        ("The war of 1918–1914 was long.", ["1914–1918"]),
        ("See pages 40-32.", ["pages 32-40"]),
        ("See pp. 132–8 and pp. 132–41, and the years 1998–2004.", []),
        ("Sales fell from 2015 to 1998 in a year.", []),
        ("Dial 2015–1998–77.", []),
        ("The war of 1918-1914 was long.", ["1914-1918"]),
        ("Part 12-1998-1914 of the years 1998-2004.", []),
    ],
)
def test_ranges_that_run_backwards(text: str, fixed: list[str]):
    assert [suggestion for finding in found(text) for suggestion in finding.suggestions] == fixed


BEGAN = "The lease began on 3 March 2014. "
SOLD = " The house was sold on 7 May 2015."


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        (BEGAN + "On 5 June the roof fell in." + SOLD, ["5 June"]),
        (BEGAN + "On 5 June the roof fell in, on 6 June the wall." + SOLD, ["5 June"]),
        (BEGAN + "On 5 June of that year the roof fell in." + SOLD, []),
        (BEGAN + "It ran from 3 March 2014 to 5 June." + SOLD, []),
        (BEGAN + "On 5 June 2014 the roof fell in." + SOLD, []),
        (BEGAN + "On 5 June the roof fell in." + " The house was sold on 7 May 2014.", []),
        (BEGAN + "On 5 June the roof fell in.", []),
    ],
)
def test_a_day_without_a_year_between_two_years(text: str, flags: list[str]):
    assert flagged(text) == flags
