"""Candidates are found by an index; the test compares it with looking at every word."""

from __future__ import annotations

import pytest

from lint.lexicon import layout
from lint.lexicon.candidates import candidates, index
from lint.lexicon.distance import measure
from lint.lexicon.words import words, zipf


@pytest.mark.parametrize("form", ["goverment", "occured", "teh", "acomodate", "harbuor", "pavillion", "wich"])
def test_every_word_one_slip_away_is_found(form: str) -> None:
    apart = measure(layout.fold(form))
    every = (words().trie.restore_key(number) for number in index().numbers)
    near = {word for word in every if apart(layout.fold(word)) == 1}
    assert {item.word for item in candidates(form) if item.distance == 1 and " " not in item.word} == near


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("goverment", "government"),
        ("accomodatoin", "accommodation"),
        ("definatly", "definitely"),
        ("seperatly", "separately"),
        ("unfortunatley", "unfortunately"),
        ("questionaire", "questionnaire"),
    ],
)
def test_the_meant_word_is_among_the_candidates(form: str, word: str) -> None:
    assert word in {item.word for item in candidates(form)}


def test_a_missing_space_is_one_slip() -> None:
    assert "in front" in {item.word for item in candidates("infront")}


def test_farther_words_are_about_as_frequent_as_the_nearest() -> None:
    found = candidates("thier")
    nearest = max(item.zipf for item in found if item.distance == 1)
    assert all(item.zipf > nearest - 1 for item in found if item.distance > 1)
    assert nearest == zipf("their")
