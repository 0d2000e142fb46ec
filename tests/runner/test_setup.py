"""Rules and plans that were kept are those that were made; a changed pack is read again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lint import cache
from lint.model import Config
from lint.runner.setup import load_rules

PACK = """pack: own
title: Own
rules:
  - id: a
    replace: {utilize: WORD}
    message: Write “{replacement}”.
    why: It is shorter.
    scope: [body]
    except: [{after: to}]
    examples: [{bad: We utilize it.}, {good: We sleep.}]
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_CACHE", str(tmp_path / "cache"))


def test_rules_from_memory_are_the_rules_from_the_packs() -> None:
    fresh = load_rules(Config(), None)
    load_rules(Config(), cache)
    assert load_rules(Config(), cache) == fresh


def test_a_pack_that_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "own.yml"
    config = Config(root=str(tmp_path), packs=("./own.yml",))
    for number, word in enumerate(("use", "employ")):
        path.write_text(PACK.replace("WORD", word), encoding="utf-8")
        os.utime(path, (number, number))
        assert load_rules(config, cache)[0].options == (("utilize", (word,)),)


def test_a_change_in_an_extended_pack_is_seen(tmp_path: Path) -> None:
    base, own = tmp_path / "own.yml", tmp_path / "child.yml"
    own.write_text("pack: child\ntitle: C\nextends: ./own.yml\nrules: [{id: own.a, severity: error}]\n")
    config = Config(root=str(tmp_path), packs=("./child.yml",))
    for number, word in enumerate(("use", "employ")):
        base.write_text(PACK.replace("WORD", word), encoding="utf-8")
        os.utime(base, (number, number))
        (rule,) = load_rules(config, cache)
        assert (rule.severity, rule.options) == ("error", (("utilize", (word,)),))
