"""LanguageTool counts UTF-16 units of text and markup together; our places are code points."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lint.languagetool.annotation import Part, Place, Units, as_json, code_points, units


def test_an_emoji_is_two_units_and_one_code_point() -> None:
    assert units("a😀b") == 4
    assert [code_points("a😀b", unit) for unit in range(5)] == [0, 1, 1, 2, 3]


def test_cyrillic_letters_are_one_unit_each() -> None:
    assert code_points("Это дом", 4) == 4


def test_places_are_found_behind_markup_that_holds_an_emoji() -> None:
    parts = (Part("Hi "), Part("`😀`", "Dummy0"), Part(" there"))
    assert Units(parts).place(3 + 4 + 1) == Place(2, 1)


def test_markup_is_sent_with_what_it_reads_as() -> None:
    assert as_json((Part("See "), Part("`x`", "Dummy0"))) == {
        "annotation": [{"text": "See "}, {"markup": "`x`", "interpretAs": "Dummy0"}]
    }


@given(st.text(alphabet=st.characters(codec="utf-16"), max_size=40), st.data())
def test_units_and_code_points_agree_with_the_encoding(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    before = len(text[:index].encode("utf-16-le")) // 2
    assert units(text[:index]) == before
    assert code_points(text, before) == index
