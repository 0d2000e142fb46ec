"""`copydesk baseline` and what `check` makes of it, on real folders."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

STORY = """\
# The port

We utilize a cache. The goverment knows.

It was very late when we began to utilize the port.
"""
FILE = "copydesk-baseline.jsonl"
HEAD = '{"copydesk-baseline": 1}\n'
CONFIG = "packs: [./house.yml, stet]\n"


@pytest.fixture
def drafts(desk: Path) -> Path:
    (desk / "story.md").write_text(STORY)
    return desk


def entries(desk: Path) -> list[dict[str, str]]:
    head, *lines = (desk / "copydesk-baseline.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(head) == {"copydesk-baseline": 1}
    return [json.loads(line) for line in lines]


def test_what_is_written_is_named_in_the_configuration_and_not_shown(drafts: Path, copydesk: Run) -> None:
    done = copydesk("baseline", "write")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "copydesk.yml: names it now.\ncopydesk-baseline.jsonl: 3 known findings in 1 draft.\n"
    )
    assert (drafts / "copydesk.yml").read_text() == f"{CONFIG}baseline: copydesk-baseline.jsonl\n"
    assert [(one["path"], one["rule"], one["text"], one["line"]) for one in entries(drafts)] == [
        ("story.md", "house.utilize", "utilize", "It was very late when we began to utilize the port."),
        ("story.md", "house.utilize", "utilize", "We utilize a cache. The goverment knows."),
        ("story.md", "house.very", "very", "It was very late when we began to utilize the port."),
    ]
    done = copydesk("check")
    assert (done.returncode, done.stdout) == (0, "No findings in 1 file; hidden: 3 in the baseline.\n")
    assert copydesk("check", "--no-baseline").returncode == 1


def test_a_new_sentence_counts_and_a_moved_paragraph_does_not(drafts: Path, copydesk: Run) -> None:
    copydesk("baseline", "write")
    head, first, last = STORY.split("\n\n")
    (drafts / "story.md").write_text(f"{head}\n\nA new line.\n\n{last}\n{first}\n")
    assert copydesk("check").returncode == 0
    (drafts / "story.md").write_text(STORY + "\nThey utilize it too.\n")
    done = copydesk("check")
    assert done.returncode == 1
    assert "story.md:7:6  warning  house.utilize" in done.stdout
    assert "1 finding: 1 warning in 1 file; hidden: 3 in the baseline." in done.stdout


def test_a_renamed_draft_keeps_its_entries_and_a_copy_has_none(drafts: Path, copydesk: Run) -> None:
    copydesk("baseline", "write")
    (drafts / "story.md").rename(drafts / "harbour.md")
    assert copydesk("check").returncode == 0
    (drafts / "story.md").write_text(STORY)
    assert copydesk("check", "harbour.md").returncode == 1


def test_a_paragraph_that_went_over_to_another_draft_stays_known(drafts: Path, copydesk: Run) -> None:
    copydesk("baseline", "write")
    head, first, last = STORY.split("\n\n")
    (drafts / "story.md").write_text(f"{head}\n\n{first}\n")
    (drafts / "later.md").write_text(last)
    assert copydesk("check").returncode == 0


def test_entries_that_no_longer_occur_are_told_and_taken_out(drafts: Path, copydesk: Run) -> None:
    copydesk("baseline", "write")
    (drafts / "story.md").write_text(STORY.replace("We utilize a cache", "We use a cache"))
    said = "1 known finding no longer occurs; to forget it: copydesk baseline prune"
    assert said in copydesk("check").stdout
    done = copydesk("baseline", "check")
    assert done.returncode == 1
    assert done.stdout == (
        "story.md: house.utilize: We utilize a cache. The goverment knows.\n"
        "copydesk-baseline.jsonl: 2 known, 1 no longer occurs; 0 findings not in it.\n"
    )
    done = copydesk("baseline", "prune")
    assert done.returncode == 0
    assert done.stdout.endswith("copydesk-baseline.jsonl: 1 taken out, 2 left.\n")
    assert len(entries(drafts)) == 2
    assert copydesk("baseline", "check").returncode == 0
    assert "no longer" not in copydesk("check").stdout


def test_entries_of_a_deleted_draft_no_longer_occur(drafts: Path, copydesk: Run) -> None:
    copydesk("baseline", "write")
    (drafts / "story.md").unlink()
    (drafts / "other.md").write_text("All is well.\n")
    assert copydesk("baseline", "check").returncode == 1
    assert copydesk("baseline", "prune").stdout.endswith("3 taken out, 0 left.\n")


def test_writing_for_one_draft_keeps_what_is_known_of_the_others(drafts: Path, copydesk: Run) -> None:
    (drafts / "other.md").write_text("They utilize it.\n")
    copydesk("baseline", "write")
    (drafts / "other.md").write_text("They utilize it. We utilize it.\n")
    done = copydesk("baseline", "write", "other.md")
    assert done.stdout == (
        "copydesk-baseline.jsonl: 5 known findings in 2 drafts: 1 new, 0 no longer there.\n"
    )


def test_a_run_of_some_rules_takes_no_entry_for_gone(drafts: Path, copydesk: Run) -> None:
    copydesk("baseline", "write")
    assert "no longer" not in copydesk("check", "--select", "house.very").stdout
    assert "no longer" not in copydesk("check", "--min-severity", "warning").stdout


def test_a_folder_above_names_its_drafts_from_the_file(drafts: Path, copydesk: Run) -> None:
    (drafts / "sub").mkdir()
    (drafts / "sub" / "more.md").write_text("They utilize it.\n")
    copydesk("baseline", "write")
    assert {one["path"] for one in entries(drafts)} == {"story.md", "sub/more.md"}
    assert copydesk("check", str(drafts / "sub")).returncode == 0


def test_an_unreadable_draft_keeps_its_entries_and_is_told(drafts: Path, copydesk: Run) -> None:
    copydesk("baseline", "write")
    (drafts / "story.md").write_bytes(b"Caf\xe9 we utilize")
    for command in ("write", "check", "prune"):
        done = copydesk("baseline", command)
        assert done.returncode == 2
        assert "story.md: is not UTF-8" in done.stderr
    assert len(entries(drafts)) == 3


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("", f"{FILE}:1: is not how a baseline begins"),
        (HEAD + '{"path": "story.md"}\n', f"{FILE}:2: is no entry of a baseline"),
        (HEAD + "<<<<<<< HEAD\n", f"{FILE}:2: holds a merge that was not finished"),
        (HEAD + "[" * 100_000, f"{FILE}:2: is no entry of a baseline"),
        ('{"copydesk-baseline": 2}\n', f"{FILE}: is a baseline of version 2"),
    ],
)
def test_a_damaged_file_is_told_in_one_line(drafts: Path, copydesk: Run, damage: str, said: str) -> None:
    copydesk("baseline", "write")
    (drafts / "copydesk-baseline.jsonl").write_text(damage)
    for command in (("check",), ("baseline", "check"), ("baseline", "prune"), ("baseline", "write")):
        done = copydesk(*command)
        assert done.returncode == 2
        assert done.stderr.startswith(said)
        assert done.stderr.count("\n") == 1
    assert (drafts / "copydesk-baseline.jsonl").read_text() == damage
    assert copydesk("baseline", "write", "--anew").returncode == 0
    assert copydesk("check").returncode == 0


def test_a_baseline_that_is_named_and_not_there_is_an_error(drafts: Path, copydesk: Run) -> None:
    (drafts / "copydesk.yml").write_text(CONFIG + "baseline: known.jsonl\n")
    done = copydesk("check")
    assert done.returncode == 2
    assert done.stderr == (
        'copydesk.yml: the baseline "known.jsonl" is not there; write it: copydesk baseline write\n'
    )
    assert copydesk("baseline", "write").returncode == 0
    assert (drafts / "known.jsonl").exists()
    assert copydesk("check").returncode == 0


def test_it_is_the_same_whatever_the_number_of_processes(drafts: Path, copydesk: Run) -> None:
    for number in range(20):
        (drafts / f"draft{number}.md").write_text(STORY)
    written = []
    for jobs in ("1", "3"):
        copydesk("baseline", "write", "--jobs", jobs)
        written.append((drafts / "copydesk-baseline.jsonl").read_bytes())
        (drafts / "copydesk-baseline.jsonl").unlink()
    assert written[0] == written[1]
