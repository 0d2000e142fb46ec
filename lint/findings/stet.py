"""What a `stet` comment says.

<!-- stet -->                                 all rules, the block that follows or this line
<!-- stet house.utilize, spelling: a quoted statute -->
<!-- stet house.utilize until=2027-01-31: the statute is rewritten this winter -->
<!-- stet-begin house -->  …  <!-- stet-end -->
<!-- stet-file names.variant: both forms are discussed -->
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from lint.model import Document, Span
from lint.regexes import pattern

DIRECTIVES = ("stet", "stet-begin", "stet-end", "stet-file")

_COMMENT = pattern(r"\s*(stet(?:-\w+)?)(?![\w-])([^:]*)(?::(.*))?\s*\Z", re.DOTALL)


class Directive(NamedTuple):
    """One comment: what it does, for which rules (none: for all), why, where it stands, until which day.

    `until` is what is written, be it a day or not; "" where nothing is.
    """

    name: str
    rules: tuple[str, ...]
    reason: str
    span: Span
    until: str = ""

    @property
    def written(self) -> str:
        return f"{self.name} {', '.join(self.rules)}".strip()


class Stretch(NamedTuple):
    """The part of the source that a directive covers."""

    directive: Directive
    span: Span


def directives(document: Document) -> list[Directive]:
    """The `stet` comments of a draft, in order."""
    found = []
    for comment in document.comments:
        if match := _COMMENT.match(comment.text):
            rules, until = _words(match[2])
            found.append(Directive(match[1], rules, (match[3] or "").strip(), comment.span, until))
    return sorted(found, key=lambda directive: directive.span)


def _words(text: str) -> tuple[tuple[str, ...], str]:
    """The rules that a comment names, and the day it names with `until=`."""
    rules: list[str] = []
    until = ""
    words = iter([word for word in re.split(r"[\s,]+|(?<=until)=", text) if word])
    for word in words:
        if word == "until":
            until = next(words, "until")
        else:
            rules.append(word)
    return tuple(rules), until


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar such as `2027-01-31`."""
    from datetime import date

    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def expired(directive: Directive, today: str) -> bool:
    """Whether the comment's last day is before `today`; the day itself still counts."""
    return bool(directive.until and today) and is_day(directive.until) and directive.until < today


def stretches(
    document: Document, found: list[Directive]
) -> tuple[list[Stretch], list[tuple[Directive, str]]]:
    """What each directive covers, and the directives that miss their other half, with what is wrong."""
    blocks = sorted((document.to_source(block.span), block.kind) for block in document.blocks)
    covered: list[Stretch] = []
    wrong: list[tuple[Directive, str]] = []
    begun: list[Directive] = []
    for directive in found:
        if directive.name == "stet":
            covered.append(Stretch(directive, _reach(document.source, blocks, directive.span)))
        elif directive.name == "stet-file":
            covered.append(Stretch(directive, Span(0, len(document.source))))
        elif directive.name == "stet-begin":
            begun.append(directive)
        elif directive.name == "stet-end":
            begin = _begin_of(directive, begun)
            if begin is None:
                wrong.append((directive, "This “stet-end” has no “stet-begin” before it."))
            else:
                begun.remove(begin)
                covered.append(Stretch(begin, Span(begin.span.end, directive.span.start)))
    for directive in begun:
        covered.append(Stretch(directive, Span(directive.span.end, len(document.source))))
        wrong.append((directive, "This “stet-begin” has no “stet-end”: it holds to the end of the file."))
    return sorted(covered, key=lambda stretch: stretch.directive.span), wrong


def _begin_of(end: Directive, begun: list[Directive]) -> Directive | None:
    """The latest begin that is still open; one for the same rules where the end names rules."""
    return next((begin for begin in reversed(begun) if not end.rules or begin.rules == end.rules), None)


def _reach(source: str, blocks: Sequence[tuple[Span, str]], comment: Span) -> Span:
    """The line that carries the comment; where it stands alone, all up to the end of the next block."""
    start = source.rfind("\n", 0, comment.start) + 1
    end = source.find("\n", comment.end)
    end = len(source) if end < 0 else end
    alone = not (source[start : comment.start] + source[comment.end : end]).strip("\ufeff \t\r>*-|")
    if not alone:
        return Span(start, end)
    following = bisect_left(blocks, comment.end, key=lambda block: block[0].start)
    if following == len(blocks):
        return Span(comment.end, len(source))
    block, kind = blocks[following]
    # A table is one thing to its writer: the comment above it means all of its cells.
    return Span(comment.end, _end_of_paragraph(source, block.end) if kind == "cell" else block.end)


def _end_of_paragraph(source: str, offset: int) -> int:
    blank = pattern(r"\n[ \t\r]*(?=\n)").search(source, offset)
    return blank.start() if blank else len(source)
