"""What LanguageTool says and what is left of it: hits, precision and flags, raw against filtered.

    python -m bench.languagetool_filter [--rows 1000] [--keep]

Needs LanguageTool installed (`copydesk languagetool install`) and the rows in ../shared/eval/dev, which
are no part of this repository. All rows (`--rows 0`) take a quarter of an hour of one processor. A flag
is a hit where it touches an edit of any annotator. --keep writes the table into bench/README.md.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from bench.material import EVAL, SKIPPED
from bench.tables import keep, table
from lint.documents import parse
from lint.engines.languagetool import build
from lint.engines.languagetool.annotate import annotate, said
from lint.engines.languagetool.speller import is_speller
from lint.languagetool.client import Answer
from lint.languagetool.session import Session, Text
from lint.languagetool.settings import Settings
from lint.languagetool.source import identity
from lint.model import Config
from lint.rulepacks import load, shipped

DEV = EVAL / "dev"


class Flag(NamedTuple):
    """A place that was flagged, in code points of the row's text."""

    start: int
    end: int
    rule: str
    severity: str = ""


VIEWS: dict[str, Callable[[Flag], bool]] = {
    "all": lambda flag: True,
    "outside its speller": lambda flag: not is_speller(flag.rule),
    "outside its speller, warnings": lambda flag: not is_speller(flag.rule) and flag.severity != "suggestion",
}


class Row(NamedTuple):
    """A text, the edits of all its annotators, and both kinds of flags."""

    words: int
    edits: list[dict[str, Any]]
    raw: list[Flag]
    filtered: list[Flag]


def measure(limit: int = 1000) -> str | None:
    """Both tables in Markdown, or None, said on standard error, where something is missing."""
    if not (DEV / "grammar.jsonl.gz").exists():
        print(SKIPPED.format(what="languagetool_filter", path="../shared/eval/dev"), file=sys.stderr)
        return None
    if identity(Settings()) is None:
        print("bench: languagetool_filter needs LanguageTool installed; skipped", file=sys.stderr)
        return None
    grammar = list(_rows("grammar", limit))
    news = list(_rows("clean_news", limit // 10))
    sentences = table(("corrected sentences", "flags", "hits", "precision", "of raw hits"), _scored(grammar))
    articles = table(("published news, flags per 1,000 words", "raw", "filtered"), _counted(news))
    return (
        f"{len(grammar)} sentences (a hit touches an edit of any annotator) and {len(news)} articles.\n\n"
        f"{sentences}\n\n{articles}"
    )


def _rows(name: str, limit: int) -> Iterator[Row]:
    """Rows spread evenly over a set, all of them where the limit is 0."""
    with gzip.open(DEV / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    session = Session(Settings())
    rules = load(((shipped.path("languagetool"), True),))
    engine = build(rules, Config(languagetool={"mode": "on", "remember": False}))
    for row in rows[:: max(1, len(rows) // limit)] if limit else rows:
        text = row["text"]
        filtered = [
            Flag(*each.span, each.rule.removeprefix("languagetool."), each.severity)
            for each in engine(parse(text, "draft.txt"))
        ]
        edits = [edit for reference in row.get("refs", ()) for edit in reference["edits"]]
        yield Row(len(text.split()), edits, list(_raw(text, session)), filtered)
    if engine.failures:
        raise RuntimeError(engine.failures[0].message)


def _raw(text: str, session: Session) -> Iterator[Flag]:
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            parts = annotate(line)
            [answer] = session.check([Text("en-US", parts)])
            if not isinstance(answer, Answer):
                raise RuntimeError(answer.message)
            for match in answer.matches:
                found = said(parts, match)
                if found is not None:
                    yield Flag(offset + found[0], offset + found[1], found[2])
        offset += len(line) + 1


def _scored(rows: Iterable[Row]) -> Iterator[tuple[object, ...]]:
    rows = list(rows)
    for view, wanted in VIEWS.items():
        of_raw = 0
        for kind in ("raw", "filtered"):
            flags = [(row, flag) for row in rows for flag in getattr(row, kind) if wanted(flag)]
            hits = sum(any(_touch(edit, flag) for edit in row.edits) for row, flag in flags)
            of_raw = of_raw or hits
            if kind == "filtered" or "warnings" not in view:
                yield f"{kind}, {view}", len(flags), hits, _share(hits, len(flags)), _share(hits, of_raw)


def _counted(rows: list[Row]) -> Iterator[tuple[object, ...]]:
    thousands = sum(row.words for row in rows) / 1000 or 1.0
    for view, wanted in VIEWS.items():
        raw, filtered = (
            f"{sum(wanted(flag) for row in rows for flag in getattr(row, kind)) / thousands:.2f}"
            for kind in ("raw", "filtered")
        )
        yield view, "" if "warnings" in view else raw, filtered


def _touch(edit: dict[str, Any], flag: Flag) -> bool:
    if edit["start"] == edit["end"]:
        return flag.start <= int(edit["start"]) <= flag.end
    return flag.start < int(edit["end"]) and int(edit["start"]) < flag.end


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    made = measure(options.rows)
    if made is not None:
        print(made)
        if options.keep:
            keep("languagetool_filter", made)
