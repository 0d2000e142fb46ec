"""The pack of wordy phrases on whole drafts: what a writer is told, and what must stay quiet."""

from __future__ import annotations

from lint import Config, check_text
from lint.model import apply_edits

WORDINESS = Config(select=("wordiness",))

FILED = """In order to cut costs, the port is in the process of selling two cranes. The harbour office
conducted an investigation into the sale, due to the fact that a large number of bidders withdrew.
Prior to the auction, police arrested a total of three men. One of them succumbed to his injuries.
"""

TIGHT = """To cut costs, the port is selling two cranes. The harbour office
investigated the sale, because many bidders withdrew.
Before the auction, police arrested three men. One of them died.
"""


def test_the_first_fix_of_every_finding_leaves_a_tight_and_whole_text() -> None:
    report = check_text(FILED, path="draft.txt", config=WORDINESS)
    assert report.failures == ()
    assert apply_edits(FILED, 0, [e for found in report.findings for e in found.fixes[0].edits]) == TIGHT


def test_they_are_suggestions_that_no_command_applies_by_itself() -> None:
    report = check_text(FILED, path="draft.txt", config=WORDINESS)
    assert {finding.severity for finding in report.findings} == {"suggestion"}
    assert not any(fix.safe for finding in report.findings for fix in finding.fixes)


def test_plain_news_and_the_words_of_others_stay_as_they_are() -> None:
    plain = (
        "The council met on Monday to elect a mayor. She won by a majority of two votes.\n\n"
        "“We came here in order to learn, due to the fact that nobody told us,” the speaker said.\n\n"
        "The fact that the bridge is shut surprised no one. A total of 14 homes lost power.\n"
    )
    assert check_text(plain, path="draft.txt", config=WORDINESS).findings == ()
