"""Signs of two kinds in one draft, and brackets without their other half."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.engines import marks
from lint.model import Config, Finding, Rule, apply_edits


def check(kind: str, text: str, format: str = "text") -> list[Finding]:
    rule = Rule(
        f"typography.{kind}",
        "marks",
        "{match}, not {replacement}",
        "suggestion",
        "",
        kind,
        scope=("prose", "quotation"),
    )
    return list(marks.build((rule,), Config())(parse(text, "draft.txt", format)))


@pytest.mark.parametrize(
    ("kind", "text", "mended"),
    [
        (
            "quotes",
            'She said “no”, he “maybe”. "Yes" came last.',
            "She said “no”, he “maybe”. “Yes” came last.",
        ),
        (
            "quotes",
            'She said "no", he "maybe". “Yes” came last.',
            'She said "no", he "maybe". "Yes" came last.',
        ),
        ("apostrophes", "It’s late, it’s dark, and it's cold.", "It’s late, it’s dark, and it’s cold."),
        ("ellipses", "Well… yes… or no...", "Well… yes… or no…"),
    ],
)
def test_the_rarer_kind_is_one_finding_and_its_fix_makes_the_draft_even(
    kind: str, text: str, mended: str
) -> None:
    (finding,) = check(kind, text)
    assert apply_edits(text, 0, finding.fixes[0].edits) == mended


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("quotes", 'The plank, “the long one”, is 6" wide.'),
        ("quotes", 'It is called “so”, and he wrote `print("x")`.'),
        ("apostrophes", "It’s the '90s again, and the boys' boat is theirs."),
        ("dashes", "The bridge – the old one – is on the well-known road, 3 - 1 up."),
        ("ellipses", "Well... yes...."),
    ],
)
def test_what_is_no_such_sign_is_not_counted(kind: str, text: str) -> None:
    assert check(kind, text, "markdown") == []


def test_a_hyphen_between_spaces_beside_dashes_is_told() -> None:
    (finding,) = check("dashes", "The port – all of it – is full. The road - the new one – is open.")
    assert finding.message == "-, not –"


@pytest.mark.parametrize(
    ("text", "lonely"),
    [
        ("The bridge (built in 1931 is shut.", ["("]),
        ("The bridge [of 1931) is shut.", ["[", ")"]),
        ("It has a) a bridge, b) a ferry, 12) a well. See you :)", []),
        ("(It began in May.\n\nIt ended in June.)", []),
        ("The bridge (of 1931 [the old one]) is shut.", []),
    ],
)
def test_a_bracket_without_its_other_half_is_told(text: str, lonely: list[str]) -> None:
    assert [finding.text for finding in check("brackets", text)] == lonely
