"""Words and patterns of the shipped packs: the matching that is built against a plain loop.

The loop runs one regular expression an entry over each paragraph (`tests/engines/naive.py`).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.costs import COPYDESK, SCRATCH, cost
from bench.material import corpus, first_bytes
from bench.speed.sizes import many
from bench.tables import machine, table
from lint import rulepacks
from lint.documents import parse
from lint.engines.pattern import compile
from lint.engines.pattern.search import Found, Search
from lint.model import Document
from lint.rulepacks import shipped
from tests.engines.naive import naive

BYTES = 300_000
"""What the plain loop gets through in seconds, not in hours."""

ROUNDS = 3

KINDS = ("find", "replace", "regex")

PACKS = ("leftovers", "slips", "wordiness", "tone", "sourcing", "inclusive")
"""The packs of words and patterns."""

MEGABYTES = 20


def measure() -> str | None:
    """A table: the same findings by both ways, their CPU seconds, their ratio."""
    folder = corpus("cpp-docs", "the table of patterns")
    if folder is None:
        return None
    drafts = [
        parse(page.read_text(encoding="utf-8", errors="replace"), str(page))
        for page in first_bytes(folder, BYTES)
    ]
    loaded = rulepacks.load([(shipped.path(name), True) for name in shipped.names()])
    rules = tuple(rule for rule in loaded if rule.kind in KINDS and "source" not in rule.scope)
    search = Search(compile(rules)["prose"])

    def fast(document: Document) -> list[Found]:
        return list(search(document.text, [block.span for block in document.blocks], [], document.path))

    def plain(document: Document) -> list[Found]:
        return naive(rules, document.text, [block.span for block in document.blocks])

    characters = sum(len(draft.text) for draft in drafts)
    _seconds(fast, drafts[:3])
    turns = [(_seconds(fast, drafts), _seconds(plain, drafts)) for _ in range(ROUNDS)]
    found, expected = ([one for draft in drafts for one in way(draft)] for way in (fast, plain))
    missing, extra = _without(expected, found), _without(found, expected)
    return "\n\n".join(
        (
            f"{sum(len(rule.options) for rule in rules):,} entries of {len(rules)} rules over "
            f"{sum(len(draft.source) for draft in drafts):,} characters of Markdown, CPU seconds, "
            f"medians of {ROUNDS} rounds on {machine()}.",
            table(
                ("matching", "findings", "missing", "extra", "CPU seconds", "MB per second", "times as fast"),
                [
                    (
                        "plain loop",
                        len(expected),
                        "–",
                        "–",
                        f"{median(slow for _, slow in turns):.2f}",
                        f"{characters / 1e6 / median(slow for _, slow in turns):.2f}",
                        "1",
                    ),
                    (
                        "Copydesk",
                        len(found),
                        missing,
                        extra,
                        f"{median(quick for quick, _ in turns):.3f}",
                        f"{characters / 1e6 / median(quick for quick, _ in turns):.1f}",
                        f"{median(slow / quick for quick, slow in turns):.0f}",
                    ),
                ],
            ),
            _whole(folder),
        )
    )


def _whole(folder: Path) -> str:
    """What the command makes of megabytes of Markdown with these packs, reading and parsing included."""
    packs = SCRATCH / "patterns.yml"
    packs.write_text(f"packs: [{', '.join(PACKS)}]\n", encoding="utf-8")
    drafts = many(folder, MEGABYTES)
    size = sum(page.stat().st_size for page in drafts.iterdir()) / 1e6
    command = [
        COPYDESK,
        "check",
        str(drafts),
        "--config",
        str(packs),
        "--languagetool",
        "off",
        "--grammar",
        "off",
        "--jobs",
        "1",
    ]
    spent = median(cost(command).cpu for _ in range(ROUNDS))
    return (
        f"The whole command with the packs {', '.join(PACKS)}, one process, over {size:.0f} MB of Markdown: "
        f"{size / spent:.1f} MB per CPU second, reading and parsing included."
    )


def _seconds(way: Callable[[Document], list[Found]], drafts: list[Document]) -> float:
    began = time.process_time()
    for draft in drafts:
        way(draft)
    return time.process_time() - began


def _without(one: list[Found], other: list[Found]) -> int:
    """How many of one list the other lacks."""
    rest = list(other)
    count = 0
    for item in one:
        if item in rest:
            rest.remove(item)
        else:
            count += 1
    return count
