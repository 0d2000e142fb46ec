"""A line of the draft with its words underlined, cut to fit beside them."""

from __future__ import annotations

from typing import NamedTuple

from lint.model import Span
from lint.reporters.lines import Lines
from lint.reporters.visible import clusters

_CUT = "…"
_WORD = 14
"""A cut that is at most this many columns off is moved to the next space."""


class Excerpt(NamedTuple):
    """A piece of a line in three parts, printable, and where the underline goes (in columns)."""

    before: str
    words: str
    after: str
    indent: int
    columns: int


def excerpt(lines: Lines, span: Span, width: int) -> Excerpt:
    """The first line of the source span, cut with `…` to `width` columns around the span.

    An empty span is underlined with one column, the place where something is missing.
    """
    line = lines.bounds(lines.place(span.start).line)
    start = min(span.start, line.end)
    end = min(max(span.end, start), line.end)
    # No more of the line is looked at than can be shown: some drafts are one line of megabytes.
    words, words_cut = _fit(lines.source[start : min(end, start + width + 1)], width - 2)
    words_cut = words_cut or end < span.end
    room = max(width - _total(words) - 2, 0)
    head = list(clusters(lines.source[max(line.start, start - width) : start]))
    tail = [] if words_cut else list(clusters(lines.source[end : min(line.end, end + width)]))
    right = min(_total(tail), max(room - room // 2, room - _total(head)))
    before, head_cut = _last(head, room - right, cut=start - width > line.start)
    after, tail_cut = _first(tail, right, cut=end + width < line.end)
    if not head_cut:
        before = before.lstrip()
    before = _CUT + before if head_cut else before
    after = _CUT if words_cut else after.rstrip() + (_CUT if tail_cut else "")
    return Excerpt(before, _text(words), after, _measure(before), max(_total(words), 1))


def _fit(text: str, room: int) -> tuple[list[tuple[str, int]], bool]:
    shown: list[tuple[str, int]] = []
    used = 0
    for printed, columns in clusters(text):
        used += columns
        if used > room:
            return shown, True
        shown.append((printed, columns))
    return shown, False


def _last(pieces: list[tuple[str, int]], room: int, *, cut: bool) -> tuple[str, bool]:
    """The end of `pieces` that fits, and whether anything before it was left out."""
    index, used = len(pieces), 0
    while index and used + pieces[index - 1][1] <= room:
        index -= 1
        used += pieces[index][1]
    if not index and not cut:
        return _text(pieces), False
    while index < len(pieces) and pieces[index][1] == 0:
        index += 1
    kept = _text(pieces[index:])
    space = kept.find(" ", 0, _WORD)
    return kept[space + 1 :] if 0 <= space < len(kept) - 1 else kept, True


def _first(pieces: list[tuple[str, int]], room: int, *, cut: bool) -> tuple[str, bool]:
    """The beginning of `pieces` that fits, and whether anything after it was left out."""
    index, used = 0, 0
    while index < len(pieces) and used + pieces[index][1] <= room:
        used += pieces[index][1]
        index += 1
    if index == len(pieces) and not cut:
        return _text(pieces), False
    kept = _text(pieces[:index])
    space = kept.rfind(" ", max(len(kept) - _WORD, 0))
    return kept[:space] if space > 0 else kept, True


def _text(pieces: list[tuple[str, int]]) -> str:
    return "".join(printed for printed, _ in pieces)


def _total(pieces: list[tuple[str, int]]) -> int:
    return sum(columns for _, columns in pieces)


def _measure(printed: str) -> int:
    return _total(list(clusters(printed)))
