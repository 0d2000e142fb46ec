"""`copydesk fix --interactive`, typed at through a pseudo-terminal."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import Typist, at_terminal

pytestmark = pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="needs a pseudo-terminal")

PACK = """\
pack: house
title: House style of the session tests
rules:
  - id: utilize
    replace: {utilize: [use, employ], utilise: use}
    message: Write “{replacement}” instead of “{match}”.
    why: The longer word says nothing more.
    examples: [{bad: We utilize it., good: We use it.}]
  - id: very
    find: [very]
    message: “{match}” adds little.
    why: Plain words are stronger.
    examples: [{bad: It was very late., good: It was late.}]
"""

Start = Callable[..., AbstractContextManager[Typist]]


@pytest.fixture
def start(desk: Path, cache: Path) -> Start:
    (desk / "house.yml").write_text(PACK)
    (desk / "copydesk.yml").write_text("packs: [./house.yml, stet]\naccept-files: [terms.txt]\n")
    (desk / "terms.txt").write_text("")
    return lambda *paths: at_terminal(desk, cache, "fix", "--interactive", *paths)


def draft(desk: Path, text: str, name: str = "story.md") -> Path:
    path = desk / name
    path.write_bytes(text.encode())
    return path


def test_the_first_suggestion_another_and_ones_own_words(desk: Path, start: Start) -> None:
    path = draft(desk, "We utilize one.\r\n\r\nWe utilize two.\r\n\r\nWe utilize three.\r\n")
    with start("story.md") as typist:
        shown = typist.sees("q quit")
        assert "[1 of 3]\nstory.md:1:4  warning  house.utilize\n  We utilize one.\n" in shown
        assert "  1  use\n  2  employ\n" in shown
        typist.types("a")
        typist.sees("[2 of 3]")
        typist.sees("q quit")
        typist.types("2")
        typist.sees("[3 of 3]")
        typist.sees("q quit")
        typist.types("e")
        typist.sees("Write instead: ")
        typist.types("\x15apply – now\r")
        typist.sees("That was all: 3 changes.")
        typist.types("\r")
        typist.sees("story.md: 3 changes written")
        assert typist.ends() == 0
    assert path.read_bytes() == "We use one.\r\n\r\nWe employ two.\r\n\r\nWe apply – now three.\r\n".encode()


def test_what_was_decided_shows_in_what_is_asked_next(desk: Path, start: Start) -> None:
    draft(desk, "We utilize it and they utilise it.\n")
    with start("story.md") as typist:
        typist.sees("q quit")
        typist.types("2")
        typist.sees("story.md:1:23")
        assert "We employ it and they utilise it." in typist.sees("q quit")
        typist.types("q")
        typist.ends()


def test_stet_writes_the_comment_and_the_same_rule_is_not_asked_again_there(
    desk: Path, start: Start, copydesk: Run
) -> None:
    path = draft(desk, "One.\n\nWe utilize it and they utilize it.\n\nVery late.\n")
    with start("story.md") as typist:
        typist.sees("q quit")
        typist.types("s")
        typist.sees("because: ")
        typist.types("until=2999-12-31 a quoted statute\r")
        assert "house.very" in typist.sees("q quit")
        typist.types("s")
        typist.sees("because: ")
        typist.types("\r")
        typist.sees("Without a reason nothing was done.")
        typist.sees("q quit")
        typist.types("n")
        typist.sees("1 change.")
        typist.types("\r")
        assert typist.ends() == 1
    assert path.read_text() == (
        "One.\n\n<!-- stet house.utilize until=2999-12-31: a quoted statute -->\n"
        "We utilize it and they utilize it.\n\nVery late.\n"
    )
    listed = copydesk("stet", "list").stdout
    assert listed.startswith("story.md:3  stet house.utilize  used  until 2999-12-31  a quoted statute\n")


def test_an_accepted_term_goes_to_the_list_and_is_not_asked_about_again(desk: Path, start: Start) -> None:
    path = draft(desk, "We utilize it.\n\nThey utilize it. We utilise it.\n")
    draft(desk, "We utilize it.\n", "zweite.md")
    with start("story.md", "zweite.md") as typist:
        typist.sees("q quit")
        typist.types("t")
        typist.sees("Accept: utilize")
        typist.types("\r")
        typist.sees("Because")
        typist.types("a term of art\r")
        assert "utilise" in typist.sees("q quit")
        typist.types("n")
        assert typist.ends() == 1
    assert (desk / "terms.txt").read_text() == "utilize  # a term of art\n"
    assert path.read_text() == "We utilize it.\n\nThey utilize it. We utilise it.\n"


def test_undo_goes_back_step_by_step_even_behind_what_a_change_brought_up(desk: Path, start: Start) -> None:
    path = draft(desk, "We utilize it.\n\nIt is very late.\n")
    with start("story.md") as typist:
        typist.sees("q quit")
        typist.types("u")
        typist.sees("There is nothing to take back in this draft.")
        typist.sees("q quit")
        typist.types("a")
        assert "house.very" in typist.sees("q quit")
        typist.types("n")
        typist.sees("1 change.")
        typist.types("u")
        assert "house.very" in typist.sees("q quit")
        typist.types("u")
        assert "house.utilize" in typist.sees("q quit")
        typist.types("nn")
        assert typist.ends() == 1
    assert path.read_text() == "We utilize it.\n\nIt is very late.\n"


def test_a_rule_is_passed_over_in_all_drafts(desk: Path, start: Start) -> None:
    draft(desk, "Very. We utilize it. Very.\n")
    draft(desk, "Very much utilised, very; utilise.\n", "zweite.md")
    with start("story.md", "zweite.md") as typist:
        assert "house.very" in typist.sees("q quit")
        typist.types("r")
        assert "house.utilize" in typist.sees("q quit")
        typist.types("n")
        shown = typist.sees("q quit")
        assert "zweite.md:1:27  warning  house.utilize" in shown
        typist.types("n")
        assert typist.ends() == 1


def test_quit_keeps_what_was_done_and_ctrl_c_leaves_the_draft_as_it_was(desk: Path, start: Start) -> None:
    path = draft(desk, "We utilize it.\n\nWe utilize it.\n")
    with start("story.md") as typist:
        typist.sees("q quit")
        typist.types("?")
        typist.sees("let it stand, with a reason")
        typist.types("\x1b[A")
        typist.types("a")
        typist.sees("[2 of 2]")
        typist.sees("q quit")
        typist.types("\x03")
        typist.sees("story.md: left as it was")
        assert typist.ends() == 130
    assert path.read_text() == "We utilize it.\n\nWe utilize it.\n"
    with start("story.md") as typist:
        typist.sees("q quit")
        typist.types("aq")
        typist.sees("story.md: 1 change written")
        assert typist.ends() == 1
    assert path.read_text() == "We use it.\n\nWe utilize it.\n"


def test_a_file_that_changed_during_the_session_is_not_written(desk: Path, start: Start) -> None:
    path = draft(desk, "We utilize it.\n\nWe utilize it.\n")
    with start("story.md") as typist:
        typist.sees("q quit")
        path.write_text("Somebody else was here.\n")
        typist.types("aq")
        typist.sees("was changed while it was being read; nothing was written")
        assert typist.ends() == 2
    assert path.read_text() == "Somebody else was here.\n"


def test_without_a_terminal_it_says_so(copydesk: Run) -> None:
    done = copydesk("fix", "--interactive", "story.md")
    assert done.returncode == 2
    assert done.stderr == (
        "copydesk: --interactive needs a terminal; use copydesk fix --diff, or copydesk fix\n"
    )
