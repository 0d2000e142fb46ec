"""Drafts that nobody writes on purpose: each is read to its end, and the one beside it is checked too."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from lint import check_text
from tests.hostile.conftest import Check

GOOD = ("good.md", "spelling.typo", "choosen")

SENTENCE = "The council met on Tuesday and agreed on the budget for the year. "


def invented(count: int, form: Callable[[str], str] = str) -> list[str]:
    """Words that no dictionary has, the same on every run."""
    draw = random.Random(1)
    return [form("".join(draw.choices("bcdfglmnprst", k=4)) + "aeiou"[number % 5]) for number in range(count)]


DRAFTS: dict[str, Callable[[], str]] = {
    "ten-megabytes-on-one-line.md": lambda: SENTENCE * (10_000_000 // len(SENTENCE)),
    "quotes-in-quotes.md": lambda: ">" * 100_000 + " The council met.",
    "brackets.md": lambda: "[" * 100_000 + "The council met.",
    "links-in-links.md": lambda: "[" * 50_000 + "council" + "](u)" * 50_000,
    "stars.md": lambda: "*" * 100_000 + "The council met.",
    "emphasis-never-closed.md": lambda: "*a _b " * 50_000,
    "lists-in-lists.md": lambda: "\n".join("  " * depth + "- council" for depth in range(2000)),
    "boxes-in-boxes.md": lambda: "<div>" * 20_000 + "The council met.",
    "comments-never-closed.md": lambda: "<!-- " * 50_000,
    "shortcodes-never-closed.md": lambda: "{{< " * 50_000 + "{% " * 50_000,
    "front-matter-never-closed.md": lambda: "---\n" + "title: [\n" * 20_000,
    "expressions-in-expressions.mdx": lambda: "{" * 50_000 + "}" * 50_000,
    "emoji.txt": lambda: "👩‍👩‍👧‍👦🇺🇦" * 90_000,
    "combining-marks.txt": lambda: "e" + "\u0301" * 1_000_000,
    "tiny-paragraphs.md": lambda: "The council met.\n\n" * 100_000,
    "one-word.txt": lambda: "council" * 150_000,
    "one-word-of-random-letters.txt": lambda: "".join(invented(200_000)),
    "one-word-with-apostrophes.txt": lambda: "a'" * 100_000,
    "one-word-in-pieces-of-markup.md": lambda: "a**b" * 50_000,
    "unknown-words.txt": lambda: " ".join(invented(20_000)),
    "unknown-names.txt": lambda: " ".join(f"the {word}" for word in invented(20_000, str.capitalize)),
    "unknown-names-in-a-row.txt": lambda: " ".join(invented(20_000, str.capitalize)),
    "abbreviations.txt": lambda: " ".join(f"the {word}" for word in invented(20_000, str.upper)),
    "people-who-speak.txt": lambda: " ".join(
        f"The plan is good, Mr {word} said." for word in invented(5_000, str.capitalize)
    ),
    "sentences-that-differ.txt": lambda: " ".join(
        f"The council met on day {number} and agreed on the budget." for number in range(40_000)
    ),
    "dates-on-one-line.txt": lambda: "; ".join(
        f"on Monday, {1 + number % 28} March {1900 + number % 120} the price rose by {number % 100} per cent"
        for number in range(30_000)
    ),
    "quotation-marks.txt": lambda: '"a “b «c ' * 5000,
    "quotations-of-many-paragraphs.txt": lambda: "“The council met.\n\n" * 5000,
    "quotations-in-quotations.txt": lambda: "“so it was, he said " * 5000 + "”" * 5000,
    "only-line-ends.txt": lambda: "\n" * 1_000_000 + "\r" * 1_000_000,
    "only-spaces.md": lambda: " " * 1_000_000 + "\u00a0" * 1_000_000,
    "the-same-paragraph.txt": lambda: (SENTENCE + "\n\n") * 20_000,
}


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_that_nobody_writes(name: str, desk: Path, check: Check) -> None:
    (desk / name).write_text(DRAFTS[name](), encoding="utf-8", newline="")
    outcome = check()
    assert (outcome.code, outcome.failures) == (1, {}), outcome.errors
    assert outcome.files == sorted(["good.md", name])
    assert GOOD in outcome.findings


def test_drafts_that_change_while_others_are_read(desk: Path, check: Check, tmp_path: Path) -> None:
    for name in ("a", "gone", "cut", "folder", "pipe"):
        (desk / f"{name}.md").write_text("The committee has choosen a new chair.\n" * 100)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    # Python imports this first; it acts when the first draft is opened, after all have been found.
    (hooks / "sitecustomize.py").write_text(
        "import os, sys\n"
        "def act(event, details):\n"
        "    if event == 'open' and details[0] == 'a.md' and os.path.isfile('pipe.md'):\n"
        "        for name in ('gone.md', 'folder.md', 'pipe.md'): os.unlink(name)\n"
        "        os.truncate('cut.md', 10)\n"
        "        os.mkdir('folder.md')\n"
        "        os.mkfifo('pipe.md')\n"
        "sys.addaudithook(act)\n"
    )
    outcome = check("--jobs", "1", before=hooks)
    assert outcome.code == 2
    assert outcome.failures.keys() == {"gone.md", "folder.md", "pipe.md"}
    assert outcome.files == ["a.md", "cut.md", "good.md"]
    assert GOOD in outcome.findings
    assert all(path != "cut.md" for path, _, _ in outcome.findings)


def test_half_of_a_character_is_told_not_raised() -> None:
    report = check_text("The committee has choosen \ud800 a new chair.", path="story.md")
    assert report.exit_code == 2
    assert [failure.path for failure in report.failures] == ["story.md"]
