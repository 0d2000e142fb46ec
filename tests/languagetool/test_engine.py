"""LanguageTool's answers on real documents: right places, right levels, nothing about words of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from lint.documents import parse
from lint.engines.languagetool import compile
from lint.engines.languagetool.annotate import annotate, said
from lint.engines.languagetool.check import LONG_SENTENCE, LanguageTool, build
from lint.engines.languagetool.describe import describe
from lint.engines.languagetool.hidden import hidden_spans
from lint.engines.languagetool.languages import languages_of, script, tool_code
from lint.engines.languagetool.levels import levels
from lint.errors import ConfigError, PackError
from lint.languagetool.annotation import Part
from lint.model import Config, Finding, Rule, Span, Term
from lint.rulepacks import load, shipped

OUR_RULES = load(((shipped.path("languagetool"), True),))

Check = Callable[..., list[Finding]]


def rule(options: object, origin: str = "rules/house.yml:7") -> Rule:
    return Rule("house.languagetool", "languagetool", "", "warning", "", options=options, origin=origin)


@pytest.fixture
def check(home: object) -> Iterator[Check]:
    """Check a text with the shipped pack and the real server; findings must fit their source."""
    made: list[LanguageTool] = []

    def run(source: str, path: str = "draft.txt", **settings: object) -> list[Finding]:
        config = Config(languagetool={"mode": "on", "remember": False})
        engine = build(OUR_RULES, config._replace(**settings))  # type: ignore[arg-type]
        made.append(engine)
        document = parse(source, path)
        findings = list(engine(document))
        assert engine.failures == []
        for each in findings:
            assert source[each.span.start : each.span.end] == each.text
        return findings

    yield run
    for engine in made:
        engine.close()


def seen(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(each.rule.removeprefix("languagetool."), each.text) for each in findings]


def test_a_grammar_error_is_found_with_its_words_its_level_and_a_better_one(check: Check) -> None:
    [finding] = check("The board met on Monday. She have signed the contract.\n")
    assert (finding.rule, finding.text, finding.severity) == ("languagetool.HE_VERB_AGR", "have", "warning")
    assert finding.suggestions[0] == "has"
    assert finding.message.endswith(".")


def test_places_hold_behind_an_emoji_and_cyrillic(check: Check) -> None:
    findings = check("The 🚢 «Слава» left port 😀. She have not returned.\n")
    assert ("HE_VERB_AGR", "have") in seen(findings)


def test_places_hold_with_a_bom_and_dos_line_ends(check: Check) -> None:
    findings = check("\ufeffThe board met.\r\n\r\nShe have signed\r\nthe contract.\r\n")
    assert seen(findings) == [("HE_VERB_AGR", "have")]


MARKDOWN = [
    ("Code in a line: `x = 1` is fine and she have signed.", [("HE_VERB_AGR", "have")]),
    ("Use an `int` or a `float` here.", []),
    ("The function `f`  was called.", []),
    ("See [the minutes](https://example.org/a_b) because she have signed.", [("HE_VERB_AGR", "have")]),
    ("The picture ![of a ship](ship.png) was sold.", []),
    ("She *have* signed.", [("HE_VERB_AGR", "have")]),
    ("She **ha**ve signed.", [("HE_VERB_AGR", "ha**ve")]),
    ("The AT&amp;T office and she have signed.", [("HE_VERB_AGR", "have")]),
    ("Prices&nbsp;rose and she have signed.", [("HE_VERB_AGR", "have")]),
    ("The board met on\nMonday. She\nhave signed.", [("HE_VERB_AGR", "have")]),
    ("- minutes of the board\n- list of members\n", []),
    ("# minutes of the board\n\nThe board met.", []),
    ("| place | ships |\n|---|---|\n| harbour | two |\n", []),
    ("The board met.<br>\nShe have signed.", [("HE_VERB_AGR", "have")]),
    ("```\nShe have signed.\n```\n\nThe board met.", []),
    ("A line \\*with escapes\\*. She have signed.", [("HE_VERB_AGR", "have")]),
    ("She have signed.[^1]\n\n[^1]: The minutes say so.", [("HE_VERB_AGR", "have")]),
]


@pytest.mark.parametrize(("source", "expected"), MARKDOWN, ids=[case[0][:30] for case in MARKDOWN])
def test_markup_neither_hides_an_error_nor_makes_one(
    check: Check, source: str, expected: list[tuple[str, str]]
) -> None:
    assert seen(check(source, "draft.md")) == expected


def test_a_fix_over_emphasis_does_not_delete_it(check: Check) -> None:
    [finding] = check("She **ha**ve signed.", "draft.md")
    assert all("**" in suggestion for suggestion in finding.suggestions)


def test_names_that_the_speller_takes_for_slips_are_left_alone(check: Check) -> None:
    text = "Fighters from Kobani and Soran reached Nigde and Hatay by way of Azaz, Ramadi and Kilis.\n"
    assert check(text) == []


def test_a_slip_that_both_spellers_see_carries_languagetools_word_too(check: Check) -> None:
    [finding] = check("The committee has choosen a new chair.\n")
    assert (finding.rule, finding.text) == ("languagetool.MORFOLOGIK_RULE_EN_US", "choosen")


def test_a_slip_that_languagetool_alone_names_is_told_in_our_words(check: Check) -> None:
    [finding] = check("The ferry is *definately* late.\n", "draft.md")
    assert finding.message == "“definately” looks like a slip for “definitely”."


def test_a_better_word_keeps_the_apostrophe_of_the_draft(check: Check) -> None:
    [finding] = check("The ferries are here. We doesn’t sell the tickets.\n")
    [first, *_] = finding.fixes
    assert (finding.text, first.title) == ("doesn’t", "don’t")


def test_an_accepted_term_is_not_seen_at_all(check: Check) -> None:
    assert seen(check("The ship choosen by them sank.\n", accept=(Term("choosen"),))) == []


def test_a_russian_paragraph_in_an_english_draft_is_left_alone(check: Check) -> None:
    assert check("The board met.\n\nМалчик пришёл домой и и лёг спать.\n") == []


def test_and_is_checked_as_russian_where_russian_is_configured(check: Check) -> None:
    findings = check("The board met.\n\nОн он пришёл домой и лёг спать.\n", languages=("en-US", "ru"))
    assert ("WORD_REPEAT_RULE", "Он он") in seen(findings)


def test_british_copy_is_checked_as_british(check: Check) -> None:
    assert check("The organisation painted the harbour in a new colour.\n", language="en-GB") == []


def test_a_tennis_score_is_no_doubled_word(check: Check) -> None:
    assert check("She beat the champion 6-4 6-4 on Monday.\n") == []


def test_style_inside_a_quotation_is_not_ours_to_raise(check: Check) -> None:
    louder = compile((*OUR_RULES, rule({"severity": {"REDUNDANCY": "warning"}})))
    engine = LanguageTool(Config(languagetool={"mode": "on", "remember": False}), louder)
    outside, inside = "All of the money was lost.\n", "“All of the money was lost,” the mayor said.\n"
    assert seen(list(engine(parse(outside, "a.txt")))) == [("ALL_OF_THE", "All of the")]
    assert list(engine(parse(inside, "a.txt"))) == []
    engine.close()


def test_a_sentence_without_an_end_is_left_out_and_said_so(home: object) -> None:
    engine = build(OUR_RULES, Config(languagetool={"mode": "on", "remember": False}))
    endless = "Tide " * (LONG_SENTENCE // 4)
    found = list(engine(parse(f"She have signed. {endless}\n\nShe have signed.\n", "draft.txt")))
    assert [each.text for each in found] == ["have", "have"]
    assert engine.notices == ["draft.txt: a sentence is too long for LanguageTool and was not checked by it"]
    engine.close()


def test_a_long_paragraph_is_asked_about_in_pieces(check: Check) -> None:
    text = "The ferry left the harbour at noon. " * 700 + "She have signed.\n"
    assert seen(check(text)) == [("HE_VERB_AGR", "have")]


def test_objects_terms_and_endless_strings_are_read_as_nouns() -> None:
    text = "Call \ufffc, an \ufffc or the Nigde office."
    assert annotate(text, [Span(text.index("Nigde"), text.index(" office"))]) == (
        Part("Call "),
        Part("\ufffc", "Dummy1"),
        Part(", an "),
        Part("\ufffc", "Ina3"),
        Part(" or the "),
        Part("Nigde", "Dummy5"),
        Part(" office."),
    )
    assert annotate("x" * 200)[0].reads == "Dummy0"


def test_a_line_end_is_read_as_a_space() -> None:
    assert annotate("one\ntwo") == (Part("one two"),)


def test_terms_in_lower_case_are_hidden_in_any_case() -> None:
    accept = (Term("harbour board"), Term("Azaz"), Term("/[A-Z]{2}-\\d+/"))
    text = "Harbour  board of Azaz, azaz, file AB-12."
    assert hidden_spans(text, "de-DE", accept) == [Span(0, 14), Span(18, 22), Span(35, 40)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The ship", "latin"), ("Корабль", "cyrillic"), ("船", "other"), ("1, 2", ""), ("Größe", "latin")],
)
def test_scripts(text: str, expected: str) -> None:
    assert script(text) == expected


@pytest.mark.parametrize(
    ("language", "code"),
    [("en", "en-US"), ("en_gb", "en-GB"), ("de", "de-DE"), ("ru", "ru-RU"), ("fr-CA", "fr"), ("pl", None)],
)
def test_a_language_is_named_as_languagetool_names_it(language: str, code: str | None) -> None:
    assert tool_code(language) == code


def test_a_paragraph_in_another_script_has_the_configured_language_of_that_script() -> None:
    document = parse("The board met.\n\nОн пришёл домой.\n\n12:30\n", "draft.txt")
    assert languages_of(document, Config())[:2] == ["en-US", None]
    assert languages_of(document, Config(languages=("uk",)))[:2] == ["en-US", "uk-UA"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Он пришёл домой и лёг спать.", "ru-RU"),
        ("Він прийшов додому і ліг спати.", "uk-UA"),
        ("Der Vorstand traf sich am Montag im Hafen.", "de-DE"),
        ("Le conseil s’est réuni lundi au port.", "fr"),
        ("The board met at the harbour on Monday.", "en-GB"),
        ("Agenda", "en-GB"),
    ],
)
def test_among_configured_languages_each_paragraph_has_its_own(text: str, language: str) -> None:
    config = Config(language="en-GB", languages=("de", "fr", "ru", "uk"))
    assert languages_of(parse(text, "draft.txt"), config) == [language]


# Levels


def test_a_rule_wins_over_a_part_and_a_part_over_its_category() -> None:
    plan = compile(
        (
            rule(
                {
                    "severity": {"MISC": "error", "EN_COMPOUNDS_*": "suggestion"},
                    "disable": ["EN_COMPOUNDS_YEAR_END"],
                }
            ),
        )
    )
    found = levels(plan, Config())
    assert found.of("EN_A_VS_AN", "MISC") == "error"
    assert found.of("EN_COMPOUNDS_HALF_TIME", "MISC") == "suggestion"
    assert found.of("EN_COMPOUNDS_YEAR_END", "MISC") is None


def test_the_configuration_has_the_last_word() -> None:
    plan = compile((rule({"disable": ["STYLE", "GONNA"]}),))
    found = levels(plan, Config(severity={"languagetool.STYLE": "warning", "languagetool.GONNA": "error"}))
    assert (found.of("GOTTA", "STYLE"), found.of("GONNA", "STYLE")) == ("warning", "error")


def test_a_mistyped_rule_is_an_error_with_the_one_that_was_meant() -> None:
    with pytest.raises(
        PackError, match=r'rules/house.yml:7: LanguageTool has no rule or category "EN_QUOTE"'
    ):
        compile((rule({"disable": ["EN_QUOTE"]}),))
    with pytest.raises(PackError, match='did you mean "HE_VERB_AGR"'):
        compile((rule({"severity": {"HE_VERB_AGGR": "error"}}),))


def test_all_mistakes_are_said_at_once() -> None:
    with pytest.raises(PackError) as caught:
        compile((rule({"disable": ["GRAMAR"], "severity": {"STYLE": "loud"}, "level": 1}),))
    assert [problem.message.split(" in rule")[0] for problem in caught.value.problems] == [
        'unknown key "level"',
        '"loud"',
        'LanguageTool has no rule or category "GRAMAR"',
    ]


def test_a_rule_is_explained_in_languagetools_words(home: object) -> None:
    found = describe("languagetool.HE_VERB_AGR", compile(OUR_RULES), Config())
    assert "verb" in found.message
    assert found.why == "A rule of LanguageTool, category GRAMMAR."
    with pytest.raises(ConfigError, match=r'did you mean "languagetool\.HE_VERB_AGR"'):
        describe("languagetool.HE_VERB_AGREE", compile(OUR_RULES), Config())


# Where there is none


def test_where_it_is_not_installed_auto_says_so_once_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("COPYDESK_CACHE", str(tmp_path))
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    engine = build(OUR_RULES, Config(languagetool={"mode": "auto"}))
    assert list(engine(parse("She have signed.", "a.txt"))) == []
    assert engine.notices == [
        "Not checked with LanguageTool, which is not installed; to have it: copydesk languagetool install"
    ]
    assert engine.failures == []


def test_and_on_says_it_as_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv("COPYDESK_CACHE", str(tmp_path))
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    engine = build(OUR_RULES, Config(languagetool={"mode": "on"}))
    assert [failure.message for failure in engine.failures] == [
        "LanguageTool is not installed; to have it: copydesk languagetool install"
    ]


def test_a_match_on_a_word_of_ours_is_nobodys_business() -> None:
    from lint.languagetool.annotation import Place
    from lint.languagetool.client import Match

    parts = (Part("Call "), Part("\ufffc", "Dummy1"), Part(" now now."))
    match = Match(Place(1, 0), Place(1, 1), "R", "C", "m", "", "", "", ("Dummy2",), "", False)
    assert said(parts, match) is None
    over = match._replace(start=Place(0, 0), end=Place(2, 4), replacements=("Ring Dummy1 now",))
    found = said(parts, over)
    assert found is not None
    assert (found[:2], found[8]) == ((0, 10), ("Ring \ufffc now",))


def test_english_without_a_country_is_checked_in_the_configured_one() -> None:
    page = parse("<html lang=en><p>The colour fades.<div lang=en-AU><p>The colour fades.", "page.html")
    assert languages_of(page, Config(language="en-GB")) == ["en-GB", "en-AU"]
    assert languages_of(page, Config(language="de", languages=("en-GB",))) == ["en-GB", "en-AU"]
