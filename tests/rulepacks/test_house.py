"""The two ready house styles: what one changes the other leaves, and neither speaks unless it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import Config, check_text, rulepacks
from lint.model import apply_edits

AMERICAN = (
    "Rents rose 4 percent toward the end of May. On March 5, 2021, the port closed in the 1990s style.\n"
)
BRITISH = "Rents rose 4 per cent towards the end of May. On 5 March 2021 Mr Lund left at 7am.\n"


def mended(text: str, pack: str) -> str:
    """The text with the first fix of each finding of one pack."""
    findings = check_text(text, path="draft.txt", config=Config(select=(pack,))).findings
    return apply_edits(text, 0, [edit for found in findings for edit in found.fixes[0].edits])


@pytest.mark.parametrize(("pack", "text"), [("house-us", AMERICAN), ("house-uk", BRITISH)])
def test_copy_in_the_house_style_passes(pack: str, text: str) -> None:
    assert mended(text, pack) == text


def test_each_turns_the_other_into_its_own() -> None:
    assert mended("Mr. Lund left on March 5, 2021 at 7 a.m. with 4 percent.\n", "house-uk") == (
        "Mr Lund left on 5 March 2021 at 7am with 4 per cent.\n"
    )
    assert mended("Lund left on 5 March 2021 at 7am with 4 per cent.\n", "house-us") == (
        "Lund left on March 5, 2021 at 7 a.m. with 4 percent.\n"
    )


def test_by_default_neither_speaks() -> None:
    report = check_text(AMERICAN + BRITISH, path="draft.txt")
    assert [found.rule for found in report.findings if found.rule.startswith("house-")] == []


def test_the_pack_that_init_writes_is_on_and_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    from lint.commands.init import _pack

    (tmp_path / "house.yml").write_text(_pack("house"), encoding="utf-8")
    rules = rulepacks.load(rulepacks.files(Config(root=str(tmp_path), packs=("default", "./house.yml"))))
    by_id = {rule.id: rule for rule in rules}
    assert len(by_id) == len(rules)
    assert by_id["house.words"].asked
    assert by_id["wordiness.officialese"].severity == "warning"
    assert not by_id["readability.grade"].default
    assert by_id["typography.hyphen-for-dash"].default


def test_the_shipped_example_is_off_and_changes_nothing() -> None:
    rules = {rule.id: rule for rule in rulepacks.load(rulepacks.files(Config()))}
    assert not rules["house.words"].asked
    assert rules["wordiness.officialese"].severity == "suggestion"
    assert rules["wordiness.officialese"].asked
    assert not rules["readability.grade"].asked
