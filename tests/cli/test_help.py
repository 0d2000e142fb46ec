"""The help and what is said of arguments that cannot be meant."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    "group", [(), ("baseline",), ("rules",), ("terms",), ("cache",), ("languagetool",), ("stet",)]
)
def test_no_line_of_a_list_of_commands_is_cut_short(group: tuple[str, ...], copydesk: Run) -> None:
    done = copydesk(*group, "--help")
    assert done.returncode == 0
    assert "..." not in done.stdout.replace("]...", "").partition("Commands:")[2]


def test_an_empty_word_is_not_taken_for_one_that_is_there(copydesk: Run) -> None:
    done = copydesk("terms", "add", "Nigde", " ")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("copydesk: there is nothing in one of the words")
