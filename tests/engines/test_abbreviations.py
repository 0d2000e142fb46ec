"""Abbreviations: never explained, explained late, twice or for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.documents import parse
from lint.lexicon.initials import spelled_out
from tests.engines.names_at_hand import ABBREVIATIONS

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def found(text: str, path: str = "draft.txt") -> list[tuple[str, str]]:
    return [(finding.rule.partition(".")[2], finding.text) for finding in ABBREVIATIONS(parse(text, path))]


def test_the_seed_never_says_what_mit_and_ypg_are():
    text = SEED.read_text(encoding="utf-8")
    assert found(text) == [("undefined", "YPG"), ("undefined", "MIT")]


@pytest.mark.parametrize(
    "text",
    [
        "The National Kelp Board (NKB) met. The NKB voted.",
        "The NKB (National Kelp Board) met.",
        "The NKB, the body that counts kelp, met.",
        "The kelp board, NKB, met.",
        "The board, or NKB, met.",
        "The National Kelp Board met. On Tuesday the NKB voted.",
        "The US, the EU, NATO and the BBC sent someone.",
        "LOUIS XIV AND HENRY VIII NEVER MET",
        "J.K. Moss and JK Moss are one. Part IV is short.",
        "He shouted STOP and ran OUT.",
    ],
)
def test_explained_and_common_abbreviations_pass(text):
    assert [rule for rule, _ in found(text) if rule == "undefined"] == []


def test_every_place_of_an_unexplained_abbreviation_is_in_one_finding():
    [finding] = ABBREVIATIONS(
        parse("The NKB met, and the NKB's boats left. Two NKBs would be too many.", "a.txt")
    )
    assert [place.text for place in finding.related] == ["NKB", "NKB"]


def test_used_before_it_is_explained_except_in_a_headline():
    body = "Boats of the NKB left. The National Kelp Board (NKB) is silent."
    assert found(body) == [("early", "NKB")]
    assert found("NKB boats leave\n\nThe National Kelp Board (NKB) is silent. The NKB waits.") == []


def test_explained_twice_or_in_two_ways():
    text = "The National Kelp Board (NKB) met. The Nordic Krill Bank (NKB) paid, said the NKB."
    assert ("twice", "NKB") in found(text)


def test_explained_and_never_used_again_offers_to_take_the_letters_out():
    [finding] = ABBREVIATIONS(parse("The National Kelp Board (NKB) met on Monday.", "a.txt"))
    assert finding.rule == "abbreviations.unused"
    source = "The National Kelp Board (NKB) met on Monday."
    [edit] = finding.fixes[0].edits
    assert (
        source[: edit.span.start] + edit.text + source[edit.span.end :]
        == "The National Kelp Board met on Monday."
    )


@pytest.mark.parametrize(
    ("short", "before", "name"),
    [
        ("NKB", "said the National Kelp Board", "National Kelp Board"),
        ("WHO", "the World Health Organization", "World Health Organization"),
        ("OAS", "an Organization of American States", "Organization of American States"),
        ("TV", "to watch television", "television"),
        ("NKB", "said the harbour master", ""),
    ],
)
def test_initials_are_spelled_out(short, before, name):
    assert spelled_out(short, before) == name


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p>The <abbr title='board of kelp'>NKB</abbr> met. The NKB voted.", []),
        ("<p>The <abbr>NKB</abbr> met. The NKB voted.", [("undefined", "NKB")]),
        ("<p>An <abbr title='board'>NKB</abbr> met. The National Kelp Board (NKB) and the NKB voted.", []),
        ("<p>An NKB met. The National Kelp Board (NKB) and the NKB voted.", [("early", "NKB")]),
    ],
)
def test_markup_explains_an_abbreviation(page: str, said: list[tuple[str, str]]) -> None:
    assert found(page, "page.html") == said
