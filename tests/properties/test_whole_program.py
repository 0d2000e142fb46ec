"""What holds for every draft, whatever is written in it and however it is marked up."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint import cache as kept_packs
from lint.files import Input, Inputs
from lint.model import Config, Finding, Fix, Result, apply_edits
from lint.runner import prepare, run
from lint.runner.draft import check_draft
from lint.runner.setup import Setup
from tests.properties.generated import ERRORS, drafts, names

CONFIG = Config(languagetool={"mode": "off"}, grammar={"mode": "off"})


@cache
def shipped() -> Setup:
    """Every shipped pack that is on by default, made ready once."""
    return prepare(CONFIG, None)


def checked(source: str, name: str) -> Result | None:
    """The draft's result, or None where it is refused (a NUL makes it binary)."""
    outcome = check_draft(Input(name, source.encode("utf-8")), shipped())
    assert (outcome.result is None) == ("\0" in source)
    return outcome.result


def found(source: str, name: str) -> tuple[Finding, ...]:
    result = checked(source, name)
    return result.findings if result else ()


@pytest.mark.parametrize("sentence", ERRORS)
def test_the_errors_in_generated_drafts_are_such_that_are_found(sentence: str) -> None:
    assert found(f"The council met in Turkey, where ISIS was; Turkey voted.\n\n{sentence}\n", "draft.txt")


@settings(max_examples=150, deadline=None)
@given(drafts(), names)
def test_a_finding_says_the_very_characters_of_the_source(source: str, name: str) -> None:
    for finding in found(source, name):
        assert source[slice(*finding.span)] == finding.text
        for place in finding.related:
            assert place.path == ""
            assert source[slice(*place.span)] == place.text


@settings(max_examples=150, deadline=None)
@given(drafts(), names)
def test_a_fix_touches_nothing_outside_its_edits(source: str, name: str) -> None:
    for finding in found(source, name):
        for fix in finding.fixes:
            assert between_edits(source, fix) == between_edits_of_fixed(source, fix)
            assert apply_edits(source, 0, fix.edits) != source


def between_edits(source: str, fix: Fix) -> list[str]:
    """The stretches of the source that no edit of the fix names."""
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    assert all(one.span.end <= other.span.start for one, other in pairwise(edits))
    assert all(0 <= edit.span.start <= edit.span.end <= len(source) for edit in edits)
    cuts = [0, *(offset for edit in edits for offset in edit.span), len(source)]
    return [source[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=True)]


def between_edits_of_fixed(source: str, fix: Fix) -> list[str]:
    """The same stretches, read from the fixed source by walking over what the edits wrote."""
    fixed = apply_edits(source, 0, fix.edits)
    stretches, at, shift = [], 0, 0
    for edit in sorted(fix.edits, key=lambda edit: edit.span):
        stretches.append(fixed[at + shift : edit.span.start + shift])
        start = edit.span.start + shift
        assert fixed[start : start + len(edit.text)] == edit.text
        shift += len(edit.text) - (edit.span.end - edit.span.start)
        at = edit.span.end
    return [*stretches, fixed[at + shift :]]


@settings(max_examples=100, deadline=None)
@given(drafts(), names)
def test_findings_stand_in_the_order_of_their_places_and_are_the_same_again(source: str, name: str) -> None:
    result = checked(source, name)
    findings = result.findings if result else ()
    assert [one.span.start for one in findings] == sorted(one.span.start for one in findings)
    assert len(set(findings)) == len(findings)
    assert checked(source, name) == result


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.tuples(drafts(), names), min_size=2, max_size=8))
def test_two_processes_report_what_one_reports(
    texts: list[tuple[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_CACHE", str(tmp_path))
    inputs = Inputs(
        tuple(
            Input(f"{number:02}-{name}", text.encode("utf-8")) for number, (text, name) in enumerate(texts)
        ),
        (),
    )
    one, two = (run(inputs, CONFIG, jobs=jobs, ledger=True, memory=kept_packs) for jobs in (1, 2))
    assert one == two
