"""Safe fixes in rounds: what one has mended may show the next, until there is nothing more to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from lint.commands.fixing.drafts import NOT_WRITTEN, Original, rewritten
from lint.documents import BINARY
from lint.errors import DraftError
from lint.files import Input, Inputs, failure
from lint.fixes import applied, chosen
from lint.model import Failure, Report, Result

MOST = 10
"""Rounds; fixes that go on for longer undo one another."""

_ENDLESS = "its safe fixes undo one another; nothing was written; find the rules with copydesk check"

Check = Callable[[Inputs], Report]


class Mended(NamedTuple):
    """A draft that safe fixes change: before and after, in characters and in bytes, by how many fixes."""

    draft: Original
    before: str
    after: str
    data: bytes
    fixes: int


class Outcome(NamedTuple):
    """The drafts that change, and the report on all of them as they are afterwards."""

    mended: tuple[Mended, ...]
    report: Report


def mend(drafts: Iterable[Original], check: Check) -> Outcome:
    """Carry out the safe fixes of the drafts; nothing is written.

    A draft whose fixes have no end, or that cannot be written back, stays as it is and is a failure.
    """
    originals = {draft.path: draft for draft in drafts}
    report = check(_inputs(originals.values()))
    first = {result.path: result for result in report.results}
    last = dict(first)
    mended: dict[str, Mended] = {}
    failures: list[Failure] = [*report.failures]
    seen = list(report.results)
    for turn in range(MOST + 1):
        found = [
            _step(originals[one.path], first[one.path].source, one, mended.get(one.path)) for one in seen
        ]
        refused = [each for each in found if isinstance(each, Failure)]
        step = [each for each in found if isinstance(each, Mended)]
        if turn == MOST:
            refused += [Failure(each.draft.path, _ENDLESS) for each in step]
            step = []
        for each in refused:
            mended.pop(each.path, None)
        failures += refused
        if not step:
            break
        mended.update((each.draft.path, each) for each in step)
        again = check(_inputs(each.draft._replace(data=each.data) for each in step))
        seen = list(again.results)
        last.update((result.path, result) for result in seen)
        failures += again.failures
        for path in {each.path for each in again.failures}:
            mended.pop(path, None)
        report = report._replace(rules={**report.rules, **again.rules})
    results = tuple((last if result.path in mended else first)[result.path] for result in report.results)
    return Outcome(
        tuple(mended[path] for path in originals if path in mended),
        report._replace(results=results, failures=tuple(sorted(set(failures)))),
    )


def _inputs(drafts: Iterable[Original]) -> Inputs:
    return Inputs(tuple(Input(draft.path, draft.data) for draft in drafts), ())


def _step(draft: Original, start: str, result: Result, before: Mended | None) -> Mended | Failure | None:
    """What one round makes of a draft: None where nothing is left to mend."""
    fixes = chosen(result.findings)
    if not fixes:
        return None
    if result.format in BINARY:
        return Failure(draft.path, NOT_WRITTEN)
    after = applied(result.source, [edit for fix in fixes for edit in fix.edits])
    try:
        data = rewritten(draft, start, after)
    except DraftError as error:
        return failure(error, draft.path)
    return Mended(draft, start, after, data, len(fixes) + (before.fixes if before else 0))
