"""The report as SARIF 2.1.0 (OASIS), one run.

Columns count code points, a byte order mark none; lines end with `\\r\\n`, `\\n` or `\\r`. Files are named
from `%SRCROOT%`, whose place on this machine is left out. `partialFingerprints` holds ours as `copydesk/v1`:
GitHub computes its own from the words of the line, and warns about every other it finds under its name.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Any

from lint.documents import BINARY
from lint.model import Failure, Finding, Fix, Related, Report, Rule
from lint.reporters import Options
from lint.reporters.jsontext import document, filled
from lint.reporters.lines import lines_of
from lint.reporters.paths import shown, uri
from lint.reporters.sarif.descriptors import LEVEL, described, descriptor
from lint.reporters.sarif.places import ROOT, Places

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_EXIT: dict[int, str] = {0: "nothing to look at", 1: "findings", 2: "something could not be checked"}


def render(report: Report, options: Options) -> str:
    """One JSON object, the same on every run: it holds no time and no place of this machine."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, options)]}
    return document(log, depth=6)


def _run(report: Report, options: Options) -> dict[str, Any]:
    places = _places(report, options)
    rules = described(report)
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    return {
        "tool": {"driver": _driver(rules)},
        "invocations": [_invocation(report, places)],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that files are named from."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "artifacts": [
            {"location": places.artifact(result.path, indexed=False), "roles": ["analysisTarget"]}
            for result in report.results
        ],
        "results": [_result(finding, numbers, places) for finding in report.findings],
    }


def _places(report: Report, options: Options) -> Places:
    return Places(
        {result.path: lines_of(result.source) for result in report.results},
        {result.path: number for number, result in enumerate(report.results)},
        {result.path: uri(shown(result.path, options)) for result in report.results},
        frozenset(result.path for result in report.results if result.format in BINARY),
        options,
    )


def _driver(rules: tuple[Rule, ...]) -> dict[str, Any]:
    from importlib.metadata import PackageNotFoundError, version

    driver: dict[str, Any] = {"name": "Copydesk", "rules": [descriptor(rule) for rule in rules]}
    with contextlib.suppress(PackageNotFoundError):
        driver["semanticVersion"] = driver["version"] = version("copydesk")
    return driver


def _invocation(report: Report, places: Places) -> dict[str, Any]:
    return filled(
        executionSuccessful=not report.failures,
        exitCode=report.exit_code,
        exitCodeDescription=_EXIT[report.exit_code],
        toolExecutionNotifications=[
            *(_failure(failure, places) for failure in report.failures),
            *({"level": "note", "message": {"text": notice}} for notice in report.notices),
        ],
    )


def _failure(failure: Failure, places: Places) -> dict[str, Any]:
    locations = [places.file(failure.path)] if failure.path else []
    return filled(level="error", message={"text": failure.message}, locations=locations)


def _result(finding: Finding, numbers: Mapping[str, int], places: Places) -> dict[str, Any]:
    fixes = finding.fixes if finding.path not in places.binary else ()
    return filled(
        ruleId=finding.rule,
        ruleIndex=numbers.get(finding.rule),
        level=LEVEL[finding.severity],
        message={"text": _message(finding.message)},
        locations=[places.at(finding.path, finding.span, finding.text)],
        partialFingerprints=filled(**{"copydesk/v1": finding.fingerprint}),
        relatedLocations=[
            _related(number, other, finding.path, places) for number, other in enumerate(finding.related, 1)
        ],
        fixes=[_fix(fix, finding.path, places) for fix in fixes if fix.edits],
        properties=filled(also=list(finding.also)),
    )


def _related(number: int, other: Related, path: str, places: Places) -> dict[str, Any]:
    place = places.at(other.path or path, other.span, other.text)
    return {"id": number, **place, "message": {"text": _message(other.note or f"“{other.text}”")}}


def _fix(fix: Fix, path: str, places: Places) -> dict[str, Any]:
    # The new text stands there also where it is empty: reviewdog 0.21 does not survive its absence.
    replacements = [
        {"deletedRegion": places.region(path, edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": places.artifact(path), "replacements": replacements}
    return filled(description=filled(text=fix.title), artifactChanges=[change])


def _message(text: str) -> str:
    """The text as SARIF reads it: `[words](1)` would be a link to a related place."""
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text
