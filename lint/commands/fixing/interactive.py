"""A session over several drafts: each is talked about, written, and only then the next is begun."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from lint import documents
from lint.commands.fixing.drafts import NOT_WRITTEN, Original, rewritten, write_back
from lint.commands.fixing.state import Session, accepted, begun, changes
from lint.commands.fixing.talk import Desk, talk
from lint.commands.fixing.terminal import Terminal
from lint.errors import CopydeskError
from lint.files import Input, Inputs, failure
from lint.model import Config, Document, Failure, Finding, Report, Result, Term


class Check(Protocol):
    """Checks drafts with terms accepted beside those of the configuration, perhaps in another encoding."""

    def __call__(self, inputs: Inputs, terms: tuple[Term, ...], encoding: str = "") -> Report: ...


class Screen(NamedTuple):
    """The terminal, how wide it is, and whether it shows colours."""

    terminal: Terminal
    columns: int = 80
    colour: bool = False


def go_through(drafts: Iterable[Original], config: Config, check: Check, screen: Screen) -> Report:
    """Talk about the findings of each draft and write what was decided; the report is of what is left.

    Raises KeyboardInterrupt where the writer breaks off: the draft in hand is then left as it was.
    """
    held = {draft.path: draft for draft in drafts}
    first = check(_inputs(held.values()), ())
    failures: list[Failure] = []
    session: Session | None = None
    for result in first.results:
        if not result.findings:
            continue
        try:
            desk = _desk(held[result.path], result, config, check, screen)
            end = talk(begun(result.source, result.findings, session), desk)
            held[result.path] = _written(held[result.path], result, end.session, screen)
            _keep_terms(session, end.session, config)
            session = end.session
        except CopydeskError as error:
            failures.append(failure(error, result.path))
            continue
        except KeyboardInterrupt:
            screen.terminal.say(f"\n{result.path}: left as it was")
            raise
        if end.quit:
            break
    last = check(_inputs(held.values()), accepted(session) if session else ())
    return last._replace(failures=tuple(sorted({*last.failures, *failures})))


def _inputs(drafts: Iterable[Original]) -> Inputs:
    return Inputs(tuple(Input(draft.path, draft.data) for draft in drafts), ())


def _desk(draft: Original, result: Result, config: Config, check: Check, screen: Screen) -> Desk:
    if result.format in documents.BINARY:
        raise CopydeskError(NOT_WRITTEN, result.path)

    def parse(source: str) -> Document:
        return documents.parse(source, result.path, result.format)

    def findings(session: Session) -> tuple[Finding, ...]:
        data = session.now.after.encode("utf-8")
        return check(Inputs((Input(result.path, data),), ()), accepted(session), "utf-8").findings

    terms = bool(config.origin)
    return Desk(screen.terminal, parse, findings, draft.codec, terms, screen.columns, screen.colour)


def _written(draft: Original, result: Result, session: Session, screen: Screen) -> Original:
    """The draft as it lies on the disk afterwards."""
    after = session.now.after
    if after == result.source:
        return draft
    data = rewritten(draft, result.source, after)
    write_back(draft, data)
    count = changes(session)
    screen.terminal.say(f"{draft.path}: {count} {'change' if count == 1 else 'changes'} written")
    return draft._replace(data=data)


def _keep_terms(before: Session | None, after: Session, config: Config) -> None:
    """Add the terms that were accepted with this draft to the list that the configuration names."""
    from lint.commands.terms import added

    new = accepted(after)[len(accepted(before)) if before else 0 :]
    if new:
        added(new, config.origin)
