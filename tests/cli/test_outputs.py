"""How `--format` and `--output` are paired."""

from __future__ import annotations

import pytest

from lint.commands.outputs import Output, fold, parse

FORMATS = ("terminal", "json", "html")


@pytest.mark.parametrize(
    ("written", "outputs"),
    [
        ("", [("terminal", "")]),
        ("--format json", [("json", "")]),
        ("--format json --output -", [("json", "")]),
        (
            "--format html --output a.html --format json --output b.json",
            [("html", "a.html"), ("json", "b.json")],
        ),
        ("-f terminal -f html -o a.html", [("terminal", ""), ("html", "a.html")]),
        ("--format html=a=b.html", [("html", "a=b.html")]),
        ("-o a.HTML", [("html", "a.HTML")]),
        ("-f json -o a.json -o b.html", [("json", "a.json"), ("html", "b.html")]),
    ],
)
def test_pairs(written: str, outputs: list[tuple[str, str]]) -> None:
    values = [argument.removeprefix("--format=") for argument in fold(written.split())]
    assert parse(values, FORMATS) == tuple(Output(*one) for one in outputs)


def test_other_arguments_stay_in_their_order() -> None:
    written = "a.md --format json --quiet --output out.json --jobs 2 -- --output b.md"
    assert " ".join(fold(written.split())) == (
        "a.md --format=json=out.json --quiet --jobs 2 -- --output b.md"
    )
