"""A warm run on one small file, beside codespell and typos on the same file, turn by turn."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bench.costs import COPYDESK, ROOT, SCRATCH, Cost, cpu, in_turn, ratio
from bench.material import corpus, pages
from bench.peers import CODESPELL, TYPOS, installed
from bench.tables import machine, table
from lint import rulepacks
from lint.rulepacks import shipped

ROUNDS = 25

WORD_PACKS = ("spelling", "names", "abbreviations")
STYLE_PACKS = (
    "typography",
    "consistency",
    "figures",
    "quotations",
    "sourcing",
    "mentions",
    "wordiness",
    "tone",
    "repetition",
)

NOTICE = """\
The library will be closed on Monday. Readers who have booked a room can use it on Tuesday instead,
and books that are due this week may be returned a day later. The café stays open.
"""


def measure() -> str | None:
    """A table: CPU milliseconds and what they are in terms of codespell's."""
    peers = installed()
    rows = []
    for label, path in _files().items():
        costs = in_turn(_commands(path, peers), ROUNDS)
        rows.append((label, f"{path.stat().st_size:,}", *_cells(costs)))
    programs = ("copydesk", "codespell", "typos")
    head = ("file", "bytes", *programs, "copydesk : codespell", "with : without words", "style packs add")
    return "\n\n".join(
        (
            f"CPU milliseconds, medians of {ROUNDS} rounds on {machine()}; codespell {CODESPELL}, "
            f"typos {TYPOS}. Words: the packs {', '.join(WORD_PACKS)}. Style packs: "
            f"{', '.join(STYLE_PACKS)}.",
            table(head, rows),
        )
    )


def _files() -> dict[str, Path]:
    """A notice without a finding, a page of documentation where there is one, the draft in seeds/."""
    notice = SCRATCH / "notice.txt"
    notice.parent.mkdir(parents=True, exist_ok=True)
    notice.write_text(NOTICE, encoding="utf-8")
    files = {"a short notice, clean": notice}
    folder = corpus("digitalgov", "the page in the table of start-up")
    if folder:
        files["a page in Markdown"] = next(
            page for page in pages(folder) if 3000 < page.stat().st_size < 5000
        )
    files["the draft in seeds/"] = next((ROOT / "seeds").glob("*.txt"))
    return files


def _commands(path: Path, peers: Path | None) -> dict[str, list[str]]:
    own = [COPYDESK, "check", "--languagetool", "off", "--grammar", "off", str(path)]
    commands = {
        "copydesk": own,
        "without words": [*own, "--config", str(_without(WORD_PACKS))],
        "without style": [*own, "--config", str(_without(STYLE_PACKS))],
    }
    if peers:
        commands |= {name: [str(peers / name), str(path)] for name in ("codespell", "typos")}
    return commands


def _without(left_out: tuple[str, ...]) -> Path:
    """A configuration with the packs that are on by default, but for some."""
    loaded = rulepacks.load([(shipped.path(name), False) for name in shipped.names()])
    packs = dict.fromkeys(rule.pack for rule in loaded if rule.asked and rule.pack not in left_out)
    path = SCRATCH / f"without-{left_out[0]}.yml"
    path.write_text(f"packs: [{', '.join(packs)}]\n", encoding="utf-8")
    return path


def _cells(costs: Mapping[str, list[Cost]]) -> tuple[str, ...]:
    def milliseconds(name: str) -> str:
        return f"{1000 * cpu(costs[name]):.0f}" if name in costs else "–"

    peer = f"{ratio(costs['copydesk'], costs['codespell']):.2f}" if "codespell" in costs else "–"
    words = f"{ratio(costs['copydesk'], costs['without words']):.2f}"
    style = f"{1000 * (cpu(costs['copydesk']) - cpu(costs['without style'])):.0f}"
    return (*map(milliseconds, ("copydesk", "codespell", "typos")), peer, words, style)
