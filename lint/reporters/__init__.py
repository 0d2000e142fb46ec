"""What the findings look like: one module an output format, each a function from a report to text."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple, Protocol, cast

from lint.errors import CopydeskError
from lint.model import Report

REPORTERS: dict[str, str] = {
    "terminal": "lint.reporters.terminal",
    "json": "lint.reporters.json_report",
    "html": "lint.reporters.html",
    "line": "lint.reporters.line",
    "markdown": "lint.reporters.markdown",
    "github": "lint.reporters.github",
    "sarif": "lint.reporters.sarif",
    "gitlab": "lint.reporters.gitlab",
    "rdjson": "lint.reporters.rdjson",
    "checkstyle": "lint.reporters.checkstyle",
    "junit": "lint.reporters.junit",
}
"""Where each format's `render` is; a module is imported when its format is asked for."""


class Options(NamedTuple):
    """How a report shall look.

    `colour` and `width` (in columns) concern the terminal alone. `folder` is where the run took place
    and `root` the folder that programs on a CI machine name files from, both absolute; where they are
    "", paths stay as they were given (`lint/reporters/paths.py`).
    """

    colour: bool = False
    width: int = 80
    folder: str = ""
    root: str = ""


class Reporter(Protocol):
    """What each reporter module offers under the name `render`."""

    def __call__(self, report: Report, options: Options) -> str: ...


def render(
    report: Report, format: str, *, colour: bool = False, width: int = 80, folder: str = "", root: str = ""
) -> str:
    """The report in a format of `REPORTERS`, ending in a line feed and free of lone surrogates.

    Raises `CopydeskError` for a format that does not exist.
    """
    module = REPORTERS.get(format)
    if module is None:
        raise CopydeskError(
            f"unknown format “{format}”", hint=f"choose one of {', '.join(sorted(REPORTERS))}"
        )
    reporter = cast(Reporter, import_module(module).render)
    return reporter(report, Options(colour, width, folder, root))
