"""The list of certain slips: each is no word and no name, and what it stands for is a word."""

from __future__ import annotations

from lint import check_text
from lint.lexicon import layout
from lint.lexicon.certain import CERTAIN, certain
from lint.lexicon.known_names import lookup
from lint.lexicon.words import known

LINES = layout.read(CERTAIN).decode().splitlines()


def test_a_form_is_in_no_dictionary_and_no_list_of_names_and_its_meaning_is() -> None:
    for line in LINES:
        form, _, meaning = line.partition(" ")
        assert form == form.lower() and not known(form) and not lookup(form.capitalize()), line
        assert meaning and all(map(known, meaning.split())), line


def test_the_list_is_sorted_and_has_each_form_once() -> None:
    forms = [line.partition(" ")[0] for line in LINES]
    assert forms == sorted(set(forms))


def test_what_is_certain_comes_first_and_is_mended_everywhere_but_where_it_is_quoted() -> None:
    text = "They had alot to do. She wrote “alot” and had alot of time."
    (finding,) = check_text(text).findings
    assert finding.suggestions[0] == "a lot"
    assert finding.fixes[0].safe
    assert [edit.span.start for edit in finding.fixes[0].edits] == [10, 47]


def test_a_capital_a_foreign_neighbour_or_emphasis_makes_it_a_question() -> None:
    for text in ("Recieve it.", "They recieve xqwzt it.", "The misspelling *recieve* is common."):
        fixes = [fix for each in check_text(text, path="a.md").findings for fix in each.fixes]
        assert not any(fix.safe and fix.title == "receive" for fix in fixes)
    assert certain("RECIEVE") == "receive"


def test_nouns_that_do_not_take_ys() -> None:
    (finding,) = check_text("They drove two lorrys to the port.").findings
    assert finding.suggestions[0] == "lorries"
