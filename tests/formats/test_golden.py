"""Each format of the same report, compared with a file that a person has read.

To look at a change: run with `COPYDESK_GOLDEN=write` and read the difference before it is committed.
"""

from __future__ import annotations

import os
from importlib.metadata import version
from pathlib import Path

import pytest

from lint.reporters import render
from tests.formats.report import report

GOLDEN = Path(__file__).parent / "golden"

FILES = {
    "sarif": "report.sarif",
    "github": "github.txt",
    "markdown": "summary.md",
    "gitlab": "gl-code-quality-report.json",
    "junit": "junit.xml",
    "checkstyle": "checkstyle.xml",
    "rdjson": "report.rdjson",
    "line": "lines.txt",
}


@pytest.mark.parametrize("format", FILES)
def test_the_report_as(format: str) -> None:
    written = render(report(), format, folder="/desk/site", root="/desk")
    written = written.replace(f'"{version("copydesk")}"', '"0.0.0"')
    golden = GOLDEN / FILES[format]
    if os.environ.get("COPYDESK_GOLDEN") == "write":
        golden.write_text(written, encoding="utf-8", newline="")
    assert written == golden.read_text(encoding="utf-8")
