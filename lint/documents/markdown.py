"""Markdown: CommonMark with GitHub's additions, read with pulldown-cmark.

On top of that: front matter, shortcodes and directives of site generators, MDX (in `.mdx` files only),
raw HTML, formulas. pulldown-cmark gives byte ranges; everything else here counts code points.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any, cast

import pyromark

from lint.documents.codepoints import code_points
from lint.documents.flow import Flow
from lint.documents.frontmatter import read_front_matter
from lint.documents.htmltags import HtmlReader
from lint.documents.mdx import find_mdx, find_tag_lines
from lint.documents.pieces import Piece
from lint.documents.placeholders import BLANK, HOLE, masked
from lint.documents.prose import Prose
from lint.documents.references import note_references
from lint.documents.templates import find_templates
from lint.model import OBJECT, BlockKind, Comment, Document, Span, Verbatim
from lint.regexes import pattern

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_MATH
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
_PREFIX = pattern(r"[ \t>]*")
_INDENTS = frozenset(" \t>")
_MASKS = pattern(f"[{HOLE}]+|[{BLANK}]+")
_SURROGATE = pattern("[\ud800-\udfff]")
# Money is written with the same sign: only what reads like a formula is one.
_FORMULA = pattern(r"[\\^_={}<>]|^.$|^[A-Za-z](?:[ ,+*/()-]*[A-Za-z0-9])?$")
_LANGUAGE = pattern(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


def parse(source: str, path: str) -> Document:
    """Read Markdown; a path that ends in `.mdx` is read as MDX."""
    prose = Prose(source)
    start = 1 if source.startswith("\ufeff") else 0
    front = read_front_matter(source, start)
    if front:
        prose.front_matter(front.fields, Span(start, front.end))
    body = _masked_body(prose, front.end if front else start, path.lower().endswith(".mdx"))
    _Walk(prose, body, len(source) - len(body)).run()
    note_references(prose, body, len(source) - len(body))
    prose.settle()
    meta = front.meta if front else {}
    return prose.document(path=path, format="markdown", lang=_language(meta), meta=meta)


def _language(meta: dict[str, str]) -> str | None:
    value = meta.get("lang") or meta.get("language") or meta.get("locale") or ""
    return value.replace("_", "-") if _LANGUAGE.fullmatch(value) else None


def _masked_body(prose: Prose, start: int, mdx: bool) -> str:
    """The source after the front matter, as long as ever, without what is not Markdown."""
    body = prose.source[start:]
    masks, verbatim, comments = find_mdx(body) if mdx else find_templates(body)
    if masks:
        body = masked(body, masks)
    if mdx and (tags := find_tag_lines(body)):
        body = masked(body, tags)
        verbatim += [Verbatim("html", Span(a, b)) for a, b, _ in tags]
    prose.verbatim += [Verbatim(kind, Span(a + start, b + start)) for kind, (a, b) in verbatim]
    prose.comments += [Comment(text, Span(a + start, b + start)) for text, (a, b) in comments]
    try:
        body.encode()
    except UnicodeEncodeError:
        body = _SURROGATE.sub("\ufffd", body)
    return body


class _Walk:
    """One pass over the parser's events."""

    def __init__(self, prose: Prose, body: str, base: int) -> None:
        self.prose = prose
        self.source = prose.source
        self.body = body
        self.base = base
        self.at = code_points(body, base)
        self.flow = Flow(prose)
        self.html = HtmlReader(self.flow)
        self.pieces: list[Piece] = self.flow.pieces
        self.containers: list[BlockKind] = []
        self.kind: BlockKind = "paragraph"
        self.images = 0
        self.last = base
        self.links: list[tuple[str, int]] = []
        self.raw: list[tuple[int, int]] | None = None
        self.is_masked = body != prose.source[base:]

    def run(self) -> None:
        """Read the whole body."""
        at = self.at
        code = False
        for event, place in cast("Any", pyromark.events_with_range(self.body, options=_OPTIONS)):
            if event.__class__ is str:
                if event != "Rule":
                    self._line_break(event, at(place["start"]), at(place["end"]))
                continue
            name, value = event.popitem()
            if name == "Text":
                if not code:
                    self._text(value, at(place["start"]), at(place["end"]))
            elif name == "Start":
                tag, detail = value.popitem() if value.__class__ is dict else (value, None)
                if tag == "CodeBlock":
                    code = True
                    self._code_block(at(place["start"]), at(place["end"]))
                else:
                    self._start(tag, detail, place)
            elif name == "End":
                tag = next(iter(value)) if value.__class__ is dict else value
                if tag == "CodeBlock":
                    code = False
                else:
                    self._end(tag, place)
            else:
                self._inline(name, value, at(place["start"]), at(place["end"]))
        self.flow.flush(self.kind, self.html.lang)

    def _text(self, value: str, start: int, end: int) -> None:
        base, last = self.base, self.last
        if start < last and self.pieces:
            # The line break before it took `>` or spaces for a container's markers that are text.
            before = self.pieces[-1]
            self.pieces[-1] = (before[0], before[1], start, False)
        elif start > last and self.source[start - 1] == "\\":
            self.pieces.append((value[0], start - 1, start + 1, False))
            start += 1
            value = value[1:]
        self.last = end
        if value == self.body[start - base : end - base]:
            if self.is_masked and (HOLE in value or BLANK in value or "\ufffd" in value):
                self._masked_text(start, end)
            elif value:
                self.pieces.append((value, start, end, True))
        else:
            self.pieces.append((" " if value in _LINE_ENDS else value, start, end, False))

    def _code_block(self, start: int, end: int) -> None:
        self.flow.flush(self.kind, self.html.lang)
        self.prose.verbatim.append(Verbatim("code", Span(start, end)))

    def _line_break(self, event: str, start: int, end: int) -> None:
        if self.last < start and self.source[self.last : start].isspace():
            start = self.last
        if self.source[end : end + 1] in _INDENTS:
            end = _PREFIX.match(self.source, end).end()  # type: ignore[union-attr]
        self.pieces.append((" " if event == "SoftBreak" else "\n", start, end, False))
        self.last = end

    def _masked_text(self, start: int, end: int) -> None:
        body, base = self.body, self.base
        at = start
        for match in _MASKS.finditer(body, start - base, end - base):
            first, stop = match.start() + base, match.end() + base
            if at < first:
                self.pieces.append((self.source[at:first], at, first, True))
            if body[match.start()] == HOLE:
                self.pieces.append((OBJECT, first, stop, False))
            at = stop
        if at < end:
            self.pieces.append((self.source[at:end], at, end, True))

    def _inline(self, name: str, value: str, start: int, end: int) -> None:
        self.last = end
        if name == "Html":
            if self.raw is not None:
                self.raw.append((start, end))
        elif name == "Code":
            self.pieces.append((OBJECT, start, end, False))
            self.prose.verbatim.append(Verbatim("code", Span(start, end)))
        elif name == "InlineHtml":
            if not self.images:
                self.html.kind = self.kind
                self.html.inline(value, start)
        elif name in {"InlineMath", "DisplayMath"}:
            if name == "DisplayMath" or _FORMULA.search(value):
                self.pieces.append((OBJECT, start, end, False))
                self.prose.verbatim.append(Verbatim("code", Span(start, end)))
            else:
                self.pieces.append((self.source[start:end], start, end, True))

    def _start(self, tag: str, detail: Any, place: Any) -> None:
        if tag in _MARKS:
            if tag == "Link":
                self.links.append((detail["link_type"], self.at(place["start"])))
            if not self.images:
                self.flow.open(tag, _MARKS[tag], 0)
        elif tag == "Image":
            if not self.images:
                start = self.at(place["start"])
                self.flow.pieces.append((OBJECT, start, self.at(place["end"]), False))
                self.pieces = []
                self.flow.alts.append(self.pieces)
            self.images += 1
        else:
            if self.pieces and tag not in _INERT:
                self.flow.flush(self.kind, self.html.lang)
            if tag in _CONTAINERS:
                kind = "paragraph" if tag == "BlockQuote" and detail else _CONTAINERS[tag]
                self.containers.append(kind)
                self.kind = kind
            elif tag in _KINDS:
                self.kind = _KINDS[tag]
            elif tag == "HtmlBlock":
                self.raw = []

    def _end(self, tag: str, place: Any) -> None:
        if tag == "Link":
            self._link_end(self.at(place["end"]))
        elif tag in _MARKS:
            self.flow.close(tag, 0)
        elif tag == "Image":
            self.images -= 1
            if not self.images:
                self.pieces = self.flow.pieces
                self._destination(self.at(place["end"]))
        else:
            if self.pieces and tag not in _INERT:
                self.flow.flush(self.kind, self.html.lang)
            if tag in _CONTAINERS:
                self.containers.pop()
                self.kind = self.containers[-1] if self.containers else "paragraph"
            elif tag in _KINDS:
                self.kind = self.containers[-1] if self.containers else "paragraph"
            elif tag == "HtmlBlock":
                self._html_block()

    def _link_end(self, end: int) -> None:
        kind, start = self.links.pop()
        self.flow.close("Link", 0)
        if kind in {"Autolink", "Email"}:
            if self.pieces and self.pieces[-1][1] == start + 1:
                self.pieces[-1] = (OBJECT, start, end, False)
            self.prose.verbatim.append(Verbatim("url", Span(start, end)))
        elif kind == "Inline":
            self._destination(end)

    def _destination(self, end: int) -> None:
        at = self.source.find("](", self.last, end)
        self.last = end
        if at >= 0:
            self.prose.verbatim.append(Verbatim("url", Span(at + 2, end - 1)))

    def _html_block(self) -> None:
        self.flow.flush(self.kind, self.html.lang)
        lines, self.raw = self.raw or [], None
        if not lines:
            return
        base = self.base
        parts: list[str] = []
        for (start, end), (following, _) in pairwise([*lines, (lines[-1][1], 0)]):
            parts += (self.body[start - base : end - base], " " * (following - end))
        self.html.kind = self.kind
        self.html.block("".join(parts), lines[0][0])


_MARKS = {"Emphasis": "emphasis", "Strong": "strong", "Strikethrough": "", "Link": "link"}
_INERT = frozenset(("List", "Table", "TableHead", "TableRow", "DefinitionList", "MetadataBlock"))
_CONTAINERS: dict[str, BlockKind] = {
    "Item": "item",
    "BlockQuote": "quote",
    "FootnoteDefinition": "paragraph",
    "DefinitionListTitle": "item",
    "DefinitionListDefinition": "item",
}
# Written as entities they are spaces: a block's text holds line ends for hard breaks only.
_LINE_ENDS = frozenset("\n\r\t\f\v")
_KINDS: dict[str, BlockKind] = {"Heading": "heading", "TableCell": "cell"}
