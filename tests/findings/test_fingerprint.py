"""A finding's fingerprint: what it survives and what it does not."""

from __future__ import annotations

from lint import check_text
from lint.findings.fingerprint import fingerprinted
from lint.model import Finding
from tests.findings.drafts import document, every

SLIP = "The council has choosen a new chair on Monday."
OTHER = "The vote was close, and two members left the room before it was counted."


def findings_of(text: str, path: str = "draft.md") -> tuple[Finding, ...]:
    return tuple(one for one in check_text(text, path=path).findings if one.text == "choosen")


def fingerprints(text: str, path: str = "draft.md") -> list[str]:
    return [finding.fingerprint for finding in findings_of(text, path)]


def test_a_moved_paragraph_a_new_wrap_and_a_renamed_file_keep_it() -> None:
    (before,) = fingerprints(f"{SLIP}\n\n{OTHER}\n")
    assert len(before) == 16
    assert fingerprints(f"{OTHER}\n\n{SLIP}\n") == [before]
    assert fingerprints(f"{SLIP.replace('choosen a', 'choosen' + chr(10) + 'a')}\n\n{OTHER}\n") == [before]
    assert fingerprints(f"{OTHER} {SLIP}\n", "renamed.md") == [before]


def test_a_changed_sentence_gives_another() -> None:
    assert fingerprints(SLIP) != fingerprints(SLIP.replace("Monday", "Tuesday"))


def test_the_same_sentence_twice_gives_two_and_the_first_keeps_its_own() -> None:
    once, twice = document(SLIP), document(f"{SLIP}\n\n{OTHER}\n\n{SLIP}\n")
    (single,) = fingerprinted(once, every(once, "choosen"))
    first, second = fingerprinted(twice, every(twice, "choosen"))
    assert first.fingerprint == single.fingerprint != second.fingerprint


def test_what_is_no_prose_is_named_by_its_line() -> None:
    line = "| a | b&amp;nbsp; |"
    table = f"| x | y |\n|---|---|\n{line}\n"
    one = [found.fingerprint for found in check_text(table, path="t.md").findings]
    other = [found.fingerprint for found in check_text(f"{OTHER}\n\n{table}", path="t.md").findings]
    assert one
    assert one == other
