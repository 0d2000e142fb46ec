"""What a CI machine says about itself: where the repository is, where a summary goes, who reads the log."""

from __future__ import annotations

import os
from collections.abc import Mapping

from lint.errors import CopydeskError
from lint.model import Report

_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""The folder of the repository: GitHub's variable, GitLab's."""

_FOR_PEOPLE = ("terminal", "line", "markdown")


def root(folder: str, env: Mapping[str, str] = os.environ) -> str:
    """The folder that reports for machines name files from: the repository's on CI, else `folder`."""
    for name in _ROOTS:
        place = env.get(name)
        if place:
            place = os.path.realpath(place)
            if os.path.join(folder, "").startswith(os.path.join(place, "")):
                return place
    return folder


def for_the_log(text: str, format: str, env: Mapping[str, str] = os.environ) -> str:
    """A report for people as the log of this machine may have it.

    GitHub takes a line that starts with `::` for a command, and whatever follows `##[`: the words of a draft
    must not give orders.
    """
    if format not in _FOR_PEOPLE or not env.get("GITHUB_ACTIONS") or ("::" not in text and "##[" not in text):
        return text
    import re

    return re.sub(r"(?m)^([^\S\n]*):(?=:)", r"\1: ", text).replace("##[", "## [")


def add_step_summary(report: Report, folder: str, env: Mapping[str, str] = os.environ) -> None:
    """Add the report to the summary of this step of GitHub Actions, where there is one.

    Raises CopydeskError where it cannot be written.
    """
    path = env.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    from lint.reporters import render

    text = render(report, "markdown", folder=folder, root=root(folder, env))
    try:
        with open(path, "ab") as file:
            file.write(text.encode("utf-8"))
    except OSError as error:
        raise CopydeskError(f"the step's summary cannot be written: {error.strerror}", path) from None
