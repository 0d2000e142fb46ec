from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.model import Span
from lint.reporters.excerpt import excerpt
from lint.reporters.lines import lines_of
from lint.reporters.visible import visible, width


def drawn(source: str, words: str, columns: int = 60) -> list[str]:
    """The line and its underline, as the terminal shows them."""
    start = source.index(words)
    shown = excerpt(lines_of(source), Span(start, start + len(words)), columns)
    return [shown.before + shown.words + shown.after, " " * shown.indent + "^" * shown.columns]


def test_the_words_are_underlined_in_their_line() -> None:
    assert drawn("First line.\nThe claime was denied.\nLast line.", "claime") == [
        "The claime was denied.",
        "    ^^^^^^",
    ]


def test_indentation_of_the_source_is_left_out() -> None:
    assert drawn("    - The claime was denied.", "claime") == ["- The claime was denied.", "      ^^^^^^"]


def test_wide_characters_take_two_columns_and_combining_marks_none() -> None:
    assert drawn("東京 teh café", "teh") == ["東京 teh café", "     ^^^"]
    assert drawn("cafe\u0301 teh end", "teh") == ["cafe\u0301 teh end", "     ^^^"]
    assert drawn("👩‍👩‍👧 teh end", "teh") == ["👩‍👩‍👧 teh end", "   ^^^"]
    assert drawn("🇺🇦 teh end", "teh") == ["🇺🇦 teh end", "   ^^^"]


def test_a_tab_is_shown_as_four_columns() -> None:
    assert drawn("a\tteh", "teh") == ["a    teh", "     ^^^"]


def test_what_cannot_be_seen_is_named() -> None:
    assert drawn("a vis\u200bible word", "\u200b") == ["a vis<U+200B>ible word", "     ^^^^^^^^"]
    assert visible("\x1b[31mred\x07 \u202e \ud800") == "<U+001B>[31mred<U+0007> <U+202E> <U+D800>"


def test_a_long_line_is_cut_to_a_window_around_the_words() -> None:
    line = "The council met on Monday. " * 5 + "It had a claime to hear. " + "The mayor left early. " * 5
    assert drawn(line, "claime") == [
        "…met on Monday. It had a claime to hear. The mayor left…",
        "                         ^^^^^^",
    ]


def test_words_longer_than_the_window_are_cut_at_their_end() -> None:
    text, line = drawn("x " * 200, "x " * 100, 20)
    assert text == "x x x x x x x x x …"
    assert line == "^" * 18


def test_a_place_without_words_is_one_column() -> None:
    shown = excerpt(lines_of("He saw dog."), Span(7, 7), 60)
    assert (shown.before, shown.words, shown.after, shown.indent, shown.columns) == (
        "He saw ",
        "",
        "dog.",
        7,
        1,
    )


def test_words_over_several_lines_show_the_first_of_them() -> None:
    assert drawn("One two\nthree four", "two\nthree") == ["One two…", "    ^^^"]


TEXT = st.text(alphabet=st.sampled_from("ab 東é\u0301😀\t\n\u200b\x1b\u200d🇺🏽"), min_size=1, max_size=120)


@given(TEXT, st.data(), st.integers(min_value=30, max_value=60))
def test_an_excerpt_fits_holds_no_line_end_and_no_control(
    text: str, data: st.DataObject, columns: int
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = excerpt(lines_of(text), Span(start, end), columns)
    line = shown.before + shown.words + shown.after
    assert width(line) <= columns
    assert shown.indent == width(shown.before)
    assert not any(unicodedata.category(character) == "Cc" for character in line)


@pytest.mark.parametrize("size", [10_000_000])
def test_a_line_of_ten_million_characters_is_not_copied_whole(size: int) -> None:
    lines = lines_of("a " * (size // 2))
    for offset in range(0, size, size // 2000):
        assert excerpt(lines, Span(offset, offset + 1), 78).words == "a"
