"""Rule packs and configurations that are broken on purpose: a line that says where, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.conftest import Check

RULE = """\
pack: house
title: House
rules:
  - id: one
    regex: {pattern}
    message: Look at “{{match}}”.
    severity: warning
    why: It is looked for.
    examples:
      - bad: {bad}
      - good: The council met.
"""

BROKEN = {
    "no-yaml": "pack: [house\nrules: }",
    "deep": "[" * 20_000,
    "bomb": "a: &a [x, x]\n"
    + "\n".join(f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]" for i in range(9)),
    "object": "pack: !!python/object/apply:os.system ['true']",
    "circle": "pack: &house [*house]",
    "nothing": "",
    "number": "7",
    "itself": "pack: house\nextends: [./house.yml]\nrules: []\n",
    "nul": "pack: house\0",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_pack_stops_the_run_with_a_line_that_names_it(name: str, desk: Path, check: Check) -> None:
    (desk / "house.yml").write_text(BROKEN[name])
    (desk / "copydesk.yml").write_text("packs: [default, ./house.yml]\n")
    outcome = check()
    assert outcome.code == 2
    assert "house.yml" in outcome.errors
    assert len(outcome.errors.splitlines()) < 20


@pytest.mark.parametrize("name", [name for name in BROKEN if name != "itself"])
def test_a_broken_configuration_stops_the_run_with_a_line(name: str, desk: Path, check: Check) -> None:
    (desk / "copydesk.yml").write_text(BROKEN[name])
    outcome = check()
    # An empty configuration is one that says nothing.
    assert outcome.code == (1 if name == "nothing" else 2)
    assert len(outcome.errors.splitlines()) < 20


def test_a_pack_that_is_no_text(desk: Path, check: Check) -> None:
    (desk / "house.yml").write_bytes(bytes(range(256)) * 100)
    (desk / "copydesk.yml").write_text("packs: [./house.yml]\n")
    outcome = check()
    assert outcome.code == 2
    assert "house.yml" in outcome.errors


def test_a_pattern_without_an_end_is_refused(desk: Path, check: Check) -> None:
    (desk / "house.yml").write_text(RULE.format(pattern="'(a+)+$'", bad="aaa"))
    (desk / "copydesk.yml").write_text("packs: [./house.yml]\n")
    outcome = check()
    assert outcome.code == 2
    assert "house.yml:5" in outcome.errors


def test_a_pattern_that_runs_away_is_stopped_and_named_and_the_rest_is_checked(
    desk: Path, check: Check
) -> None:
    (desk / "house.yml").write_text(RULE.format(pattern="'(.*),(.*),(.*),(.*);'", bad="'a,b,c,d;'"))
    (desk / "copydesk.yml").write_text("packs: [default, ./house.yml]\n")
    (desk / "commas.txt").write_text(";" + "a," * 5000 + "\n\nThe committee has choosen a, b, c, d; and e.\n")
    outcome = check()
    assert outcome.code == 2
    assert outcome.failures.keys() == {"commas.txt"}
    assert "house.one" in outcome.failures["commas.txt"]
    assert ("good.md", "spelling.typo", "choosen") in outcome.findings
    assert ("commas.txt", "spelling.typo", "choosen") in outcome.findings
    assert ("commas.txt", "house.one", "The committee has choosen a, b, c, d;") in outcome.findings
