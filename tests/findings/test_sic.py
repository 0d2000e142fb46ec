"""“[sic]” says that a word stands as it was said."""

from __future__ import annotations

import pytest

from tests.findings.drafts import judged


@pytest.mark.parametrize(
    ("source", "reported"),
    [
        ("“We was [sic] there,” he wrote.", []),
        ("“We was (sic) there,” he wrote.", []),
        ("“We was”\u00a0[*sic*] is how he put it.", []),
        ("We was \\[sic\\] there.", []),
        ("We was there [sic].", ["was"]),
        ("We was [sick] there.", ["was"]),
        ("We was [sic] there and she was not.", ["was"]),
    ],
)
def test_a_word_marked_sic_is_not_reported(source: str, reported: list[str]) -> None:
    assert [finding.text for finding in judged(source, "was").findings] == reported
