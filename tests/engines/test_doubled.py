"""Words that stand twice running, and those that may."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.engines import doubled
from lint.model import Config, Finding, Rule, apply_edits

RULE = Rule(
    "typography.doubled-word",
    "doubled",
    "“{match}” stands twice; keep one “{replacement}”.",
    "warning",
    "",
    {"except": ("had", "that", "very")},
)


def check(text: str, format: str = "text", rule: Rule = RULE) -> list[Finding]:
    return list(doubled.build((rule,), Config())(parse(text, "draft.txt", format)))


@pytest.mark.parametrize(
    ("text", "found", "mended"),
    [
        ("They met in the the hall.", "the the", "They met in the hall."),
        ("The the hall was full.", "The the", "The hall was full."),
        ("He asked for a a loan.", "a a", "He asked for a loan."),
        ("Они вошли в в зал.", None, None),  # One letter is an initial or a label.
        ("Они вошли через через зал.", "через через", "Они вошли через зал."),
        ("It was  on\ton Monday.", "on\ton", "It was  on Monday."),
        ("He said “of of course”.", "of of", "He said “of course”."),
    ],
)
def test_a_word_typed_twice_is_found_and_one_is_kept(
    text: str, found: str | None, mended: str | None
) -> None:
    findings = check(text)
    if found is None:
        assert findings == []
        return
    (finding,) = findings
    assert finding.text == found
    assert apply_edits(text, 0, finding.fixes[0].edits) == mended


@pytest.mark.parametrize(
    "text",
    [
        "She had had enough of that that evening, a very very long one.",
        "They flew to Bora Bora and to Walla Walla.",
        "The WHO, who asked the US us-style questions, left.",
        "Boutros Boutros-Ghali spoke; the well-well-known singer did not.",
        "No, no, no, she said. Ha ha ha ha.",
        "It says: “pretty pretty please”.",
        "See a.b.b and b/b or $x x$ for the the-clause.",
        "A boda boda rider met another boda boda rider.",
        "Numbers: 20 20 and 3 3.",
    ],
)
def test_words_that_are_meant_to_stand_twice_pass(text: str) -> None:
    assert check(text) == []


def test_the_message_names_the_words() -> None:
    (finding,) = check("They met in the the hall.")
    assert finding.message == "“the the” stands twice; keep one “the”."


def test_a_wrapped_line_hides_nothing_but_a_new_paragraph_begins_anew() -> None:
    (finding,) = check("They voted on\non Tuesday.\n", "markdown")
    assert finding.text == "on\non"
    assert check("They voted on\n\non Tuesday they said.\n", "markdown") == []
    assert check("| what for | for whom |\n|---|---|\n| a | b |\n", "markdown") == []


def test_words_that_are_marked_differently_are_two_things() -> None:
    assert check("This function *function* could be constant.", "markdown") == []
    assert check("See the loop for [for](for.md) more.", "markdown") == []
    assert check("Run `the` `the` twice.", "markdown") == []
    assert len(check("*This is is one thing.*", "markdown")) == 1
    assert len(check("> They voted on\n> on Tuesday.", "markdown")) == 1


def test_many_doubled_words_are_all_found() -> None:
    words = [f"{first}{last}word" for first in "bcdfghjk" for last in "lmnprstv"]
    assert len(words) > doubled.MANY
    text = " ".join(f"{word} {word} und" for word in words)
    assert [finding.text.split()[0] for finding in check(text)] == words


def test_a_phrase_among_the_exceptions_passes() -> None:

    assert check("A piri piri sauce.", rule=RULE._replace(exceptions=("piri piri",))) == []
    assert len(check("A piri piri sauce.")) == 1
