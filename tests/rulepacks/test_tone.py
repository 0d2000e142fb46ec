"""The pack about the tone of news on whole drafts: the reporter's own voice, and the voices of others."""

from __future__ import annotations

from lint import Config, check_text
from lint.model import apply_edits

TONE = Config(select=("tone",))


def flagged(text: str) -> list[tuple[str, str]]:
    """(rule without its pack, the words) of every finding."""
    report = check_text(text, path="draft.txt", config=TONE)
    assert report.failures == ()
    return [(finding.rule.removeprefix("tone."), finding.text) for finding in report.findings]


def test_the_reporters_own_voice_is_pointed_at() -> None:
    assert flagged(
        "The landslide claimed the lives of nine miners, and the founder passed away on Monday.\n\n"
        "The interesting thing is that the pit had no licence. Unfortunately, nobody asked. "
        "Warnings fell on deaf ears. Whether it opens again remains to be seen.\n\n"
        "The army neutralised 12 militants beside the state-of-the-art dam.\n"
    ) == [
        ("loaded", "claimed the lives of"),
        ("euphemism", "passed away"),
        ("comment", "The interesting thing"),
        ("comment-adverb", "Unfortunately,"),
        ("cliché", "fell on deaf ears"),
        ("verdict", "remains to be seen"),
        ("neutralised", "neutralised 12 militants"),
        ("praise", "state-of-the-art"),
    ]


def test_the_words_of_others_may_have_any_tone() -> None:
    quoted = "“Needless to say, this cowardly attack was only the tip of the iceberg,” the governor said.\n"
    assert flagged(quoted) == []
    assert flagged("The clerk said it should be noted in the minutes.\n") == []


def test_plain_words_take_the_place_of_veiled_ones() -> None:
    text = "Six sailors lost their lives. The innocent victims were laid to rest on Sunday.\n"
    findings = check_text(text, path="draft.txt", config=TONE).findings
    edits = [edit for found in findings for edit in found.fixes[0].edits]
    assert apply_edits(text, 0, edits) == "Six sailors died. The victims were buried on Sunday.\n"
