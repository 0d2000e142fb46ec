"""The `stet` comment that lets a finding stand, and where in the draft it goes.

`comment("house.utilize", "story.md", "a quoted statute")` is what a page offers to paste above the
paragraph; `placed` finds a place for it in the draft itself, and tries it out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lint.findings.levels import named
from lint.findings.stet import directives, stretches
from lint.model import Document, Edit, Finding, Span
from lint.regexes import pattern

REASON = "it is right as it stands"
"""Stands where nobody gave a reason."""

_PREFIX = pattern(r"[ \t]*(?:>[ \t]?)*")
_LINE_END = pattern(r"\r\n|\r|\n")


def comment(rule: str, path: str, reason: str = REASON, *, until: str = "", directive: str = "stet") -> str:
    """A comment for the draft at `path` that lets findings of `rule` stand, in its format's own form.

    `until` is a day such as `2027-01-31`. A reason that would end the comment is made to fit.
    """
    day = f" until={until}" if until else ""
    why = " ".join(reason.split()) or REASON
    if path.lower().endswith(".mdx"):
        return f"{{/* {directive} {rule}{day}: {why.replace('*/', '* /')} */}}"
    why = re.sub(r"-{2,}", "–", why).removesuffix("-")
    return f"<!-- {directive} {rule}{day}: {why} -->"


def placed(
    document: Document,
    finding: Finding,
    reason: str,
    parse: Callable[[str], Document],
    *,
    until: str = "",
) -> Edit | None:
    """The edit that lets one finding of a draft stand: on a line above its block, else at the end of its
    line, else for the whole file; None where no such place works.

    `parse` reads a source as the draft was read: each place is tried, and taken if the comment there
    covers the finding and leaves every block what it was.
    """
    lines = [comment(finding.rule, document.path, reason, until=until, directive=name) for name in _NAMES]
    shape = _shape(document)
    for edit in _places(document, finding, *lines):
        source = document.source[: edit.span.start] + edit.text + document.source[edit.span.start :]
        start = finding.span.start + (len(edit.text) if edit.span.start <= finding.span.start else 0)
        new = parse(source)
        if _shape(new) == shape and _covered(new, finding.rule, start):
            return edit
    return None


_NAMES = ("stet", "stet-file")


def _shape(document: Document) -> list[str]:
    """The kinds of a draft's blocks, and of all in it that is neither prose nor comment."""
    verbatim = [each.kind for each in document.verbatim if each.kind != "comment"]
    return [*(block.kind for block in document.blocks), *verbatim]


def _places(document: Document, finding: Finding, own: str, whole: str) -> Iterator[Edit]:
    source, place = document.source, finding.span.start
    kind, start = _block(document, place)
    found = _LINE_END.search(source)
    line_end = found.group() if found else "\n"
    above = _line_start(source, _paragraph_start(source, start) if kind == "cell" else start)
    prefix = _PREFIX.match(source, above)
    own_line = _insert(above, f"{prefix.group() if prefix else ''}{own}{line_end}")
    beside = _insert(_line_stop(source, place), f" {own}")
    # A comment on a line of its own would part the items of a Markdown list.
    yield from (beside, own_line) if kind == "item" and document.format != "text" else (own_line, beside)
    yield _insert(_line_start(source, 0), f"{whole}{line_end}{line_end}")
    yield _insert(len(source), f"{line_end}{whole}{line_end}")


def _insert(offset: int, text: str) -> Edit:
    return Edit(Span(offset, offset), text)


def _block(document: Document, place: int) -> tuple[str, int]:
    """The kind and the start of the block that holds a place of the source; ("", place) without one."""
    for block in document.blocks:
        span = document.to_source(block.span)
        if span.start <= place < max(span.end, span.start + 1):
            return block.kind, span.start
    return "", place


def _line_start(source: str, offset: int) -> int:
    start = max(source.rfind("\n", 0, offset), source.rfind("\r", 0, offset)) + 1
    return start + (start == 0 and source.startswith("\ufeff"))


def _line_stop(source: str, offset: int) -> int:
    found = _LINE_END.search(source, offset)
    stop = found.start() if found else len(source)
    return offset + len(source[offset:stop].rstrip())


def _paragraph_start(source: str, offset: int) -> int:
    """Where the lines without a blank one between them begin that hold the offset."""
    blank = list(re.finditer(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)", source[:offset]))
    return blank[-1].end() if blank else 0


def _covered(document: Document, rule: str, place: int) -> bool:
    covering, wrong = stretches(document, directives(document))
    return not wrong and any(
        span.start <= place < max(span.end, span.start + 1) and named(rule, directive.rules)
        for directive, span in covering
    )
