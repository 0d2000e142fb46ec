"""`copydesk check draft.docx --annotate copy.docx`, from the command line."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest

from tests.cli.conftest import Run
from tests.word import docx, p

DRAFT = docx(p("Rain", style="berschrift1") + p("We utilize what fell."))
CLEAN = docx(p("We use what fell."))


def comments(path: Path) -> list[str]:
    return [
        comment.paragraphs[0].text for comment in python_docx.Document(BytesIO(path.read_bytes())).comments
    ]


def test_a_word_draft_is_checked_and_annotated(desk: Path, copydesk: Run) -> None:
    (desk / "draft.docx").write_bytes(DRAFT)
    done = copydesk("check", "draft.docx", "--annotate", "out.docx")
    assert done.returncode == 1
    assert done.stdout == (
        "draft.docx:3:4  warning  house.utilize\n"
        "  We utilize what fell.\n"
        "     ^^^^^^^\n"
        "  Write “use” instead of “utilize”.\n"
        "  → use\n"
        "\n"
        "1 finding: 1 warning in 1 file.\n"
    )
    assert done.stderr == "out.docx: 1 comment.\n"
    assert comments(desk / "out.docx") == ["Write “use” instead of “utilize”."]
    assert (desk / "draft.docx").read_bytes() == DRAFT


def test_a_clean_draft_is_copied_as_it_is(desk: Path, copydesk: Run) -> None:
    (desk / "draft.docx").write_bytes(CLEAN)
    done = copydesk("check", "draft.docx", "--annotate", "out.docx", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    assert (desk / "out.docx").read_bytes() == CLEAN


def test_a_folder_of_word_drafts_is_annotated_into_a_folder(desk: Path, copydesk: Run) -> None:
    (desk / "in").mkdir()
    (desk / "out").mkdir()
    for name in ("a.docx", "b.docx", "~$a.docx"):
        (desk / "in" / name).write_bytes(DRAFT)
    done = copydesk("check", "in", "--annotate", "out", "--format", "json=report.json")
    assert done.returncode == 1
    assert sorted(path.name for path in (desk / "out").iterdir()) == ["a.docx", "b.docx"]
    assert (desk / "report.json").exists()


def test_a_word_draft_comes_by_standard_input_too(desk: Path, copydesk: Run) -> None:
    done = copydesk("check", "-", "--read-as", "word", "--annotate", "out.docx", stdin=DRAFT)
    assert done.returncode == 1
    assert len(comments(desk / "out.docx")) == 1


def test_a_draft_that_cannot_be_read_leaves_no_copy(desk: Path, copydesk: Run) -> None:
    (desk / "draft.docx").write_bytes(DRAFT[:-30])
    done = copydesk("check", "draft.docx", "--annotate", "out.docx")
    assert done.returncode == 2
    assert "draft.docx: is no Word file, or a broken one: File is not a zip file; open it in" in done.stdout
    assert not (desk / "out.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("draft.docx", "--annotate", "draft.docx"),
            "draft.docx: is a draft that is being checked; the report",
        ),
        (("draft.docx", "--annotate", "none/out.docx"), 'none/out.docx: the folder "none" does not exist'),
        (
            ("draft.docx", "--annotate", "out.doc"),
            "out.doc: is no name for a Word file; for example out.docx",
        ),
        (("note.txt", "--annotate", "out.docx"), "copydesk: there is no Word draft to annotate"),
        (
            ("draft.docx", "more.docx", "--annotate", "out.docx"),
            "out.docx: 2 Word drafts cannot be written to",
        ),
        (("draft.docx", "in/draft.docx", "--annotate", "out"), "draft.docx: two drafts of this name cannot"),
        (("draft.docm",), "Word documents with macros (.docm) cannot be read yet; save it as .docx"),
        (("draft.doc",), "documents of Word 97 (.doc) cannot be read yet; save it as .docx"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: tuple[str, ...], said: str, desk: Path, copydesk: Run
) -> None:
    (desk / "in").mkdir()
    (desk / "out").mkdir()
    for name in ("draft.docx", "more.docx", "in/draft.docx", "draft.docm", "draft.doc"):
        (desk / name).write_bytes(DRAFT)
    (desk / "note.txt").write_text("Rain.\n")
    done = copydesk("check", *arguments)
    assert done.returncode == 2
    assert said in done.stderr + done.stdout
    assert not (desk / "out.docx").exists()


def test_the_page_shows_a_word_draft(desk: Path, copydesk: Run) -> None:
    (desk / "draft.docx").write_bytes(DRAFT)
    copydesk("check", "draft.docx", "--format", "html", "--output", "report.html")
    page = (desk / "report.html").read_text()
    assert "utilize</mark>" in page and "heading" in page and "&lt;!-- stet" not in page
