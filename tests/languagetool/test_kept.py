"""What LanguageTool said is remembered; whatever happens to the memory, a run goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from lint.languagetool import kept
from lint.languagetool.kept import Kept
from lint.store import Store
from tests.languagetool.conftest import ROOT


class Asked(NamedTuple):
    language: str
    text: str


DRAFT = [Asked("en-US", "The bridge was closed."), Asked("ru-RU", "Мост закрыт.")]
SAID = [((0, 3, "RULE"),), ()]


def test_a_draft_is_remembered_whole(tmp_path: Path) -> None:
    Kept((), tmp_path).remember_whole("own 6.8", DRAFT, SAID)
    assert Kept((), tmp_path).whole("own 6.8", DRAFT) == SAID


def test_a_paragraph_is_remembered_for_other_drafts(tmp_path: Path) -> None:
    Kept((), tmp_path).remember("own 6.8", {("en-US", DRAFT[0].text): SAID[0]}, DRAFT)
    again = Kept((), tmp_path).pieces("own 6.8", [Asked("en-US", "New."), DRAFT[0]])
    assert again == {("en-US", "The bridge was closed."): ((0, 3, "RULE"),)}


def test_another_version_another_language_and_other_accepted_terms_know_nothing_of_it(tmp_path: Path) -> None:
    Kept((), tmp_path).remember("own 6.8", {("en-US", DRAFT[0].text): SAID[0]}, DRAFT)
    assert Kept((), tmp_path).pieces("own 6.9", DRAFT) == {}
    assert Kept((), tmp_path).pieces("own 6.8", [Asked("en-GB", DRAFT[0].text)]) == {}
    assert Kept(("Nigde",), tmp_path).pieces("own 6.8", DRAFT) == {}


def test_the_words_of_a_draft_are_not_kept(tmp_path: Path) -> None:
    memory = Kept((), tmp_path)
    memory.remember("own 6.8", {("en-US", DRAFT[0].text): SAID[0]}, DRAFT)
    memory.remember_whole("own 6.8", DRAFT, SAID)
    assert not any(b"bridge" in path.read_bytes() for path in tmp_path.iterdir())


def test_damaged_files_are_as_good_as_none_and_are_replaced(tmp_path: Path) -> None:
    memory = Kept((), tmp_path)
    memory.remember("own 6.8", {("en-US", DRAFT[0].text): SAID[0]}, DRAFT)
    memory.remember_whole("own 6.8", DRAFT, SAID)
    memory._paragraphs().close()
    for path in tmp_path.iterdir():
        path.write_bytes(b"\x00garbage" * 512)
    fresh = Kept((), tmp_path)
    assert fresh.whole("own 6.8", DRAFT) is None
    assert fresh.pieces("own 6.8", DRAFT) == {}
    fresh.remember("own 6.8", {("en-US", DRAFT[0].text): SAID[0]}, DRAFT)
    assert Kept((), tmp_path).pieces("own 6.8", DRAFT) != {}


def test_a_folder_that_cannot_be_written_only_means_that_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    memory = Kept((), tmp_path / "file")
    memory.remember("own 6.8", {("en-US", DRAFT[0].text): SAID[0]}, DRAFT)
    memory.remember_whole("own 6.8", DRAFT, SAID)
    assert memory.whole("own 6.8", DRAFT) is None
    assert memory.pieces("own 6.8", DRAFT) == {}


def test_a_full_disk_only_means_that_nothing_is_remembered(tmp_path: Path) -> None:
    code = (
        "import resource, signal, sys; from pathlib import Path; from tests.languagetool.test_kept import *;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10));"
        "memory = Kept((), Path(sys.argv[1]));"
        "memory.remember('own', {('en-US', DRAFT[0].text): SAID[0]}, DRAFT);"
        "memory.remember_whole('own', DRAFT, SAID); assert memory.whole('own', DRAFT) is None"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, check=True)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_the_memory_of_drafts_is_bounded(tmp_path: Path, monkeypatch: object) -> None:
    kept.DRAFTS, before = 20, kept.DRAFTS
    try:
        memory = Kept((), tmp_path)
        for number in range(400):
            memory.remember_whole("own", [Asked("en-US", str(number))], [()])
    finally:
        kept.DRAFTS = before
    assert len(os.listdir(tmp_path)) < 100


def test_the_memory_of_paragraphs_is_bounded(tmp_path: Path) -> None:
    store = Store(tmp_path / "p.sqlite", limit=200_000)
    for number in range(100):
        store.remember({number.to_bytes(16, "big"): "x" * 10_000})
    store.close()
    assert (tmp_path / "p.sqlite").stat().st_size < 400_000
