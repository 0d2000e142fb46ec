"""How `--format` and `--output` are paired."""

from __future__ import annotations

import pytest

from lint.commands.outputs import Output, fold, parse
from lint.errors import CopydeskError

FORMATS = ("terminal", "json", "html", "markdown", "sarif", "gitlab", "rdjson", "junit", "checkstyle")


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
        ("-o a.sarif", [("sarif", "a.sarif")]),
        ("-o a.sarif.json", [("sarif", "a.sarif.json")]),
        ("-o out/gl-code-quality-report.json", [("gitlab", "out/gl-code-quality-report.json")]),
        ("-o a.rdjson", [("rdjson", "a.rdjson")]),
        ("-f junit -o a.xml", [("junit", "a.xml")]),
        ("-f json=a,b.json", [("json", "a,b.json")]),
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


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "-f html=a.html,json=b.json",
            '"html=a.html,json=b.json" is more than one format; '
            "ask for each: --format html=a.html --format json=b.json",
        ),
        ("-f html,json", '"html,json" is more than one format; ask for each: --format html --format json'),
        (
            "-o a.xml",
            '"a.xml" may be junit or checkstyle; '
            "say which: --format junit --output a.xml or --format checkstyle --output a.xml",
        ),
        ("-o a.md", 'there is no format for "a.md"; for example: --format markdown --output a.md'),
        ("-o a.pdf", 'there is no format for "a.pdf"; for example: --format html --output a.pdf'),
        ("-f sarfi", 'there is no format "sarfi"; did you mean "sarif"?'),
    ],
)
def test_what_is_meant_is_said(written: str, said: str) -> None:
    values = [argument.removeprefix("--format=") for argument in fold(written.split())]
    with pytest.raises(CopydeskError) as raised:
        parse(values, FORMATS)
    assert str(raised.value) == said
