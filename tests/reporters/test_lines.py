from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.reporters.lines import lines_of


@pytest.mark.parametrize(
    ("source", "words", "place"),
    [
        ("one two", "two", (1, 5)),
        ("one\ntwo three", "three", (2, 5)),
        ("one\r\ntwo\r\nthree", "three", (3, 1)),
        ("one\rtwo", "two", (2, 1)),
        ("\ufeffone two", "one", (1, 1)),
        ("😀 two", "two", (1, 3)),
        ("Да, это так", "это", (1, 5)),
        ("one\u2028two", "two", (1, 5)),
    ],
)
def test_a_place_counts_lines_and_code_points_from_one(
    source: str, words: str, place: tuple[int, int]
) -> None:
    assert lines_of(source).place(source.index(words)) == place


def test_the_end_of_a_draft_has_a_place() -> None:
    assert lines_of("one\n").place(4) == (2, 1)
    assert lines_of("").place(0) == (1, 1)


@given(st.text(alphabet="ab\r\n😀", max_size=40))
def test_a_place_leads_back_to_its_offset(source: str) -> None:
    lines = lines_of(source)
    for offset in range(len(source) + 1):
        line, column = lines.place(offset)
        assert lines.starts[line - 1] + column - 1 == offset


@given(st.text(alphabet="ab\r\n😀", max_size=40))
def test_no_line_holds_a_line_end(source: str) -> None:
    lines = lines_of(source)
    for line in range(1, len(lines.starts) + 1):
        start, end = lines.bounds(line)
        assert not set(source[start:end]) & {"\r", "\n"}
