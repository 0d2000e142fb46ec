"""Copydesk from Python."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import lint
from lint import Config, CopydeskError, Finding, Span, check_file, check_text, load_config

HOUSE = Path(__file__).parent / "cli" / "house.yml"


@pytest.fixture
def config(tmp_path: Path) -> Config:
    path = tmp_path / "copydesk.yml"
    path.write_text(f"packs: [{HOUSE}, stet]\nexclude: [archive/]\n")
    return load_config(str(path))


def test_a_text_is_checked(config: Config) -> None:
    report = check_text("🙂 We utilize it.", config=config)
    (finding,) = report.findings
    assert isinstance(finding, Finding)
    assert (finding.rule, finding.path, finding.text) == ("house.utilize", "draft.txt", "utilize")
    assert finding.span == Span(5, 12)
    assert finding.message == "Write “use” instead of “utilize”."
    assert finding.suggestions == ("use",)
    assert report.rules["house.utilize"].why == "The longer word says nothing more."
    assert report.exit_code == 1


def test_the_default_configuration_reads_like_the_command_line() -> None:
    config = Config(languagetool={"mode": "off"})
    report = check_text("The council has choosen a chair. [citation needed]", config=config)
    assert [finding.rule for finding in report.findings] == ["spelling.typo", "leftovers.citation-needed"]
    assert report.findings[0].suggestions[0] == "chosen"


def test_the_format_comes_from_the_path_or_is_said(config: Config) -> None:
    text = "Run `utilize` now.\n"
    assert check_text(text, path="story.md", config=config).findings == ()
    assert check_text(text, format="markdown", config=config).findings == ()
    assert len(check_text(text, path="story.txt", config=config).findings) == 1


@pytest.mark.parametrize("text", ["We utilize it.\r\n", "\ufeffWe utilize it.", "", "\0", "a \ud800 utilize"])
def test_spans_count_the_text_as_given(text: str, config: Config) -> None:
    report = check_text(text, config=config)
    for finding in report.findings:
        assert text[finding.span.start : finding.span.end] == finding.text == "utilize"
    assert len(report.findings) + len(report.failures) == (1 if text else 0)


def test_the_encoding_of_the_configuration_is_that_of_files(tmp_path: Path) -> None:
    config = Config(encoding="latin-1", packs=(str(HOUSE),))
    (tmp_path / "story.md").write_bytes("Café utilize".encode("latin-1"))
    assert [one.span for one in check_file(tmp_path / "story.md", config=config).findings] == [Span(5, 12)]
    assert [one.span for one in check_text("Café utilize", config=config).findings] == [Span(5, 12)]


def test_a_file_and_a_folder_are_checked(tmp_path: Path, config: Config) -> None:
    (tmp_path / "archive").mkdir()
    for name in ("a.md", "b.md", "archive/c.md"):
        (tmp_path / name).write_text("We utilize it.\n")
    assert len(check_file(tmp_path / "a.md", config=config).findings) == 1
    report = check_file(tmp_path, config=config)
    assert [Path(result.path).name for result in report.results] == ["a.md", "b.md"]


def test_a_file_that_cannot_be_read_is_a_failure(tmp_path: Path, config: Config) -> None:
    report = check_file(tmp_path / "missing.md", config=config)
    assert [failure.message for failure in report.failures] == ["does not exist"]
    assert report.exit_code == 2


def test_a_configuration_that_cannot_be_used_raises(tmp_path: Path) -> None:
    path = tmp_path / "copydesk.yml"
    path.write_text("fail_on: error\n")
    with pytest.raises(
        CopydeskError, match=r'copydesk.yml:1: unknown key "fail_on" in .*; did you mean "fail-on"\?'
    ):
        load_config(str(path))
    with pytest.raises(CopydeskError, match='there is no pack "leftover"'):
        check_text("x", config=Config(packs=("leftover",)))


def test_every_public_name_is_there() -> None:
    assert all(getattr(lint, name) is not None for name in lint.__all__)
    assert set(lint.__all__) <= set(dir(lint))
    with pytest.raises(AttributeError, match="has no attribute 'missing'"):
        _ = lint.missing


def test_the_package_and_the_command_line_import_no_engine() -> None:
    code = (
        "import sys, lint, lint.cli; "
        "print([name for name in sys.modules if name.split('.')[0] in "
        "('yaml', 'json', 'regex', 'marisa_trie', 'ahocorasick_rs', 'pyromark', 'multiprocessing') "
        "or name.startswith(('lint.engines', 'lint.documents', 'lint.runner', 'lint.config'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
