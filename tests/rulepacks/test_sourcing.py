"""The pack of sourcing: attributions that name nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import Config, check_text

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def flagged(text: str) -> list[str]:
    report = check_text(text, path="draft.txt", config=Config(select=("sourcing",)))
    assert report.failures == ()
    return [finding.text.strip() for finding in report.findings]


def test_the_seed_leans_on_media_reports_and_local_monitors():
    assert flagged(SEED.read_text(encoding="utf-8")) == [
        "recent media reports",
        "According to local monitors",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The port is closed, sources said.", ["sources said"]),
        ("The port is closed, say the sources named in the file.", []),
        ("The port is closed, according to experts.", ["according to experts"]),
        ("The port is closed, according to experts at the harbour board.", []),
        ("Many analysts warn that the port may close.", ["Many analysts warn"]),
        ("Two analysts of the harbour board warn that the port may close.", []),
        ("It is thought that the port may close.", ["It is thought that"]),
        ("The board thought that the port may close.", []),
        ("“Experts say a lot,” the harbour master’s office answered.", []),
    ],
)
def test_who_says_it(text: str, words: list[str]):
    assert flagged(text) == words
