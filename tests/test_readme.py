"""What the README shows works as it stands there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from lint import rulepacks, selftest
from lint.rulepacks import shipped

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str, after: str) -> str:
    """The first fenced block of a language below a heading."""
    return re.search(rf"```{language}\n(.*?)```", README[README.index(after) :], re.DOTALL)[1]  # type: ignore[index]


def test_the_rule_in_five_lines_is_a_rule_whose_examples_hold(tmp_path: Path) -> None:
    path = tmp_path / "desk.yml"
    path.write_text(block("yaml", "## A rule in five lines"), encoding="utf-8")
    rules = rulepacks.load([(str(path), True)])
    assert [rule.id for rule in rules] == ["desk.utilize"]
    assert list(selftest.run(rules)) == []


def test_the_python_example_prints_a_finding(capsys) -> None:  # type: ignore[no-untyped-def]
    exec(block("python", "**From Python.**"), {})
    assert "spelling.typo" in capsys.readouterr().out


def test_every_pack_is_in_the_table_of_packs() -> None:
    table = README[README.index("## The packs") : README.index("## Saying")]
    named = set(re.findall(r"`([a-z-]+)`", table))
    assert set(shipped.names()) - named == {"stet"}


def test_every_room_is_in_the_plan() -> None:
    plan = README[README.index("## How it is built") :]
    rooms = [
        path.name for path in (ROOT / "lint").iterdir() if path.is_dir() and (path / "__init__.py").exists()
    ]
    assert [room for room in rooms if f"lint/{room}/" not in plan] == []


def test_the_first_example_is_what_the_seed_gives() -> None:
    command = [sys.executable, "-m", "lint", "check", "seeds", "--languagetool", "off", "--grammar", "off"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    shown = block("console", "# Copydesk").removeprefix("$ copydesk check seeds\n")
    assert shown in done.stdout
