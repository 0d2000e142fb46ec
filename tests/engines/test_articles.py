"""A and an by their sound; no article before a place's possessive."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.engines import articles
from lint.model import Config, Rule
from lint.rulepacks import load, shipped

RULES = tuple(
    rule
    for pack in ("slips", "grammar")
    for rule in load(((shipped.path(pack), True),))
    if rule.kind == "articles"
)


def said(text: str, rules: tuple[Rule, ...] = RULES) -> list[tuple[str, str]]:
    check = articles.build(rules, Config())
    return [(one.text, one.suggestions[0]) for one in check(parse(text, "a.md"))]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("It took a hour.", [("a hour", "an hour")]),
        ("An university opened.", [("An university", "A university")]),
        ("It was a unintentional slip.", [("a unintentional", "an unintentional")]),
        ("An using clause stood there.", [("An using", "A using")]),
        ("It was a onerous task.", [("a onerous", "an onerous")]),
        ("They won by a 8-3 score.", [("a 8", "an 8")]),
        ("She told a NBC reporter.", [("a NBC", "an NBC")]),
        ("He called an BBC editor.", [("an BBC", "a BBC")]),
        ("The tensions at the Turkey’s border.", [("the Turkey’s", "Turkey’s")]),
        ("He lives in a New York's suburb.", [("a New York's", "New York's")]),
    ],
)
def test_what_is_flagged_and_proposed(text: str, flagged: list[tuple[str, str]]) -> None:
    assert said(text) == flagged


@pytest.mark.parametrize(
    "text",
    [
        "A NATO base, a NASA probe, an MP, an SUV and a UN envoy.",
        "A European, a one-off, a unit, a user, an heir, an honest man.",
        "A historic hotel and an historic one; an L-shaped room, an `x` and a `y`.",
        "Plan A is off, and vitamin A in it. From a to z. It is an EU rule.",
        "The UK’s border, the Hague’s court, the Netherlands’ coast.",
        "The Britain’s Got Talent show and the London’s Burning tour.",
        "an fbi.gov address",
        "A using declaration, a unanimous vote, a uni student, a unary sign and a unipolar world.",
        "An onerous task, an unidentified man, an unissued stamp, an unironic joke, an yttrium mirror.",
        "An homage, a homage, an hors d’oeuvre and an hilarious or a hilarious play.",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert said(text) == []
