"""Lines and columns of a source: the one place where offsets become what an editor counts in."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from lint.model import Span
from lint.regexes import pattern

_LINE_END = pattern(r"\r\n?|\n")
_BOM = "\ufeff"


class Place(NamedTuple):
    """A line and a column, both from 1; columns count code points."""

    line: int
    column: int


class Region(NamedTuple):
    """Where a stretch starts and ends; the end is the place after its last character."""

    line: int
    column: int
    end_line: int
    end_column: int


class Lines(NamedTuple):
    """A source with the offsets at which its lines start."""

    source: str
    starts: tuple[int, ...]

    def place(self, offset: int) -> Place:
        """The line and column of a source offset; a byte order mark takes no column."""
        line = max(bisect_right(self.starts, offset), 1)
        return Place(line, max(offset - self.starts[line - 1], 0) + 1)

    def byte_place(self, offset: int) -> Place:
        """The same with a column that counts bytes of UTF-8, a byte order mark among them."""
        line = self.place(offset).line
        start = self.starts[line - 1] if line > 1 else 0
        return Place(line, len(self.source[start:offset].encode("utf-8", "replace")) + 1)

    def region(self, span: Span, *, in_bytes: bool = False) -> Region:
        """The lines and columns of a source span."""
        place = self.byte_place if in_bytes else self.place
        return Region(*place(span.start), *place(span.end))

    def bounds(self, line: int) -> Span:
        """The source span of a line, counted from 1, without its line end."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.source)
        while start < end and self.source[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)


def lines_of(source: str) -> Lines:
    """The lines of `source`; `\\n`, `\\r\\n` and `\\r` end one, as they do in editors."""
    first = 1 if source.startswith(_BOM) else 0
    return Lines(source, (first, *(match.end() for match in _LINE_END.finditer(source))))
