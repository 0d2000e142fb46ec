"""Plain text: paragraphs as their writer meant them."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.model import Span
from tests.documents.shown import blocks

WRAPPED = (
    "The council met on Tuesday evening to decide on the plan for the\n"
    "old harbour, which has stood empty since the last ferry left in\n"
    "the spring. It voted for it."
)


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    document = parse(f"{WRAPPED}\n\n{WRAPPED}", "a.txt")
    assert blocks(document) == [("paragraph", WRAPPED.replace("\n", " "))] * 2
    start = document.text.index("the old harbour")
    assert document.to_source(Span(start, start + 15)) == Span(start, start + 15)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_each_long_line_is_a_paragraph(line_end: str) -> None:
    line = "The council met on Tuesday evening to decide on the plan for the harbour. " * 3
    document = parse(line_end.join([line.strip()] * 3), "a.txt")
    assert blocks(document) == [("paragraph", line.strip())] * 3


def test_short_lines_stand_by_themselves() -> None:
    document = parse("Rain on the coast.\n\nThe desk\nHarbour Street\nSecond floor", "a.txt")
    assert [text for _, text in blocks(document)][1:] == ["The desk", "Harbour Street", "Second floor"]


def test_a_line_that_left_room_for_the_next_word_ends_its_paragraph() -> None:
    document = parse(f"{WRAPPED}\nMore rain is expected on the coast by the weekend, they said.", "a.txt")
    assert len(document.blocks) == 2


def test_list_items_are_blocks_without_their_marks() -> None:
    document = parse("It takes:\n- a boat that\n  floats\n* two oars\n• a rope\n1. time\n2) luck", "a.txt")
    assert blocks(document) == [
        ("paragraph", "It takes:"),
        ("item", "a boat that floats"),
        ("item", "two oars"),
        ("item", "a rope"),
        ("item", "time"),
        ("item", "luck"),
    ]


def test_a_dash_that_opens_speech_is_no_list() -> None:
    assert blocks(parse("— Пора, — сказал он.", "a.txt")) == [("paragraph", "— Пора, — сказал он.")]


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("Storm closes harbour", "heading"),
        ("Download the video.", "paragraph"),
        ("- a list", "item"),
    ],
)
def test_a_first_line_without_a_full_stop_is_a_headline(first: str, kind: str) -> None:
    document = parse(f"{first}\n\nThe harbour was closed on Monday.", "a.txt")
    assert document.blocks[0].kind == kind


def test_a_comment_on_its_own_line_is_no_prose() -> None:
    document = parse("Rain fell.\n<!-- stet: a quote -->\nWind blew.", "a.txt")
    assert document.text == "Rain fell.\n\nWind blew."
    assert document.comments[0].text == "stet: a quote"
    assert document.source[slice(*document.verbatim[0].span)] == "<!-- stet: a quote -->"


def test_a_url_is_an_object() -> None:
    document = parse("See www.example.org/a?b=c (or mail desk@example.org).", "a.txt")
    assert document.text == "See \ufffc (or mail \ufffc)."
    assert [document.source[slice(*place.span)] for place in document.verbatim] == [
        "www.example.org/a?b=c",
        "desk@example.org",
    ]


def test_offsets_count_the_bom() -> None:
    document = parse("\ufeffRain fell.", "a.txt")
    assert document.text == "Rain fell."
    assert document.to_source(Span(0, 4)) == Span(1, 5)


def test_markup_is_left_alone() -> None:
    assert parse("Five *stars* &amp; [more].", "a.txt").text == "Five *stars* &amp; [more]."
