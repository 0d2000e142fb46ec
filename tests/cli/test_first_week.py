"""`copydesk init` where drafts are already: the first run is clean, and what is new counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.test_git import git

OLD = """\
# The port

The extasis of the crowd was plain. The goverment had choosen it [quote].
"""


@pytest.fixture
def folder(desk: Path) -> Path:
    for path in desk.iterdir():
        path.unlink()
    (desk / "story.md").write_text(OLD)
    (desk / "sub").mkdir()
    (desk / "sub" / "note.txt").write_text(
        "It was publically known, as the goverment said.\n\nThe extasis of the crowd was short.\n"
    )
    return desk


def test_the_first_run_is_clean_and_a_new_slip_is_found(folder: Path, copydesk: Run) -> None:
    done = copydesk("init")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("copydesk.yml written.\nterms.txt written: 1 word that your drafts repeat")
    assert "extasis  # 2 times in 2 drafts\n" in (folder / "terms.txt").read_text()
    assert "# goverment  # 2 times in 2 drafts; government?\n" in (folder / "terms.txt").read_text()
    done = copydesk("check")
    assert done.returncode == 0
    assert "in the baseline" in done.stdout
    (folder / "new.md").write_text("They recieve it.\n\nThe extasis of the crowd.\n")
    done = copydesk("check")
    assert done.returncode == 1
    assert "new.md:1:6  warning  spelling.typo" in done.stdout
    assert "extasis" not in done.stdout
    assert copydesk("baseline", "check").returncode == 0


def test_drafts_that_repeat_no_unknown_word_get_an_empty_list_and_are_told_so(
    folder: Path, copydesk: Run
) -> None:
    (folder / "sub" / "note.txt").unlink()
    assert "terms.txt written: your drafts repeat no unknown word" in copydesk("init").stdout


def test_nothing_that_is_there_is_replaced(folder: Path, copydesk: Run) -> None:
    for name in ("copydesk.yml", "terms.txt", "copydesk-baseline.jsonl"):
        (folder / name).write_text("mine\n")
        done = copydesk("init")
        assert done.returncode == 2
        assert done.stderr == f"{name}: is there already and stays as it is\n"
        assert sorted(path.name for path in folder.iterdir()) == sorted([name, "story.md", "sub"])
        assert (folder / name).read_text() == "mine\n"
        (folder / name).unlink()


def test_a_bare_start_reads_no_draft(folder: Path, copydesk: Run) -> None:
    assert copydesk("init", "--bare").stdout == "copydesk.yml written.\nNext: copydesk check\n"
    assert copydesk("check").returncode == 1


def test_a_pack_of_ones_own_is_in_the_baseline_too(folder: Path, copydesk: Run) -> None:
    (folder / "sub" / "advice.md").write_text("The advisor left.\n")
    assert copydesk("init", "--pack", "house").returncode == 0
    assert '"house.words"' in (folder / "copydesk-baseline.jsonl").read_text()
    assert copydesk("check").returncode == 0


def test_a_draft_that_cannot_be_read_is_told(folder: Path, copydesk: Run) -> None:
    (folder / "latin.md").write_bytes(b"Caf\xe9")
    done = copydesk("init")
    assert done.returncode == 2
    assert "latin.md: is not UTF-8" in done.stderr
    assert (folder / "copydesk.yml").exists()
    assert copydesk("check", "story.md").returncode == 0


def test_the_list_of_accepted_words_is_no_draft(folder: Path, copydesk: Run) -> None:
    (folder / "copydesk.yml").write_text("accept-files: [terms.txt]\n")
    (folder / "terms.txt").write_text("goverment\n")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    for arguments in (("terms.txt",), (".", "--ignore", "spelling,leftovers"), ("--staged", "terms.txt")):
        assert "terms.txt" not in copydesk("check", *arguments).stdout.replace("No drafts", "")
