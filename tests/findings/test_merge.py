"""One finding for one error, in the order of the draft."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from lint.findings.merge import merge, place
from lint.model import Edit, Finding, Fix, Related, Severity, Span

SOURCE = "The committee has choosen a hour for it."


def finding(
    rule: str, words: str, *better: str, severity: Severity = "warning", message: str = "Look at this."
) -> Finding:
    start = SOURCE.index(words)
    span = Span(start, start + len(words))
    fixes = tuple(Fix(text, (Edit(span, text),)) for text in better)
    return Finding(rule, "story.md", span, words, message, severity, fixes=fixes)


def test_two_spellers_on_one_word_are_one_finding_of_our_own() -> None:
    own = finding("spelling.typo", "choosen", "chosen")
    guest = finding("languagetool.MORFOLOGIK_RULE_EN_US", "choosen", "chooses", "chosen", severity="error")
    (one,) = merge([guest, own])
    assert one.rule == "spelling.typo"
    assert one.also == ("languagetool.MORFOLOGIK_RULE_EN_US",)
    assert one.severity == "error"
    assert one.suggestions == ("chosen", "chooses")


def test_spellers_that_propose_nothing_alike_are_still_one_finding() -> None:
    own = finding("spelling.typo", "choosen")
    guest = finding("languagetool.MORFOLOGIK_RULE_EN_US", "choosen", "chooses")
    assert [one.rule for one in merge([own, guest])] == ["spelling.typo"]


def test_the_same_edit_is_the_same_error_though_the_words_differ() -> None:
    article = Edit(Span(SOURCE.index("a hour") + 1, SOURCE.index("a hour") + 1), "n")
    guest = finding("languagetool.EN_A_VS_AN", "a hour")._replace(fixes=(Fix("an hour", (article,)),))
    own = finding("grammar.article", "a hour")._replace(fixes=(Fix("an", (article,)),))
    own = own._replace(span=Span(own.span.start, own.span.start + 1), text="a")
    (one,) = merge([guest, own])
    assert (one.rule, one.also) == ("grammar.article", ("languagetool.EN_A_VS_AN",))


def test_languagetool_and_the_parser_on_the_same_words_are_one_warning_at_least() -> None:
    own = finding("grammar.agreement", "has", "have", severity="suggestion")
    guest = finding("languagetool.SUBJECT_VERB", "committee has", "committees have", severity="suggestion")
    (one,) = merge([guest, own])
    assert (one.rule, one.also, one.severity) == (
        "grammar.agreement",
        ("languagetool.SUBJECT_VERB",),
        "warning",
    )
    assert len(merge([own, finding("languagetool.MORFOLOGIK_RULE_EN_US", "choosen", "chosen")])) == 2


def test_two_things_to_say_about_the_same_words_stay_two() -> None:
    style = finding("house.body", "committee", "panel")
    capital = finding("names.form", "committee", "Committee")
    assert len(merge([style, capital])) == 2


def test_two_rules_of_one_pack_about_the_same_words_are_one_finding() -> None:
    note = finding("leftovers.note", "committee", severity="error")
    script = finding("leftovers.foreign", "committee")
    (one,) = merge([script, note])
    assert (one.rule, one.severity, one.also) == ("leftovers.note", "error", ("leftovers.foreign",))


def test_exact_duplicates_are_one() -> None:
    one = finding("house.body", "committee", "panel")
    assert merge([one, one, one._replace()]) == (one,)


def test_other_places_of_both_are_kept() -> None:
    here, there = Related(Span(0, 3), "The", "here"), Related(Span(4, 13), "committee", "there")
    one = finding("names.form", "choosen", "chosen")._replace(related=(here,))
    other = finding("spelling.typo", "choosen", "chosen")._replace(related=(here, there))
    assert merge([one, other])[0].related == (here, there)


FINDINGS = [
    finding("spelling.typo", "choosen", "chosen"),
    finding("languagetool.MORFOLOGIK_RULE_EN_US", "choosen", "chosen", severity="error"),
    finding("house.body", "committee", "panel", severity="suggestion"),
    finding("house.long", "The committee has choosen a hour for it."),
    finding("grammar.article", "a hour", "an hour"),
    finding("languagetool.EN_A_VS_AN", "a hour", "an hour"),
    finding("names.form", "committee", "Committee"),
]


@given(st.lists(st.sampled_from(FINDINGS), max_size=12), st.randoms(use_true_random=False))
def test_the_order_in_which_findings_come_changes_nothing(
    found: list[Finding], chance: random.Random
) -> None:
    merged = merge(found)
    chance.shuffle(found)
    assert merge(found) == merged
    assert list(merged) == sorted(merged, key=place)
    assert merge(merged) == merged


@given(st.lists(st.sampled_from(FINDINGS), max_size=12))
def test_no_rule_that_saw_something_is_lost(found: list[Finding]) -> None:
    merged = merge(found)
    assert {name for one in merged for name in (one.rule, *one.also)} == {one.rule for one in found}


def test_the_words_of_a_placeholder_are_one_finding() -> None:
    filler = finding("leftovers.filler-text", "committee has choosen", severity="error")
    typo = finding("spelling.typo", "choosen", "chosen")
    short = finding("abbreviations.undefined", "committee", severity="suggestion")
    (one,) = merge([typo, filler, short])
    assert (one.rule, one.suggestions) == ("leftovers.filler-text", ())
    assert one.also == ("abbreviations.undefined", "spelling.typo")


def test_a_slip_in_a_paragraph_that_was_pasted_twice_is_told() -> None:
    copy = finding("leftovers.pasted-twice", "committee has choosen")
    typo = finding("spelling.typo", "choosen", "chosen")
    assert len(merge([copy, typo])) == 2


def test_a_misspelled_name_is_not_also_told_to_be_nobody() -> None:
    own = finding("names.spellings", "hour", "Hour")
    other = finding("mentions.never-introduced", "hour", severity="suggestion")
    (one,) = merge([other, own])
    assert (one.rule, one.also) == ("names.spellings", ("mentions.never-introduced",))


def test_the_phrases_of_a_paragraph_that_stands_again_are_no_findings_of_their_own() -> None:
    paragraph = finding("repetition.paragraph-again", SOURCE)
    phrase = finding("repetition.phrase", "committee has choosen", severity="suggestion")
    slip = finding("spelling.typo", "choosen", "chosen")
    assert [one.rule for one in merge([phrase, slip, paragraph])] == [paragraph.rule, slip.rule]


def test_a_bracket_that_two_rules_miss_is_missed_once() -> None:
    own = finding("typography.unpaired-bracket", "a")
    guest = finding("languagetool.EN_UNPAIRED_BRACKETS", "a", severity="suggestion")
    (one,) = merge([own, guest])
    assert (one.rule, one.also) == ("typography.unpaired-bracket", ("languagetool.EN_UNPAIRED_BRACKETS",))
