"""Accepted terms: what passes, in which forms, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.errors import CopydeskError
from lint.findings.accept import occurrences
from lint.model import Config, Term
from tests.findings.drafts import judged


def left(source: str, *terms: str) -> list[str]:
    """The words of `source`, each a finding, that are still reported."""
    config = Config(accept=tuple(Term(term) for term in terms))
    return [finding.text for finding in judged(source, r"[\w’']+", config=config).findings]


@pytest.mark.parametrize(
    ("term", "source", "reported"),
    [
        ("Nigde", "in Nigde", ["in"]),
        ("Nigde", "Nigde’s mayor", ["mayor"]),
        ("Nigde", "Nigde's mayor", ["mayor"]),
        ("Nigde", "NIGDE", []),
        ("Nigde", "nigde", ["nigde"]),
        ("Nigde", "Nigdeans", ["Nigdeans"]),
        ("drone", "Drones flew", ["flew"]),
        ("Toyota", "two Toyotas", ["two"]),
        ("fediverse", "The Fediverse", ["The"]),
        ("Voice of America", "of the Voice of America", ["of", "the"]),
        ("Voice of America", "the Voice\nof America", ["the"]),
        ("Voice of America", "the Voice of *America*", ["the"]),
        ("Voice of America", "Voice of Europe", ["Voice", "of", "Europe"]),
        (r"/[A-Z]{2}\d+/", "AB12 and AB", ["and", "AB"]),
    ],
)
def test_term(term: str, source: str, reported: list[str]) -> None:
    assert left(source, term) == reported


def test_what_is_accepted_is_counted() -> None:
    config = Config(accept=(Term("Nigde"),))
    assert judged("Nigde and Nigde", "Nigde", config=config).accepted == 2


def test_a_finding_that_reaches_beyond_the_term_stays() -> None:
    config = Config(accept=(Term("Nigde"),))
    assert [one.text for one in judged("in Nigde", "in Nigde", config=config).findings] == ["in Nigde"]


def test_a_term_inside_a_longer_one_changes_nothing() -> None:
    assert left("the Voice of America", "Voice", "Voice of America", "America") == ["the"]


def test_a_pattern_that_runs_away_is_named() -> None:
    config = Config(accept=(Term("/(x+x+)+y/", "", "copydesk.yml:3"),))
    with pytest.raises(CopydeskError, match=r"copydesk.yml:3: the accepted pattern .* takes too long"):
        judged(f"utilize {'x' * 5000}", "utilize", config=config)


@given(st.lists(st.sampled_from(["Nigde", "Voice of America", "drone", "and", "of"]), max_size=12))
def test_every_place_of_a_term_is_found(words: list[str]) -> None:
    text = " ".join(words)
    terms = (Term("Nigde"), Term("Voice of America"), Term("drone"))
    found = sorted(text[start:end] for start, end in occurrences(text, terms))
    assert found == sorted(word for word in words if word not in ("and", "of"))
