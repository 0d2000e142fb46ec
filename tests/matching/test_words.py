"""Words and phrases are found as an editor means them."""

from __future__ import annotations

import pytest

from lint.matching.forms import inflect
from lint.matching.shadow import word_shadow
from lint.matching.words import entry, longest, searcher


def found(text: str, *entries: str, match_case: bool = False) -> list[str]:
    search = searcher(entry(one, match_case=match_case) for one in entries)
    return [text[match.start : match.end] for match in longest(search(text, word_shadow(text)))]


@pytest.mark.parametrize(
    ("text", "words", "matches"),
    [
        ("In  order\u00a0to see", "in order to", ["In  order\u00a0to"]),
        ("a so‑called peace", "so-called", ["so‑called"]),
        ("a so called peace", "so-called", []),
        ("They don’t know", "don't", ["don’t"]),
        ("They don’t know", "don", []),
        ("ISIS’s men", "Isis", ["ISIS"]),
        ("five o’clock", "clock", []),
        ("#ISIS and @isis", "isis", []),
        ("see [Citation  needed].", "[citation needed]", ["[Citation  needed]"]),
        ("100% of it", "%", ["%"]),
        ("В Турции", "турции", ["Турции"]),
        ("overuse", "use", []),
        ("re-use", "use", ["use"]),
    ],
)
def test_what_an_entry_matches(text: str, words: str, matches: list[str]) -> None:
    assert found(text, words) == matches


def test_case_counts_when_it_is_asked_for() -> None:
    assert found("ISIS and Isis", "Isis", match_case=True) == ["Isis"]


def test_the_longest_of_several_entries_wins() -> None:
    assert found("the Islamic State of Iraq", "Islamic State", "Islamic State of Iraq") == [
        "Islamic State of Iraq"
    ]


@pytest.mark.parametrize(
    ("phrase", "forms"),
    [
        ("utilize", {"utilizes", "utilized", "utilizing", "utilize's"}),
        ("stop", {"stops", "stopped", "stopping"}),
        ("make use of", {"makes use of", "made use of", "making use of"}),
        ("carry", {"carries", "carried", "carrying"}),
        ("write", {"writes", "wrote", "written", "writing"}),
        ("press release", {"press releases", "press release's"}),
    ],
)
def test_inflections(phrase: str, forms: set[str]) -> None:
    assert forms <= set(inflect(phrase).values())
