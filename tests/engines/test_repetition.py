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


PHRASES = rule(find="phrase", words=6)
COPIES = rule(find="copy", words=25)
LONG = (
    "The council voted late on Tuesday to close the old bridge for repairs until the end of May, "
    "after divers had found cracks in two of its piers."
)
CHANGED = LONG.replace("late on Tuesday", "on Tuesday night").replace("after", "since")
BETWEEN = "Buses now cross the river at the mill, four miles to the north of the old ferry."


def test_a_phrase_at_a_distance_is_told_once_with_its_first_place() -> None:
    text = (
        "It was built to carry heavy lorries across the river.\n\nIt rained.\n\n"
        "She was built to carry heavy lorries across the sound."
    )
    (finding,) = check(text, PHRASES)
    assert finding.text == "was built to carry heavy lorries across the"
    assert finding.span.start > 60
    assert [place.span.start for place in finding.related] == [3]


@pytest.mark.parametrize(
    "text",
    [
        "It rained at the end of the day in town.\n\nIt rained at the end of the day in port.",
        "She met Anna Lund of the Arl River Board.\n\nHe met Anna Lund of the Arl River Board.",
        "“It was built to carry heavy lorries.”\n\n“It was built to carry heavy lorries.”",
        "it was built to carry heavy lorries across.\n\n" * 4,
    ],
)
def test_small_words_names_quotations_and_refrains_are_no_phrases(text: str) -> None:
    assert check(text, PHRASES) == []


def test_a_paragraph_pasted_twice_and_changed_is_told_and_its_phrases_are_not_listed_one_by_one() -> None:
    text = f"{LONG}\n\n{BETWEEN}\n\n{CHANGED}"
    (copy,) = check(text, COPIES)
    assert (copy.text, copy.related[0].text) == (CHANGED, LONG)
    assert len(check(text, PHRASES)) == 1


def test_the_very_same_paragraph_is_left_to_the_rule_for_leftovers() -> None:
    assert check(f"{LONG}\n\n{BETWEEN}\n\n{LONG}", COPIES) == []


def test_sections_of_a_reference_may_say_the_same() -> None:
    sections = "".join(f"# Part {number}\n\n{text}\n\n" for number, text in enumerate([LONG, CHANGED] * 3))
    document = parse(sections, "draft.md", "markdown")
    assert list(repetition.build((COPIES, PHRASES), Config())(document)) == []


def test_a_summary_in_the_front_matter_is_no_copy() -> None:
    document = parse(f"---\nsummary: {LONG}\n---\n\n{CHANGED}\n", "draft.md", "markdown")
    assert list(repetition.build((COPIES,), Config())(document)) == []
