"""Which texts are taken for English."""

from __future__ import annotations

from lint.lexicon.english import looks_english


def test_english_is_told_from_other_languages_by_its_small_words():
    assert looks_english("The boats left the harbour at noon.")
    assert not looks_english("Die Boote haben den Hafen am Mittag mit dem Lotsen verlassen.")
    assert not looks_english("Лодки вышли из гавани в полдень.")


def test_a_list_of_names_counts_as_english():
    assert looks_english("Anna Nilsson, Maria Fernandez, Wendy Brandhorst")
