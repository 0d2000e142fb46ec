"""Words and openings that come again too soon."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.engines import repetition
from lint.model import Config, Finding, Rule


def rule(**options: object) -> Rule:
    return Rule("repetition.x", "repetition", "“{match}” {count} times.", "suggestion", "", options)


SMALL = rule(find="word", times=3, of=("already", "also"))
UNCOMMON = rule(find="word")
SENTENCES = rule(find="sentence", words=3)
PARAGRAPHS = rule(find="paragraph", words=3)


def check(text: str, checked: Rule) -> list[Finding]:
    return list(repetition.build((checked,), Config())(parse(text, "draft.txt", "text")))


FULL = "The port was already full when the ferry came, and two tankers had already turned back. "


def test_a_listed_word_is_told_once_a_paragraph_with_its_other_places() -> None:
    (finding,) = check(FULL + "The pilot Already knew it.", SMALL)
    assert finding.message == "“already” 3 times."
    assert [related.text for related in finding.related] == ["already", "Already"]


@pytest.mark.parametrize(
    "text",
    [
        FULL,
        FULL + "\n\nThe pilot already knew that the night would be a long one for all of them.",
        FULL + "“It is already late,” the pilot of the smaller of the two boats said.",
        FULL
        + "Nobody on the quay had been told of it, and no other berth was free. " * 7
        + "It was already May.",
    ],
)
def test_twice_or_far_apart_or_in_quotation_marks_it_passes(text: str) -> None:
    assert check(text, SMALL) == []


STAGGERING = "The verdict was a staggering blow to owners who face staggering fees and a staggering delay."


def test_an_uncommon_word_is_told_where_it_is_not_what_the_draft_is_about() -> None:
    assert [finding.text for finding in check(STAGGERING, UNCOMMON)] == ["staggering"]
    assert check(STAGGERING + "\n\nIt is staggering, a juror said after the hearing.", UNCOMMON) == []


def test_a_common_word_and_a_name_may_come_as_often_as_they_must() -> None:
    text = "Police said Lindqvist told police that Lindqvist would meet other police; Lindqvist denied it."
    assert check(text, UNCOMMON) == []


def test_sentences_of_one_paragraph_that_begin_alike_are_one_finding() -> None:
    text = "The old bridge is shut. The old bridge was closed on Monday. The old\nbridge opens in May."
    (finding,) = check(text, SENTENCES)
    assert (finding.text, finding.message) == ("The old bridge", "“The old bridge” 3 times.")
    assert check("The old bridge is shut, they said.\n\nThe old bridge opens in May.", SENTENCES) == []


BACK = "The ministry said the ferries would be back before the summer begins, if the yard does its part."
PAID = "The ministry said it had paid the yard in full, and that the last boat would be launched in June."


def test_paragraphs_running_that_begin_alike_are_told_and_others_pass() -> None:
    assert [finding.text for finding in check(f"{BACK}\n\n{PAID}", PARAGRAPHS)] == ["The ministry said"]
    between = "Nobody at the yard could be reached on Sunday, and its gates were shut for the holiday."
    assert check(f"{BACK}\n\n{between}\n\n{PAID}", PARAGRAPHS) == []
    assert check(f"“{BACK}”\n\n“{PAID}”", PARAGRAPHS) == []


def test_the_summary_of_the_front_matter_is_no_paragraph() -> None:
    text = f"---\nsummary: {BACK}\n---\n\n{PAID}\n"
    document = parse(text, "draft.md", "markdown")
    assert list(repetition.build((PARAGRAPHS,), Config())(document)) == []
