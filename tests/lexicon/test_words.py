"""What the lexicon knows of words: known or not, in which variety, how frequent."""

from __future__ import annotations

import pytest

from lint.lexicon import layout
from lint.lexicon.words import evidence, known, zipf


@pytest.mark.parametrize(
    "form",
    ["harbour", "harbor", "Turkey", "turkey", "NATO", "don’t", "don't", "mayor’s", "mayors'", "café", "cafe"],
)
def test_a_word_is_known_in_any_variety_case_and_apostrophe(form: str) -> None:
    assert known(form)


@pytest.mark.parametrize("form", ["choosen", "claime", "exampe", "recieve", "Kobani", "Azaz"])
def test_slips_and_rare_names_are_unknown(form: str) -> None:
    assert not known(form)


def test_nothing_is_known_of_other_languages() -> None:
    assert known("gift") and not known("gift", "de")


def test_a_frequent_word_weighs_more_than_a_rare_one_and_an_unheard_one_nothing() -> None:
    assert zipf("the") > zipf("harbour") > zipf("godroon") >= 0
    assert zipf("exampe") == 0


def test_varieties_are_told_apart_by_first_choices() -> None:
    assert evidence("colour") & layout.VARIETY["en-GB"] and not evidence("colour") & layout.VARIETY["en-US"]
    assert evidence("color") & layout.VARIETY["en-US"] and not evidence("color") & layout.VARIETY["en-GB"]
    assert evidence("organize") & layout.VARIETY["en-GB-oxendict"]
    assert not evidence("organize") & layout.VARIETY["en-GB"]
