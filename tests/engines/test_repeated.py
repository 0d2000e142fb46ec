"""Paragraphs that were pasted twice."""

from __future__ import annotations

from lint.documents import parse
from lint.engines import repeated
from lint.model import Config, Finding, Rule

RULE = Rule("leftovers.pasted-twice", "repeated", "“{match}” stands twice.", "warning", "", {"words": 8})

VOTE = "The council voted on Tuesday to close the old bridge until May."
SHOPS = "Shops on the north side fear for their trade in spring and in summer."
MONEY = "The county will pay for the works, but not before the end of the year."


def check(*paragraphs: str, format: str = "markdown") -> list[Finding]:
    return list(repeated.build((RULE,), Config())(parse("\n\n".join(paragraphs), "draft.md", format)))


def test_the_second_copy_is_found_and_the_first_is_beside_it() -> None:
    (finding,) = check(VOTE, SHOPS, VOTE)
    assert finding.text == VOTE
    assert finding.message == "“The council voted on Tuesday …” stands twice."
    assert [(related.span.start, related.text) for related in finding.related] == [(0, VOTE)]
    assert finding.span.start > len(VOTE)


def test_a_stretch_of_paragraphs_is_one_finding() -> None:
    (finding,) = check(VOTE, SHOPS, MONEY, VOTE, SHOPS)
    assert finding.text == f"{VOTE}\n\n{SHOPS}"
    assert finding.related[0].text == f"{VOTE}\n\n{SHOPS}"


def test_a_line_wrap_makes_no_difference() -> None:
    wrapped = VOTE.replace("Tuesday ", "Tuesday\n")
    (finding,) = check(VOTE, SHOPS, wrapped)
    assert finding.text == wrapped


def test_a_short_line_and_a_list_item_may_come_again() -> None:
    assert check("It rained all day.", SHOPS, "It rained all day.") == []
    assert check(f"- {VOTE}", SHOPS, f"- {VOTE}") == []


def test_what_stands_three_times_is_meant() -> None:
    assert check(VOTE, SHOPS, VOTE, MONEY, VOTE) == []


def test_a_note_may_come_again_under_another_heading_unless_it_is_long() -> None:
    assert check("# One", VOTE, "# Two", VOTE) == []
    long = " ".join([VOTE, SHOPS, MONEY])
    assert len(check("# One", long, "# Two", long)) == 1


def test_the_summary_in_the_front_matter_may_be_the_first_paragraph() -> None:
    front = f'---\ntitle: The bridge\nsummary: "{VOTE}"\n---'
    assert check(front, VOTE, SHOPS) == []
