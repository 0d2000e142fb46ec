"""The talk about one draft: a finding is shown, a key decides, until all is settled or the writer quits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from lint.commands.fixing import shown
from lint.commands.fixing.keys import Action, meaning
from lint.commands.fixing.state import Decision, Session, changes, continued, current, decided, undone
from lint.commands.fixing.terminal import Terminal
from lint.findings.waive import placed
from lint.model import Document, Edit, Finding, Term

Ask = Callable[[Session], Iterable[Finding]]


class Desk(NamedTuple):
    """What a talk needs: the terminal, its width and colours, how to read a draft and to check it again.

    `codec` is the draft's encoding; `takes_terms` is false where no configuration could keep a term.
    """

    terminal: Terminal
    parse: Callable[[str], Document]
    check: Ask
    codec: str = "utf-8"
    takes_terms: bool = True
    columns: int = 80
    colour: bool = False


class End(NamedTuple):
    """How a talk ended: what was decided, and whether the writer quit."""

    session: Session
    quit: bool


def talk(session: Session, desk: Desk) -> End:
    """Ask about each finding, then about what the changes brought up. Raises KeyboardInterrupt."""
    while True:
        index = current(session)
        if index is None:
            session, done = _settled(session, desk)
            if done:
                return End(session, quit=False)
            continue
        desk.terminal.say(shown.question(session, index, desk.columns, desk.colour))
        action = _action(session, index, desk)
        if action.name == "quit":
            return End(session, quit=True)
        if action.name == "undo":
            session = _undone(session, desk)
            continue
        decision = _decision(session, index, action, desk)
        if decision is not None:
            session = decided(session, decision)
            if decision.kind == "stet":
                # The comment may cover findings that are still to come.
                session = continued(session, desk.check(session))


def _settled(session: Session, desk: Desk) -> tuple[Session, bool]:
    """At the end of a round: what the changed draft brings up, or the last word on it."""
    if session.now.edits:
        return continued(session, desk.check(session)), False
    count = changes(session)
    if not count:
        return session, True
    changed = "1 change" if count == 1 else f"{count} changes"
    desk.terminal.say(f"\nThat was all: {changed}.  Enter write  u undo")
    while (key := desk.terminal.key().lower()) not in ("\r", "\n", "y", "w", "q", "u", "\x04"):
        pass
    return (undone(session), False) if key == "u" else (session, True)


def _action(session: Session, index: int, desk: Desk) -> Action:
    """The next key that means something here."""
    count = len(shown.suggestions(session, index))
    while True:
        key = desk.terminal.key()
        action = meaning(key, count)
        if action is not None and action.name != "help":
            return action
        if key:
            desk.terminal.say(shown.help_text())


def _undone(session: Session, desk: Desk) -> Session:
    before = undone(session)
    if before == session:
        desk.terminal.say("There is nothing to take back in this draft.")
    return before


def _decision(session: Session, index: int, action: Action, desk: Desk) -> Decision | None:
    """What the action decides; None where it was broken off or cannot be done."""
    if action.name == "next":
        return Decision(index, "skip")
    if action.name == "rule":
        return Decision(index, "rule")
    if action.name == "accept":
        fix, _ = shown.suggestions(session, index)[action.number]
        return Decision(index, "edit", fix.edits)
    return {"edit": _own_words, "stet": _stet, "term": _term}[action.name](session, index, desk)


def _own_words(session: Session, index: int, desk: Desk) -> Decision | None:
    finding = session.now.findings[index]
    words = desk.terminal.line("Write instead: ", finding.text)
    if not words or words == finding.text or not _fits(words, desk):
        return None
    return Decision(index, "edit", (Edit(finding.span, words),))


def _stet(session: Session, index: int, desk: Desk) -> Decision | None:
    """A reason, perhaps with `until=2027-01-31` before it, makes a comment in the draft."""
    said = desk.terminal.line("Let it stand, because: ")
    if not said:
        desk.terminal.say("Without a reason nothing was done.")
        return None
    if not _fits(said, desk):
        return None
    day = re.match(r"until=(\d{4}-\d\d-\d\d)[:,]?\s*", said)
    reason = said[day.end() :] if day else said
    now = session.now
    finding, document = now.findings[index], desk.parse(now.source)
    edit = placed(document, finding, reason, desk.parse, until=day[1] if day else "")
    if edit is None:
        desk.terminal.say("No comment here would let it stand; nothing was done.")
        return None
    return Decision(index, "stet", (edit,))


def _fits(text: str, desk: Desk) -> bool:
    """Whether the draft's encoding has every character of what was typed; says so where not."""
    try:
        text.encode(desk.codec)
    except UnicodeEncodeError as error:
        desk.terminal.say(
            f"The draft is in {desk.codec}, which has no “{text[error.start]}”; nothing was done."
        )
        return False
    return True


def _term(session: Session, index: int, desk: Desk) -> Decision | None:
    if not desk.takes_terms:
        desk.terminal.say("There is no configuration to keep the term; start one with: copydesk init --terms")
        return None
    word = " ".join(desk.terminal.line("Accept: ", session.now.findings[index].text).split())
    if not word:
        return None
    if word.startswith("#") or " #" in word:
        desk.terminal.say("A term has no “#” before its words; nothing was done.")
        return None
    return Decision(index, "term", term=Term(word, desk.terminal.line("Because (may be left empty): ")))
