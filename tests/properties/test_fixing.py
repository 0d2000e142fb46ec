"""What holds for every safe fix: it is final, makes nothing new, and leaves the draft's build alone."""

from __future__ import annotations

import re
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.commands.fixing.drafts import Original
from lint.commands.fixing.rounds import mend
from lint.documents import parse
from lint.files import Input, Inputs
from lint.fixes import applied
from lint.model import Config, Finding, Report
from lint.runner import prepare
from lint.runner.draft import check_draft
from lint.runner.setup import Setup
from tests.properties.generated import drafts, names

CORPORA = Path(__file__).parents[2].parent / "shared" / "corpora"
DRAFTS = 60
"""How many drafts of each corpus are read."""

SLIPS = (
    ("the", "the the"),
    (" ", "  "),
    (",", " ,"),
    (" of ", " of of "),
    ("e", "\u200be"),
    ("report", "repotr"),
    ("on", "recieve alot on"),
    (".", ", definately, goverment."),
)


@cache
def shipped() -> Setup:
    return prepare(Config(languagetool={"mode": "off"}, grammar={"mode": "off"}), None)


def check(inputs: Inputs) -> Report:
    outcomes = [check_draft(draft, shipped()) for draft in inputs.drafts]
    results = tuple(outcome.result for outcome in outcomes if outcome.result is not None)
    return Report(results, {}, tuple(failure for outcome in outcomes for failure in outcome.failures))


def found(source: str, name: str) -> tuple[Finding, ...]:
    return check(Inputs((Input(name, source.encode()),), ())).findings


def mended(source: str, name: str) -> str:
    outcome = mend([Original(name, source.encode(), "utf-8")], check)
    assert outcome.report.failures == ()
    return outcome.mended[0].after if outcome.mended else source


def places(findings: Iterable[Finding]) -> Counter[str]:
    """How many places each rule names."""
    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.rule] += 1 + len(finding.related)
    return counts


def holds(source: str, name: str) -> int:
    """Assert all of it of one draft; returns how many safe fixes there were."""
    findings = found(source, name)
    safe = [finding for finding in findings if finding.fixes and finding.fixes[0].safe]
    for finding in safe[:5]:
        once = applied(source, finding.fixes[0].edits)
        assert places(found(once, name))[finding.rule] < places(findings)[finding.rule], finding
    if safe:
        after = mended(source, name)
        assert after != source
        assert mended(after, name) == after
        # Where a line of plain text goes on is told from the length of the lines.
        assert name.endswith(".txt") or build(after, name) == build(source, name)
        assert re.findall(r"\d", after) == re.findall(r"\d", source)
        assert re.findall(r"https?://\S+", after) == re.findall(r"https?://\S+", source)
    return len(safe)


def build(source: str, name: str) -> tuple[list[str], list[str], list[str]]:
    """What a draft is made of, beside its words."""
    document = parse(source, name)
    return (
        [block.kind for block in document.blocks],
        [inline.kind for inline in document.inlines],
        [verbatim.kind for verbatim in document.verbatim],
    )


@st.composite
def slipped(draw: st.DrawFn) -> str:
    """A generated draft with slips put in that safe fixes mend."""
    source = draw(drafts()).replace("\0", "")
    for right, wrong in draw(st.lists(st.sampled_from(SLIPS), max_size=4)):
        places = [match.start() for match in re.finditer(re.escape(right), source)]
        if places:
            at = draw(st.sampled_from(places))
            source = source[:at] + wrong + source[at + len(right) :]
    return source


@settings(max_examples=250, deadline=None)
@given(slipped(), names)
def test_of_generated_drafts(source: str, name: str) -> None:
    holds(source, name)


def test_the_slips_put_into_generated_drafts_are_mended() -> None:
    source = "The report , of of the council, was  long. They will recieve alot.\n"
    assert mended(source, "draft.md") == "The report, of the council, was long. They will receive a lot.\n"


@pytest.mark.parametrize("corpus", ["cpp-docs", "digitalgov"])
def test_of_real_drafts(corpus: str) -> None:
    path = CORPORA / f"{corpus}.tar.xz"
    if not path.exists():
        pytest.skip(f"the corpus {path} is not on this machine")
    assert sum(holds(source, name) for name, source in sampled(path)) > 0


def sampled(path: Path) -> Iterator[tuple[str, str]]:
    """Drafts of a corpus that may have something to mend, every other one, up to `DRAFTS`."""
    count = 0
    with tarfile.open(path) as archive:
        for number, member in enumerate(archive):
            file = archive.extractfile(member) if number % 2 and member.name.endswith(".md") else None
            if file is None:
                continue
            source = file.read().decode("utf-8", "replace").replace("\0", "")
            if _LIKELY.search(source):
                count += 1
                yield member.name, source
            if count == DRAFTS:
                return


_LIKELY = re.compile(r"[a-z]  [a-z]|[a-z] ,|\b(the|of|and|a) \1\b|\u200b[a-z]")
