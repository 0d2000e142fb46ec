"""The pack of consistency: what it lists, and what it leaves to be found."""

from __future__ import annotations

from lint import Config, check_text


def test_one_draft_has_one_finding_a_word() -> None:
    text = (
        "Two airstrikes hit the depot. An air strike hit the port, and a third air strike the station. "
        "The adviser left; the advisor came back. The snow plough left, a snowplough came.\n"
    )
    findings = check_text(text, path="draft.txt", config=Config(select=("consistency",))).findings
    assert [(finding.rule, finding.text) for finding in findings] == [
        ("consistency.compound", "airstrikes"),
        ("consistency.variant", "advisor"),
        ("consistency.joined", "snowplough"),
    ]


DRAFT = """\
---
title: The bridge opens again
---

The bridge over the Arl was closed on 28 March after a crack was found. Doors of the toll house open at 7 p.m.

It opens again on June 24, the U.S. engineer said. Another one from the US, who had walked 12 miles along the
river, asked for $40 million, or US$12 million a year. The last ferry leaves at 11.30pm.

- Mend the bridge
- Buy two ferries
- close the road by the mill
- Ask the villages

A café stays open until 12 May. The next cafe is 30 km away, “on June 3, 5 miles off, at 10 a.m.”, they say.
"""


def test_a_draft_by_two_hands_has_one_finding_for_each_thing_they_differ_in() -> None:
    report = check_text(DRAFT, path="draft.md", config=Config(select=("consistency",)))
    assert [(finding.rule, finding.text, len(finding.related)) for finding in report.findings] == [
        ("consistency.date", "June 24", 2),
        ("consistency.points", "US", 1),
        ("consistency.unit", "12 miles", 1),
        ("consistency.money", "US$12 million", 1),
        ("consistency.clock", "11.30pm", 1),
        ("consistency.list-capitals", "close", 3),
        ("consistency.accents", "cafe", 1),
    ]
