"""Quotations that are left open, changed or without a speaker."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import Config, check_text

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def flagged(rule: str, text: str) -> list[str]:
    report = check_text(text, path="draft.txt", config=Config(select=(f"quotations.{rule}",)))
    assert report.failures == ()
    return [finding.text for finding in report.findings]


def test_the_seed_says_so_called_and_sets_the_marks_as_well():
    assert flagged("so-called", SEED.read_text(encoding="utf-8")) == ["so-called “"]
    assert flagged("unclosed", SEED.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("“The bridge is old, the council said.", ["“The"]),
        ('The council said: "The bridge is old.\n\nNobody crosses it.', ['"The']),
        ("The “old“ bridge, the “new” bridge and «the ferry.", ["«the"]),
        ("The bridge is old,“ they said.", ["old,“"]),
        ("The bridge is “old”.", []),
        ("“The bridge is old.\n\n“It was always old,” they said.", []),
        ("It is 5' 6\" tall, as in the ’60s, and ’tis the carters’ bridge.", []),
    ],
)
def test_a_quotation_that_never_closes(text: str, marks: list[str]):
    assert flagged("unclosed", text) == marks


FIRST = "“The bridge is closed to all carts until the spring,” a notice said. "


@pytest.mark.parametrize(
    ("again", "changed"),
    [
        ("It was “closed to all carts until the autumn”.", ["“closed to all carts until the autumn”"]),
        ("It was “closed to all carts until the spring”.", []),
        ("It was “closed for all the wagons until spring”.", []),
        ("It was “closed to carts”.", []),
        ("It was “closed to all … carts until spring”.", []),
        ("It was “closed to all [hand] carts until the spring”.", []),
    ],
)
def test_a_quotation_that_stands_twice_in_other_words(again: str, changed: list[str]):
    assert flagged("altered", FIRST + again) == changed


def test_both_wordings_are_shown():
    text = FIRST + "It was “closed to all carts until the autumn”."
    [finding] = check_text(text, path="draft.txt", config=Config(select=("quotations.altered",))).findings
    assert "“closed to all carts until the spring”" in finding.message
    assert "“closed to all carts until the autumn”" in finding.message
    assert [place.text for place in finding.related] == [
        "“The bridge is closed to all carts until the spring,”"
    ]


def test_titles_that_are_alike_are_no_changed_quotations():
    text = "See “Questions About the Old Bridge: Its Bolts” and “Questions About the Old Bridge: Its Carts”."
    assert flagged("altered", text) == []


SPEECH = "“We shall all have to walk around the bay.”"


@pytest.mark.parametrize(
    ("before", "after", "flags"),
    [
        ("The bridge is old.", "", [SPEECH]),
        ("The bridge is old.", " A carter said so.", []),
        ("The bridge is old.", " He shook his head.", []),
        ("The bridge is old, a carter said.", "", []),
        ("The carter on the bridge:", "", []),
        ("The bridge is old, a carter said.\n\n“It was always old, you know.”", "", []),
        ("The bridge is old.", "\n\n– A carter", []),
    ],
)
def test_a_quotation_without_a_speaker(before: str, after: str, flags: list[str]):
    text = f"The council met on Monday and went home.\n\n{before}\n\n{SPEECH}{after}"
    assert flagged("without-speaker", text) == flags


def test_a_title_needs_no_speaker():
    text = "The council met.\n\nIt went home.\n\nThe plan has the title “Five Ways Around the Old Bridge.”"
    assert flagged("without-speaker", text) == []


def test_one_word_in_quotation_marks():
    assert flagged("single-word", "The “improved” bridge fell.") == ["“improved”"]
    assert flagged("single-word", "The bridge, which they called “improved”, fell.") == []


def test_a_rule_may_pass_over_some_quotations(tmp_path: Path):
    pack = tmp_path / "house.yml"
    pack.write_text(
        "pack: house\ntitle: House\nextends: quotations\n"
        "rules: [{id: quotations.single-word, default: true, except: [improved]}]\n",
        encoding="utf-8",
    )
    config = Config(root=str(tmp_path), packs=("./house.yml",))
    found = check_text("The “improved” bridge is “safe”.", path="draft.txt", config=config).findings
    assert [finding.text for finding in found] == ["“safe”"]
