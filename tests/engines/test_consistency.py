"""Several forms will do, but one in a draft: one finding, with the majority proposed."""

from __future__ import annotations

from lint.documents import parse
from lint.engines import consistency
from lint.model import Config, Finding, Rule, apply_edits

MESSAGE = "This draft has {forms}; keep to “{replacement}”."


def rule(*groups: tuple[str, ...], **more: object) -> Rule:
    return Rule("house.x", "consistent", MESSAGE, "warning", "", groups, **more)  # type: ignore[arg-type]


STRIKES = rule(("airstrike", "air strike", "air-strike"), forms=True)


def check(text: str, *rules: Rule) -> list[Finding]:
    return list(consistency.build(rules, Config())(parse(text, "draft.txt")))


def test_the_majority_wins_and_every_place_is_named() -> None:
    text = "Airstrikes hit. An air strike followed. More airstrikes came."
    (found,) = check(text, STRIKES)
    assert found.text == "air strike"
    assert found.message == "This draft has “airstrike” twice and “air strike” once; keep to “airstrike”."
    assert [(place.text, place.note) for place in found.related] == [
        ("Airstrikes", "“airstrike”"),
        ("airstrikes", "“airstrike”"),
    ]
    assert apply_edits(text, 0, found.fixes[0].edits) == (
        "Airstrikes hit. An airstrike followed. More airstrikes came."
    )


def test_the_fix_keeps_endings_and_capitals_at_every_place() -> None:
    text = "Air-strikes hit. Airstrikes and an airstrike. An air strike."
    (found,) = check(text, STRIKES)
    assert apply_edits(text, 0, found.fixes[0].edits) == (
        "Airstrikes hit. Airstrikes and an airstrike. An airstrike."
    )


def test_where_two_forms_are_as_frequent_the_one_written_first_in_the_rule_wins() -> None:
    (found,) = check("A judgment here, a judgement there.", rule(("judgement", "judgment")))
    assert (found.text, found.suggestions) == ("judgment", ("judgement",))


def test_one_form_alone_is_consistent() -> None:
    assert check("An air strike and more air strikes.", STRIKES) == []


def test_other_forms_inside_quotation_marks_do_not_count() -> None:
    assert check("An airstrike hit. “The air strike was ours,” she said.", STRIKES) == []


def test_a_sign_for_a_word_is_told_but_not_rewritten() -> None:
    (found,) = check("Up 5 percent, then 6 percent, then 7%.", rule(("percent", "per cent", "%")))
    assert (found.text, found.fixes) == ("%", ())


def test_a_pattern_that_runs_away_is_named() -> None:
    made = consistency.build((rule(("/(?:x|xx)+[yz]/", "abc"), origin="rules/x.yml:3"),), Config())
    list(made(parse("abc xy " + "x" * 60, "draft.txt")))
    assert [failure.message for failure in made.failures] == [
        "house.x (rules/x.yml:3) was stopped after 1 s in one paragraph; simplify its pattern"
    ]


DATES = ("/\\d\\d? (?:March|June)/", "/(?:March|June) \\d\\d?/")


def test_a_pattern_is_shown_by_what_it_matches_first() -> None:
    (found,) = check("On 3 March, on 4 June and on June 5.", rule(DATES))
    assert found.message == "This draft has “3 March” twice and “June 5” once; keep to “3 March”."
    assert [place.text for place in found.related] == ["3 March", "4 June"]


def test_a_form_counts_where_it_stands_often_enough() -> None:
    often = rule()._replace(options={"of": (("cannot", "can't"),), "least": 2})
    once = "We cannot go. They cannot stay. You can't know."
    assert check(once, often) == []
    (found,) = check(f"{once} I can’t.", often)
    assert found.message == "This draft has “cannot” twice and “can't” twice; keep to “cannot”."
