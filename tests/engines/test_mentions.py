"""People who are introduced twice, or never."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import Config, check_text

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))

OPENING = (
    "The bridge has been closed since the flood of last week, Mayor Anna Barlow told the council on Monday, "
    "and it will not open again before the spring, although the ferry is full every morning.\n\n"
)


def flagged(rule: str, text: str) -> list[str]:
    report = check_text(text, path="draft.txt", config=Config(select=(f"mentions.{rule}",)))
    assert report.failures == ()
    return [finding.text for finding in report.findings]


def test_the_seed_gives_the_syrian_president_his_title_and_full_name_twice():
    text = SEED.read_text(encoding="utf-8")
    assert flagged("title-again", text) == ["President Bashar al-Assad"]


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Mayor Anna Barlow promised a second ferry.", ["Mayor Anna Barlow"]),
        ("Barlow promised a second ferry.", []),
        ("Anna Barlow promised a second ferry.", []),
        ("“Mayor Anna Barlow must go,” a banner said.", []),
        ("Mayor Anna Barlow and her cousin Peter Barlow promised a second ferry.", []),
    ],
)
def test_title_and_full_name_again(text: str, again: list[str]):
    assert flagged("title-again", OPENING + text) == again


def test_the_finding_names_the_surname_and_the_first_place():
    report = check_text(
        OPENING + "Mayor Anna Barlow agreed.", path="a.txt", config=Config(select=("mentions.title-again",))
    )
    [finding] = report.findings
    assert "write “Barlow”" in finding.message
    assert [place.text for place in finding.related] == ["Mayor Anna Barlow"]


def test_the_full_name_again_of_somebody_who_has_a_surname_alone_as_well():
    assert flagged("full-name-again", OPENING + "Anna Barlow agreed. Barlow is an optimist.") == [
        "Anna Barlow"
    ]
    assert flagged("full-name-again", OPENING + "Anna Barlow agreed.") == []


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("It is full, Mr Rossini said.", ["Rossini"]),
        ("“It is full,” said Rossini.", ["Rossini"]),
        ("“It is full,” said Barlow. Ms Barlow smiled.", []),
        ("“It is full,” said Rossini. The carter Ugo Rossini agreed.", []),
        ("It is full. Police said so, and London said so.", []),
        ("“It is full,” Reuters said. The passengers heard it from Mr Van den Berg.", []),
        ("“Mr Rossini is late,” a banner said.", []),
    ],
)
def test_a_surname_that_was_never_introduced(text: str, unknown: list[str]):
    assert flagged("never-introduced", OPENING + text) == unknown


def test_a_rare_given_name_that_opens_a_sentence_is_an_introduction() -> None:
    text = (
        OPENING
        + "It is getting late. Platon Lebedev has been in court since May. Mr Lebedev said he would wait.\n"
    )
    assert flagged("never-introduced", text) == []
    text = OPENING + "It is getting late. But Lebedev said he would wait. Mr Lebedev left on Monday.\n"
    assert flagged("never-introduced", text) == ["Lebedev"]
