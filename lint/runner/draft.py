"""One draft through all checks: found, judged, put in order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lint import documents, files
from lint.errors import CopydeskError, DraftError
from lint.files import Input
from lint.findings import judge
from lint.model import SEVERITIES, Check, Document, Failure, Finding, Hidden, NameEntry, Result, Rule
from lint.runner.setup import Setup


class Outcome(NamedTuple):
    """What came of one draft: a result, or failures alone where it could not be read.

    `key` is what the outcome may be kept under, if it may.
    """

    result: Result | None
    failures: tuple[Failure, ...] = ()
    notices: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    key: bytes = b""


def open_document(draft: Input, encoding: str, format: str | None = None) -> Document:
    """Read, decode and parse a draft. Raises DraftError."""
    data = files.read(draft.path) if draft.data is None else draft.data
    return documents.read(data, draft.path, encoding, format)


def check_draft(draft: Input, setup: Setup, *, ledger: bool = False, format: str | None = None) -> Outcome:
    """Check one draft; whatever goes wrong with it is a failure of this draft alone."""
    try:
        document = open_document(draft, setup.config.encoding, format)
        return check_document(document, setup, ledger=ledger)
    except DraftError as error:
        return Outcome(None, (files.failure(error, draft.path),))
    except CopydeskError as error:
        return Outcome(None, (Failure(draft.path, str(error)),))
    except RecursionError:
        return Outcome(None, (Failure(draft.path, "is nested too deeply to be read"),))
    except MemoryError:
        return Outcome(None, (Failure(draft.path, "is too large for the memory of this machine"),))
    except Exception as error:  # One draft that meets a defect must not cost the others their report.
        return Outcome(None, (Failure(draft.path, _defect(error)),))


def check_document(document: Document, setup: Setup, *, ledger: bool = False) -> Outcome:
    """Every check over a document, then suppression, accepted terms and order, once."""
    found: list[Finding] = []
    for check in setup.checks:
        found.extend(check(document))
    judged = judge(document, found, setup.known, setup.config)
    bar = SEVERITIES.index(setup.config.min_severity)
    shown = tuple(one for one in judged.findings if SEVERITIES.index(one.severity) >= bar)
    if shown:
        from lint.findings.fingerprint import fingerprinted

        shown = tuple(fingerprinted(document, shown))
    result = Result(
        path=document.path,
        format=document.format,
        source=document.source,
        findings=shown,
        hidden=Hidden(judged.suppressed, judged.accepted, len(judged.findings) - len(shown)),
        names=tuple(names_of(setup.checks, document)) if ledger else (),
        waivers=judged.waivers,
    )
    return Outcome(result, *said(setup.checks))


def _defect(error: Exception) -> str:
    """One line that helps whoever mends it: what was raised, and where."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" at {place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else ""
    return f"could not be checked: {type(error).__name__}: {error}{where}; please report this defect"


def names_of(checks: Iterable[Check], document: Document) -> Iterable[NameEntry]:
    """The ledger of the document's names, from the check that keeps one."""
    for check in checks:
        if hasattr(check, "ledger"):
            yield from check.ledger(document)


def said(checks: Iterable[Check]) -> tuple[tuple[Failure, ...], tuple[str, ...], tuple[Rule, ...]]:
    """What the checks said beside their findings since they were last asked."""
    failures: list[Failure] = []
    notices: list[str] = []
    rules: list[Rule] = []
    for check in checks:
        own_failures = getattr(check, "failures", None)
        if own_failures:
            failures.extend(own_failures)
            own_failures.clear()
        own_notices = getattr(check, "notices", None)
        if own_notices:
            notices.extend(own_notices)
            own_notices.clear()
        rules.extend(getattr(check, "described", {}).values())
    return tuple(failures), tuple(notices), tuple(rules)
