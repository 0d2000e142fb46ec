"""`copydesk check` where a golden run cannot show it: reports, hostile drafts, signals, processes."""

from __future__ import annotations

import json
import os
import pty
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lint.commands.check import progress_bar
from tests.cli.conftest import ROOT, Run


def findings(path: Path) -> list[tuple[str, str, int, int]]:
    report = json.loads(path.read_text(encoding="utf-8"))
    return [
        (file["path"], one["rule"], one["start"], one["end"])
        for file in report["files"]
        for one in file["findings"]
    ]


def test_several_reports_in_one_run(desk: Path, copydesk: Run) -> None:
    (desk / "story.md").write_text("We utilize it.\n")
    arguments = "--format html --output report.html --format json=out.json --format terminal --color always"
    done = copydesk("check", "story.md", *arguments.split())
    assert done.returncode == 1
    assert "\033[" in done.stdout
    assert done.stderr.splitlines() == [
        "report.html: 1 finding: 1 warning in 1 file.",
        "out.json: 1 finding: 1 warning in 1 file.",
    ]
    assert findings(desk / "out.json") == [("story.md", "house.utilize", 3, 10)]
    assert "<html" in (desk / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        "--format json --output out.json",
        "--format=json --output=out.json",
        "-f json -o out.json",
        "-fjson -oout.json",
        "--format json=out.json",
        "--output out.json",
        "--format terminal --format json --output out.json",
    ],
)
def test_ways_to_say_where_a_report_goes(desk: Path, copydesk: Run, arguments: str) -> None:
    (desk / "story.md").write_text("We utilize it.\n")
    done = copydesk("check", *arguments.split(), "story.md")
    assert done.returncode == 1
    assert len(findings(desk / "out.json")) == 1
    assert bool(done.stdout) is ("terminal" in arguments)


def test_a_report_replaces_the_old_one_whole_and_keeps_its_mode_and_link(desk: Path, copydesk: Run) -> None:
    (desk / "story.md").write_text("We utilize it.\n")
    real = desk / "real.json"
    real.write_text("old")
    real.chmod(0o640)
    (desk / "out.json").symlink_to("real.json")
    assert copydesk("check", "-q", "-f", "json", "-o", "out.json", "story.md").returncode == 1
    assert (desk / "out.json").is_symlink()
    assert len(findings(real)) == 1
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(path.name for path in desk.iterdir() if "json" in path.name) == ["out.json", "real.json"]


def test_a_report_may_go_to_a_device(desk: Path, copydesk: Run) -> None:
    (desk / "story.md").write_text("We use it.\n")
    assert copydesk("check", "-q", "-f", "json", "-o", "/dev/null", "story.md").returncode == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_full_disk_is_told(desk: Path, copydesk: Run) -> None:
    (desk / "story.md").write_text("We use it.\n")
    done = copydesk("check", "-q", "-f", "json", "-o", "/dev/full", "story.md")
    assert (done.returncode, done.stderr) == (2, "/dev/full: cannot be written: No space left on device\n")
    command = f"{sys.executable} -m lint check story.md > /dev/full"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    full = subprocess.run(
        ["bash", "-c", command], cwd=desk, check=False, capture_output=True, text=True, env=env
    )
    assert full.returncode == 2
    assert full.stderr == "copydesk: standard output cannot be written: No space left on device\n"


@pytest.mark.parametrize(
    ("command", "code"), [("check story.md <&-", 1), ("check story.md >&- 2>&-", 1), ("check - <&-", 2)]
)
def test_closed_streams_are_no_mistake(desk: Path, command: str, code: int) -> None:
    (desk / "story.md").write_text("We utilize it.\n")
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m lint {command}"],
        cwd=desk,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == code
    assert done.stderr == ("" if code == 1 else "copydesk: standard input is closed\n")


def test_json_on_standard_output_is_all_there_is(desk: Path, copydesk: Run) -> None:
    (desk / "story.md").write_text("We utilize it, naïvely.\n", encoding="utf-8")
    done = copydesk("check", "--format", "json", "story.md", "missing.md", PYTHONIOENCODING="ascii")
    assert done.returncode == 2
    assert done.stderr == ""
    assert [failure["path"] for failure in json.loads(done.stdout)["failures"]] == ["missing.md"]


def test_what_could_not_be_checked_is_said_where_no_report_is_shown(desk: Path, copydesk: Run) -> None:
    done = copydesk("check", "-q", "--format", "json=out.json", "missing.md")
    assert (done.returncode, done.stderr) == (2, "missing.md: does not exist\n")


def test_hostile_drafts_are_handled_one_by_one(desk: Path, copydesk: Run) -> None:
    (desk / "good.md").write_text("We utilize it.\n")
    (desk / "nul.md").write_bytes(b"We utilize it.\0\n")
    (desk / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (desk / "latin.txt").write_bytes("Café utilize".encode("latin-1"))
    (desk / "utf16.txt").write_bytes("We utilize it.\n".encode("utf-16"))
    (desk / "surrogate.txt").write_bytes(b"We utilize \xed\xa0\x80 it.\n")
    (desk / "empty.md").touch()
    os.mkfifo(desk / "pipe.md")
    (desk / "dead.md").symlink_to("nowhere.md")
    (desk / "self.md").symlink_to("self.md")
    (desk / "loop").symlink_to(".")
    os.symlink("/proc/self/mem", desk / "memory.md")
    (desk / "deep.md").write_text("> " * 20_000 + "We utilize it.\n")
    (desk / "brackets.md").write_text("[" * 20_000 + "*" * 20_000 + "We utilize it.\n")
    done = copydesk("check", "-q", "-f", "json", "-o", "out.json", ".")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    report = json.loads((desk / "out.json").read_text(encoding="utf-8"))
    assert {file["path"] for file in report["files"]} >= {"good.md", "empty.md", "utf16.txt"}
    assert {failure["path"] for failure in report["failures"]} >= {
        "dead.md",
        "latin.txt",
        "memory.md",
        "nul.md",
        "picture.md",
        "pipe.md",
        "self.md",
        "surrogate.txt",
    }
    assert ("good.md", "house.utilize", 3, 10) in findings(desk / "out.json")
    assert ("utf16.txt", "house.utilize", 4, 11) in findings(desk / "out.json")


def test_ten_megabytes_on_one_line(desk: Path, copydesk: Run) -> None:
    sentence = "The council met on Tuesday and agreed on the budget for the year. "
    text = sentence * (10_000_000 // len(sentence)) + "We utilize it."
    (desk / "long.txt").write_text(text)
    assert copydesk("check", "-q", "-f", "json", "-o", "out.json", "long.txt").returncode == 1
    assert findings(desk / "out.json") == [("long.txt", "house.utilize", len(text) - 11, len(text) - 4)]
    done = copydesk("check", "long.txt")
    assert done.returncode == 1
    assert len(done.stdout) < 2000


def test_a_draft_that_vanishes_in_the_middle_of_a_run(desk: Path) -> None:
    from lint.config import load
    from lint.gather import gather
    from lint.runner import run

    for name in ("a.md", "b.md", "c.md"):
        (desk / name).write_text("We utilize it.\n")
    config = load("copydesk.yml")
    inputs = gather(["."], config)
    (desk / "b.md").unlink()
    report = run(inputs, config, jobs=1)
    assert [result.path for result in report.results] == ["a.md", "c.md"]
    assert [(one.path, one.message) for one in report.failures] == [("b.md", "does not exist")]
    assert report.exit_code == 2


def test_any_number_of_processes_gives_the_same_output(desk: Path, copydesk: Run) -> None:
    for number in range(40):
        words = "utilize " * (number % 3) + ("[quote] very " if number % 5 == 0 else "")
        (desk / f"story{number:02}.md").write_text(f"# Story {number}\n\nWe {words}met.\n")
    os.symlink("nowhere.md", desk / "story07a.md")
    for form in ("terminal", "json", "html"):
        one = copydesk("check", "--jobs", "1", "--format", form)
        two = copydesk("check", "--jobs", "2", "--format", form)
        again = copydesk("check", "--no-cache", "--jobs", "3", "--format", form)
        assert one.returncode == two.returncode == again.returncode == 2
        assert one.stdout == two.stdout == again.stdout


def test_a_reader_that_goes_away_is_no_error(desk: Path) -> None:
    (desk / "story.md").write_text("We utilize it.\n\n" * 20_000)
    command = f"{sys.executable} -m lint check --no-cache story.md | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=desk,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.splitlines() == ["story.md:1:4  warning  house.utilize", "1"]
    assert done.stderr == ""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_a_run_without_a_traceback(desk: Path, jobs: str) -> None:
    for number in range(400):
        (desk / f"{number}.md").write_text("The council met on Tuesday and agreed on it.\n\n" * 2000)
    (desk / "copydesk.yml").write_text("packs: [default, ./house.yml]\nlanguagetool: off\n")
    running = subprocess.Popen(
        [sys.executable, "-m", "lint", "check", "--no-cache", "--jobs", jobs],
        cwd=desk,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    time.sleep(2)
    os.killpg(running.pid, signal.SIGINT)
    _, errors = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in errors
    assert errors.splitlines()[-1] == "copydesk: interrupted"


def on_a_terminal(folder: Path, *arguments: str, **env: str) -> str:
    """What a run writes to a terminal."""
    leader, follower = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "lint", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=follower,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "TERM": "xterm",
            "HOME": str(folder),
            **env,
        },
    )
    os.close(follower)
    shown = b""
    try:
        while piece := os.read(leader, 65536):
            shown += piece
    except OSError:  # The terminal's other end is closed.
        pass
    running.wait(timeout=60)
    os.close(leader)
    return shown.decode("utf-8")


def test_colours_are_for_terminals_and_for_who_wants_them(desk: Path, copydesk: Run) -> None:
    (desk / "story.md").write_text("We utilize it.\n")
    assert "\033[" in on_a_terminal(desk, "check", "story.md")
    assert "\033[" not in on_a_terminal(desk, "check", "story.md", NO_COLOR="1")
    assert "\033[" not in on_a_terminal(desk, "check", "story.md", TERM="dumb")
    assert "\033[" not in on_a_terminal(desk, "check", "--color", "never", "story.md")
    assert "\033[" not in copydesk("check", "story.md").stdout
    assert "\033[" in copydesk("check", "--color", "always", "story.md").stdout


def test_a_bar_appears_after_a_second_and_goes_when_all_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    times = iter([0.0, 0.5, 1.5, 1.55, 2.0, 2.5])
    progress = progress_bar(lambda: next(times))
    progress(1, 5)
    assert capsys.readouterr().err == ""
    progress(2, 5)
    assert capsys.readouterr().err == f"\r[{'#' * 12}{'.' * 18}] 2 of 5 drafts"
    progress(3, 5)
    assert capsys.readouterr().err == ""
    progress(4, 5)
    assert capsys.readouterr().err == f"\r[{'#' * 24}{'.' * 6}] 4 of 5 drafts"
    progress(5, 5)
    assert capsys.readouterr().err == f"\r{' ' * 70}\r"


def test_the_ledger_of_names(desk: Path, copydesk: Run) -> None:
    (desk / "copydesk.yml").write_text("packs: [default]\nlanguagetool: off\n")
    (desk / "story.md").write_text("ISIS left Aleppo.\n\nIslamic State denied it, and ISIS again.\n")
    done = copydesk("names", "story.md")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:3] == [
        "Islamic State  organisation, 3",
        "    ISIS  2  (line 1, 3)",
        "    Islamic State  1  (line 3)",
    ]
    report = json.loads(copydesk("names", "--format", "json", "story.md").stdout)
    assert {name["name"] for name in report["names"]} == {"Islamic State", "Aleppo"}


def test_a_mistake_of_the_program_is_one_line(desk: Path, copydesk: Run) -> None:
    broken = "import lint.runner\ndef run(*a, **k): raise ValueError('two\\nlines')\nlint.runner.run = run\n"
    (desk / "sitecustomize.py").write_text(broken)
    done = copydesk("check", PYTHONPATH=f"{desk}{os.pathsep}{ROOT}")
    assert done.returncode == 2
    assert done.stderr == (
        "copydesk: this is a mistake in copydesk: ValueError: two lines; "
        "COPYDESK_DEBUG=1 shows where, please report it\n"
    )
    shown = copydesk("check", PYTHONPATH=f"{desk}{os.pathsep}{ROOT}", COPYDESK_DEBUG="1")
    assert "Traceback" in shown.stderr


def test_the_version_is_that_of_the_distribution(copydesk: Run) -> None:
    from importlib.metadata import version

    assert copydesk("--version").stdout == f"copydesk {version('copydesk')}\n"


@pytest.mark.parametrize(
    "command", ["check", "fix", "explain", "names", "init", "rules", "terms", "rules test", "stet list"]
)
def test_every_command_has_help_with_an_example(copydesk: Run, command: str) -> None:
    done = copydesk(*command.split(), "--help")
    assert done.returncode == 0
    assert "Example" in done.stdout or command in ("rules", "terms")


def test_init_writes_what_check_understands(desk: Path, copydesk: Run) -> None:
    for name in ("copydesk.yml", "house.yml"):
        (desk / name).unlink()
    assert copydesk("init", "--pack", "house", "--terms").returncode == 0
    (desk / "story.md").write_text("The advisor left.\n")
    done = copydesk("check", "--select", "house")
    assert done.stdout.startswith("story.md:1:5  warning  house.words\n")
    assert copydesk("rules", "test", "./house.yml").stdout.endswith("all hold.\n")


def test_every_line_of_the_configuration_that_init_writes_is_valid_when_it_is_taken_in(desk: Path) -> None:
    from lint.commands.init import CONFIGURATION
    from lint.config import parse

    text = CONFIGURATION.format(
        packs="# packs: [default]", terms="# accept-files: [terms.txt]", baseline="# baseline: known.jsonl"
    )
    keys = ["severity", "accept", "exclude", "paths", "packs", "accept-files", "baseline"]
    lines = []
    inside = False
    for line in text.splitlines():
        body = line.removeprefix("# ")
        starts = line.startswith("# ") and body.partition(":")[0] in keys
        inside = starts or (inside and line.startswith("#   "))
        lines.append(body if inside else line)
    assert set(parse("\n".join(lines).encode(), "copydesk.yml")) == {*keys, "language", "fail-on"}


def test_terms_suggest_lists_the_unknown_words_that_drafts_repeat(desk: Path, copydesk: Run) -> None:
    (desk / "copydesk.yml").write_text("packs: [default]\nlanguagetool: off\n")
    (desk / "a.md").write_text("The goverment met.\n\nIts goverment agreed.\n\nIt was choosen.\n")
    (desk / "b.md").write_text("The goverment fell.\n")
    assert copydesk("terms", "suggest").stdout == (
        "# Probably slips. What is right after all counts without the # before it.\n"
        "# goverment  # 3 times in 2 drafts; government?\n"
    )
    (desk / "c.md").write_text("The extasis of the crowd was plain, `extasis`.\n\n    extasis\n")
    assert copydesk("terms", "suggest", "--min-count", "1").stdout.splitlines() == [
        "extasis  # 1 time in 1 draft",
        "# Probably slips. What is right after all counts without the # before it.",
        "# goverment  # 3 times in 2 drafts; government?",
        "# choosen  # 1 time in 1 draft; chosen?",
    ]
