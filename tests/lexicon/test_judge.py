"""The verdict on an unknown word depends on what stands around it."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.lexicon.drafts import WORD, draft_of
from lint.lexicon.judge import Verdict, confidence, judge_word
from lint.model import Span


def verdict(text: str, form: str) -> Verdict | None:
    document = parse(text, "draft.txt")
    start = document.text.index(form)
    return judge_word(document, Span(start, start + len(form)), draft_of(WORD.findall(document.text)))


def test_a_known_word_needs_no_verdict() -> None:
    assert verdict("The mayor’s colour was blue.", "mayor’s") is None


@pytest.mark.parametrize(
    ("text", "form", "level"),
    [
        ("The report was publised on Monday.", "publised", "probable"),
        ("The envoy met Idris Shafoul on Monday.", "Shafoul", "none"),
        ("The soup is called kharcho by the cooks.", "kharcho", "none"),
    ],
)
def test_a_capital_in_a_sentence_speaks_for_a_name(text: str, form: str, level: str) -> None:
    found = verdict(text, form)
    assert found is not None
    assert confidence(found) == level


def test_repetition_speaks_for_a_word_that_is_meant() -> None:
    once = verdict("The foobat was sold.", "foobat")
    often = verdict("The foobat was sold. A foobat costs more. No foobat was left.", "foobat")
    assert once is not None and often is not None
    assert often.odds < once.odds


def test_the_draft_says_which_word_was_meant() -> None:
    harbour = verdict("The dock was shut. The dok was wet, and the dock stayed shut.", "dok")
    kennel = verdict("The dog was old. The dok was wet, and the dog went home.", "dok")
    assert harbour is not None and kennel is not None
    assert (harbour.suggestions[0], kennel.suggestions[0]) == ("dock", "dog")


@pytest.mark.parametrize("slip", ["recieve", "seperate", "occured", "tommorow", "goverment"])
def test_a_slip_that_everybody_knows_stays_one_however_often_it_stands(slip: str) -> None:
    found = verdict(f"They may {slip} it. " * 20, slip)
    assert found is not None
    assert confidence(found) == "probable"
