"""What is known, decided over values."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lint.findings.baseline import Entry, compare, entries_of, read, renewed, written
from lint.findings.fingerprint import fingerprinted
from lint.model import Report, Result
from tests.findings.drafts import document, every


def report(*drafts: tuple[str, str], unheard: tuple[str, ...] = ()) -> Report:
    """A report that flags every “utilize” of some drafts, given by path and source."""
    results = []
    for path, source in drafts:
        draft = document(source, path)
        found = tuple(fingerprinted(draft, every(draft, "utilize")))
        results.append(Result(path, "markdown", source, found))
    return Report(tuple(results), {}, unheard=unheard)


def known(*drafts: tuple[str, str]) -> list[Entry]:
    return list(entries_of(report(*drafts)))


def left(found: Report, entries: list[Entry], exists: bool = True) -> int:
    return len(compare(found, entries, exists=lambda name: exists).report.findings)


def test_an_entry_covers_one_finding_and_not_its_double() -> None:
    one, two = "We utilize it.\n", "We utilize it.\n\nWe utilize it.\n"
    assert left(report(("a.md", one)), known(("a.md", one))) == 0
    assert left(report(("a.md", two)), known(("a.md", one))) == 1


def test_an_entry_of_another_draft_covers_only_what_that_draft_no_longer_needs() -> None:
    text = "We utilize it.\n"
    entries = known(("old.md", text))
    assert left(report(("new.md", text)), entries) == 1
    assert left(report(("new.md", text)), entries, exists=False) == 0
    assert left(report(("new.md", text), ("old.md", text)), entries) == 1
    assert left(report(("new.md", text), ("old.md", "")), entries) == 0


def test_rules_that_could_not_be_looked_for_lose_no_entry() -> None:
    entry = Entry("a.md", "languagetool.IN_A_X_MANNER", "in a hasty manner", "0" * 16)
    assert compare(report(("a.md", "")), [entry]).gone == (entry,)
    absent = report(("a.md", ""), unheard=("languagetool",))
    assert compare(absent, [entry]).gone == ()
    assert renewed(absent, [entry]) == {entry}


@given(st.lists(st.builds(Entry, *[st.text(max_size=9)] * 5), max_size=5))
def test_what_is_written_is_read_again_and_the_order_does_not_matter(entries: list[Entry]) -> None:
    text = written(entries)
    assert text == written(reversed(entries))
    assert text.encode()
    assert set(read(text, "copydesk-baseline.jsonl")) == set(entries)
