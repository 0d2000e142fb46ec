"""Front matter: the `---` (YAML) or `+++` (TOML) block that opens a Markdown file.

Only simple scalars at its top level are read, without a YAML library, since each character of a title
must be found again in the source.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lint.documents.entities import decoded
from lint.documents.pieces import Piece
from lint.model import OBJECT
from lint.regexes import pattern

PROSE = {
    "title": True,
    "headline": True,
    "subtitle": False,
    "subheadline": False,
    "description": False,
    "summary": False,
    "deck": False,
    "dek": False,
    "lede": False,
    "standfirst": False,
    "excerpt": False,
    "teaser": False,
    "abstract": False,
}
"""The fields that a reader sees, and whether each is a heading."""


class Field(NamedTuple):
    """A field whose value is prose: the pieces of its value, and whether it is a heading."""

    heading: bool
    pieces: list[Piece]


class FrontMatter(NamedTuple):
    """`end` is the source offset after the block; `meta` holds the simple scalars, keys in lower case."""

    end: int
    meta: dict[str, str]
    fields: list[Field]


_FENCE = pattern(r"(---|\+\+\+)[ \t]*\r?\n")
_CLOSING = {
    "---": pattern(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE),
    "+++": pattern(r"^\+\+\+[ \t]*\r?$\n?", re.MULTILINE),
}
# Else the first `---` is a thematic break, and what follows is text.
_LOOKS_RIGHT = pattern(r"(?:\s|#[^\n]*\n)*(?:[\w\"'][\w .\"'-]{0,80}[ \t]*[:=]|\[\[?[\w.-]+\]|-[ \t]|\Z)")
_YAML_LINE = pattern(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+|$)([^\r\n]*)")
_TOML_LINE = pattern(r"([A-Za-z_][\w-]*)[ \t]*=[ \t]*([^\r\n]*)")
_YAML_ESCAPE = pattern(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "0": " ", "b": " ", "f": " ", "v": " ", "a": " ", "e": " "}
_MARKUP = pattern(
    r"(?P<code>`[^`\n]+`)|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?<![\w*])(?P<marks>\*{1,2})(?=[^\s*])(?P<emphasised>[^*\n]{1,300})(?<=\S)(?P=marks)(?![\w*])"
)


def read_front_matter(source: str, start: int) -> FrontMatter | None:
    """The front matter that stands at the source offset `start`, or None."""
    fence = _FENCE.match(source, start)
    if fence is None:
        return None
    closing = _CLOSING[fence[1]].search(source, fence.end())
    if closing is None or not _LOOKS_RIGHT.match(source, fence.end(), closing.start()):
        return None
    toml = fence[1] == "+++"
    meta: dict[str, str] = {}
    fields: list[Field] = []
    lines = list(_lines(source, fence.end(), closing.start()))
    for index, (at, end) in enumerate(lines):
        if toml and source[at:end].lstrip().startswith("["):
            break
        match = (_TOML_LINE if toml else _YAML_LINE).match(source, at, end)
        if match is None:
            continue
        value = _value(source, match.start(2), match.end(2), lines[index + 1 :], toml)
        if value is None:
            continue
        key = match[1].lower()
        meta.setdefault(key, "".join(piece[0] for piece in value).strip())
        if key in PROSE:
            fields.append(Field(PROSE[key], _without_markup(value)))
    return FrontMatter(closing.end(), meta, fields)


def _lines(source: str, start: int, end: int) -> list[tuple[int, int]]:
    lines = []
    while start < end:
        stop = source.find("\n", start, end)
        stop = end if stop < 0 else stop
        lines.append((start, stop - 1 if stop > start and source[stop - 1] == "\r" else stop))
        start = stop + 1
    return lines


def _value(
    source: str, start: int, end: int, following: list[tuple[int, int]], toml: bool
) -> list[Piece] | None:
    """A scalar's pieces, or None where it is a list, a table or something this reader leaves alone."""
    text = source[start:end]
    if text[:1] in ('"', "'") and text[:3] not in ('"""', "'''"):
        return _quoted(source, start, end, toml)
    if toml:
        return [(text, start, end, True)] if pattern(r"[\w.:+-]+").fullmatch(text) else None
    if text[:1] and text[0] in ">|":
        return _wrapped(source, [], following) if pattern(r"[>|][+-]?[ \t]*").fullmatch(text) else None
    bare = re.split(r"[ \t]+#", text, maxsplit=1)[0].rstrip()
    if not bare or bare[0] in "[{&*!%@`#":
        return None
    return _wrapped(source, [(start, start + len(bare))], following)


def _wrapped(
    source: str, lines: list[tuple[int, int]], following: list[tuple[int, int]]
) -> list[Piece] | None:
    """A scalar that goes on over the indented lines that follow."""
    for at, end in following:
        text = source[at:end]
        if not text[:1].isspace() or not text.strip():
            break
        lines.append((at + len(text) - len(text.lstrip()), at + len(text.rstrip())))
    pieces: list[Piece] = []
    for start, end in lines:
        if pieces:
            pieces.append((" ", pieces[-1][2], start, False))
        pieces.append((source[start:end], start, end, True))
    return pieces or None


def _quoted(source: str, start: int, end: int, toml: bool) -> list[Piece] | None:
    mark = source[start]
    escape = pattern("''") if mark == "'" else _YAML_ESCAPE
    pieces: list[Piece] = []
    at = start + 1
    closed = escaped = None
    while closed is None:
        closed = source.find(mark, at, end)
        escaped = None if mark == "'" and toml else escape.search(source, at, end)
        if escaped and escaped.start() <= closed:
            if at < escaped.start():
                pieces.append((source[at : escaped.start()], at, escaped.start(), True))
            pieces.append((_unescaped(escaped.group()), escaped.start(), escaped.end(), False))
            at, closed = escaped.end(), None
    if closed < 0 or source[closed + 1 : end].split("#", maxsplit=1)[0].strip():
        return None
    if at < closed:
        pieces.append((source[at:closed], at, closed, True))
    return pieces or None


def _unescaped(escape: str) -> str:
    if escape == "''":
        return "'"
    if escape[1] in "xuU" and len(escape) > 2:
        point = int(escape[2:], 16)
        return chr(point) if 0x20 <= point < 0x110000 else " "
    text = _CONTROLS.get(escape[1], escape[1])
    return " " if text.isspace() else text


def _without_markup(pieces: list[Piece]) -> list[Piece]:
    """The pieces with inline code as an object, entities decoded and the marks of emphasis left out."""
    cut: list[Piece] = []
    for text, start, end, literal in pieces:
        at = 0
        for match in _MARKUP.finditer(text) if literal else ():
            first, last = match.span()
            cut.append((text[at:first], start + at, start + first, True))
            if match["code"]:
                cut.append((OBJECT, start + first, start + last, False))
            elif match["entity"]:
                cut.append((decoded(match.group()), start + first, start + last, False))
            else:
                inner = match.span("emphasised")
                cut.append((text[slice(*inner)], start + inner[0], start + inner[1], True))
            at = last
        if at < len(text) or not literal:
            cut.append((text[at:], start + at, end, literal))
    return [piece for piece in cut if piece[0]]
