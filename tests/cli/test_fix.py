"""`copydesk fix` on real files: what is written, byte for byte, and what never is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lint.commands.fixing.drafts import Original, original, write_back
from lint.errors import CopydeskError, DraftError
from lint.files import Input
from lint.model import Config
from tests.cli.conftest import Run

PACK = """\
pack: rash
title: A pack that calls everything safe
rules:
  - id: utilize
    replace: {utilize: use, in order to: to}
    message: Write “{replacement}” instead of “{match}”.
    fix: safe
    why: The longer word says nothing more.
    examples: [{bad: We utilize it., good: We use it.}]
  - id: rash
    replace: {Paris: London, "1,000": "1,001", "utilize.example": use.example}
    case: match
    scope: [prose, quotation]
    message: Write “{replacement}” instead of “{match}”.
    fix: safe
    why: To see what is left alone.
    examples: [{bad: To Paris., good: To London.}]
"""


@pytest.fixture
def rash(desk: Path) -> Path:
    (desk / "rash.yml").write_text(PACK)
    (desk / "copydesk.yml").write_text("packs: [./rash.yml]\n")
    return desk


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"We utilize it.\n", b"We use it.\n"),
        (b"\xef\xbb\xbfWe utilize it.\r\n\r\nNo end", b"\xef\xbb\xbfWe use it.\r\n\r\nNo end"),
        (b"Mixed\r\n\nutilize\r", b"Mixed\r\n\nuse\r"),
        ("\ufeffWe utilize Łódź.\r\n".encode("utf-16-le"), "\ufeffWe use Łódź.\r\n".encode("utf-16-le")),
        ("\ufeffWe utilize Łódź.\n".encode("utf-16-be"), "\ufeffWe use Łódź.\n".encode("utf-16-be")),
    ],
)
def test_every_other_byte_stays(rash: Path, copydesk: Run, before: bytes, after: bytes) -> None:
    draft = rash / "story.md"
    draft.write_bytes(before)
    assert copydesk("fix", "story.md").returncode == 0
    assert draft.read_bytes() == after
    assert sorted(path.name for path in rash.iterdir() if path.name.startswith(".")) == []


def test_a_declared_encoding_is_kept(rash: Path, copydesk: Run) -> None:
    draft = rash / "story.txt"
    draft.write_bytes("We utilize a café – “now”.\n".encode("cp1252"))
    assert copydesk("fix", "--encoding", "cp1252", "story.txt").returncode == 0
    assert draft.read_bytes() == "We use a café – “now”.\n".encode("cp1252")


def test_a_character_that_the_encoding_cannot_hold_leaves_the_file_alone(rash: Path, copydesk: Run) -> None:
    (rash / "rash.yml").write_text(PACK.replace("utilize: use", "utilize: utilisé ✓"))
    draft = rash / "story.txt"
    draft.write_bytes("We utilize a café.\n".encode("cp1252"))
    done = copydesk("fix", "--encoding", "cp1252", "story.txt")
    assert done.returncode == 2
    assert "story.txt: cannot be written: cp1252 has no “✓” (U+2713); save the draft as UTF-8" in done.stderr
    assert draft.read_bytes() == "We utilize a café.\n".encode("cp1252")


def test_mode_and_link_stay(rash: Path, copydesk: Run) -> None:
    draft, link = rash / "real.md", rash / "story.md"
    draft.write_text("We utilize it.\n")
    draft.chmod(0o640)
    link.symlink_to("real.md")
    assert copydesk("fix", "story.md").returncode == 0
    assert (draft.read_text(), draft.stat().st_mode & 0o777) == ("We use it.\n", 0o640)
    assert link.is_symlink() and os.readlink(link) == "real.md"


def test_a_file_that_changed_since_it_was_read_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_bytes(b"We utilize it.\n")
    draft = original(Input(str(path)), Config())
    path.write_bytes(b"Somebody else was here.\n")
    with pytest.raises(CopydeskError, match="was changed while it was being read; nothing was written"):
        write_back(draft, b"We use it.\n")
    assert path.read_bytes() == b"Somebody else was here.\n"


def test_a_file_that_is_no_text_is_not_written() -> None:
    from lint.commands.fixing.drafts import rewritten

    word = Original("story.docx", b"PK\x03\x04\x00", "utf-8")
    with pytest.raises(DraftError, match="is no text file"):
        rewritten(word, "We utilize it.", "We use it.")


def test_a_pack_that_calls_everything_safe_changes_no_name_number_quotation_or_address(
    rash: Path, copydesk: Run
) -> None:
    text = "In Paris 1,000 people said “we utilize it” at https://utilize.example/.\n\nWe utilize it.\n"
    (rash / "story.md").write_text(text)
    assert copydesk("fix", "story.md").returncode == 1
    assert (rash / "story.md").read_text() == text.replace("We utilize it", "We use it")


def test_the_diff_shows_what_would_change_and_writes_nothing(rash: Path, copydesk: Run) -> None:
    (rash / "story.md").write_text("We met in order to talk.\n\nIt works.\n")
    done = copydesk("fix", "--diff", "story.md")
    assert done.returncode == 1
    assert done.stdout == (
        "--- story.md\n+++ story.md\n@@ -1,3 +1,3 @@\n"
        "-We met in order to talk.\n+We met to talk.\n \n It works.\n"
    )
    assert (rash / "story.md").read_text() == "We met in order to talk.\n\nIt works.\n"
    (rash / "story.md").write_text("It works in Paris.\n")
    clean = copydesk("fix", "--diff", "story.md")
    assert (clean.returncode, clean.stdout) == (0, "")


def test_what_a_folder_holds_and_is_not_read_is_told(rash: Path, copydesk: Run) -> None:
    (rash / "pages").mkdir()
    (rash / "pages" / "page.html").write_text("<p>We utilize it.</p>\n")
    done = copydesk("fix", "--diff", "pages")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Note: Not read in the folders searched: 1 .html" in done.stderr
    assert copydesk("fix", "--diff", "--quiet", "pages").stderr == ""


def test_what_is_piped_in_comes_out_mended_or_as_it_was(rash: Path, copydesk: Run) -> None:
    done = copydesk("fix", "-", stdin=b"We utilize it.\r\n")
    assert (done.returncode, done.stdout) == (0, "We use it.\r\n")
    assert done.stderr == "-: 1 slip mended\nNo findings in 1 file.\n"
    done = copydesk("fix", "-", stdin=b"To Paris.")
    assert (done.returncode, done.stdout) == (1, "To Paris.")


def test_fixes_that_undo_one_another_leave_the_draft_alone(rash: Path, copydesk: Run) -> None:
    (rash / "rash.yml").write_text(PACK.replace("in order to: to", "use: utilize"))
    (rash / "story.md").write_text("We utilize it.\n")
    done = copydesk("fix", "story.md")
    assert done.returncode == 2
    assert "story.md: its safe fixes undo one another; nothing was written" in done.stderr
    assert (rash / "story.md").read_text() == "We utilize it.\n"


def test_one_draft_that_cannot_be_read_does_not_keep_the_others_from_being_mended(
    rash: Path, copydesk: Run
) -> None:
    (rash / "bad.md").write_bytes(b"caf\xe9")
    (rash / "story.md").write_text("We utilize it.\n")
    done = copydesk("fix", ".")
    assert done.returncode == 2
    assert "bad.md: is not UTF-8" in done.stderr
    assert (rash / "story.md").read_text() == "We use it.\n"
    assert (rash / "bad.md").read_bytes() == b"caf\xe9"


def test_a_word_draft_is_read_and_left_as_it_is(rash: Path, copydesk: Run) -> None:
    from tests.word import docx, p

    path = rash / "story.docx"
    path.write_bytes(docx(p("We utilize it.")))
    before = path.read_bytes()
    done = copydesk("fix", "story.docx")
    assert done.returncode == 2
    assert "story.docx: is no text file: fix reads it and does not write it" in done.stderr
    assert path.read_bytes() == before


def test_a_folder_with_a_word_draft_is_mended_and_says_what_it_left(rash: Path, copydesk: Run) -> None:
    from tests.word import docx, p

    (rash / "story.docx").write_bytes(docx(p("We utilize it.")))
    (rash / "story.md").write_text("We utilize it.\n")
    done = copydesk("fix", ".")
    assert done.returncode == 0, done.stderr
    assert "Note: 1 Word draft is read and not written" in done.stderr
    assert (rash / "story.md").read_text() == "We use it.\n"


def test_what_the_baseline_lists_is_left_alone(rash: Path, copydesk: Run) -> None:
    (rash / "story.md").write_text("We utilize it.\n")
    assert copydesk("baseline", "write").returncode == 0
    (rash / "story.md").write_text("We utilize it.\n\nThey utilize more.\n")
    assert copydesk("fix", "story.md").returncode == 0
    assert (rash / "story.md").read_text() == "We utilize it.\n\nThey use more.\n"
    assert copydesk("fix", "--no-baseline", "story.md").returncode == 0
    assert (rash / "story.md").read_text() == "We use it.\n\nThey use more.\n"
