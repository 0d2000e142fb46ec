from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import lint.reporters
from lint.errors import CopydeskError
from lint.model import (
    Edit,
    Failure,
    Fix,
    Hidden,
    Mention,
    NameEntry,
    NameForm,
    Related,
    Report,
    Result,
    Span,
)
from lint.reporters import REPORTERS, render

SCHEMA = Path(lint.reporters.__file__).parent / "schema" / "report-1.schema.json"
SOURCE = "Привет 😀.\r\nThe minister will recieve the delegation; Recieve it.\r\n"


def data_of(report: Report) -> dict:
    data = json.loads(render(report, "json"))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(data)
    return data


NOTHING_HIDDEN = {"suppressed": 0, "accepted": 0, "below": 0, "known": 0, "unchanged": 0}


def test_a_finding_gives_its_place_in_code_points_and_its_best_suggestion_first(finding, report_on) -> None:
    found = finding(
        SOURCE, "recieve", "Write “receive” instead of “recieve”.", "receive", "relieve",
        related=(("Recieve", "the same word again"),),
    )  # fmt: skip
    (shown,) = data_of(report_on(SOURCE, found))["files"][0]["findings"]
    start = SOURCE.index("recieve")
    assert SOURCE[shown["start"] : shown["end"]] == shown["text"] == "recieve"
    assert (shown["start"], shown["line"], shown["column"]) == (start, 2, 19)
    assert shown["suggestions"] == ["receive", "relieve"]
    assert shown["related"] == [
        {
            "start": SOURCE.index("Recieve"),
            "end": SOURCE.index("Recieve") + len("Recieve"),
            "text": "Recieve",
            "note": "the same word again",
            "line": 2,
            "column": 43,
        }
    ]


def test_files_without_findings_are_listed_too(report_on) -> None:
    assert data_of(report_on("Fine.", path="clean.md"))["files"] == [
        {
            "path": "clean.md",
            "format": "markdown",
            "findings": [],
            "hidden": NOTHING_HIDDEN,
        }
    ]


def test_a_place_in_another_file_names_it(finding) -> None:
    other = Related(Span(5, 9), "Isis", "written “Isis”", path="b.md")
    found = finding("ISIS fled.", "ISIS", path="a.md")._replace(related=(other,))
    report = Report(
        (
            Result("a.md", "markdown", "ISIS fled.", (found,)),
            Result("b.md", "markdown", "One\n\nIsis fell.", ()),
        ),
        {},
    )
    (place,) = data_of(report)["files"][0]["findings"][0]["related"]
    assert (place["path"], place["line"], place["column"]) == ("b.md", 3, 1)


def test_a_fix_that_changes_more_places_shows_what_these_words_become(finding, report_on) -> None:
    everywhere = Fix("receive, everywhere", tuple(Edit(Span(at, at + 7), "receive") for at in (29, 53)))
    elsewhere = Fix("cut the second one", (Edit(Span(53, 61), ""),))
    found = finding(SOURCE, "recieve")._replace(fixes=(everywhere, elsewhere))
    (shown,) = data_of(report_on(SOURCE, found))["files"][0]["findings"]
    assert shown["suggestions"] == ["receive"]
    assert [edit["start"] for edit in shown["fixes"][0]["edits"]] == [29, 53]


def test_the_summary_the_failures_and_the_names_are_there(finding, report_on) -> None:
    report = report_on(SOURCE, finding(SOURCE, "recieve", severity="error"))._replace(
        failures=(Failure("photo.jpg", "not a text file"),),
        notices=("Nothing else.",),
        names=(
            NameEntry("Monday", "name", (NameForm("Monday", (Mention("draft.md", Span(3, 9), "full"),)),)),
        ),
    )
    data = data_of(report)
    assert data["summary"] == {
        "files": 1,
        "files_with_findings": 1,
        "findings": 1,
        "severities": {"error": 1, "warning": 0, "suggestion": 0},
        "hidden": NOTHING_HIDDEN,
        "fail_on": "warning",
        "exit_code": 2,
    }
    assert data["failures"] == [{"path": "photo.jpg", "message": "not a text file"}]
    assert data["notices"] == ["Nothing else."]
    assert data["names"][0]["forms"][0]["mentions"][0]["column"] == 4


def test_hidden_findings_are_counted_by_reason() -> None:
    report = Report((Result("a.md", "markdown", "", (), Hidden(2, 1, 5, 3, 4)),), {})
    assert data_of(report)["summary"]["hidden"] == {
        "suppressed": 2,
        "accepted": 1,
        "below": 5,
        "known": 3,
        "unchanged": 4,
    }


def test_a_lone_surrogate_survives_as_its_escape(finding, report_on) -> None:
    source = "A lone \ud83d stands here."
    written = render(report_on(source, finding(source, "\ud83d", "Cut “\ud83d”.", "")), "json")
    assert "\\ud83d" in written
    written.encode("ascii")
    assert json.loads(written)["files"][0]["findings"][0]["text"] == "\ud83d"


def test_two_runs_write_the_same(finding, report_on) -> None:
    found = finding(SOURCE, "recieve", "", "receive")
    assert render(report_on(SOURCE, found), "json") == render(report_on(SOURCE, found), "json")


def test_an_unknown_format_names_the_ones_there_are(report_on) -> None:
    with pytest.raises(CopydeskError, match=f"choose one of {', '.join(sorted(REPORTERS))}"):
        render(report_on(""), "yaml")
