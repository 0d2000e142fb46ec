"""A session as values: what is asked next, what is offered, and the way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lint.commands.fixing.keys import ACTIONS, Action, meaning
from lint.commands.fixing.state import Decision, Session, begun, continued, current, decided, offered, undone
from lint.model import Edit, Finding, Fix, Span, Term

SOURCE = "one two three four five six"


def finding(word: str, rule: str = "house.rule", *better: str) -> Finding:
    start = SOURCE.index(word)
    span = Span(start, start + len(word))
    fixes = tuple(Fix(text, (Edit(span, text),)) for text in better)
    return Finding(rule, "story.md", span, word, "", "warning", fixes=fixes)


FINDINGS = (finding("two", "a.a", "2"), finding("three", "a.b", "3"), finding("two three", "a.c", "x"))


def test_what_an_edit_has_changed_is_not_asked_about_in_the_same_round() -> None:
    session = begun(SOURCE, FINDINGS)
    assert current(session) == 0
    session = decided(session, Decision(0, "edit", FINDINGS[0].fixes[0].edits))
    assert current(session) == 1
    session = decided(session, Decision(1, "skip"))
    assert current(session) is None
    assert session.now.after == "one 2 three four five six"


def test_a_fix_that_an_edit_stands_in_the_way_of_is_not_offered() -> None:
    session = begun(SOURCE, (finding("two", "a.a", "2"), finding("six", "a.d", "6")))
    both = Fix("both", (Edit(Span(4, 7), "II"), Edit(Span(24, 27), "VI")))
    late = finding("six", "a.d", "6")._replace(fixes=(both, Fix("6", (Edit(Span(24, 27), "6"),))))
    session = begun(SOURCE, (session.now.findings[0], late))
    session = decided(session, Decision(0, "edit", (Edit(Span(4, 7), "2"),)))
    assert [fix.title for fix in offered(session, 1)] == ["6"]


def test_what_was_left_is_not_asked_about_again_where_it_has_moved_to() -> None:
    session = begun(SOURCE, (finding("one", "a.a", "first"), finding("six", "a.b")))
    session = decided(session, Decision(0, "edit", (Edit(Span(0, 3), "first"),)))
    session = decided(session, Decision(1, "skip"))
    moved = finding("six", "a.b")._replace(span=Span(26, 29))
    other = finding("five", "a.b")._replace(span=Span(21, 25))
    assert continued(session, (other, moved)).now.findings == (other,)


decisions = st.sampled_from(("skip", "rule", "term", "edit", "stet"))


@given(st.lists(decisions, max_size=8))
def test_undo_takes_every_decision_back_in_turn(kinds: list[str]) -> None:
    session: Session = begun(SOURCE, FINDINGS)
    past = [session]
    for kind in kinds:
        at = current(session)
        if at is None:
            break
        edits = (Edit(session.now.findings[at].span, "x"),) if kind in ("edit", "stet") else ()
        term = Term(session.now.findings[at].text) if kind == "term" else None
        session = decided(session, Decision(at, kind, edits, term))  # type: ignore[arg-type]
        past.append(session)
    for before in reversed(past[:-1]):
        session = undone(session)
        assert session == before
    assert undone(session) == session


def test_every_key_means_one_thing_and_a_number_a_suggestion() -> None:
    assert [meaning(key, 1) for key in ACTIONS] == [Action(name) for name, _ in ACTIONS.values()]
    assert meaning("3", 3) == Action("accept", 2)
    assert (meaning("4", 3), meaning("0", 3), meaning("a", 0), meaning("x", 3), meaning("", 3)) == (None,) * 5
