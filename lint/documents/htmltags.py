"""Raw HTML in a draft: its tags steer blocks and marks, its text is prose, its comments are comments."""

from __future__ import annotations

import re
from typing import Literal

from lint.documents.entities import decoded
from lint.documents.flow import Flow
from lint.documents.htmlnames import BLOCKS, CODE, KINDS, MARKS, SKIPPED
from lint.documents.pieces import Piece
from lint.documents.placeholders import BLANK, HOLE
from lint.model import OBJECT, BlockKind, Comment, Span, Verbatim
from lint.regexes import pattern

TOKEN = pattern(
    r"<!--(?P<comment>[\s\S]*?)(?:-->|\Z)"
    r"|<!\[CDATA\[[\s\S]*?(?:\]\]>|\Z)|<[!?][^>]*>"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][\w.:-]*)(?P<attributes>(?:[^<>\"']++|\"[^\"]*\"|'[^']*')*+)>"
    r"|&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|[ \t]*\r?[\n\r]\s*|[\ufdd0]+|[\ufdd1]+"
)

_LANG = pattern(r"(?<![\w-])lang\s*=\s*[\"']?([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)")
_ALT = pattern(r"(?<![\w-])alt\s*=\s*(?:\"([^\"]+)\"|'([^']+)')")


class HtmlReader:
    """Reads raw HTML into a `Flow`; `kind` is what a block is where no tag says otherwise."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.kind: BlockKind = "paragraph"
        self.lang: str | None = None
        self._langs: list[tuple[str, int, str | None]] = []
        self._comments = flow.prose.comments
        self._verbatim = flow.prose.verbatim

    def block(self, raw: str, start: int) -> None:
        """Read a stretch of HTML that stands at the source offset `start`."""
        source = self.flow.prose.source
        kind = self.kind
        pieces = self.flow.pieces
        at = 0
        closers: dict[str, bool] = {}
        while match := TOKEN.search(raw, at):
            if at < match.start():
                pieces.append(_literal(source, start + at, start + match.start()))
            at = match.end()
            token = match.group()
            first, last = start + match.start(), start + at
            if match["name"]:
                name = match["name"].lower()
                if name in SKIPPED and not match["close"]:
                    at = _element_end(raw, at, name, closers)
                    last = start + at
                    self._verbatim.append(Verbatim("code", Span(first, last)))
                else:
                    self._verbatim.append(Verbatim("html", Span(first, last)))
                    self._tag(match, first, last)
            elif match["comment"] is not None:
                self.comment(source[first:last], first)
            elif token[0] == "&":
                pieces.append((decoded(token), first, last, False))
            elif token[0] == HOLE:
                pieces.append((OBJECT, first, last, False))
            elif token[0] == "<":
                self._verbatim.append(Verbatim("html", Span(first, last)))
            elif token[0] != BLANK:
                pieces.append((" ", first, last, False))
        if at < len(raw):
            pieces.append(_literal(source, start + at, start + len(raw)))
        self.flow.flush(self.kind, self.lang)
        self.kind = kind

    def inline(self, raw: str, start: int) -> None:
        """Read one tag or comment within a paragraph."""
        match = TOKEN.match(raw)
        if match is None:
            return
        if match["comment"] is not None:
            self.comment(self.flow.prose.source[start : start + len(raw)], start)
            return
        self._verbatim.append(Verbatim("html", Span(start, start + len(raw))))
        if match["name"]:
            kind = self.kind
            self._tag(match, start, start + len(raw))
            self.kind = kind

    def comment(self, raw: str, start: int) -> None:
        """Note a comment, delimiters included in `raw`."""
        span = Span(start, start + len(raw))
        self._verbatim.append(Verbatim("comment", span))
        if raw.endswith("-->"):
            self._comments.append(Comment(raw[4:-3].strip(), span))

    def _tag(self, match: re.Match[str], start: int, end: int) -> None:
        name, flow, attributes = match["name"].lower(), self.flow, match["attributes"]
        closing = bool(match["close"])
        if name == "br":
            flow.pieces.append(("\n", start, end, False))
        elif name == "img":
            flow.pieces.append((OBJECT, start, end, False))
            alt = _ALT.search(attributes)
            if alt:
                group: Literal[1, 2] = 1 if alt[1] else 2
                offset = start + match.start("attributes") - match.start()
                flow.alts.append(_attribute(alt[group], offset + alt.start(group)))
        elif name in BLOCKS or match["name"][0].isupper():
            flow.flush(self.kind, self.lang)
            self.kind = "paragraph" if closing else KINDS.get(name, "paragraph")
            self._language(name, attributes, closing)
        elif closing:
            flow.close(name, end)
        elif not attributes.endswith("/"):
            lang = _LANG.search(attributes) if "lang" in attributes else None
            if name in CODE:
                flow.open(name, "code", start)
            elif lang:
                flow.open(name, "foreign", end, lang[1])
            else:
                flow.open(name, MARKS.get(name, ""), end)

    def _language(self, name: str, attributes: str, closing: bool) -> None:
        """Follow `lang` attributes of block-level elements into and out of them."""
        langs = self._langs
        if closing:
            if langs and langs[-1][0] == name:
                _, depth, outer = langs[-1]
                if depth > 1:
                    langs[-1] = (name, depth - 1, outer)
                else:
                    self.lang = outer
                    langs.pop()
            return
        if attributes.endswith("/") or name in {"hr", "source"}:
            return
        lang = _LANG.search(attributes) if "lang" in attributes else None
        if lang:
            langs.append((name, 1, self.lang))
            self.lang = lang[1]
        elif langs and langs[-1][0] == name:
            langs[-1] = (name, langs[-1][1] + 1, langs[-1][2])


def _literal(source: str, start: int, end: int) -> Piece:
    return (source[start:end], start, end, True)


def _attribute(text: str, start: int) -> list[Piece]:
    """The pieces of an attribute's value."""
    pieces: list[Piece] = []
    at = 0
    for match in pattern(r"&#?\w{2,32};|\s*[\r\n]\s*|[\ufdd0\ufdd1]+").finditer(text):
        if at < match.start():
            pieces.append((text[at : match.start()], start + at, start + match.start(), True))
        token = match.group()
        new = decoded(token) if token[0] == "&" else OBJECT if token[0] in HOLE + BLANK else " "
        pieces.append((new, start + match.start(), start + match.end(), new == token))
        at = match.end()
    if at < len(text):
        pieces.append((text[at:], start + at, start + len(text), True))
    return pieces


def _element_end(raw: str, at: int, name: str, closers: dict[str, bool]) -> int:
    """Where an element whose content is no prose ends; the end of `raw` if nothing closes it."""
    if not closers.setdefault(name, True):
        return len(raw)
    match = pattern(rf"</{re.escape(name)}\s*>", re.IGNORECASE).search(raw, at)
    closers[name] = match is not None
    return match.end() if match else len(raw)
