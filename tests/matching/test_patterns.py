"""Required literals, refusals and costs of regular expressions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.matching.cost import ENDLESS, cost, refuse
from lint.matching.required import Needed, required


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        (r"\bcolou?r\b", ("color", "colour")),
        (r"utili[sz]e(?:s|d)?", tuple(f"utili{c}e{e}" for c in "sz" for e in ("", "d", "s"))),
        (r"(?:their|there)\s+(?:is|are)", ("their", "there")),
        (r"\d+\s*per cent", ("per cent",)),
        (r"<<<<<<< ", ("<<<<<<< ",)),
        (r"(?:ha){2}", ("haha",)),
        (r"(?:a|b+)x?", ()),
        (r"\w+\s\w+", ()),
        (r"(?!foo)\w+", ()),
    ],
)
def test_what_a_match_cannot_do_without(pattern: str, strings: tuple[str, ...]) -> None:
    assert {needed.text for needed in required(pattern)} == set(strings)


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bads?\b", {Needed("ad", True, True), Needed("ads", True, True)}),
        (r"\bthe (?=x)", {Needed("the ", True, False)}),
        (r"\b\[ab\b", {Needed("[ab", False, True)}),
        (r"(?:\bcat|dog\b)", {Needed("cat", True, False), Needed("dog", False, True)}),
    ],
)
def test_word_edges_beside_what_is_needed(pattern: str, needed: set[Needed]) -> None:
    assert set(required(pattern)) == needed


ATOMS = st.sampled_from(
    ["a", "b", "ab", "[ab]", r"\w", ".", "(?:ab|c)", "(?:a|bc)", r"\bab", "c(?=a)", "[^a]"]
)
REPEATS = st.sampled_from(["", "", "", "?", "{1,2}", "+", "*"])
PATTERNS = st.lists(st.tuples(ATOMS, REPEATS), min_size=1, max_size=5).map(
    lambda parts: "".join(f"(?:{atom}){repeat}" if repeat else atom for atom, repeat in parts)
)


@settings(max_examples=500, deadline=None)
@given(PATTERNS, st.text("abcABC ", max_size=30))
def test_every_match_holds_one_of_the_required_strings(pattern: str, text: str) -> None:
    strings = required(pattern, re.IGNORECASE)
    for match in re.finditer(pattern, text, re.IGNORECASE):
        assert not strings or any(needed.text.lower() in match[0].lower() for needed in strings)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        (r"(\w+)+x", "a repeat inside a repeat, with nothing fixed between, can take for ever"),
        (r"(?:a*b?)*c", "a repeat inside a repeat, with nothing fixed between, can take for ever"),
        (r"(?:x|\s+)*y", "a repeat inside a repeat, with nothing fixed between, can take for ever"),
        (r"x*", "it can match an empty string"),
        (r"a|", "it can match an empty string"),
        (r"(", "it is not a valid regular expression (missing ), unterminated subpattern at position 0)"),
        (r"(?:\w+,)+x", ""),
        (r"(?:\w+\s)*end", ""),
    ],
)
def test_patterns_that_cannot_be_used(pattern: str, reason: str) -> None:
    assert refuse(pattern) == reason


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("word", (1, 1)),
        (r"\w+", (1, 2)),
        (r"\[[^\]]*\]\s*", (1, 2)),
        (r"\w+\s\w+", (1, 2)),
        (r"\w*ab\w*", (1, 3)),
        (r"\A\w+", (1, 1)),
        (r"a.{1,20}b", (20, 1)),
        (r"(?:foo)?bar", (2, 1)),
        (r"(?:ab){3}", (1, 1)),
    ],
)
def test_the_cost_of_plain_patterns_is_bounded(pattern: str, expected: tuple[int, int]) -> None:
    assert cost(pattern) == expected


@pytest.mark.parametrize("pattern", [r"(?:\w|\w\w)+!", r"(?:a?){40}a{40}", r"(?:\w+,)+x"])
def test_repeats_of_varying_parts_count_as_endless(pattern: str) -> None:
    assert cost(pattern)[1] >= ENDLESS


@pytest.mark.parametrize(
    "pattern", [r"(?:(?:some|many|local) )*x", r"(?:the |a |of ){0,3}x", r"(?:told \w+|said) that"]
)
def test_repeats_of_a_few_fixed_strings_cost_little(pattern: str) -> None:
    assert cost(pattern)[1] <= 2


def test_strings_that_begin_one_another_can_be_split_in_many_ways() -> None:
    assert cost(r"(?:a|ab|b)*x")[1] >= ENDLESS
