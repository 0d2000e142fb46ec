"""Which safe fixes are carried out together, what a draft becomes by them, and what that changes."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator

from lint.model import Edit, Finding, Fix, Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_LINE_END = re.compile(r"\r\n|\r|\n")


def chosen(findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """The safe fixes that can be carried out at once, in the order of the draft.

    Only a finding's first fix counts: a safe one behind another is not certain. Of two whose edits
    overlap or touch, the earlier is taken; the other is found again in what comes of it.
    """
    safe = [finding.fixes[0] for finding in findings if finding.fixes and finding.fixes[0].safe]
    taken: list[Fix] = []
    places: list[Span] = []
    for fix in sorted(safe, key=lambda fix: sorted(fix.edits)):
        if fix.edits and not any(_touched(edit.span, places) for edit in fix.edits):
            taken.append(fix)
            for edit in fix.edits:
                insort(places, edit.span)
    return tuple(taken)


def _touched(span: Span, places: list[Span]) -> bool:
    """Whether a span overlaps or touches one of the places, which are in order and apart."""
    index = bisect_right(places, span)
    before, after = places[max(index - 1, 0) : index], places[index : index + 1]
    return any(place.end >= span.start for place in before) or any(span.end >= place.start for place in after)


def applied(source: str, edits: Iterable[Edit]) -> str:
    """The source with edits that do not overlap carried out; a new line ends as the draft's lines do."""
    own = _LINE_END.search(source)
    line_end = own.group() if own else "\n"
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts += (source[at : edit.span.start], _LINE_END.sub(line_end, edit.text))
        at = edit.span.end
    return "".join((*parts, source[at:]))


def shifted(offset: int, edits: Iterable[Edit]) -> int:
    """Where an offset of the source lies once edits that stand before it are carried out."""
    return offset + sum(
        len(edit.text) - (edit.span.end - edit.span.start) for edit in edits if edit.span.end <= offset
    )


def unified_diff(path: str, before: str, after: str) -> str:
    """What `patch -p0` needs to turn `before` into `after`; "" where they are the same."""
    from difflib import unified_diff as lines_of_diff

    lines = lines_of_diff(_LINE.findall(before), _LINE.findall(after), path, path)
    return "".join(_ended(lines))


def _ended(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a diff, with its remark where the last of a file does not end."""
    for line in lines:
        yield line if line[-1:] in ("\n", "\r") else f"{line}\n\\ No newline at end of file\n"
