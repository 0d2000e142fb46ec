"""Which safe fixes are carried out together, and what a draft becomes by them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.fixes import applied, chosen, shifted, unified_diff
from lint.model import Edit, Finding, Fix, Span


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(Span(start, end), text)


def finding(*fixes: Fix) -> Finding:
    start = min((each.span.start for fix in fixes for each in fix.edits), default=0)
    return Finding("house.rule", "story.md", Span(start, start), "", "", "warning", fixes=fixes)


def safe(*edits: Edit) -> Fix:
    return Fix("", edits, safe=True)


def test_of_two_fixes_that_overlap_or_touch_the_earlier_is_taken() -> None:
    first, overlapping, touching, apart = (
        safe(edit(0, 4, "a")),
        safe(edit(2, 6, "b")),
        safe(edit(4, 5, "")),
        safe(edit(6, 8, "c")),
    )
    assert chosen(map(finding, (apart, touching, overlapping, first))) == (first, apart)


def test_a_fix_with_several_edits_is_taken_whole_or_not_at_all() -> None:
    both = safe(edit(0, 1, "x"), edit(10, 11, "y"))
    assert chosen((finding(both), finding(safe(edit(10, 12, "z"))))) == (both,)


def test_only_the_best_of_a_findings_fixes_can_be_certain() -> None:
    offered = Fix("", (edit(0, 1, "x"),))
    assert chosen((finding(offered, safe(edit(0, 1, "y"))), finding(offered), finding())) == ()


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_new_line_ends_as_the_lines_of_the_draft_do(line_end: str) -> None:
    assert applied(f"one{line_end}two", [edit(4, 4, "x\n")]).replace("x", "") == (
        f"one{line_end}{line_end}two" if len(line_end) == 1 else f"one\r{line_end}\ntwo"
    )


def test_an_offset_moves_by_the_edits_before_it() -> None:
    edits = [edit(0, 2, "long"), edit(10, 12, "")]
    assert [shifted(offset, edits) for offset in (5, 12)] == [7, 12]


texts = st.lists(st.sampled_from(("a", "b ", "é", "\n", "\r\n", "\u2028", "😀")), max_size=12).map("".join)


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs the program patch")
@given(before=texts, after=texts)
def test_patch_turns_the_draft_into_the_mended_one(
    tmp_path_factory: pytest.TempPathFactory, before: str, after: str
) -> None:
    path = tmp_path_factory.mktemp("patch") / "story.md"
    path.write_bytes(before.encode())
    diff = unified_diff("story.md", before, after)
    assert (diff == "") == (before == after)
    if diff and before and after and "\r" not in before + after:
        subprocess.run(
            ["patch", "-p0", "--quiet"], cwd=path.parent, input=diff.encode(), check=True, timeout=60
        )
        assert Path(path).read_bytes() == after.encode()


spans = st.tuples(st.integers(0, 30), st.integers(0, 4)).map(lambda one: edit(one[0], one[0] + one[1], "x"))


@given(st.lists(spans, max_size=12))
def test_what_is_chosen_never_touches_and_nothing_that_could_be_taken_is_left(edits: list[Edit]) -> None:
    def meet(one: Edit, other: Edit) -> bool:
        return one.span.start <= other.span.end and other.span.start <= one.span.end

    taken = [each for fix in chosen(finding(safe(one)) for one in edits) for each in fix.edits]
    for number, one in enumerate(taken):
        assert not any(meet(one, other) for other in taken[number + 1 :])
    assert all(any(meet(one, other) for other in taken) for one in edits)
