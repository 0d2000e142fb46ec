"""The pack of consistency: what it lists, and what it leaves to be found."""

from __future__ import annotations

from lint import Config, check_text


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
