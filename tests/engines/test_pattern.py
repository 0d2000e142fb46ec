"""What an editor's words and patterns find, and what their fixes make of it."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.engines import pattern
from lint.model import Config, Finding, Rule, apply_edits


def rule(kind: str = "replace", *options: tuple[str, tuple[str, ...]], **more: object) -> Rule:
    return Rule(
        "house.x", kind, "Write “{replacement}” instead of “{match}”.", "warning", "", options, **more
    )  # type: ignore[arg-type]


def check(text: str, *rules: Rule, format: str = "text") -> list[Finding]:
    return list(pattern.build(rules, Config())(parse(text, "draft.txt", format)))


def mended(text: str, *rules: Rule, format: str = "text") -> str:
    """The text with the first fix of each finding."""
    edits = [edit for found in check(text, *rules, format=format) for edit in found.fixes[0].edits]
    return apply_edits(text, 0, edits)


UTILIZE = rule("replace", ("utilize", ("use",)), ("in order to", ("to",)), forms=True)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Utilize it.", "Use it."),
        ("UTILIZE IT.", "USE IT."),
        ("They utilized an utilized thing.", "They used a used thing."),
        ("They went in\norder to see.", "They went to see."),
        ("Its utilizing spread.", "Its using spread."),
    ],
)
def test_a_replacement_keeps_capitals_endings_and_articles(text: str, after: str) -> None:
    assert mended(text, UTILIZE, format="markdown") == after


def test_an_empty_replacement_takes_one_space_with_it() -> None:
    very = rule("replace", ("very", ("",)))
    assert mended("A very old house.", very) == "A old house."
    assert mended("Very old houses stand.", very) == "Old houses stand."


@pytest.mark.parametrize(
    "text", ["She said: “We utilize it.”", "We 'utilize' it.", "« We utilize it », she said."]
)
def test_words_in_quotation_marks_are_left_alone(text: str) -> None:
    assert check(text, UTILIZE) == []


def test_a_rule_that_asks_for_quotations_reads_them_but_never_fixes_them_by_itself() -> None:
    own = rule("replace", ("utilize", ("use",)), scope=("prose", "quotation"), fix="safe")
    (found,) = check("She said: “We utilize it.”", own)
    assert (found.text, found.fixes[0].safe) == ("utilize", False)
    (outside,) = check("We utilize it.", own)
    assert outside.fixes[0].safe


def test_a_match_never_reaches_into_the_next_paragraph() -> None:
    assert check("They went in\n\norder to see.", UTILIZE) == []


def test_a_match_over_emphasis_is_found_and_its_markup_survives() -> None:
    (found,) = check("They **utili**ze it.", UTILIZE, format="markdown")
    assert found.text == "utili**ze"
    assert check("in *order* to", UTILIZE, format="markdown")[0].fixes == ()


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Voice of the nation", True),
        ("the Voice of  America said", True),
        ("in America today", False),
        ("north America", True),
        ("America first", True),
        ("America last", False),
    ],
)
def test_exceptions(text: str, passes: bool) -> None:
    own = rule("find", ("America", ()), exceptions=("Voice of America",), after=("north",), before=("first",))
    assert (check(text, own) == []) is passes


def test_scopes_choose_the_block() -> None:
    own = rule("find", ("cache", ()), scope=("heading",))
    found = check("# A cache\n\nThe cache.\n", own, format="markdown")
    assert [one.span for one in found] == [(4, 9)]


def test_the_source_is_read_outside_code_only() -> None:
    own = rule("find", ("&nbsp;", ()), scope=("source",))
    found = check("a&nbsp;b `&nbsp;` <!-- &nbsp; -->\n", own, format="markdown")
    assert [one.span for one in found] == [(1, 7)]


def test_a_rule_can_pass_over_the_words_of_links() -> None:
    own = rule("find", ("follow us", ()), scope=("prose", "unlinked"))
    found = check("Follow us. [Follow us](x) or follow [us](x).\n", own, format="markdown")
    assert [one.span for one in found] == [(0, 9)]


def test_exceptions_hold_in_the_source_too() -> None:
    own = rule("find", ("&nbsp;", ()), scope=("source",), after=("Table",), exceptions=("5&nbsp;km",))
    found = check("Table &nbsp; 5&nbsp;km a&nbsp;b\n", own, format="markdown")
    assert [one.span for one in found] == [(24, 30)]


def test_a_letter_of_any_script_is_no_edge_of_a_word() -> None:
    assert check("Он за аз.", rule("find", ("а", ()))) == []


def test_groups_of_a_pattern_stand_in_its_replacement() -> None:
    own = rule("regex", (r"(\d+) per cent", (r"\1 percent",)))
    assert mended("Up 5 per cent.", own) == "Up 5 percent."


def test_a_pattern_that_runs_away_is_stopped_and_named() -> None:
    own = rule("regex", (r"(?:x|xx)+(?=[yz])", ()), origin="rules/x.yml:3")
    made = pattern.build((own,), Config())
    assert list(made(parse("x" * 60, "draft.txt"))) == []
    (failure,) = made.failures
    assert failure.path == "draft.txt"
    assert failure.message.startswith("house.x (rules/x.yml:3) was stopped after 1 s")


def test_rules_of_another_language_are_silent() -> None:
    german = rule("find", ("die", ()), languages=("de",))
    assert check("They die.", german) == []


@pytest.mark.parametrize(
    ("head", "language", "found"),
    [
        ("<html lang=en>", "en-GB", ["utilize"]),
        ("<html lang=en>", "en-US", []),
        ("<html lang=en-GB>", "en-US", ["utilize"]),
        ("<html lang=en-US>", "en-GB", []),
        ("<html lang=en-GB><div lang=en>", "en-US", ["utilize"]),
        ("<html lang=de>", "en-GB", []),
    ],
)
def test_english_without_a_country_is_that_of_the_configuration(
    head: str, language: str, found: list[str]
) -> None:
    british = rule("find", ("utilize", ()), languages=("en-GB",))
    document = parse(f"{head}<p>We utilize it.", "page.html", "html")
    check = pattern.build((british,), Config(language=language))
    assert [one.text for one in check(document)] == found
