"""A rule whose examples do not hold is told: missing, noisy, wrong fix."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import rulepacks, selftest
from lint.rulepacks import shipped

PACK = """pack: own
title: Own
rules:
  - id: a
    replace: {{utilize: use}}
    message: Write “{{replacement}}”.
    why: It is shorter.
    examples:
      - bad: {bad}
        good: {good}
"""


def problems(folder: Path, bad: str, good: str) -> list[str]:
    path = folder / "own.yml"
    path.write_text(PACK.format(bad=bad, good=good), encoding="utf-8")
    found = selftest.run(rulepacks.load([(str(path), True)]))
    return [str(problem).removeprefix(f"{path}:9: ") for problem in found]


@pytest.mark.parametrize(
    ("bad", "good", "told"),
    [
        ("We utilize it.", "We use it.", []),
        ("We use it.", "We use it.", ['missing: own.a does not flag "We use it."']),
        (
            "We utilize it.",
            "We utilize it!",
            [
                'wrong fix: own.a does not turn into its good "We utilize it." (it becomes "We use it.")',
                'noisy: own.a flags "We utilize it!" (at “utilize”)',
            ],
        ),
    ],
)
def test_what_is_told_of_an_example(tmp_path: Path, bad: str, good: str, told: list[str]) -> None:
    assert problems(tmp_path, bad, good) == told


@pytest.mark.parametrize("name", shipped.names())
def test_every_example_of_the_shipped_packs_holds(name: str) -> None:
    assert [str(problem) for problem in selftest.run(rulepacks.load([(shipped.path(name), True)]))] == []
