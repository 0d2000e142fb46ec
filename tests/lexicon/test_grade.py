"""Syllables are counted well enough for a grade."""

from __future__ import annotations

import pytest

from lint.lexicon.grade import grade, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1), ("made", 1), ("makes", 1), ("walked", 1), ("wanted", 2), ("houses", 2), ("table", 2),
        ("council", 2), ("government", 3), ("radio", 3), ("museum", 3), ("nation", 2), ("social", 2),
        ("various", 3), ("usual", 3), ("science", 2), ("organization", 5), ("European", 4), ("being", 2),
    ],
)  # fmt: skip
def test_syllables_are_those_that_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_longer_sentences_and_longer_words_raise_the_grade() -> None:
    plain = ["The", "cat", "sat", "on", "the", "mat", "and", "the", "dog", "ran", "off"]
    assert grade(plain, 2) < grade(plain, 1) < grade(["municipal", *plain], 1)
