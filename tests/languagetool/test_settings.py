"""Where a server stays after a run, and where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.commands.options import load
from lint.languagetool.settings import Settings, read_settings


def test_where_nothing_is_said_a_server_is_kept_and_answers_are_remembered() -> None:
    assert read_settings({}) == Settings(mode="auto", daemon=True, remember=True)


@pytest.mark.parametrize(
    ("ci", "said", "no_daemon", "stays"),
    [
        ("", "", False, True),
        ("", "languagetool: {daemon: false}", False, False),
        ("", "languagetool: {daemon: true}", True, False),
        ("true", "", False, False),
        ("1", "languagetool: {mode: on}", False, False),
        ("true", "languagetool: {daemon: true}", False, True),
        ("true", "languagetool: {daemon: true}", True, False),
        ("false", "", False, True),
    ],
)
def test_a_server_stays_unless_it_is_not_to_or_nothing_comes_after(
    ci: str, said: str, no_daemon: bool, stays: bool, tmp_path: Path
) -> None:
    path = tmp_path / "copydesk.yml"
    path.write_text(said + "\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CI", ci)
        config = load(None, config=str(path), no_daemon=no_daemon)
    settings = read_settings(config.languagetool)
    assert (settings.daemon, settings.remember) == (stays, False)
