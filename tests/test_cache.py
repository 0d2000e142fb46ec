"""What is kept between runs comes back whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lint import cache

VALUE = {"keys": (b" use ", 3), "text": "Größe", "none": None}


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COPYDESK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_value_comes_back_under_its_own_key_only() -> None:
    cache.write("plans", b"key", VALUE)
    assert cache.read("plans", b"key") == VALUE
    assert cache.read("plans", b"other") is None
    assert cache.read("packs", b"key") is None


@pytest.mark.parametrize("damage", [b"", b"x" * 40, None])
def test_a_damaged_file_is_as_good_as_none(own_folder: Path, damage: bytes | None) -> None:
    cache.write("plans", b"key", VALUE)
    (path,) = files(own_folder)
    path.write_bytes(path.read_bytes()[:-1] if damage is None else damage)
    assert cache.read("plans", b"key") is None


def test_a_folder_that_cannot_be_written_is_no_error(own_folder: Path) -> None:
    own_folder.write_text("a file where the folder should be")
    cache.write("plans", b"key", VALUE)
    assert cache.read("plans", b"key") is None


def test_the_oldest_files_go(own_folder: Path) -> None:
    for number in range(cache.KEPT + 5):
        cache.write("plans", str(number).encode(), number)
        for path in files(own_folder):
            os.utime(path, (number, number)) if path.stat().st_mtime > 10**6 else None
    assert len(files(own_folder)) == cache.KEPT
    assert cache.read("plans", b"0") is None
    assert cache.read("plans", str(cache.KEPT + 4).encode()) == cache.KEPT + 4
