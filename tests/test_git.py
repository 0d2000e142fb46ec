"""What git is asked, in real repositories."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from lint.errors import CopydeskError
from lint.git import Lines, changes, contents, is_revision, top

ENV = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Desk",
    "GIT_AUTHOR_EMAIL": "desk@example.org",
    "GIT_COMMITTER_NAME": "Desk",
    "GIT_COMMITTER_EMAIL": "desk@example.org",
}
TEN = "".join(f"Line {number} of the story.\n" for number in range(1, 11))


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True, env=ENV
    )
    return done.stdout


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository without a commit."""
    folder = tmp_path / "desk"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def commit(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message=Say more")


def lines(folder: Path, revision: str = "HEAD", *, staged: bool = False) -> dict[str, Lines | None]:
    return {change.path: change.lines for change in changes(str(folder), revision, staged=staged)}


def test_changed_added_and_untracked_lines_are_told_and_deleted_files_are_not(desk: Path) -> None:
    commit(desk, story=TEN, same=TEN, gone=TEN)
    (desk / "story.md").write_text(TEN.replace("Line 3", "Line three").replace("Line 7 of the story.\n", ""))
    (desk / "gone.md").unlink()
    (desk / "new.md").write_text("New.\n")
    assert lines(desk) == {"story.md": ((3, 3),), "new.md": None}
    git(desk, "add", "new.md")
    assert lines(desk) == {"story.md": ((3, 3),), "new.md": ((1, 1),)}


def test_what_is_ignored_is_not_new(desk: Path) -> None:
    commit(desk, story=TEN)
    (desk / ".gitignore").write_text("build/\n")
    (desk / "build").mkdir()
    (desk / "build" / "page.md").write_text("Built.\n")
    assert lines(desk) == {".gitignore": None}


def test_of_a_renamed_file_only_changed_lines_count(desk: Path) -> None:
    commit(desk, story=TEN)
    git(desk, "mv", "story.md", "harbour.md")
    assert lines(desk) == {"harbour.md": ()}
    (desk / "harbour.md").write_text(TEN + "Line 11.\nLine 12.\n")
    assert lines(desk) == {"harbour.md": ((11, 12),)}


def test_what_is_staged_is_told_apart_from_the_work_tree(desk: Path) -> None:
    commit(desk, story=TEN)
    (desk / "story.md").write_text(TEN.replace("Line 2", "Line two"))
    git(desk, "add", "story.md")
    (desk / "story.md").write_text(TEN.replace("Line 9", "Line nine"))
    (change,) = changes(str(desk), staged=True)
    assert change.lines == ((2, 2),)
    assert list(contents([change.blob], str(desk))) == [TEN.replace("Line 2", "Line two").encode()]
    assert lines(desk) == {"story.md": ((9, 9),)}


@pytest.mark.parametrize(
    "name", ["two words.md", "Größe «über».md", "a\nb.md", '"quoted".md', "-x.md", "a\tb.md"]
)
def test_any_name_of_a_file_is_understood(desk: Path, name: str) -> None:
    commit(desk)
    (desk / name).write_text(TEN)
    assert lines(desk) == {name: None}
    git(desk, "add", "--all")
    assert lines(desk) == lines(desk, staged=True) == {name: ((1, 10),)}
    git(desk, "commit", "--quiet", "--message=x")
    (desk / name).write_text(TEN + "diff --git a/x b/x\n@@ -1 +1 @@\n")
    assert lines(desk) == {name: ((11, 12),)}


def test_a_binary_file_and_one_without_diff_count_as_a_whole(desk: Path) -> None:
    (desk / ".gitattributes").write_text("plain.md -diff\n")
    (desk / "draft.docx").write_bytes(b"PK\0\1")
    commit(desk, plain=TEN)
    (desk / "draft.docx").write_bytes(b"PK\0\2")
    (desk / "plain.md").write_text(TEN + "More.\n")
    assert lines(desk) == {"draft.docx": None, "plain.md": None}


def test_submodules_and_links_are_no_drafts(desk: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "--quiet")
    commit(other, story=TEN)
    commit(desk, story=TEN)
    git(desk, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other), "other")
    (desk / "link.md").symlink_to("story.md")
    git(desk, "add", "--all")
    assert lines(desk, staged=True).keys() == {".gitmodules"}
    (desk / "story.md").unlink()
    (desk / "story.md").symlink_to("link.md")
    (desk / "link.md").unlink()
    (desk / "link.md").write_text("A file now.\n")
    assert lines(desk)["link.md"] == ((1, 1),)


def test_a_link_that_became_a_file_counts_as_a_whole(desk: Path) -> None:
    (desk / "link.md").symlink_to("story.md")
    commit(desk, story=TEN)
    (desk / "link.md").unlink()
    (desk / "link.md").write_text("A file now.\n")
    (desk / "story.md").write_text(TEN + "Line 11.\n")
    assert lines(desk) == {"link.md": None, "story.md": ((11, 11),)}


def test_a_file_in_conflict_counts_as_a_whole_and_the_others_do_not(desk: Path) -> None:
    commit(desk, story=TEN, zebra=TEN)
    git(desk, "checkout", "--quiet", "-b", "other")
    commit(desk, story=TEN.replace("Line 1 ", "Line one "))
    git(desk, "checkout", "--quiet", "main")
    commit(desk, story=TEN.replace("Line 1 ", "Line I "))
    subprocess.run(["git", "merge", "other"], cwd=desk, check=False, capture_output=True, env=ENV)
    (desk / "zebra.md").write_text(TEN + "Line 11.\n")
    found = lines(desk)
    assert found["zebra.md"] == ((11, 11),)
    assert found["story.md"] is None or found["story.md"][0] == (1, 1)


def test_a_revision_counts_from_the_common_commit(desk: Path) -> None:
    commit(desk, story=TEN, other=TEN)
    git(desk, "checkout", "--quiet", "-b", "work")
    commit(desk, story=TEN.replace("Line 3", "Line three"))
    git(desk, "checkout", "--quiet", "main")
    commit(desk, other=TEN.replace("Line 5", "Line five"))
    git(desk, "checkout", "--quiet", "work")
    assert lines(desk, "main") == {"story.md": ((3, 3),)}
    assert lines(desk) == {}


def test_branches_without_a_common_commit_are_told(desk: Path) -> None:
    commit(desk, story=TEN)
    git(desk, "checkout", "--quiet", "--orphan", "other")
    commit(desk, story=TEN, other=TEN)
    with pytest.raises(
        CopydeskError, match=r'"main" and HEAD have no commit in common here; on a CI machine'
    ):
        changes(str(desk), "main")


def test_without_a_commit_everything_is_new(desk: Path) -> None:
    (desk / "story.md").write_text("One.\n")
    (desk / "other.md").write_text("Two.\n")
    git(desk, "add", "story.md")
    assert lines(desk) == {"story.md": ((1, 1),), "other.md": None}
    assert lines(desk, staged=True) == {"story.md": ((1, 1),)}


def test_no_configuration_of_the_user_changes_what_is_read(desk: Path) -> None:
    commit(desk, story=TEN)
    (desk / ".gitattributes").write_text("*.md diff=upper\n")
    settings = {
        "color.ui": "always",
        "color.diff": "always",
        "diff.external": "false",
        "diff.upper.textconv": "false",
        "diff.noprefix": "true",
        "diff.context": "5",
        "diff.interHunkContext": "9",
        "diff.relative": "true",
        "diff.renames": "false",
        "core.pager": "false",
        "core.fsmonitor": "false",
        "core.quotePath": "false",
    }
    for name, value in settings.items():
        git(desk, "config", name, value)
    git(desk, "mv", "story.md", "ä b.md")
    (desk / "ä b.md").write_text(TEN.replace("Line 2", "Line two").replace("Line 5", "Line five"))
    sub = desk / "sub"
    sub.mkdir()
    assert lines(sub) == {"ä b.md": ((2, 2), (5, 5)), ".gitattributes": None}


def test_a_folder_outside_of_git_and_an_unknown_revision_are_told_in_one_line(
    tmp_path: Path, desk: Path
) -> None:
    with pytest.raises(CopydeskError, match="is in no work tree of git"):
        top(str(tmp_path))
    commit(desk, story=TEN)
    with pytest.raises(
        CopydeskError, match='git knows no revision "mian"; for example: --changed origin/main'
    ):
        changes(str(desk), "mian")
    assert is_revision("main", str(desk))
    assert not is_revision("--help", str(desk))
    git(desk, "init", "--quiet", "--bare", "../bare.git")
    with pytest.raises(CopydeskError, match="is in no work tree of git"):
        top(str(tmp_path / "bare.git"))
