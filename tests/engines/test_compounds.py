"""Compounds and phrases that a draft writes in two ways, found in the draft itself."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.engines import capitals, compounds
from lint.model import Config, Finding, Rule, apply_edits

SAID = "“{match}” here, “{replacement}” elsewhere."
JOINED = Rule(
    "consistency.joined", "compounds", SAID, "suggestion", "", {"find": "joined"}, exceptions=("air strike",)
)
HYPHENATED = Rule("consistency.hyphenated", "compounds", SAID, "suggestion", "", {"find": "hyphenated"})
CAPITALS = Rule("consistency.capitals", "capitals", SAID, "suggestion", "", True)


def check(text: str, rule: Rule = JOINED, format: str = "text") -> list[Finding]:
    engine = capitals if rule is CAPITALS else compounds
    return list(engine.build((rule,), Config())(parse(text, "draft.txt", format)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "A snowplough came. A snow plough left. Snowploughs rust.",
            "“snow plough” here, “snowplough” elsewhere.",
        ),
        ("It may reopen. It will re-open. They reopen it.", "“re-open” here, “reopen” elsewhere."),
        (
            "Two fish-farms closed, the fishfarm did, a fishfarm did.",
            "“fish-farms” here, “fishfarm” elsewhere.",
        ),
    ],
)
def test_one_word_in_two_ways_is_told_at_the_rarer_one(text: str, said: str) -> None:
    assert [finding.message for finding in check(text)] == [said]


def test_the_fix_writes_every_other_place_like_the_more_frequent_form() -> None:
    text = (
        "Snow ploughs came.\nA snow-plough left. One snowplough rusts, and snowploughs sell; my snowplough."
    )
    (finding,) = check(text)
    assert [related.text for related in finding.related] == [
        "snow-plough",
        "snowplough",
        "snowploughs",
        "snowplough",
    ]
    mended = apply_edits(text, 0, finding.fixes[0].edits)
    assert mended.startswith("Snowploughs came.\nA snowplough left. One snowplough rusts")


@pytest.mark.parametrize(
    "text",
    [
        "They set up a stall; the setup took an hour.",
        "He will re-sign and not resign.",
        "Every day is long; everyday life goes on.",
        "Some times are hard; sometimes it rains.",
        "The snowplough came. “A snow plough!” she said.",
        "The snowplough is new. Snow. Plough on, they sang.",
        "An air strike came after the airstrike.",
        "The design system is at designsystem.example.org, they said.",
        "Newport lies on the coast; the new port opened.",
    ],
)
def test_two_words_that_are_two_things_pass(text: str) -> None:
    assert check(text) == []


def test_a_hyphen_before_a_noun_passes_and_one_that_stands_alone_is_told() -> None:
    assert check("A long-term plan pays in the long term.", HYPHENATED) == []
    (finding,) = check("The rain-gauge was full. A rain gauge is cheap. The rain gauge is here.", HYPHENATED)
    assert finding.message == "“rain-gauge” here, “rain gauge” elsewhere."


def test_a_phrase_with_capitals_and_without_is_told_once() -> None:
    (finding,) = check(
        "All foreign ministers met. In May the Foreign Ministers left. The foreign ministers sign.", CAPITALS
    )
    assert (finding.text, len(finding.related)) == ("Foreign Ministers", 2)


@pytest.mark.parametrize(
    "text",
    [
        "In May, Foreign Minister Ada Lund left; the foreign minister was ill.",
        "It goes to the Court of Human Rights, since human rights are at stake.",
        "It is the Day against Drug Abuse and Crime; drug abuse kills, and crime does.",
        "All heard the National Program for Women; a national program costs money.",
        "They walked with the Audit Committee of the Arl Bank, and an audit committee sat.",
        "The Arl National Park is large for a national park.",
        "Slides of the Monthly Call\n\nThe monthly call took an hour.",
    ],
)
def test_capitals_of_a_title_or_a_longer_name_pass(text: str) -> None:
    assert check(text, CAPITALS) == []
