"""`select`, `ignore` and `severity`: which rules are on, and at which level."""

from __future__ import annotations

import pytest

from lint.findings.levels import active, apply, named
from lint.model import Config
from tests.findings.drafts import document, every, rule


def on(config: Config, **fields: object) -> str:
    """The level of a warning of the rule `house.utilize`, or "off"."""
    rules = active([rule("house.utilize", **fields)], config)
    return rules[0].severity if rules else "off"


@pytest.mark.parametrize(
    ("config", "level"),
    [
        (Config(), "warning"),
        (Config(select=("house",)), "warning"),
        (Config(select=("house.*",)), "warning"),
        (Config(select=("house.utilize",)), "warning"),
        (Config(select=("house.util",)), "off"),
        (Config(select=("names",)), "off"),
        (Config(select=()), "off"),
        (Config(ignore=("house",)), "off"),
        (Config(ignore=("house.utilize",)), "off"),
        (Config(ignore=("house.other",)), "warning"),
        (Config(select=("house.utilize",), ignore=("house",)), "off"),
        (Config(severity={"house": "error"}), "error"),
        (Config(severity={"house": "error", "house.utilize": "suggestion"}), "suggestion"),
        (Config(severity={"house.*": "error"}), "error"),
        (Config(severity={"house": "off"}), "off"),
        (Config(severity={"house": "off", "house.utilize": "error"}), "error"),
    ],
)
def test_level(config: Config, level: str) -> None:
    assert on(config) == level
    draft = document("We utilize it.")
    found = apply(every(draft, "utilize"), config)
    assert [finding.severity for finding in found] == ([] if level == "off" else [level])


@pytest.mark.parametrize(
    ("config", "level"),
    [
        (Config(), "off"),
        (Config(select=("house",)), "off"),
        (Config(select=("house.utilize",)), "warning"),
        (Config(severity={"house": "error"}), "off"),
        (Config(severity={"house.utilize": "error"}), "error"),
    ],
)
def test_a_rule_that_is_off_by_default_is_switched_on_by_its_full_name(config: Config, level: str) -> None:
    assert on(config, default=False) == level


@pytest.mark.parametrize(
    ("config", "level"),
    [
        (Config(), "off"),
        (Config(select=("house",)), "warning"),
        (Config(severity={"house": "error"}), "error"),
        (Config(select=("names",)), "off"),
    ],
)
def test_a_pack_that_is_off_by_default_is_switched_on_by_its_name(config: Config, level: str) -> None:
    assert on(config, asked=False) == level


@pytest.mark.parametrize(
    ("config", "heard"),
    [
        (Config(), True),
        (Config(select=("languagetool",)), True),
        (Config(select=("languagetool.*",)), True),
        (Config(select=("languagetool.EN_A_VS_AN",)), True),
        (Config(select=("house", "names")), False),
        (Config(ignore=("languagetool",)), False),
        (Config(ignore=("languagetool.EN_A_VS_AN",)), True),
        (Config(severity={"languagetool": "off"}), False),
        (Config(severity={"languagetool.EN_A_VS_AN": "off"}), True),
        (Config(severity={"languagetool": "off", "languagetool.EN_A_VS_AN": "error"}), True),
    ],
)
@pytest.mark.parametrize("name", ["languagetool.categories", "house.grammar"])
def test_languagetool_is_asked_where_any_of_its_findings_is_wanted(
    name: str, config: Config, heard: bool
) -> None:
    assert bool(active([rule(name, kind="languagetool")], config)) is heard


@pytest.mark.parametrize(
    ("chosen", "rule_id", "meant"),
    [
        ("languagetool.GRAMMAR", "languagetool.HE_VERB_AGR", True),
        ("languagetool.STYLE", "languagetool.HE_VERB_AGR", False),
        ("languagetool.*_AGR", "languagetool.HE_VERB_AGR", True),
        ("languagetool.GRAMMAR", "house.grammar", False),
    ],
)
def test_a_category_of_languagetool_stands_for_its_rules(chosen: str, rule_id: str, meant: bool) -> None:
    assert named(rule_id, [chosen]) is meant
