"""Misspellings are flagged with the right word; names, code and foreign words are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.documents import parse
from lint.engines.spelling import build, unknown_words
from lint.model import Config, Finding, Rule, Term, apply_edits

RULES = (
    Rule("spelling.typo", "spelling", "{match} → {replacement}", "warning", "", {"confidence": "probable"}),
    Rule(
        "spelling.possible",
        "spelling",
        "{match} → {replacement}",
        "suggestion",
        "",
        {"confidence": "possible"},
    ),
    Rule(
        "spelling.variant",
        "spelling",
        "{variety}: {match} → {replacement}",
        "suggestion",
        "",
        {"variety": "one"},
    ),
)
SEED = Path(__file__).parents[2] / "seeds" / "000_60092cfa81812d79.txt"


def check(text: str, path: str = "draft.txt", config: Config | None = None) -> list[Finding]:
    return list(build(RULES, config or Config())(parse(text, path)))


def flagged(text: str, path: str = "draft.txt", config: Config | None = None) -> dict[str, str]:
    """Form -> first suggestion, for what is at least a warning."""
    return {
        item.text: item.suggestions[0] for item in check(text, path, config) if item.severity == "warning"
    }


def test_the_seed_shows_its_three_slips_and_no_name() -> None:
    found = flagged(SEED.read_text(encoding="utf-8"))
    assert found == {"choosen": "chosen", "claime": "claim", "exampe": "example"}


@pytest.mark.parametrize(
    ("text", "form", "word"),
    [
        ("The council will recieve the report on Monday.", "recieve", "receive"),
        ("Thier boats lay in the harbour.", "Thier", "Their"),
        ("The plan was a sucess, officials said.", "sucess", "success"),
        ("Roads were closed becuase of the storm.", "becuase", "because"),
        ("A non-existant budget paid for it.", "non-existant", "non-existent"),
        ("The goverment’s plan failed.", "goverment’s", "government’s"),
        ("He said “it was definately late” and left.", "definately", "definitely"),
    ],
)
def test_a_slip_is_flagged_with_the_word_that_was_meant(text: str, form: str, word: str) -> None:
    assert flagged(text) == {form: word}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels took Azaz and Kilis, and the road to Bab al-Salam was cut.",
        "The YPG and the FSA met UNHCR staff.",
        "Mail jdoe@exampel.org or see https://exampel.org/recieve.html for details.",
        "Run the file_recieve tool in src/recieve/main.py first.",
        "Follow #recieve and @recieve for updates.",
        "She drove an iPhnoe-branded van.",
        "He whispered ’til dawn, singin’ and dancin’.",
        "In der Stadt wurden gestern mehrere Häuser durch ein Feuer zerstört und viele Menschen verletzt.",
        "Слова на другом языке остаются как есть.",
    ],
)
def test_what_is_no_misspelled_english_word_is_left_alone(text: str) -> None:
    assert flagged(text) == {}


def test_markdown_code_links_and_italics_are_left_alone() -> None:
    text = "Use `recieve` or [the page](recieve.md), as in *esprit de corpse nouvelle*, they said.\n"
    assert flagged(text, "draft.md") == {}


def test_a_form_is_reported_once_in_a_draft() -> None:
    found = check("They recieve mail.\n\nWe recieve none.")
    assert [item.text for item in found] == ["recieve"]


def test_a_fix_in_a_quotation_is_offered_and_not_safe() -> None:
    safe = build((RULES[0]._replace(fix="safe"),), Config())
    (said,) = safe(parse("“We recieve nothing,” the tenant said on Friday.", "draft.txt"))
    (told,) = safe(parse("The tenants recieve nothing.", "draft.txt"))
    assert (said.fixes[0].safe, told.fixes[0].safe) == (False, True)


def test_a_slip_in_a_name_that_the_draft_has_is_left_to_the_names() -> None:
    assert flagged("Turkey and Syria met. Turkey agreed. The border with Turke was closed by Turkey.") == {}


@pytest.mark.parametrize(
    "term",
    ["kubectl", "Kubectl", "/kube\\w+/", "the kubectl tool"],
    ids=["word", "capital", "pattern", "phrase"],
)
def test_an_accepted_term_is_known(term: str) -> None:
    text = "Start the Kubectl tool." if term[0] == "K" else "Start the kubectl tool."
    unknown = {form for form, _ in unknown_words(parse(text, "draft.txt"), Config())}
    accepted = {form for form, _ in unknown_words(parse(text, "draft.txt"), Config(accept=(Term(term),)))}
    assert {form.lower() for form in unknown} == {"kubectl"}
    assert accepted == set()


def test_an_accepted_word_passes_with_its_plural_and_possessive() -> None:
    config = Config(accept=(Term("recieve"),))
    assert flagged("They recieve it. Two recieves, one recieve’s end.", config=config) == {}


def test_a_draft_that_mixes_varieties_has_one_finding() -> None:
    found = check("The colour of the harbour pleased the organisers of the new city center and its theaters.")
    (finding,) = [item for item in found if item.rule == "spelling.variant"]
    assert (finding.text, finding.suggestions) == ("center", ("centre",))
    assert [(place.text, place.note) for place in finding.related] == [
        ("colour", "British, as it should be"),
        ("harbour", "British, as it should be"),
        ("organisers", "British, as it should be"),
        ("theaters", "British: theatres"),
    ]


def test_the_fix_of_a_mix_mends_every_word_of_the_other_variety() -> None:
    text = "The colour of the harbour pleased the organisers of the city center and its theaters."
    (finding,) = check(text)
    assert apply_edits(text, 0, finding.fixes[0].edits) == text.replace(
        "er and its theaters", "re and its theatres"
    )


def test_a_mix_that_lies_in_quotation_marks_is_the_speakers() -> None:
    text = "The organisers chose the colour. “My favorite color at the center,” the visitor wrote."
    assert check(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The colour of the harbour pleased the organisers at the centre.",
        "The color of the harbor pleased the organizers at the center.",
        "The colour of the harbour pleased the organizers at the centre.",
    ],
    ids=["British", "American", "Oxford"],
)
def test_one_variety_throughout_is_no_mix(text: str) -> None:
    assert check(text) == []


def test_a_declared_variety_is_held_to() -> None:
    found = check("The color of the center.", config=Config(language="en-GB"))
    assert [(item.text, item.suggestions) for item in found] == [("color", ("colour",))]


def test_another_language_is_not_checked() -> None:
    assert check("They recieve mail.", config=Config(language="de")) == []
