"""Forms of one name: what is one finding, and what is left alone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.documents import parse
from lint.engines.names import candidates
from tests.engines.names_at_hand import NAMES, found, house, pairs

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def seed_findings():
    with SEED.open(encoding="utf-8", newline="") as file:
        return found(file.read())


def test_the_seed_has_one_finding_that_holds_all_eighteen_mentions_of_the_group():
    group = next(finding for finding in seed_findings() if finding.rule == "names.islamic-state")
    written = [group.text, *(place.text for place in group.related)]
    assert Counter(written) == {"Islamic State": 9, "ISIS": 5, "Isis": 2, "ISIL": 2}


def test_the_seed_has_turke_as_a_slip_for_turkey_and_flags_no_other_name():
    assert [(finding.rule, finding.text) for finding in seed_findings()] == [
        ("names.islamic-state", "ISIS"),
        ("names.near-twins", "Turke"),
    ]
    assert [finding.suggestions for finding in seed_findings()][1] == ("Turkey",)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # A letter left out, swapped, doubled, added, changed.
        ("Ms Marchetti spoke. Marchetti left, and Marcheti came back.", "Marcheti", "Marchetti"),
        ("Tom Eldersley spoke. Eldersley left, and Eldresley came back.", "Eldresley", "Eldersley"),
        ("Ana Figueroa spoke. Figueroa left, and Figueeroa came back.", "Figueeroa", "Figueroa"),
        ("Ilse Brandhorst spoke. Brandhorst left, and Branddhorst too.", "Branddhorst", "Brandhorst"),
        # The same given name beside two spellings.
        ("Kofi Asantewaa won. Later Kofi Asantewa thanked all.", "Asantewa", "Asantewaa"),
        # Other capitals, hyphens, accents.
        ("We use GitLab here. GitLab runs tests, Gitlab shows them.", "Gitlab", "GitLab"),
        ("Province Niğde is cold. Snow in Niğde; Nigde waits.", "Nigde", "Niğde"),
    ],
)
def test_a_name_written_differently_once_is_flagged(text, wrong, right):
    assert pairs(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Shane Horgan passed to Marcus Horan, and Horgan scored.",
        "Trade with Austria grew. Trade with Australia fell. Iran and Iraq signed.",
        "Bolivia sent a team. The Bolivians won, and Bolivian fans sang.",
        "Mr Chen met Mr Cheng and Ms Chang. Chen spoke first, then Cheng.",
        "The GCSEs replaced the CSEs. GCSEs are harder than CSEs were.",
        "The dock has USB-A and USB-C. USB-A is older than USB-C.",
        "Airbus sold an A320 and an A330.",
        "LONDON — The firm moved to London. NOBODY IN LONDON SAW IT.",
        "Who told the WHO? The WHO asked who.",
        "Being late, Annette Bening waved. Bening smiled.",
        "Ana García won. Raúl Garcia was second.",
        "The Smiths came. Mr Smith paid for the Smiths' lunch.",
    ],
)
def test_two_names_stay_two(text):
    assert pairs(text) == []


def test_a_draft_that_mixes_declared_forms_has_one_finding_that_says_which_and_how_often():
    text = "Fans of Kyiv sang. Buses left Kyiv at noon. Kiev was quiet, and Kiev's parks were empty."
    [finding] = found(text)
    assert finding.message == (
        "Keep to one form of this name: besides “Kyiv” (twice, used first) here stand “Kiev” (twice)."
    )
    assert [(place.text, place.note) for place in finding.related] == [
        ("Kyiv", "Kyiv, twice"),
        ("Kyiv", "Kyiv, twice"),
        ("Kiev", "Kiev, twice"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kiev was quiet. Buses left Kiev at noon.",
        "Kyiv, formerly spelled Kiev, was quiet.",
        "Islamic State (ISIS) lost the town. ISIS fled, and Islamic State fell silent.",
        "Myanmar is large. “I was born in Burma and shall die in Burma,” she said.",
        "The Bombay Stock Exchange closed early in Mumbai.",
    ],
)
def test_a_draft_that_keeps_to_one_form_or_explains_the_other_passes(text):
    assert pairs(text) == []


def test_a_house_rule_flags_every_other_form_with_possessive_and_plural():
    check = house("Islamic State", "ISIS", "Isis")
    [finding] = found("ISIS's men and Isis’s flags: two ISIS-held towns, an anti-ISIS front.", check)
    assert finding.suggestions == ("Islamic State",)
    assert [finding.text, *(place.text for place in finding.related)] == ["ISIS", "Isis", "ISIS", "ISIS"]


def test_a_form_inside_another_name_or_an_exception_passes():
    check = house("United States", "America", passing=("Latin America",))
    assert pairs("She worked for Voice of America and lived in Latin America.", check) == []
    assert pairs("She toured America.", check) == [("America", "United States")]


def test_a_form_may_be_a_pattern_and_a_rule_may_keep_to_headings():
    check = house("Gaddafi", "/[QKG]h?add?h?af[iy]/")
    assert pairs("In 1999 Qaddafi and Kadhafi met.", check) == [("Qaddafi", "Gaddafi")]
    check = house("Gaddafi", "Qaddafi", scope=("heading",))
    text = "# Qaddafi falls\n\nQaddafi fell on Monday.\n"
    [finding] = found(text, check, "draft.md")
    assert (finding.text, finding.related) == ("Qaddafi", ())


def test_words_of_a_speaker_are_not_the_house_s_to_change():
    check = house("Myanmar", "Burma")
    assert pairs("“I was born in Burma and stay,” he said.", check) == []
    assert pairs("The “Burma” of maps is gone.", check) == [("Burma", "Myanmar")]


def test_white_space_hyphens_and_apostrophes_of_a_form_are_matched_loosely():
    check = house("Timor-Leste", "East Timor")
    assert [finding.text for finding in found("He left East\nTimor on Monday.", check)] == ["East\nTimor"]
    check = house("Sanaa", "Sana'a")
    assert pairs("He left Sana’a on Monday.", check) == [("Sana’a", "Sanaa")]


def test_fixes_on_names_are_never_safe():
    text = "Kyiv was quiet. Kiev slept. Tom Eldersley spoke. Eldersley left, then Eldresley came."
    assert [fix.safe for finding in found(text) for fix in finding.fixes] == [False, False]


def test_a_well_known_name_with_a_slip_is_a_suggestion_where_the_right_one_is_missing():
    [finding] = found("The planes to Bangaldesh were full.")
    assert (finding.rule, finding.severity, finding.suggestions) == (
        "names.known-names",
        "suggestion",
        ("Bangladesh",),
    )
    [finding] = found("Floods hit Bangladesh. The planes to Bangaldesh were full.")
    assert (finding.rule, finding.severity) == ("names.near-twins", "warning")


def test_a_draft_in_another_language_is_searched_for_declared_names_only():
    document = parse("Herr Wegener sprach. Wegener ging, und Wegenre kam.", "draft.txt")
    document.lang = "de"
    assert list(NAMES(document)) == []


PIECES = (
    *(
        "Turkey",
        "Turke",
        "ISIS",
        "Isis’s",
        "Islamic State",
        "said",
        "the",
        "“Kiev”",
        "Kyiv.",
        "O'Neill",
        "al-Assad",
    ),
    *("\n\n", "anti-ISIS", "U.S.", "Łódź", "é", "\u200b", "McIlroy", "McIlory", "(ISIS)", "İzmir", "Izmir"),
)


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt Hildesheim ist alt. In Hildesheim wird gebaut, und der Rat der Hildesheims zahlt nicht.",
        "В Москве идёт снег. Москва ждёт, а жители Москвы гуляют.",
    ],
)
def test_other_languages_bend_names_and_are_left_alone(text):
    assert pairs(text) == []


names_like = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(names_like)
def test_every_place_of_every_finding_holds_the_words_it_names(text):
    document = parse(text, "draft.txt")
    for finding in NAMES(document):
        assert document.source[finding.span.start : finding.span.end] == finding.text
        for place in finding.related:
            assert document.source[place.span.start : place.span.end] == place.text
    for entry in NAMES.ledger(document):
        for form in entry.forms:
            for mention in form.mentions:
                assert 0 <= mention.span.start < mention.span.end <= len(document.source)


def test_the_forms_compared_grow_with_the_forms_not_with_their_square():
    near = ["Ba" + letters(number).lower() for number in range(4000)]
    assert len(list(candidates.pairs(near))) < 40 * len(near)


@pytest.mark.parametrize(
    "unit", ["A", "Al-", "O'", "AbC", "Kiev of ", "“Kiev ”", "Kyiv Kiev ", "Bank (ABC) "]
)
def test_a_megabyte_of_the_same_letters_is_read(unit):
    list(NAMES(parse(unit * (1_000_000 // len(unit)), "draft.txt")))


def letters(number: int) -> str:
    """A made-up name of a number."""
    syllables = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve", "wi", "zo")
    name = ""
    for _ in range(4):
        number, rest = divmod(number * 31 + 7, len(syllables))
        name += syllables[rest]
        number += len(name) * 5
    return name.capitalize()


@pytest.mark.parametrize(
    "text",
    [
        "Peter Brandtner opened the meeting. The clerk thanked Brantner for his report.",
        "The clerk thanked Brantner for his report. Peter Brandtner opened the meeting.",
    ],
)
def test_of_two_forms_that_stand_once_the_one_introduced_in_full_is_proposed_and_asked_about(text):
    [finding] = found(text)
    assert finding.message == (
        "“Brantner” and “Brandtner” look like one name; each stands here once, so find out which is right."
    )
    assert finding.suggestions == ("Brandtner",)


def test_of_two_forms_that_stand_once_the_one_everybody_knows_is_right():
    [finding] = found("They left Turkee on Monday. They came back to Turkey.")
    assert finding.message == "“Turkee” looks like a slip for “Turkey”, which stands here once."


@pytest.mark.parametrize("slip", ["Anan", "Anann"])
def test_one_given_name_before_two_spellings_of_a_surname_is_one_person(slip):
    text = f"Kofi Annan opened the meeting in Geneva. Later Kofi {slip} left the hall without a word."
    [finding] = found(text)
    assert (finding.text, finding.suggestions) == (slip, ("Annan",))


def test_two_people_of_one_given_name_stay_two():
    assert found("Maria Horan came first. Maria Hogan was second, and Maria Moran third.") == []


def test_a_form_that_stands_no_more_often_is_not_called_the_usual_one():
    [finding] = found("Zelenskyy spoke on Monday. The envoys of Zelensky left on Tuesday.")
    assert "used most" not in finding.message
