"""A session as values: rounds of findings, what was decided of each, and the way back.

A round is one state of the draft with the findings to ask about. Decisions are made in their order and
none changes another's place: edits are kept against the round's own source and carried out together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from lint.fixes import applied, shifted
from lint.model import Edit, Finding, Fix, Term


class Decision(NamedTuple):
    """What was decided of one finding (`at`: its index in the round): edits, or a term to accept."""

    at: int
    kind: Literal["edit", "stet", "term", "skip", "rule"]
    edits: tuple[Edit, ...] = ()
    term: Term | None = None


class Round(NamedTuple):
    """One state of a draft, the findings to ask about, and the decisions, in order.

    `settled` is what earlier rounds decided: the rule, and where in `source` its finding begins.
    """

    source: str
    findings: tuple[Finding, ...]
    made: tuple[Decision, ...] = ()
    settled: frozenset[tuple[str, int]] = frozenset()

    @property
    def edits(self) -> tuple[Edit, ...]:
        return tuple(edit for decision in self.made for edit in decision.edits)

    @property
    def after(self) -> str:
        """The draft with all that was decided."""
        return applied(self.source, self.edits)


class Session(NamedTuple):
    """The rounds of one draft; `passed_over` are rules and `terms` words from the drafts before it."""

    rounds: tuple[Round, ...]
    passed_over: frozenset[str] = frozenset()
    terms: tuple[Term, ...] = ()

    @property
    def now(self) -> Round:
        return self.rounds[-1]

    @property
    def decisions(self) -> Iterator[tuple[Round, Decision]]:
        return ((each, decision) for each in self.rounds for decision in each.made)


def begun(source: str, findings: Iterable[Finding], before: Session | None = None) -> Session:
    """A session with a draft; rules passed over and terms accepted in the one before stay so."""
    rounds = (Round(source, tuple(findings)),)
    return Session(rounds, silenced(before), accepted(before)) if before else Session(rounds)


def silenced(session: Session) -> frozenset[str]:
    """The rules that are passed over."""
    chosen = (each.findings[made.at].rule for each, made in session.decisions if made.kind == "rule")
    return session.passed_over.union(chosen)


def accepted(session: Session) -> tuple[Term, ...]:
    """The terms that were accepted so far."""
    return (*session.terms, *(made.term for _, made in session.decisions if made.term is not None))


def changes(session: Session) -> int:
    """How many decisions change the draft."""
    return sum(bool(made.edits) for _, made in session.decisions)


def current(session: Session) -> int | None:
    """The index of the finding to ask about next, or None at the end of the round."""
    now = session.now
    rules, words = silenced(session), [term.text for term in accepted(session)]
    start = now.made[-1].at + 1 if now.made else 0
    for index in range(start, len(now.findings)):
        finding = now.findings[index]
        settled = any(_meets(finding.span.start, finding.span.end, edit) for edit in now.edits)
        if not settled and finding.rule not in rules and not any(_is(finding.text, word) for word in words):
            return index
    return None


def offered(session: Session, index: int) -> tuple[Fix, ...]:
    """The fixes of a finding that no edit made before stands in the way of."""
    fixes = session.now.findings[index].fixes
    return tuple(
        fix
        for fix in fixes
        if not any(_meets(*edit.span, made) for edit in fix.edits for made in session.now.edits)
    )


def decided(session: Session, decision: Decision) -> Session:
    """The session with one decision more."""
    now = session.now
    return session._replace(rounds=(*session.rounds[:-1], now._replace(made=(*now.made, decision))))


def undone(session: Session) -> Session:
    """The session without its last decision; where there was none, as it is."""
    now = session.now
    if now.made:
        return session._replace(rounds=(*session.rounds[:-1], now._replace(made=now.made[:-1])))
    if len(session.rounds) > 1:
        return undone(session._replace(rounds=session.rounds[:-1]))
    return session


def continued(session: Session, findings: Iterable[Finding]) -> Session:
    """The session with a round for what is found in the changed draft, but for what is settled."""
    now = session.now
    decided_here = ((now.findings[made.at].rule, now.findings[made.at].span.start) for made in now.made)
    settled = frozenset((rule, shifted(start, now.edits)) for rule, start in (*now.settled, *decided_here))
    new = tuple(each for each in findings if (each.rule, each.span.start) not in settled)
    return session._replace(rounds=(*session.rounds, Round(now.after, new, (), settled)))


def _meets(start: int, end: int, edit: Edit) -> bool:
    if edit.span.start == edit.span.end:
        return start < edit.span.start < end
    return start < edit.span.end and edit.span.start < max(end, start + 1)


def _is(text: str, word: str) -> bool:
    return text == word or (word == word.lower() and text.lower() == word)
