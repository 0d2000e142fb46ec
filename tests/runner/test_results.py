"""A kept result is exactly what a fresh run gives, and never one of another draft, rule or day."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lint import cache, runner
from lint.config import build
from lint.files import Input, Inputs
from lint.model import Config, Report, Term
from lint.reporters import render
from lint.runner import draft, installed, results

ROOT = Path(__file__).parents[2]
STORY = """\
# The port

The goverment utilized it in order to pay the [quote] of Volodymyr Zelensky. Later, Mr Zelenskyy left.

<!-- stet: they write it so -->
The publically known facts were publically known, and the the city was silent.
"""
OFF = Config(languagetool={"mode": "off"})


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COPYDESK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(runner, "KEPT_BYTES", 0)
    return tmp_path / "cache"


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of drafts that were really checked, as they are."""
    paths: list[str] = []
    real = draft.check_draft

    def check(one: Input, *rest: object, **more: object) -> object:
        paths.append(one.path)
        return real(one, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(results, "check_draft", check)
    return paths


def run(*drafts: tuple[str, str], config: Config = OFF, **options: object) -> Report:
    inputs = Inputs(tuple(Input(path, text.encode()) for path, text in drafts), ())
    return runner.run(inputs, config, memory=cache, jobs=1, **options)  # type: ignore[arg-type]


def test_a_second_run_checks_nothing_and_says_the_same(checked: list[str]) -> None:
    seeds = [(path.name, path.read_text(encoding="utf-8")) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    drafts = [*seeds, ("story.md", STORY), ("clean.txt", "The council met on Tuesday.\n"), ("empty.md", "")]
    first = run(*drafts, ledger=True)
    assert len(checked) == len(drafts)
    second = run(*drafts, ledger=True)
    assert len(checked) == len(drafts)
    fresh = runner.run(
        Inputs(tuple(Input(path, text.encode()) for path, text in drafts), ()), OFF, jobs=1, ledger=True
    )
    # Named tuples equal plain ones; only what they show tells them apart.
    assert repr(first) == repr(second) == repr(fresh)
    for format in ("json", "terminal", "html"):
        assert render(second, format) == render(fresh, format)
    assert second.findings and second.names and any(result.hidden.suppressed for result in second.results)


@pytest.mark.parametrize(
    ("path", "text", "config", "options"),
    [
        ("story.md", STORY + "\n", OFF, {}),
        ("other.md", STORY, OFF, {}),
        ("story.md", STORY, OFF._replace(language="en-GB"), {}),
        ("story.md", STORY, OFF._replace(accept=(Term("goverment"),)), {}),
        ("story.md", STORY, OFF._replace(severity={"spelling": "error"}), {}),
        ("story.md", STORY, OFF._replace(min_severity="warning"), {}),
        ("story.md", STORY, OFF, {"format": "text"}),
        ("story.md", STORY, OFF, {"ledger": True}),
    ],
)
def test_another_draft_or_configuration_is_checked(
    checked: list[str], path: str, text: str, config: Config, options: dict[str, object]
) -> None:
    run(("story.md", STORY))
    run((path, text), config=config, **options)
    assert checked == ["story.md", path]
    run(("story.md", STORY), config=OFF._replace(fail_on="never"))
    assert checked == ["story.md", path]


def test_a_changed_rule_is_another_rule(checked: list[str], tmp_path: Path) -> None:
    pack = tmp_path / "house.yml"
    shutil.copy(ROOT / "tests" / "cli" / "house.yml", pack)
    config = build({"packs": [str(pack)], "languagetool": {"mode": "off"}}, "copydesk.yml")
    text = ("story.md", "We utilize it.\n")
    assert "“use”" in run(text, config=config).findings[0].message
    pack.write_text(pack.read_text().replace("utilize: use", "utilize: apply"))
    assert "“apply”" in run(text, config=config).findings[0].message
    assert len(checked) == 2


def test_names_are_compared_across_drafts_afresh(checked: list[str]) -> None:
    drafts = (("a.md", "President Zelensky spoke.\n"), ("b.md", "President Zelenskyy spoke.\n"))
    run(*drafts)
    assert run(*drafts, across=True) == run(*drafts, across=True)
    assert len(checked) == 2


def test_what_had_more_to_say_than_findings_is_not_kept(checked: list[str]) -> None:
    latin = Inputs((Input("latin.md", b"Caf\xe9"),), ())
    for _ in range(2):
        report = runner.run(latin, OFF, memory=cache, jobs=1)
        assert [failure.path for failure in report.failures] == ["latin.md"]
    assert checked == ["latin.md", "latin.md"]


def test_where_languagetool_is_absent_it_is_said_each_time(checked: list[str]) -> None:
    reports = [run(("story.md", STORY), config=Config()) for _ in range(2)]
    assert reports[0] == reports[1]
    assert "Not checked with LanguageTool" in reports[1].notices[0]
    assert reports[1].unheard == ("languagetool",)
    failing = [run(("story.md", STORY), config=Config(languagetool={"mode": "on"})) for _ in range(2)]
    assert failing[0] == failing[1]
    assert failing[1].exit_code == 2


def test_a_draft_with_a_date_for_its_stet_is_checked_every_day(checked: list[str]) -> None:
    dated = ("dated.md", "<!-- stet spelling until=2027-01-31: theirs -->\nThe goverment.\n")
    for day in ("2027-01-31", "2027-02-01"):
        report = run(dated, ("story.md", STORY), config=OFF._replace(today=day))
    assert "stet.expired" in [finding.rule for finding in report.findings]
    assert checked == ["dated.md", "story.md", "dated.md"]


@pytest.mark.parametrize("damage", ["header", "middle", "empty"])
def test_damaged_files_are_made_anew(own_folder: Path, checked: list[str], damage: str) -> None:
    first = run(("story.md", STORY))
    (path,) = own_folder.glob("results-*.sqlite")
    cache._stores.pop(str(path)).close()
    data = bytearray(path.read_bytes())
    if damage == "header":
        data[:4096] = os.urandom(4096)
    elif damage == "middle":
        data = bytearray(bytes(data).replace(b"spelling", b"spolling"))
    path.write_bytes(b"" if damage == "empty" else bytes(data))
    for _ in range(2):
        assert run(("story.md", STORY)) == first
    assert run(("story.md", STORY)) == first
    assert len(checked) in (2, 3)


def test_changed_code_of_the_program_gives_another_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "lint"
    copy.mkdir()
    (copy / "engine.py").write_text("ONE = 1\n")
    monkeypatch.setattr(installed.lint, "__file__", str(copy / "__init__.py"))
    before = installed.installed(cache)
    assert installed.installed(cache) == before
    (copy / "engine.py").write_text("ONE = 2\n")
    changed = installed.installed(cache)
    assert changed != before
    (copy / "engine.py").write_text("ONE = 1\n")
    assert installed.installed(cache) == before


def test_runs_at_the_same_time_agree(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.md").write_text(STORY.replace("port", f"port of call {number}"))
    command = [
        sys.executable,
        "-m",
        "lint",
        "check",
        "--languagetool",
        "off",
        "--format",
        "json",
        str(folder),
    ]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    runs = [
        subprocess.Popen([*command, *jobs], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
        for jobs in ([], ["--jobs", "3"], [])
    ]
    said = [process.communicate(timeout=300) for process in runs]
    again = subprocess.run(command, capture_output=True, env=env, check=False)
    assert {process.returncode for process in runs} == {again.returncode} == {1}
    assert len({out for out, _ in said} | {again.stdout}) == 1
    assert again.stderr == b""


def test_what_is_kept_can_be_looked_at_and_cleared(own_folder: Path, tmp_path: Path) -> None:
    run(("story.md", STORY), ("other.md", STORY))
    command = [sys.executable, "-m", "lint", "cache"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    said = subprocess.run([*command, "info"], capture_output=True, text=True, env=env, check=True).stdout
    assert said.startswith(f"{own_folder}\n  results of drafts: 2, ")
    said = subprocess.run([*command, "clear"], capture_output=True, text=True, env=env, check=True).stdout
    assert said.startswith(f"{own_folder}: ") and said.endswith("removed.\n")
    said = subprocess.run([*command, "info"], capture_output=True, text=True, env=env, check=True).stdout
    assert "results of drafts: 0, 0.0 MB\n" in said
    assert not [path for path in own_folder.rglob("*.sqlite*") if path.is_file()]


def test_without_the_cache_nothing_is_kept(own_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text(STORY * 200)
    subprocess.run(
        [sys.executable, "-m", "lint", "check", "--no-cache", "--languagetool", "off", str(tmp_path)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert not own_folder.exists()
