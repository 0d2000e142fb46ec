"""Plain text: paragraphs, hard-wrapped or one a line, list items, a headline, stet comments.

A line end is a soft wrap where a reader of format=flowed would guess one (RFC 3676 has marks for it;
drafts do not): the lines are short enough to have been wrapped, and the next word would not have fitted.
"""

from __future__ import annotations

from lint.documents.pieces import Piece
from lint.documents.prose import Prose
from lint.model import BlockKind, Comment, Document, Span, Verbatim
from lint.regexes import pattern

WIDEST_WRAP = 110
"""Lines longer than this (in code points) were not wrapped by hand or by an editor's wrapping command."""

NARROWEST_WRAP = 45
"""Chunks narrower than this (in code points) are lines by themselves: a byline, an address, a poem."""

LONGEST_HEADLINE = 120
"""A first line longer than this (in code points) is a paragraph."""

_LINE = pattern(r"[^\r\n]+|\r\n?|\n")
_COMMENT = pattern(r"[ \t]*<!--((?:(?!-->).)*)-->[ \t]*")
# An em dash opens direct speech in several languages, so it is no bullet.
_BULLET = pattern(r"[ \t]*[-*+•◦▪‣·●○■][ \t]+(?=\S)")
_NUMBER = pattern(r"[ \t]*(?:\(?\d{1,3}[.)]|[a-zA-Z]\))[ \t]+(?=\S)")
_END_MARKS = tuple('.!?…:;,"”»’)')

Line = tuple[int, int]


def parse(source: str, path: str) -> Document:
    """Read plain text."""
    prose = Prose(source)
    chunks = _chunks(prose)
    for index, lines in enumerate(chunks):
        if index == 0 and len(chunks) > 1 and _is_headline(source, lines):
            prose.block("heading", _pieces(source, lines))
        else:
            _blocks(prose, lines)
    return prose.document(path=path, format="text")


def _chunks(prose: Prose) -> list[list[Line]]:
    """Lines between blank lines; comments on lines of their own are taken out."""
    source = prose.source
    chunks: list[list[Line]] = []
    chunk: list[Line] = []
    line_ends = 0
    for match in _LINE.finditer(source, 1 if source.startswith("\ufeff") else 0):
        start, end = match.span()
        if source[start] in "\r\n":
            line_ends += 1
            continue
        comment = _COMMENT.fullmatch(source, start, end) if "<!--" in source[start:end] else None
        if comment:
            span = Span(source.index("<!--", start), source.rindex("-->", start, end) + 3)
            prose.comments.append(Comment(comment[1].strip(), span))
            prose.verbatim.append(Verbatim("comment", span))
        blank = comment or source[start:end].isspace()
        if chunk and (blank or line_ends > 1):
            chunks.append(chunk)
            chunk = []
        if not blank:
            chunk.append((start, end))
        line_ends = 0
    if chunk:
        chunks.append(chunk)
    return chunks


def _is_headline(source: str, lines: list[Line]) -> bool:
    start, end = lines[0]
    text = source[start:end].rstrip()
    return (
        len(lines) == 1
        and len(text) <= LONGEST_HEADLINE
        and not text.endswith(_END_MARKS)
        and not _BULLET.match(text)
    )


def _blocks(prose: Prose, lines: list[Line]) -> None:
    """Divide a chunk into paragraphs and items."""
    source = prose.source
    width = max(end - start for start, end in lines)
    wrapped = NARROWEST_WRAP <= width <= WIDEST_WRAP
    block: list[Line] = []
    kind: BlockKind = "paragraph"
    item_indent = 0
    for index, (start, end) in enumerate(lines):
        goes_on = bool(block) and _goes_on(source, lines[index - 1], (start, end), width, wrapped)
        if kind == "item" and block and not goes_on:
            goes_on = _indent(source, start, end) >= item_indent > 0
        bullet = _BULLET.match(source, start, end)
        number = None if goes_on and kind != "item" else _NUMBER.match(source, start, end)
        marker = bullet or number
        if marker or not goes_on:
            _finish(prose, kind, block)
            block = []
            kind = "item" if marker else "paragraph"
            item_indent = marker.end() - start if marker else 0
        block.append((marker.end() if marker else start, end))
    _finish(prose, kind, block)


def _goes_on(source: str, before: Line, line: Line, width: int, wrapped: bool) -> bool:
    """Whether a line carries on the one before it."""
    start, end = line
    if not wrapped or _indent(source, start, end) > _indent(source, *before) + 1:
        return False
    word = source[start:end].split(maxsplit=1)[0]
    return before[1] - before[0] + 1 + len(word) > width


def _indent(source: str, start: int, end: int) -> int:
    return end - start - len(source[start:end].lstrip())


def _finish(prose: Prose, kind: BlockKind, lines: list[Line]) -> None:
    if lines:
        prose.block(kind, _pieces(prose.source, lines))


def _pieces(source: str, lines: list[Line]) -> list[Piece]:
    pieces: list[Piece] = []
    for start, end in lines:
        text = source[start:end].rstrip()
        at = start + len(source[start:end]) - len(source[start:end].lstrip())
        if pieces:
            pieces.append((" ", pieces[-1][2], at, False))
        pieces.append((source[at : start + len(text)], at, start + len(text), True))
    return pieces
