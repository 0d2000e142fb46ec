"""Cuts a page into tags, comments and text, as a browser does, each with its place.

It follows the tokenizer of the HTML standard (https://html.spec.whatwg.org/multipage/parsing.html), with
one liberty: a quotation mark that an attribute never closes does not swallow the rest of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lint.documents.wordset import wordset
from lint.regexes import pattern

RAW = wordset("script style xmp iframe noembed noframes textarea title")
"""Elements that hold characters only: nothing but their own end tag ends them."""

FOREIGN = wordset("svg math")
"""Elements of other languages: drawings and formulas."""

_HTML_AGAIN = wordset("foreignobject desc title annotation-xml")
# Within a drawing or a formula that was never closed, these end it.
_BREAKOUT = wordset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing "
    "menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)


class Token(NamedTuple):
    """A stretch of the page; `name` is an element's, in lower case.

    Kinds: `text`, `open`, `close`, `comment`, `cdata`; `declaration` is everything else in `<…>`, `raw` what
    stands in one of `RAW`, `foreign` a drawing or formula from its first tag to its last.
    """

    kind: str
    start: int
    end: int
    name: str = ""


class Attribute(NamedTuple):
    """An attribute's name, in lower case, and where its value stands, quotation marks left out."""

    name: str
    start: int
    end: int


@cache
def _markup() -> re.Pattern[str]:
    attribute = (
        r"[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+"
        r"(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+(?:\"[^\"]*+\"|'[^']*+'|(?=>)|[^ \t\n\f\r>]++))?+"
    )
    return pattern(
        r"<(?:(?P<comment>!--)|(?P<cdata>!\[CDATA\[)|(?P<declaration>[!?]|/(?![A-Za-z]))"
        rf"|(?P<close>/?)(?P<name>[A-Za-z][^ \t\n\f\r/>]*+)(?:[ \t\n\f\r/]++|{attribute})*+(?P<end>>?))"
    )


@cache
def _attribute() -> re.Pattern[str]:
    return pattern(
        r"([^ \t\n\f\r/>][^ \t\n\f\r/>=]*+)"
        r"(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+(?:\"([^\"]*+)\"|'([^']*+)'|(?=>)|([^ \t\n\f\r>]++)))?+"
    )


def attributes(page: str, tag: Token) -> Iterator[Attribute]:
    """The attributes of an `open` tag, in order."""
    at = tag.start + 1 + len(tag.name)
    for match in _attribute().finditer(page, at, tag.end - 1):
        group = match.lastindex or 1
        start, end = match.span(group) if group > 1 else (match.end(), match.end())
        yield Attribute(match[1].lower(), start, end)


def tokens(page: str, start: int = 0, *, xml: bool = False) -> Iterator[Token]:
    """The page's tokens from the offset `start` on; they tile it. `xml`: a CDATA section is text."""
    search = _markup().search
    at = start
    while match := search(page, at):
        first = match.start()
        if at < first:
            yield Token("text", at, first)
        token = _token(page, match, xml)
        yield token
        at = token.end
        if token.kind == "open" and token.name in RAW and not (xml and page[at - 2] == "/"):
            at = _raw_end(page, at, token.name)
            if token.end < at:
                yield Token("raw", token.end, at, token.name)
        elif token.name == "plaintext" and token.kind == "open":
            break
    if at < len(page):
        yield Token("text", at, len(page))


def _token(page: str, match: re.Match[str], xml: bool) -> Token:
    start, end = match.span()
    if match["name"] is not None:
        name = match["name"].lower()
        if not match["end"]:
            # The end of the page: what is left of a tag is not shown.
            return Token("declaration", start, end)
        if match["close"]:
            return Token("close", start, end, name)
        if name in FOREIGN and page[end - 2] != "/":
            return Token("foreign", start, _foreign_end(page, end, name), name)
        return Token("open", start, end, name)
    if match["comment"]:
        return Token("comment", start, _comment_end(page, end))
    if match["cdata"] and xml:
        return Token("cdata", start, _after(page, "]]>", end))
    return Token("declaration", start, _after(page, ">", start))


def _foreign_end(page: str, at: int, name: str) -> int:
    """Where a drawing or formula ends."""
    search = _markup().search
    depth = 1
    inner = 0
    while match := search(page, at):
        at = match.end()
        part = (match["name"] or "").lower()
        step = 0 if not part or page[at - 2] == "/" else -1 if match["close"] else 1
        if part == name:
            depth += step
            if depth == 0:
                return at
        elif part in _HTML_AGAIN:
            inner += step
        elif part in _BREAKOUT and not match["close"] and inner <= 0:
            return match.start()
        elif match["comment"]:
            at = _comment_end(page, at)
        elif match["cdata"]:
            at = _after(page, "]]>", at)
    return len(page)


def _comment_end(page: str, at: int) -> int:
    for short in (">", "->"):
        if page.startswith(short, at):
            return at + len(short)
    match = _comment_close().search(page, at)
    return match.end() if match else len(page)


@cache
def _comment_close() -> re.Pattern[str]:
    return pattern("--!?>")


def _after(page: str, sign: str, at: int) -> int:
    found = page.find(sign, at)
    return found + len(sign) if found >= 0 else len(page)


def _raw_end(page: str, at: int, name: str) -> int:
    match = _raw_close(name).search(page, at)
    return match.start() if match else len(page)


@cache
def _raw_close(name: str) -> re.Pattern[str]:
    return pattern(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE)
