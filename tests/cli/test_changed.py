"""`copydesk check --changed` and `--staged` in real repositories."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.test_git import git

OLD = "We utilize the port.\n\nThe council met.\n"


@pytest.fixture
def repo(desk: Path) -> Path:
    git(desk, "init", "--quiet", "--initial-branch=main")
    (desk / "story.md").write_text(OLD)
    (desk / "sub").mkdir()
    (desk / "sub" / "other.md").write_text(OLD)
    git(desk, "add", "--all")
    git(desk, "commit", "--quiet", "--message=Begin")
    return desk


def places(stdout: str) -> list[str]:
    return [line.split("  ")[0] for line in stdout.splitlines() if "  house." in line]


def test_only_findings_on_changed_lines_are_shown_and_the_rest_is_counted(repo: Path, copydesk: Run) -> None:
    (repo / "story.md").write_text(OLD + "\nThey utilize it too.\n")
    (repo / "new.md").write_text("All utilize it.\n")
    done = copydesk("check", "--changed")
    assert places(done.stdout) == ["new.md:1:5", "story.md:5:6"]
    assert done.returncode == 1
    assert "2 findings: 2 warnings in 2 of 2 files; hidden: 1 on unchanged lines." in done.stdout


def test_nothing_changed_is_clean(repo: Path, copydesk: Run) -> None:
    done = copydesk("check", "--changed")
    assert (done.returncode, done.stdout) == (0, "No findings in 0 files.\n")


def test_a_path_may_follow_the_option_and_narrows_it(repo: Path, copydesk: Run) -> None:
    for name in ("story.md", "sub/other.md"):
        (repo / name).write_text(OLD + "\nThey utilize it too.\n")
    for arguments in (("--changed", "sub"), ("sub", "--changed"), ("--changed", "HEAD", "sub")):
        assert places(copydesk("check", *arguments).stdout) == ["sub/other.md:5:6"]


def test_from_a_subfolder_its_own_drafts_count(repo: Path, copydesk: Run) -> None:
    for name in ("story.md", "sub/other.md"):
        (repo / name).write_text(OLD + "\nThey utilize it too.\n")
    git(repo, "add", "--all")
    for option in ("--changed", "--staged"):
        done = copydesk("check", option, folder=repo / "sub")
        assert places(done.stdout) == ["other.md:5:6"]


def test_a_branch_counts_from_where_it_began(repo: Path, copydesk: Run) -> None:
    git(repo, "checkout", "--quiet", "-b", "work")
    (repo / "story.md").write_text(OLD + "\nThey utilize it too.\n")
    git(repo, "commit", "--quiet", "--all", "--message=More")
    assert copydesk("check", "--changed").returncode == 0
    assert places(copydesk("check", "--changed", "main").stdout) == ["story.md:5:6"]


def test_staged_content_is_read_and_not_the_work_tree(repo: Path, copydesk: Run) -> None:
    (repo / "story.md").write_text(OLD + "\nThey utilize it too.\n")
    git(repo, "add", "story.md")
    (repo / "story.md").write_text("All is well here, and we utilize nothing at all.\n")
    done = copydesk("check", "--staged")
    assert places(done.stdout) == ["story.md:5:6"]
    assert "They utilize it too." in done.stdout
    (repo / "story.md").unlink()
    assert places(copydesk("check", "--staged", "story.md").stdout) == ["story.md:5:6"]


def test_an_unstaged_change_does_not_stop_a_commit(repo: Path, copydesk: Run) -> None:
    (repo / "story.md").write_text(OLD + "\nThey utilize it too.\n")
    (repo / "untracked.md").write_text("They utilize it.\n")
    assert copydesk("check", "--staged").stdout == "No findings in 0 files.\n"
    assert copydesk("check", "--staged", "story.md", "untracked.md", "sub").returncode == 0


def test_what_is_staged_meets_the_excludes_and_the_suffixes_of_a_folder(repo: Path, copydesk: Run) -> None:
    (repo / "copydesk.yml").write_text("packs: [./house.yml, stet]\nexclude: [archive/]\n")
    for name in ("archive/old.md", "script.py", ".hidden/a.md", "node_modules/b.md", "fresh.txt"):
        (repo / name).parent.mkdir(exist_ok=True)
        (repo / name).write_text("They utilize it.\n")
    git(repo, "add", "--all", "--force")
    assert places(copydesk("check", "--staged").stdout) == ["fresh.txt:1:6"]
    assert places(copydesk("check", "--staged", "script.py", "archive").stdout) == ["script.py:1:6"]
    done = copydesk("check", "--staged", "nothing.md")
    assert done.returncode == 2
    assert "nothing.md: does not exist" in done.stdout


def test_an_issue_with_several_places_counts_by_any_of_them(desk: Path, copydesk: Run) -> None:
    (desk / "copydesk.yml").write_text("packs: [spelling]\n")
    (desk / "story.md").write_text("The goverment met.\n\nAll was well.\n")
    git(desk, "init", "--quiet")
    git(desk, "add", "--all")
    git(desk, "commit", "--quiet", "--message=Begin")
    (desk / "story.md").write_text("The goverment met.\n\nAll was well.\n\nAnd the goverment left.\n")
    done = copydesk("check", "--changed")
    assert "story.md:1:5  warning  spelling.typo" in done.stdout


def test_known_findings_stay_known_on_changed_lines(repo: Path, copydesk: Run) -> None:
    copydesk("baseline", "write")
    (repo / "story.md").write_text("The council met.\n\nWe utilize the port. They utilize it too.\n")
    done = copydesk("check", "--changed")
    assert places(done.stdout) == ["story.md:3:27"]
    assert "hidden: 1 in the baseline" in done.stdout


@pytest.mark.parametrize("option", ["--changed", "--staged"])
def test_where_there_is_no_repository_it_is_told(desk: Path, copydesk: Run, option: str) -> None:
    (desk / "story.md").write_text(OLD)
    done = copydesk("check", option, GIT_CEILING_DIRECTORIES=str(desk.parent))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == ".: is in no work tree of git, so nothing is known to have changed\n"


def test_what_git_cannot_answer_is_told(repo: Path, copydesk: Run, tmp_path: Path) -> None:
    done = copydesk("check", "--changed", "mian")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == 'copydesk: git knows no revision "mian"; for example: --changed origin/main\n'
    assert copydesk("check", "--changed", "HEAD", "-", stdin=b"x").returncode == 2
    (tmp_path / "outside.md").write_text(OLD)
    done = copydesk("check", "--changed", "HEAD", "../outside.md")
    assert done.returncode == 2
    assert "../outside.md: is outside of the git repository" in done.stdout
    assert copydesk("check", "--changed", PATH="/nowhere").stderr.startswith("copydesk: git is not installed")
