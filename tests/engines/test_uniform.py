"""What should look alike in a draft or a list: one finding, with every place beside it."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.engines import uniform
from lint.model import Config, Finding, Rule, apply_edits


def rule(wanted: str, **more: object) -> Rule:
    return Rule(
        "x.y", "uniform", "{match}: {other}, not {replacement}", "suggestion", "", {"find": wanted, **more}
    )


def check(wanted: str, text: str, format: str = "markdown", **more: object) -> list[Finding]:
    return list(uniform.build((rule(wanted, **more),), Config())(parse(text, "draft", format)))


def test_a_borrowed_word_loses_its_accents_in_one_place_only() -> None:
    text = "The café closed. Another cafe opened, and the café is full."
    (finding,) = check("accents", text)
    assert (finding.text, [place.text for place in finding.related]) == ("cafe", ["café", "café"])
    assert apply_edits(text, 0, finding.fixes[0].edits) == text.replace("cafe ", "café ")


@pytest.mark.parametrize(
    "text",
    [
        "The café closed, and a café opened.",
        "The café closed. “My cafe!” he wrote.",
        "A rosé and a rose.",
        "José spoke, then Jose did.",
        "The cafe\u0301s are not cafes.org.",
    ],
)
def test_words_that_need_no_accent_everywhere(text: str) -> None:
    assert check("accents", text) == []


FAMILY = {"words": ("co", "re", "post")}


def test_a_family_of_words_has_one_way_after_its_prefix() -> None:
    (finding,) = check("prefixes", "They co-operate. Cooperation is cheap; cooperation ends.", **FAMILY)
    assert (finding.text, len(finding.related)) == ("co-operate", 2)


@pytest.mark.parametrize(
    "text",
    [
        "They co-operate, and co-operation is cheap.",
        "They co-operate and cooperate.",  # one word in two forms: a compound
        "He will re-sign; his resignation was a rumour.",
        "A post-mortem, postmodern in tone.",
    ],
)
def test_prefixes_that_differ_rightly(text: str) -> None:
    assert check("prefixes", text, **FAMILY) == []


WITHOUT = "It has bakers, butchers, florists and potters."
WITH = "It had singers, jugglers, dancers, and bears."


def test_a_comma_before_the_last_member_of_some_series() -> None:
    (finding,) = check("serial-comma", f"{WITHOUT} {WITHOUT} {WITH}")
    assert finding.text == "dancers, and bears"
    assert [place.text for place in finding.related] == ["florists and potters"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "He came, she saw, and they left.",
        "In Oxford, England, and in York, rain fell.",
        "Berg, the mayor, and Lund met.",
        "The Council on Wind, Water, Waste, and Light met.",
        "Red, green, black and white, and blue.",
        "It had singers, jugglers, and however many bears.",
    ],
)
def test_commas_that_close_no_series(text: str) -> None:
    assert check("serial-comma", f"{WITHOUT} {text}") == []


def test_a_ship_in_italics_and_plain() -> None:
    text = "The *Northern Star* sailed.\n\nThe Northern\nStar came. So did the *Northern Star* of old."
    (finding,) = check("italics", text)
    assert (finding.text, finding.message) == ("Northern\nStar", "Northern Star: plain, not in italics")


@pytest.mark.parametrize(
    "text",
    [
        "A *Working Group* has six members. The Working Group meets.",
        "The *Star* of hope, the *Star* of doom, and the Star Hotel.",
        "The *Northern Star* and the [Northern Star](x.md) and the *Northern Star*.",
        "It *Really* is, it *Really* was; Really.",
    ],
)
def test_italics_that_come_once_or_stand_for_something_else(text: str) -> None:
    assert check("italics", text) == []


def items(*lines: str) -> str:
    return "".join(f"- {line}\n" for line in lines)


def test_items_end_alike_and_the_fix_makes_them() -> None:
    text = items("mend it now", "buy two of it.", "close the road", "ask them again")
    (finding,) = check("endings", text)
    assert finding.text == "it."
    assert apply_edits(text, 0, finding.fixes[0].edits) == text.replace("it.", "it")


@pytest.mark.parametrize(
    "lines",
    [
        ("mend it now;", "buy two of it;", "close the road; and", "ask them again."),
        ("mend it now", "buy two of it", "close the road", "ask them again."),
        ("Mend it now.", "Buy two of it.", "Is it open?", "Ask `them`", "Ask them again."),
        ("Mend it now.", "Buy two of it", "Close it.", "Ask them", "Go home."),
        ("Mend it now.", "Buy two of it.", "Close it:\n  - in May\n  - in June", "Ask them."),
    ],
)
def test_ends_of_items_that_are_right(lines: tuple[str, ...]) -> None:
    assert check("endings", items(*lines)) == []


def test_an_item_that_begins_small_among_capitals() -> None:
    (finding,) = check("openings", items("Mend it", "Buy two", "close the road", "Ask them"))
    assert (finding.text, finding.suggestions) == ("close", ("Close",))


@pytest.mark.parametrize(
    "lines",
    [
        ("Open it", "Save it", "git asks for a name", "Close it"),
        ("copper", "tin", "Portland cement", "zinc"),
        ("Mend it", "Buy two", "Close the road", "and more"),
        ("Mend it", "buy two", "Close the road", "ask them"),
    ],
)
def test_openings_of_items_that_are_right(lines: tuple[str, ...]) -> None:
    assert check("openings", items(*lines)) == []


HEADINGS = "".join(
    f"## {heading}\n\nNobody knows.\n\n"
    for heading in ("What the council decided", "Why the bridge was closed", "How it was paid for")
)


def test_one_heading_in_title_case_among_others() -> None:
    (finding,) = check("headings", HEADINGS + "## Where the Ferry Goes Tomorrow\n\nNorth.")
    assert finding.message == "Where the Ferry Goes Tomorrow: title case, not sentence case"


@pytest.mark.parametrize(
    "last",
    [
        "# Where the Ferry Goes Tomorrow",
        "## Where Anna Barlow Lives",
        "## The Green Room\n\nEverybody likes the Green Room.",
    ],
)
def test_headings_of_another_level_and_names_pass(last: str) -> None:
    assert check("headings", HEADINGS + last) == []


def test_lists_and_headings_of_html_are_read_as_well() -> None:
    text = (
        "<ul>\n<li>Mend it</li>\n<li>Buy two<ol><li>in May</li><li>in June</li></ol></li>\n"
        "<li>close the road</li>\n<li>Ask them</li>\n</ul>\n"
    )
    assert [finding.text for finding in check("openings", text)] == ["close"]
