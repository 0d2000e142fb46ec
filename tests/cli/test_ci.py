"""On a CI machine: files are named from the repository, and GitHub's step gets its summary."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def story(desk: Path) -> Path:
    path = desk / "story.md"
    path.write_text("We utilize it.\n")
    return path


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_files_are_named_from_the_repository(variable: str, story: Path, copydesk: Run) -> None:
    there = {variable: str(story.parents[1])}
    told = json.loads(copydesk("check", "-f", "gitlab", "story.md", **there).stdout)
    assert told[0]["location"]["path"] == "desk/story.md"
    assert copydesk("check", "-f", "github", "story.md", **there).stdout.startswith(
        "::warning file=desk/story.md,line=1,endLine=1,col=4,endColumn=11,title=house.utilize::"
    )


@pytest.mark.parametrize("elsewhere", ["", "/nowhere", "relative"])
def test_a_variable_that_leads_elsewhere_is_none(elsewhere: str, story: Path, copydesk: Run) -> None:
    done = copydesk("check", "-f", "gitlab", "story.md", GITHUB_WORKSPACE=elsewhere)
    assert json.loads(done.stdout)[0]["location"]["path"] == "story.md"


def test_the_summary_of_a_step_gets_every_finding(story: Path, copydesk: Run) -> None:
    story.write_text("We utilize it.\n\n" * 30)
    summary = story.parent / "summary"
    summary.write_text("# What other steps said\n")
    done = copydesk(
        "check", "-f", "github", "-f", "sarif=a.sarif", "story.md", GITHUB_STEP_SUMMARY=str(summary)
    )
    assert done.returncode == 1
    assert done.stdout.count("::warning ") == 10
    told = summary.read_text(encoding="utf-8")
    assert told.startswith("# What other steps said\n## Copydesk\n")
    assert told.count("| house.utilize |") == 30


def test_other_formats_leave_the_summary_alone(story: Path, copydesk: Run) -> None:
    summary = story.parent / "summary"
    copydesk("check", "-f", "sarif", "story.md", GITHUB_STEP_SUMMARY=str(summary))
    assert not summary.exists()


def test_a_summary_that_cannot_be_written_is_told(story: Path, copydesk: Run) -> None:
    done = copydesk("check", "-f", "github", "story.md", GITHUB_STEP_SUMMARY="/nowhere/summary")
    assert done.returncode == 2
    assert (
        done.stderr == "/nowhere/summary: the step's summary cannot be written: No such file or directory\n"
    )


@pytest.mark.parametrize(
    "format", ["sarif", "github", "markdown", "gitlab", "junit", "checkstyle", "rdjson", "line"]
)
def test_any_number_of_processes_gives_the_same_report(format: str, desk: Path, copydesk: Run) -> None:
    for number in range(4):
        (desk / f"{number}.md").write_text("We utilize it, very much.\n" * number)
    one = copydesk("check", "-j", "1", "-f", format)
    two = copydesk("check", "-j", "2", "-f", format)
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout
    assert one.stderr == ""


def test_sarif_describes_the_rules_that_are_on(story: Path, copydesk: Run) -> None:
    run = json.loads(copydesk("check", "-f", "sarif", "--ignore", "house.very", "story.md").stdout)["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [id for id in rules if id.startswith("house.")] == ["house.quote", "house.utilize"]


def test_a_moved_line_keeps_its_fingerprint_in_sarif_and_for_gitlab(story: Path, copydesk: Run) -> None:
    def told() -> tuple[str, str]:
        (result,) = json.loads(copydesk("check", "-f", "sarif", "story.md").stdout)["runs"][0]["results"]
        (issue,) = json.loads(copydesk("check", "-f", "gitlab", "story.md").stdout)
        return result["partialFingerprints"]["copydesk/v1"], issue["fingerprint"]

    before = told()
    story.write_text("# A headline\n\nA lead.\n\nWe utilize it.\n")
    assert told() == before


@pytest.mark.parametrize("format", ["terminal", "line", "markdown", "github"])
def test_a_draft_gives_github_no_orders(format: str, story: Path, copydesk: Run) -> None:
    story.write_text("::stop-commands::x very\n\n  ::error::very ##[error]very\n")
    (story.parent / "::add-mask::very.md").write_text("It was very late.\n")
    told = copydesk("check", "-f", format, GITHUB_ACTIONS="true").stdout
    commands = [line for line in told.splitlines() if line.lstrip().startswith("::") or "##[" in line]
    assert told.count("very") > 4
    assert all(line.startswith("::notice file=") for line in commands)
    assert bool(commands) == (format == "github")


def test_elsewhere_the_words_of_a_draft_are_shown_as_they_are(story: Path, copydesk: Run) -> None:
    story.write_text("::error::very ##[error]\n")
    assert "  ::error::very ##[error]\n" in copydesk("check").stdout
