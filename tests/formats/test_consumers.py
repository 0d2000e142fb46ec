"""Each format, read by the programs that people feed with it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from lint.reporters import render
from tests.formats.conftest import Issue, Read, run
from tests.formats.report import report

PAGE = Path(__file__).parents[2] / "docs" / "ci.md"
CITY = "site/drafts/la città.md"


def written(format: str, folder: Path, name: str) -> Path:
    """The report as a file."""
    path = folder / name
    text = render(report(), format, folder="/desk/site", root="/desk")
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_sarif_is_what_its_schema_says(node_modules: Path, tmp_path: Path) -> None:
    published = node_modules / "@microsoft" / "sarif-multitool-linux" / "sarif-2.1.0.json"
    schema = json.loads(published.read_text(encoding="utf-8"))
    log = json.loads(written("sarif", tmp_path, "report.sarif").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(log)


def test_sarif_passes_the_multitool(node_modules: Path, tmp_path: Path) -> None:
    tool = node_modules / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
    log = written("sarif", tmp_path, "report.sarif")
    verdict = tmp_path / "verdict.sarif"
    done = run(tool, "validate", log, "--rule-kind", "Sarif;Ghas", "--output", verdict)
    (told,) = json.loads(verdict.read_text(encoding="utf-8"))["runs"]
    assert told["invocations"][0]["executionSuccessful"], done.stdout
    # The one thing missing is `informationUri`, a page of the program; the others need the files at hand.
    assert {one["ruleId"] for one in told.get("results", ())} <= {"SARIF2005"}, done.stdout


def test_jenkins_reads_sarif(jenkins: Read, tmp_path: Path) -> None:
    found = jenkins("sarif", written("sarif", tmp_path, "x").read_text(encoding="utf-8"))
    assert [issue[:5] for issue in found] == [
        (CITY, 2, 0, "HIGH", "desk.names"),
        (CITY, 1, 0, "NORMAL", "desk.word"),
        ("site/farm.txt", 1, 0, "LOW", "desk.twice"),
        ("site/farm.txt", 1, 0, "NORMAL", "desk.word"),
    ]


def test_reviewdogs_format_is_what_its_validator_takes(node_modules: Path, tmp_path: Path) -> None:
    path = written("rdjson", tmp_path, "report.rdjson")
    validator = node_modules / ".bin" / "rdformat-validator"
    done = run(validator, "--strict", "--no-extra-fields", "--format", "json", path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_validator_of_reviewdogs_format_refuses_what_is_wrong(node_modules: Path, tmp_path: Path) -> None:
    path = written("rdjson", tmp_path, "report.rdjson")
    path.write_text(path.read_text(encoding="utf-8").replace('"WARNING"', '"PERHAPS"'), encoding="utf-8")
    assert run(node_modules / ".bin" / "rdformat-validator", "--strict", path).returncode != 0


def test_jenkins_reads_checkstyle(jenkins: Read, tmp_path: Path) -> None:
    found = jenkins("checkstyle", written("checkstyle", tmp_path, "x").read_text(encoding="utf-8"))
    assert found == [
        Issue(CITY, 1, 29, "NORMAL", "word", "Write “receive” instead of “recieve”."),
        Issue(CITY, 2, 24, "ERROR", "names", "“ISIS: 100%, [so](1) it's said” is “Isis” elsewhere."),
        Issue("site/farm.txt", 1, 21, "LOW", "twice", "“was” stands twice."),
        Issue("site/farm.txt", 1, 29, "NORMAL", "word", "Is it closed?"),
        Issue("site/drafts/photo.md", 1, 0, "ERROR", "not-checked", "is not UTF-8; save it as UTF-8"),
        Issue("copydesk", 1, 0, "ERROR", "not-checked", "Java ended, rc=1"),
    ]


def test_junit_is_what_its_schema_says(junit_schema: Path, tmp_path: Path) -> None:
    schema = etree.XMLSchema(etree.parse(junit_schema))
    schema.assertValid(etree.parse(written("junit", tmp_path, "junit.xml")))


def test_jenkins_reads_junit(jenkins: Read, tmp_path: Path) -> None:
    found = jenkins("junit", written("junit", tmp_path, "x").read_text(encoding="utf-8"))
    assert {(issue.file, issue.line) for issue in found} == {
        (CITY, 1),
        (CITY, 2),
        ("site/farm.txt", 1),
        ("-", 0),
    }
    assert len(found) == 5  # three that fail, two that could not be checked; the suggestion is skipped


def test_jenkins_reads_gitlabs_report(jenkins: Read, tmp_path: Path) -> None:
    found = jenkins("gitlab", written("gitlab", tmp_path, "x").read_text(encoding="utf-8"))
    assert sorted(issue[:2] + issue[3:5] for issue in found) == [
        ("copydesk", 1, "HIGH", "not-checked"),
        ("site/drafts/la città.md", 1, "NORMAL", "desk.word"),
        ("site/drafts/la città.md", 2, "HIGH", "desk.names"),
        ("site/drafts/photo.md", 1, "HIGH", "not-checked"),
        ("site/farm.txt", 1, "LOW", "desk.twice"),
        ("site/farm.txt", 1, "NORMAL", "desk.word"),
    ]


@pytest.mark.parametrize("key", ["description", "fingerprint", "severity", "location"])
def test_gitlab_finds_what_it_requires(key: str) -> None:
    """What `app/validators/json_schemas/codeclimate.json` of GitLab asks of every issue."""
    issues = json.loads(render(report(), "gitlab"))
    assert issues
    assert all(issue[key] for issue in issues)


def test_vim_goes_to_the_words(tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text(
        "Они встретились. They recieve it.\r\n\nЖ: it was choosen.\n", newline=""
    )
    lines = (
        "story.md:1:23: warning a.b Slip.\nstory.md:3:11: suggestion c.d Hm: “x”.\ncopydesk: note: Nothing.\n"
    )
    (tmp_path / "lines.txt").write_text(lines, encoding="utf-8")
    (errorformat,) = re.findall(r"set errorformat=\S.*", PAGE.read_text(encoding="utf-8"))
    script = [
        "set encoding=utf-8",
        errorformat,
        "cgetfile lines.txt",
        "let places = []",
        "for entry in getqflist()",
        "  if entry.valid",
        "    execute 'cc' len(places) + 1",
        "    call add(places, [expand('%'), line('.'), expand('<cword>'), entry.type, entry.text])",
        "  endif",
        "endfor",
        "call writefile([json_encode(places)], 'places.json')",
        "qall!",
    ]
    (tmp_path / "script.vim").write_text("\n".join(script), encoding="utf-8")
    run("vim", "-N", "-u", "NONE", "-i", "NONE", "-n", "-es", "-S", "script.vim", folder=tmp_path)
    assert json.loads((tmp_path / "places.json").read_text(encoding="utf-8")) == [
        ["story.md", 1, "recieve", "w", "a.b Slip."],
        ["story.md", 3, "choosen", "s", "c.d Hm: “x”."],
    ]
