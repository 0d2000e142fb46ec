"""The ledger: names joined through their parts, with the role of each mention."""

from __future__ import annotations

from lint.documents import parse
from lint.model import NameEntry
from tests.engines.names_at_hand import NAMES


def ledger(text: str) -> dict[str, NameEntry]:
    return {entry.name: entry for entry in NAMES.ledger(parse(text, "draft.txt"))}


def roles(entry: NameEntry) -> list[tuple[str, str]]:
    mentions = [(mention.span, form.text, mention.role) for form in entry.forms for mention in form.mentions]
    return [(text, role) for _, text, role in sorted(mentions)]


def test_a_surname_alone_is_a_mention_of_the_full_name():
    entry = ledger("President Maria Fernandez spoke. Fernandez left; Maria’s aides stayed.")[
        "Maria Fernandez"
    ]
    assert entry.kind == "person"
    assert roles(entry) == [
        ("Maria Fernandez", "full, with title"),
        ("Fernandez", "surname"),
        ("Maria", "given name, possessive"),
    ]


def test_a_particle_may_be_missing_the_second_time():
    entry = ledger("Omar al-Bashir fell. Later Bashir was tried, and al-Bashir was silent.")["Omar al-Bashir"]
    assert [text for text, _ in roles(entry)] == ["Omar al-Bashir", "Bashir", "al-Bashir"]


def test_declared_forms_and_slips_are_forms_of_one_name():
    entries = ledger(
        "Turkey waited. Goods from Turkey left. ISIS-held towns in Turke and Islamic State flags."
    )
    assert [form.text for form in entries["Turkey"].forms] == ["Turkey", "Turke"]
    assert roles(entries["Islamic State"]) == [
        ("ISIS", "abbreviation, attributive"),
        ("Islamic State", "full"),
    ]


def test_an_abbreviation_is_joined_to_the_name_its_letters_stand_for():
    entry = ledger("The National Kelp Board (NKB) met. The NKB voted.")["National Kelp Board"]
    assert (entry.kind, entry.count) == ("organisation", 3)


def test_kinds_are_told_by_titles_known_names_and_the_words_of_a_name():
    entries = ledger("Ankara and Lake Vanern are far. The Ministry of Fish hired Anna Nilsson. NKB paid.")
    assert {name: entry.kind for name, entry in entries.items()} == {
        "Ankara": "place",
        "Lake Vanern": "place",
        "Ministry of Fish": "organisation",
        "Anna Nilsson": "person",
        "NKB": "abbreviation",
    }


def test_words_that_merely_open_a_sentence_and_nationalities_are_no_names():
    assert (
        list(ledger("The boats left. Yesterday the Turkish crew slept. When Monday came, nobody woke.")) == []
    )
