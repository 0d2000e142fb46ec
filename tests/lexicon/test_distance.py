"""Distances and slips between two spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.lexicon.distance import distance, slips

WORDS = st.text(alphabet="abey", max_size=8)


def plain_distance(first: str, second: str) -> int:
    """The textbook table, cell by cell."""
    table = {(row, 0): row for row in range(len(first) + 1)}
    table |= {(0, column): column for column in range(len(second) + 1)}
    for row in range(1, len(first) + 1):
        for column in range(1, len(second) + 1):
            same = first[row - 1] == second[column - 1]
            table[row, column] = min(
                table[row - 1, column] + 1,
                table[row, column - 1] + 1,
                table[row - 1, column - 1] + (not same),
            )
            swapped = row > 1 and column > 1 and first[row - 1] == second[column - 2]
            if swapped and first[row - 2] == second[column - 1]:
                table[row, column] = min(table[row, column], table[row - 2, column - 2] + 1)
    return table[len(first), len(second)]


@given(WORDS, WORDS)
def test_the_bit_parallel_distance_is_the_textbook_distance(first: str, second: str) -> None:
    assert distance(first, second) == plain_distance(first, second)


@given(WORDS, WORDS)
def test_there_are_as_many_slips_as_steps(form: str, word: str) -> None:
    assert len(slips(form, word)) == distance(form, word)


@pytest.mark.parametrize(
    ("form", "word", "made"),
    [
        ("recieve", "receive", ["swap"]),
        ("untill", "until", ["double"]),
        ("comited", "committed", ["undouble", "undouble"]),
        ("choosen", "chosen", ["double"]),
        ("exampe", "example", ["drop consonant"]),
        ("claime", "claim", ["add vowel"]),
        ("definate", "definite", ["change vowel"]),
        ("dont", "don't", ["drop sign"]),
    ],
)
def test_a_slip_has_a_name(form: str, word: str, made: list[str]) -> None:
    assert slips(form, word) == made
