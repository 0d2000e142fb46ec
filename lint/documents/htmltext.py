"""A page's characters as pieces: entities decoded and white space collapsed as a browser does."""

from __future__ import annotations

import re
from functools import cache

from lint.documents.pieces import SPACES, Piece
from lint.documents.placeholders import BLANK, HOLE
from lint.model import OBJECT
from lint.regexes import pattern


@cache
def _special() -> re.Pattern[str]:
    return pattern(
        r"[ \t\n\f\r]{2,}|[\t\n\f\r]|[\ufdd0]+|[\ufdd1]+"
        r"|&(?:\#[0-9]{1,9};?|\#[xX][0-9A-Fa-f]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
    )


class PageText:
    """Appends to `pieces`; `spaced` says whether more white space would not show."""

    def __init__(self, source: str, page: str, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.spaced = True
        self._source = source
        self._page = page

    def add(self, start: int, end: int, *, attribute: bool = False, plain: bool = False) -> None:
        """Add what stands between two offsets; in `plain` characters `&` is one of them."""
        page = self._page
        at = start
        for match in _special().finditer(page, start, end):
            first, last = match.span()
            sign = page[first]
            if sign == "&" and plain:
                continue
            self._literal(at, first)
            at = last
            if sign == HOLE:
                self.object(first, last)
            elif sign == "&":
                at = self._reference(first, last, attribute)
            elif sign != BLANK and not self.spaced:
                self.pieces.append((" ", first, last, False))
                self.spaced = True
        self._literal(at, end)

    def object(self, start: int, end: int) -> None:
        """Add something that is seen and is no prose."""
        self.pieces.append((OBJECT, start, end, False))
        self.spaced = False

    def line_break(self, start: int, end: int) -> bool:
        """Add a line break in place of white space before it; False where it follows another one."""
        pieces = self.pieces
        if pieces and pieces[-1][0] == "\n":
            pieces.pop()
            return False
        if pieces and pieces[-1][0][-1] == " ":
            text, first, last, literal = pieces.pop()
            start = first if len(text) == 1 else last - 1
            if len(text) > 1:
                pieces.append((text[:-1], first, last - 1, literal))
        if pieces:
            pieces.append(("\n", start, end, False))
            self.spaced = True
        return True

    def _literal(self, start: int, end: int) -> None:
        if self.spaced and start < end and self._page[start] == " ":
            start += 1
        if start < end:
            self.pieces.append((self._source[start:end], start, end, True))
            self.spaced = self._page[end - 1] == " "

    def _reference(self, start: int, end: int, attribute: bool) -> int:
        """Add the character that a reference stands for; return where the reference ends."""
        text, end = _decoded(self._page, start, end, attribute)
        if text in SPACES:
            if not self.spaced:
                self.pieces.append((" ", start, end, False))
                self.spaced = True
        elif text:
            self.pieces.append((text, start, end, text == self._source[start:end]))
            self.spaced = False
        return end


def _decoded(page: str, start: int, end: int, attribute: bool) -> tuple[str, int]:
    """What a character reference stands for, and where it ends; an unknown one stands for itself."""
    if page[start + 1] == "#":
        from html import unescape

        return unescape(page[start:end].rstrip(";") + ";"), end
    from html.entities import html5  # a large table, and many pages need none of it

    if page[start + 1 : end] in html5 and page[end - 1] == ";":
        return html5[page[start + 1 : end]], end
    # One of the old names, such as `&copy`, that need no semicolon and may run on into the next word.
    for stop in range(min(end, start + 7), start + 2, -1):
        name = page[start + 1 : stop]
        if name in html5:
            after = page[stop : stop + 1]
            if attribute and (after == "=" or (after.isascii() and after.isalnum())):
                break
            return html5[name], stop
    return page[start:end], end
