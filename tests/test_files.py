"""From names on the command line to drafts: folders, globs, excludes, and what cannot be read."""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path

import pytest

from lint.errors import DraftError
from lint.files import collect, read
from lint.gather import SUFFIXES, gather
from lint.model import Config


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("The council met on Tuesday.\n")


def found(*paths: str, config: Config | None = None) -> list[str]:
    inputs = gather(paths, config or Config())
    assert inputs.failures == ()
    return [draft.path for draft in inputs.drafts]


def failures(*paths: str, config: Config | None = None) -> list[str]:
    return [f"{one.path}: {one.message}" for one in gather(paths, config or Config()).failures]


def test_a_folder_is_walked_for_drafts_in_order() -> None:
    make("b.md", "a.txt", "notes/c.MD", "notes/deep/d.markdown", "script.py", "picture.png")
    assert found(".") == ["a.txt", "b.md", "notes/c.MD", "notes/deep/d.markdown"]
    assert found("notes") == ["notes/c.MD", "notes/deep/d.markdown"]


def test_hidden_and_foreign_folders_are_left_out_of_a_walk() -> None:
    make(".git/a.md", ".venv/b.md", "node_modules/c.md", ".hidden.md", "d.md")
    assert found(".") == ["d.md"]
    assert found(".hidden.md", ".venv") == [".hidden.md", ".venv/b.md"]


def test_a_named_file_is_taken_whatever_its_suffix() -> None:
    make("NOTES", "story.draft")
    assert found("NOTES", "story.draft") == ["NOTES", "story.draft"]


def test_a_draft_named_twice_is_one_draft() -> None:
    make("a.md")
    assert found("a.md", "./a.md", ".", str(Path("a.md").absolute())) == ["a.md"]


def test_a_glob_that_the_shell_left_alone() -> None:
    make("x/a.md", "x/y/b.md", "x/y/c.txt")
    assert found("x/**/*.md") == ["x/a.md", "x/y/b.md"]
    assert failures("*.nothing") == ["*.nothing: matches no file"]


def test_a_file_whose_name_looks_like_a_glob() -> None:
    make("story[1].md")
    assert found("story[1].md") == ["story[1].md"]


def test_excludes_hold_for_files_that_are_named_too() -> None:
    make("a.md", "archive/b.md", "archive/deep/c.md", "d.generated.md")
    config = Config(exclude=("archive/", "*.generated.md"))
    assert found(".", config=config) == ["a.md"]
    assert found("archive/b.md", "d.generated.md", "archive/deep", config=config) == []


def test_no_path_is_this_folder() -> None:
    make("a.md")
    assert found() == ["a.md"]


def test_standard_input_has_the_name_it_is_given() -> None:
    def piped() -> bytes:
        return b"The council met."

    (draft,) = gather(["-"], Config(), stdin=piped, stdin_name="notes/story.md").drafts
    assert (draft.path, draft.data) == ("notes/story.md", b"The council met.")
    (draft,) = gather([], Config(), stdin=piped, stdin_name="story.md").drafts
    assert draft.path == "story.md"
    assert gather(["-"], Config(exclude=("notes/",)), stdin=piped, stdin_name="notes/story.md").drafts == ()


def test_links_in_a_circle_are_walked_once_and_a_draft_has_its_real_name() -> None:
    make("notes/a.md", "notes/deep/b.md")
    os.symlink("..", "notes/deep/up")
    os.symlink("notes", "again")
    assert found(".") == ["notes/a.md", "notes/deep/b.md"]


def test_a_link_to_a_folder_elsewhere_is_followed(tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "a.md").write_text("The council met.\n")
    os.symlink(elsewhere, "linked")
    assert found(".") == ["linked/a.md"]


def test_what_cannot_be_read_is_told_one_by_one_and_the_rest_is_found() -> None:
    make("good.md")
    os.symlink("nowhere.md", "dead.md")
    os.symlink("self.md", "self.md")
    os.mkfifo("pipe.md")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.md")
        inputs = gather(["."], Config())
    assert [draft.path for draft in inputs.drafts] == ["good.md"]
    assert [f"{one.path}: {one.message}" for one in inputs.failures] == [
        "dead.md: is a link that leads nowhere",
        "pipe.md: is a pipe; to check what it holds: copydesk check - < PIPE",
        "self.md: is a link that leads back to itself",
        "socket.md: is a socket; only files and folders can be checked",
    ]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("missing.md", "missing.md: does not exist"),
        (
            "https://example.com/story",
            "https:/example.com/story: is a web address, and only files are read; "
            "save the page and name the file",
        ),
        ("/dev/zero", "/dev/zero: is a device; only files and folders can be checked"),
        ("a\0b.md", "a\0b.md: is no path"),
        ("x" * 5000, f"{'x' * 5000}: cannot be read: File name too long"),
    ],
    ids=["missing", "address", "device", "nul", "long"],
)
def test_a_name_that_stands_for_no_draft(path: str, said: str) -> None:
    assert failures(path) == [said]


def test_reading_never_waits_for_a_pipe() -> None:
    os.mkfifo("pipe.md")
    with pytest.raises(DraftError, match=r"pipe.md: is a pipe"):
        read("pipe.md")


def test_a_file_that_cannot_be_read_says_why() -> None:
    with pytest.raises(DraftError, match=r"is a folder"):
        read(".")
    with pytest.raises(DraftError, match=r"vanished.md: does not exist"):
        read("vanished.md")
    # The one file that even root may open and may not read.
    with pytest.raises(DraftError, match=r"cannot be read: Input/output error"):
        read("/proc/self/mem")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission() -> None:
    make("secret.md", "closed/a.md")
    Path("secret.md").chmod(0)
    Path("closed").chmod(0)
    with pytest.raises(DraftError, match=r"may not be read \(no permission\)"):
        read("secret.md")
    assert failures(".") == ["closed: may not be read (no permission)"]


def test_names_that_are_no_text_are_kept() -> None:
    name = os.fsdecode(b"caf\xe9.md")
    make(name)
    assert found(".") == [name]
    assert read(name) == b"The council met on Tuesday.\n"


def test_every_suffix_that_is_searched_for_can_be_read() -> None:
    from lint.config.keys import FORMATS
    from lint.documents import PARSERS, format_of

    assert SUFFIXES.keys() == set(FORMATS) == PARSERS.keys()
    for name, suffixes in SUFFIXES.items():
        assert {format_of(f"story{suffix}") for suffix in suffixes} == {name}


def test_a_walk_counts_what_it_knows_and_passes_over() -> None:
    make("a.md", "b.html", "c/d.htm", "c/e.html", "f.rst", "g.py", "h.pdf", "node_modules/i.html")
    assert gather([], Config()).notices == (
        "Not read in the folders searched: 2 .html, 1 .htm (name them, or add html to `formats`);"
        " 1 .pdf, 1 .rst (cannot be read yet).",
    )
    assert found(".") == ["a.md"]
    assert gather(["c", "c/d.htm"], Config()).notices == (
        "Not read in the folders searched: 1 .html (name them, or add html to `formats`).",
    )
    assert gather(["a.md"], Config()).notices == ()


def test_what_is_excluded_or_chosen_away_is_not_counted() -> None:
    make("a.md", "b.html", "old/c.rst")
    assert gather([], Config(exclude=("*.html", "old/"))).notices == ()
    assert gather([], Config(exclude=("old/",), formats=("markdown",))).notices == ()


def test_what_git_ignores_is_not_counted() -> None:
    make("a.md", "_build/b.html", "c.html", "sub/d.html")
    subprocess.run(["git", "init", "-q"], check=True)
    Path(".gitignore").write_text("_build/\nsub/*.html\n")
    (notice,) = gather([], Config()).notices
    assert "1 .html (" in notice


def test_formats_say_what_a_folder_is_searched_for() -> None:
    make("a.md", "b.html", "c.txt", "d.xhtml")
    assert found(".", config=Config(formats=("html",))) == ["b.html", "d.xhtml"]
    assert found("c.txt", ".", config=Config(formats=("markdown", "html"))) == [
        "a.md",
        "b.html",
        "c.txt",
        "d.xhtml",
    ]


def test_collect_takes_the_suffixes_it_is_given() -> None:
    make("a.md", "b.adoc")
    assert [draft.path for draft in collect(["."], {".adoc"}).drafts] == ["b.adoc"]
