"""The pack `grammar`, check by check: flags in clean news, in corrected sentences, planted errors.

`python bench/run.py grammar`. Planted: in sentences that nobody corrected, one present-tense verb with
a subject gets the other number; it counts as found where a finding covers it.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

from bench.material import EVAL, SKIPPED
from bench.tables import machine, table
from lint.documents import parse
from lint.model import Config, Finding
from lint.rulepacks import load, shipped
from lint.runner.setup import build

PLANTED = 2_000
"""Sentences with a planted error."""

SUBJECTS = {"PRP": "pronoun", "NN": "common noun, singular", "NNS": "common noun, plural", "": "any subject"}


def measure() -> str | None:
    """Two tables: a line a check, a line a kind of subject."""
    from lint.engines.grammar.parser import installed

    if not (EVAL / "evalrun.py").exists() or installed() is None:
        print(SKIPPED.format(what="the table of grammar", path="../shared/eval"), file=sys.stderr)
        return None
    checks = build(load(((shipped.path("grammar"), True),)), Config(grammar={"remember": False}), None)
    news, corrected = list(_rows("clean_news")), list(_rows("grammar"))
    began = time.process_time()
    in_news = Counter(one.rule for row in news for one in _findings(checks, row["text"]))
    seconds = time.process_time() - began
    words = sum(len(row["text"].split()) for row in news)
    flags, right, spoiled = _against_annotators(checks, corrected)
    rows = [
        (
            f"`{name.partition('.')[2]}`",
            f"{1000 * in_news[name] / words:.3f} ({in_news[name]})",
            f"{right[name]} of {flags[name]}",
        )
        for name in sorted({*in_news, *flags})
    ]
    total, all_flags = sum(in_news.values()), sum(flags.values())
    rows.append(("all", f"{1000 * total / words:.3f} ({total})", f"{sum(right.values())} of {all_flags}"))
    return "\n\n".join(
        (
            f"{words:,} words of news, {len(corrected):,} sentences that people have corrected, development "
            f"split; {words / seconds:,.0f} words a second of processor time in the news, reading again "
            f"included; flags in sentences nobody corrected: {spoiled}; {machine()}.",
            table(("check", "flags per 1,000 words of news", "on a correction"), rows),
            table(("planted: subject", "found"), _planted(checks, corrected)),
        )
    )


def _rows(name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(EVAL / "dev" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _findings(checks: Any, text: str) -> list[Finding]:
    document = parse(text, "draft.txt", "text")
    return [one for check in checks for one in check(document)]


def _against_annotators(checks: Any, rows: list[dict[str, Any]]) -> tuple[Counter[str], Counter[str], int]:
    """Flags and those that overlap any annotator's edit, by rule; flags where nobody edited."""
    flags: Counter[str] = Counter()
    right: Counter[str] = Counter()
    spoiled = 0
    for row in rows:
        edits = [(edit["start"], edit["end"]) for ref in row["refs"] for edit in ref["edits"]]
        for one in _findings(checks, row["text"]):
            flags[one.rule] += 1
            right[one.rule] += any(_touches(one, start, end) for start, end in edits)
            spoiled += not edits
    return flags, right, spoiled


def _touches(one: Finding, start: int, end: int) -> bool:
    if start == end:
        return one.span.start <= start <= one.span.end
    return start < one.span.end and one.span.start < end


def _planted(checks: Any, rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
    found: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for text, place, tag in _with_errors([row for row in rows if not _edited(row)]):
        hit = any(one.span.start <= place < one.span.end for one in _findings(checks, text))
        for kind in {"", tag} & SUBJECTS.keys():
            whole[kind] += 1
            found[kind] += hit
    return [
        (label, f"{100 * found[kind] / whole[kind]:.0f} % ({found[kind]} of {whole[kind]})")
        for kind, label in SUBJECTS.items()
    ]


def _edited(row: dict[str, Any]) -> bool:
    return any(ref["edits"] for ref in row["refs"])


def _with_errors(rows: list[dict[str, Any]]) -> Iterator[tuple[str, int, str]]:
    """Sentences with one verb's number changed: text, where the verb starts, the subject's tag."""
    from lint.engines.grammar.forms import plural_verb, singular_verb
    from lint.engines.grammar.parser import installed, load, parse

    chance = random.Random(7)
    model = installed()
    assert model is not None
    chosen = chance.sample(rows, min(len(rows), 2 * PLANTED))
    made = 0
    for doc in parse(load(model), [row["text"] for row in chosen]):
        verbs = [(token, subject) for token in doc for subject in _subjects(token)]
        if not verbs or made == PLANTED:
            continue
        verb, subject = chance.choice(verbs)
        other = plural_verb(verb.lower_) if verb.tag_ == "VBZ" else singular_verb(verb.lower_)
        made += 1
        yield doc.text[: verb.idx] + other + doc.text[verb.idx + len(verb) :], verb.idx, subject.tag_


def _subjects(verb: Any) -> list[Any]:
    if verb.tag_ not in ("VBZ", "VBP") or not verb.is_alpha or verb.lower_ == "am":
        return []
    head = verb.head if verb.dep_ in ("aux", "auxpass") else verb
    return [child for child in head.lefts if child.dep_ in ("nsubj", "nsubjpass") and child.i < verb.i]
