"""What an extending pack says holds beside the packs it extends: one rule, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import Config, rulepacks
from lint.model import Rule

OWN = "pack: desk\ntitle: Desk\nextends: [wordiness]\nrules:\n"


def rules(tmp_path: Path, own: str, packs: tuple[str, ...]) -> dict[str, Rule]:
    (tmp_path / "desk.yml").write_text(own, encoding="utf-8")
    loaded = rulepacks.load(rulepacks.files(Config(root=str(tmp_path), packs=packs)))
    assert len({rule.id for rule in loaded}) == len(loaded)
    return {rule.id: rule for rule in loaded}


@pytest.mark.parametrize("packs", [("default", "./desk.yml"), ("./desk.yml", "default"), ("./desk.yml",)])
def test_a_rule_that_an_extending_pack_switches_off_is_off(tmp_path: Path, packs: tuple[str, ...]) -> None:
    found = rules(tmp_path, OWN + "  - {id: wordiness.long-word, severity: off}\n", packs)
    assert not found["wordiness.long-word"].default
    assert found["wordiness.fact-that"].default


@pytest.mark.parametrize("packs", [("default", "./desk.yml"), ("./desk.yml", "default")])
def test_another_severity_holds_in_any_order(tmp_path: Path, packs: tuple[str, ...]) -> None:
    found = rules(tmp_path, OWN + "  - {id: wordiness.long-word, severity: error}\n", packs)
    assert found["wordiness.long-word"].severity == "error"


def test_a_later_pack_that_says_nothing_of_a_rule_leaves_the_change(tmp_path: Path) -> None:
    (tmp_path / "late.yml").write_text(
        OWN.replace("desk", "late") + "  - {id: wordiness.fact-that, severity: error}\n"
    )
    found = rules(
        tmp_path,
        OWN + "  - {id: wordiness.long-word, severity: off}\n",
        ("default", "./desk.yml", "./late.yml"),
    )
    assert not found["wordiness.long-word"].default
    assert found["wordiness.fact-that"].severity == "error"


def test_a_pack_that_is_off_leaves_those_it_extends_as_they_are(tmp_path: Path) -> None:
    own = OWN.replace("extends:", "default: false\nextends:")
    (tmp_path / "desk.yml").write_text(
        own + "  - {id: wordiness.long-word, severity: off}\n", encoding="utf-8"
    )
    wordiness = rulepacks.shipped.path("wordiness")
    for files in (
        [(str(tmp_path / "desk.yml"), False), (wordiness, False)],
        [(wordiness, False), (str(tmp_path / "desk.yml"), False)],
    ):
        found = {rule.id: rule for rule in rulepacks.load(files)}
        assert found["wordiness.long-word"].asked
        assert found["wordiness.long-word"].default


def test_to_extend_a_pack_that_is_off_is_to_ask_for_it(tmp_path: Path) -> None:
    own = "pack: desk\ntitle: Desk\nextends: [house-uk]\nrules:\n  - {id: house-uk.clock, severity: off}\n"
    found = rules(tmp_path, own, ("./desk.yml", "default"))
    assert found["house-uk.word"].asked
    assert not found["house-us.word"].asked
