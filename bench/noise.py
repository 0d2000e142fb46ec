"""How much each pack says of published news: flags per 1,000 words, and flags to read by eye.

`python bench/noise.py` prints the table; `python bench/noise.py PACK …` prints 40 flags of each pack (all
where there are fewer), drawn with a fixed seed, with the words around them.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[1])

from bench.material import EVAL, SKIPPED
from bench.tables import table

if TYPE_CHECKING:
    from lint.model import Finding

ROWS = EVAL / "dev" / "clean_news.jsonl.gz"
READ = 40
AROUND = 110
"""Characters on each side of a flag that is read."""

DESK = (
    "typography", "consistency", "figures", "quotations", "sourcing", "mentions", "wordiness", "tone",
    "repetition",
)  # fmt: skip
"""The packs about style; the budget is theirs together."""


class Flag(NamedTuple):
    """One finding in a row of the news: `text` holds its words between brackets, and other places."""

    pack: str
    rule: str
    severity: str
    row: str
    text: str
    message: str


class Noise(NamedTuple):
    """All flags of the default packs over the news, and how many words were read."""

    flags: tuple[Flag, ...]
    words: int


def measure() -> str | None:
    """The table by pack, or None where the news is not there."""
    if not ROWS.exists():
        print(SKIPPED.format(what="noise", path="../shared/eval"), file=sys.stderr)
        return None
    noise = read()
    total = Counter(flag.pack for flag in noise.flags)
    grave = Counter(flag.pack for flag in noise.flags if flag.severity != "suggestion")
    listed = [pack for pack in DESK if total[pack]] + sorted(set(total) - set(DESK))

    def rate(number: int) -> str:
        return f"{1000 * number / noise.words:.2f}"

    rows = [(f"`{pack}`", rate(grave[pack]), rate(total[pack]), total[pack]) for pack in listed]
    mine, louder = sum(total[pack] for pack in DESK), sum(grave[pack] for pack in DESK)
    rows.append(("the first nine together", rate(louder), rate(mine), mine))
    head = ("pack", "warnings and above per 1,000 words", "with suggestions", "flags")
    said = f"{noise.words:,} words of `clean_news` (dev), the packs that are on by default, no LanguageTool."
    return f"{said}\n\n{table(head, rows)}"


def read() -> Noise:
    """Check every row as a plain text with the default configuration."""
    from lint.documents import parse
    from lint.model import Config
    from lint.runner.draft import check_document
    from lint.runner.setup import prepare

    setup = prepare(Config(languagetool={"mode": "off"}, grammar={"mode": "off"}), None)
    flags: list[Flag] = []
    words = 0
    with gzip.open(ROWS, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            words += len(row["text"].split())
            document = parse(row["text"], f"{row['id']}.txt", "text")
            result = check_document(document, setup).result
            assert result is not None
            flags += [_flag(row["id"], row["text"], finding) for finding in result.findings]
    return Noise(tuple(flags), words)


def _flag(row: str, source: str, finding: Finding) -> Flag:
    start, end = finding.span
    shown = f"{source[max(start - AROUND, 0) : start]}⟦{source[start:end]}⟧{source[end : end + AROUND]}"
    others = [
        f" … {source[max(each.span.start - 40, 0) : each.span.end + 40]}" for each in finding.related[:3]
    ]
    text = " ".join((shown + "".join(others)).split())
    pack = finding.rule.partition(".")[0]
    return Flag(pack, finding.rule, finding.severity, row, text, finding.message)


def sample(flags: tuple[Flag, ...], pack: str, most: int = READ) -> list[Flag]:
    """The flags of a pack (or of one rule, `pack.rule`) that are read: the same ones every time."""
    own = [flag for flag in flags if pack in (flag.pack, flag.rule)]
    return sorted(random.Random(6).sample(own, min(most, len(own))))


def _shown(flag: Flag) -> Iterator[str]:
    yield f"{flag.rule} ({flag.severity}) {flag.row}"
    yield f"    {flag.text}"
    yield f"    {flag.message}"


def main(packs: list[str]) -> int:
    if not packs or not ROWS.exists():
        print(measure() or "")
        return 0
    noise = read()
    for pack in packs:
        for flag in sample(noise.flags, pack):
            print("\n".join(_shown(flag)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
