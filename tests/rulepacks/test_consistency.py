"""The pack of consistency: what it lists, and what it leaves to be found."""

from __future__ import annotations

from lint import Config, check_text, rulepacks
from lint.model import Rule
from lint.rulepacks import shipped


def rule(name: str) -> Rule:
    loaded = rulepacks.load([(shipped.path("consistency"), True)])
    return next(rule for rule in loaded if rule.id == f"consistency.{name}")


def joined(form: str) -> str:
    return form.replace(" ", "").replace("-", "").casefold()


def test_what_is_listed_is_not_told_a_second_time_by_the_rule_that_discovers() -> None:
    left_out = {joined(form) for form in rule("joined").exceptions}
    listed = {
        joined(form)
        for group in (*rule("compound").options, *rule("variant").options)
        if len({joined(form) for form in group}) == 1 and any(form.isalpha() for form in group)
        for form in group
    } - {"anymore", "underway"}
    # A plural is looked for under its singular.
    assert {form.removesuffix("s") for form in listed} <= {form.removesuffix("s") for form in left_out}


def test_one_draft_has_one_finding_a_word() -> None:
    text = (
        "Two airstrikes hit the depot. An air strike hit the port, and a third air strike the station. "
        "The adviser left; the advisor came back. The snow plough left, a snowplough came.\n"
    )
    findings = check_text(text, path="draft.txt", config=Config(select=("consistency",))).findings
    assert [(finding.rule, finding.text) for finding in findings] == [
        ("consistency.compound", "airstrikes"),
        ("consistency.variant", "advisor"),
        ("consistency.joined", "snowplough"),
    ]
