"""`stet` in its forms: what it covers, and what is said of one that covers nothing."""

from __future__ import annotations

import pytest

from lint.model import Config
from tests.findings.drafts import RULES, document, every, judged, rule


def lines(source: str, *, path: str = "story.md", config: Config | None = None) -> list[int]:
    """The lines on which “utilize” is still reported."""
    counted = judged(source, "utilize", path=path, config=config).findings
    return [
        source.count("\n", 0, finding.span.start) + 1
        for finding in counted
        if finding.rule == "house.utilize"
    ]


def said(source: str, *, config: Config | None = None) -> list[str]:
    """The sentences about the comments themselves."""
    counted = judged(source, "utilize", config=config).findings
    return [finding.message for finding in counted if finding.rule.startswith("stet.")]


@pytest.mark.parametrize(
    "comment", ["stet", "stet house", "stet house.utilize", "stet house.utilize: the statute"]
)
def test_alone_on_its_line_it_covers_the_block_that_follows(comment: str) -> None:
    source = f"We utilize it.\n\n<!-- {comment} -->\nWe utilize it\nand utilize it.\n\nWe utilize it.\n"
    assert lines(source) == [1, 7]
    assert said(source) == []


def test_on_a_line_with_words_it_covers_that_line() -> None:
    assert lines("We utilize it. <!-- stet -->\nWe utilize it.\n") == [2]


def test_in_plain_text_the_same_comment_works() -> None:
    source = "<!-- stet house.utilize -->\nWe utilize it.\n\nWe utilize it.\n"
    assert lines(source, path="story.txt") == [4]


def test_only_the_rules_named_are_covered() -> None:
    assert lines("<!-- stet house.other, spelling -->\nWe utilize it.\n") == [2]
    assert lines("<!-- stet house.other, house.utilize -->\nWe utilize it.\n") == []


def test_a_stretch_has_a_begin_and_an_end() -> None:
    source = "utilize\n\n<!-- stet-begin house -->\n\nutilize\n\nutilize\n\n<!-- stet-end -->\n\nutilize\n"
    assert lines(source) == [1, 11]
    assert said(source) == []


def test_stretches_nest() -> None:
    source = (
        "<!-- stet-begin house.other -->\n\n<!-- stet-begin house.utilize -->\n\nutilize\n\n"
        "<!-- stet-end house.utilize -->\n\nutilize\n\n<!-- stet-end -->\n"
    )
    assert lines(source) == [9]


def test_for_the_file_it_may_stand_anywhere() -> None:
    assert lines("utilize\n\n<!-- stet-file house.utilize: a manual -->\n\nutilize\n") == []


def test_above_a_table_it_covers_the_table() -> None:
    table = "| a | b |\n|---|---|\n| utilize | x |\n| x | utilize |\n"
    assert lines(f"<!-- stet house -->\n\n{table}\nutilize\n") == [8]


def test_a_finding_that_other_rules_share_is_covered_by_any_of_their_names() -> None:
    from lint.findings import judge

    draft = document("<!-- stet spelling.typo -->\nWe utilize it.\n")
    found = every(draft, "utilize", better="use") + every(draft, "utilize", "spelling.typo", better="use")
    judgement = judge(draft, found, [rule("house.utilize"), rule("spelling.typo")], Config())
    assert (judgement.findings, judgement.suppressed) == ((), 1)


def test_other_places_of_an_issue_that_are_covered_are_no_longer_named() -> None:
    from lint.findings import judge
    from lint.model import Span

    source = "utilize\n\n<!-- stet house.utilize -->\nutilize\n\nutilize\n"
    draft = document(source)
    spans = [Span(start, start + 7) for start in (0, 9, 18)]
    found = draft.finding(rule("house.utilize"), spans[0], related=[(span, "here") for span in spans[1:]])
    judgement = judge(draft, [found], [rule(name) for name in RULES], Config())
    (finding,) = judgement.findings
    assert [source.count("\n", 0, other.span.start) + 1 for other in finding.related] == [6]
    assert judgement.suppressed == 0


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("<!-- stet -->\nWe use it.\n", "“stet” suppresses nothing here; take it out."),
        ("<!-- stet house: old -->\nWe use it.\n", "“stet house” suppresses nothing here; take it out."),
        (
            "<!-- stet house.utilize, spelling -->\nWe utilize it.\n",
            "“spelling” suppresses nothing here; take it out.",
        ),
        (
            "<!-- stet house.utilise -->\nWe use it.\n",
            "There is no rule “house.utilise”; did you mean “house.utilize”?",
        ),
        ("<!-- stet speling -->\nWe use it.\n", "There is no rule “speling”; did you mean “spelling”?"),
        ("<!-- stet-bgin -->\nWe use it.\n", "There is no “stet-bgin”; did you mean “stet-begin”?"),
        ("utilize\n\n<!-- stet-end -->\n", "This “stet-end” has no “stet-begin” before it."),
        (
            "<!-- stet-begin -->\n\nutilize\n",
            "This “stet-begin” has no “stet-end”: it holds to the end of the file.",
        ),
    ],
)
def test_a_comment_that_does_not_work_is_a_finding(source: str, sentence: str) -> None:
    assert said(source) == [sentence]


@pytest.mark.parametrize(
    "comment",
    [
        "The stet on page 3 was lifted.",
        "stetson",
        "stet other-pack.rule: for a configuration that uses it",
        "stet languagetool.MORFOLOGIK_RULE_EN_US: in the full run",
    ],
)
def test_a_comment_that_may_be_right_elsewhere_is_left_alone(comment: str) -> None:
    assert said(f"<!-- {comment} -->\nWe use it.\n") == []


def test_a_comment_for_what_was_not_looked_for_is_not_unused() -> None:
    source = "<!-- stet house.utilize -->\nWe use it.\n\n<!-- stet -->\nWe use it.\n"
    assert said(source, config=Config(select=("spelling", "stet"))) == []
    assert len(said(source)) == 2


def test_what_is_switched_off_or_accepted_leaves_a_comment_unused() -> None:
    from lint.model import Term

    source = "<!-- stet -->\nWe utilize it.\n"
    assert said(source) == []
    assert len(said(source, config=Config(accept=(Term("utilize"),)))) == 1


def test_the_findings_about_comments_can_be_switched_off() -> None:
    assert said("<!-- stet house -->\nWe use it.\n", config=Config(ignore=("stet",))) == []


def test_what_is_suppressed_is_counted() -> None:
    assert judged("<!-- stet -->\nutilize and utilize\n", "utilize").suppressed == 2


def test_the_text_of_a_finding_about_a_comment_is_the_comment() -> None:
    source = "🙂\r\n\r\n<!-- stet house -->\r\nWe use it.\r\n"
    (finding,) = judged(source, "utilize").findings
    assert finding.text == source[finding.span.start : finding.span.end] == "<!-- stet house -->"


DATED = "<!-- stet house.utilize until=2027-01-31: a quoted statute -->\nWe utilize it.\n"


@pytest.mark.parametrize(
    ("today", "reported"),
    [
        ("2027-01-30", []),
        ("2027-01-31", []),
        ("2027-02-01", ["stet.expired", "house.utilize"]),
        ("", []),
    ],
)
def test_a_day_holds_to_its_end_and_no_longer(today: str, reported: list[str]) -> None:
    judgement = judged(DATED, "utilize", config=Config(today=today))
    assert [finding.rule for finding in judgement.findings] == reported


def test_what_has_expired_is_told_with_its_day_and_not_called_unused() -> None:
    source = "<!-- stet house.utilize until 2027-01-31 -->\nWe use it.\n"
    assert said(source, config=Config(today="2027-03-01")) == [
        "“stet house.utilize” held until 2027-01-31; take it out, or give it a later day."
    ]


@pytest.mark.parametrize(
    ("comment", "sentence"),
    [
        (
            "stet house until=2027-02-30",
            "The calendar has no day “2027-02-30”; write it as until=2027-01-31.",
        ),
        ("stet house until=31.1.2027", "The calendar has no day “31.1.2027”; write it as until=2027-01-31."),
        ("stet house until", "This “stet” says “until” and no day; write it as until=2027-01-31."),
        (
            "stet house: quoted, until=2027-01-31",
            "The day stands before the colon, as in “stet house until=2027-01-31: the reason”.",
        ),
    ],
)
def test_a_day_that_cannot_be_understood_is_told_and_the_rest_still_holds(
    comment: str, sentence: str
) -> None:
    source = f"<!-- {comment} -->\nWe utilize it.\n"
    assert said(source, config=Config(today="2030-01-01")) == [sentence]
    assert lines(source, config=Config(today="2030-01-01")) == []


def test_every_comment_is_handed_on_with_what_became_of_it() -> None:
    source = (
        "<!-- stet house.utilize: a statute -->\nutilize\n\n"
        "<!-- stet house.other -->\nutilize\n\n"
        "<!-- stet until=2020-01-01: old -->\nutilize\n"
    )
    waivers = judged(source, "utilize", config=Config(today="2027-01-31")).waivers
    assert [(each.rules, each.reason, each.until, each.state) for each in waivers] == [
        (("house.utilize",), "a statute", "", "used"),
        (("house.other",), "", "", "unused"),
        ((), "old", "2020-01-01", "expired"),
    ]
