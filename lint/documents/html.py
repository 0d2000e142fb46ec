"""HTML and XHTML: what a reader sees of a page, and the texts in its attributes.

Everything is read but scripts, styles, drawings, code and what asks not to be translated; navigation and
footers too, for a reader sees them.
"""

from __future__ import annotations

import re

from lint.documents.flow import Flow
from lint.documents.frontmatter import read_front_matter
from lint.documents.htmlattributes import Attributes, language
from lint.documents.htmlnames import BLOCKS, CODE, KINDS, MARKS, SKIPPED
from lint.documents.htmlopen import PREFORMATTED, VOID, Element, OpenElements
from lint.documents.htmltemplates import find_page_templates
from lint.documents.htmltext import PageText
from lint.documents.htmltokens import FOREIGN, Attribute, Token, tokens
from lint.documents.pieces import Piece
from lint.documents.placeholders import masked
from lint.documents.prose import Prose
from lint.documents.wordset import wordset
from lint.model import BlockKind, Comment, Document, Span, Verbatim
from lint.regexes import pattern

_SKIPPED = SKIPPED | wordset("xmp listing plaintext noembed noframes rt rp")
_PROGRAM = wordset("script style template iframe noembed noframes canvas object rt rp")
_SEEN = wordset("img input video audio embed iframe object canvas select textarea")
_NOTE = pattern(r"\s*<a\b[^<>]*?\bhref\s*=\s*[\"']?[^\s\"'<>]*#", re.IGNORECASE)
# Marks that begin again in each block; a page may leave any number of them open.
_MARKED = 12


def parse(source: str, path: str) -> Document:
    """Read a page or a part of one; a path that ends in `.xhtml` is read as XHTML."""
    prose = Prose(source)
    start = 1 if source.startswith("\ufeff") else 0
    front = read_front_matter(source, start)
    if front:
        prose.front_matter(front.fields, Span(start, front.end))
        start = front.end
    masks, verbatim, comments = find_page_templates(source, start)
    prose.verbatim += verbatim
    prose.comments += comments
    page = _Page(prose, masked(source, masks) if masks else source)
    page.read(start, xml=path.lower().endswith((".xhtml", ".xht")) or source.startswith("<?xml", start))
    prose.settle()
    meta = front.meta if front else {}
    return prose.document(path=path, format="html", lang=page.lang or language(meta.get("lang")), meta=meta)


class _Page:
    """One pass over a page's tokens."""

    def __init__(self, prose: Prose, page: str) -> None:
        self.prose = prose
        self.page = page
        self.flow = Flow(prose)
        self.text = PageText(prose.source, page, self.flow.pieces)
        self.open = OpenElements()
        self.lang: str | None = None
        self.skip: Element | None = None
        self.marks: list[Element] = []
        self.described: set[str] = set()
        self.last_end: dict[str, int] = {}
        self.xml = False

    def read(self, start: int, *, xml: bool) -> None:
        """Read everything from the offset `start` on."""
        self.xml = xml
        for token in tokens(self.page, start, xml=xml):
            kind = token.kind
            if kind == "text":
                if self.skip is None:
                    self.text.add(token.start, token.end)
            elif kind == "open":
                self._open(token)
            elif kind == "close":
                self._close(token)
            elif kind == "comment":
                self._comment(token)
            elif self.skip is None:
                self._other(token)
        self._flush(self.open.blocks[-1])
        self._end(self.open.all(), self.open.blocks[-1], len(self.page), len(self.page))
        self._flush(self.open.blocks[-1])

    def _other(self, token: Token) -> None:
        start, end = token.start, token.end
        if token.kind == "raw":
            self.text.add(start, end)
            self.described.add(self.page[start:end].strip())
        elif token.kind == "cdata":
            self.prose.verbatim.append(Verbatim("html", Span(start, start + 9)))
            self.text.add(start + 9, end - 3, plain=True)
        else:
            self.prose.verbatim.append(Verbatim("expression", Span(start, end)))
            if token.kind == "foreign":
                self.text.object(start, end)

    def _comment(self, token: Token) -> None:
        if self.skip is not None:
            return
        span = Span(token.start, token.end)
        self.prose.verbatim.append(Verbatim("comment", span))
        raw = self.prose.source[token.start : token.end]
        if raw.endswith("-->") and len(raw) > 6:
            self.prose.comments.append(Comment(raw[4:-3].strip(), span))

    def _open(self, token: Token) -> None:
        name = token.name
        block = self.open.blocks[-1]
        self._end(self.open.before(name), block, token.start, token.start)
        # `<svg/>` comes as an open tag only where it is empty.
        void = name in VOID or name in FOREIGN or (self.xml and self.page[token.end - 2] == "/")
        if self.skip is not None:
            if not void:
                self.open.push(self.open.top._replace(name=name, mark=""))
            return
        self.prose.verbatim.append(Verbatim("html", Span(token.start, token.end)))
        if name in BLOCKS or name in PREFORMATTED:
            self._flush(self.open.blocks[-1])
        found = Attributes(self.page, token)
        if name == "br":
            if not self.text.line_break(token.start, token.end):
                self._flush(self.open.blocks[-1])
        elif name == "meta":
            self._meta(found)
        else:
            element = self._element(token, found)
            if name in _SEEN and not element.skipped and found.value("type") != "hidden":
                self.text.object(token.start, token.end)
            if not element.skipped:
                self.flow.alts.extend(self._pieces(attribute) for attribute in found.texts())
            if not void:
                self._begin(element, token)

    def _begin(self, element: Element, token: Token) -> None:
        self.open.push(element)
        if element.skipped:
            self.skip = element
            self.prose.verbatim.pop()
        elif element.mark and not element.is_block:
            self.flow.open(element.name, element.mark, token.end, element.lang)
            self.marks.append(element)

    def _close(self, token: Token) -> None:
        name = token.name
        block = self.open.blocks[-1]
        if name == "br":
            self.text.line_break(token.start, token.end)
        skipped = self.skip is not None
        self._end(self.open.end(name), block, token.start, token.end)
        if not skipped:
            self.prose.verbatim.append(Verbatim("html", Span(token.start, token.end)))
            if name in BLOCKS:
                self._flush(self.open.blocks[-1])

    def _end(self, closed: list[Element], block: Element, start: int, end: int) -> None:
        """Take note of elements, innermost first, that end at a tag; `block` held the text so far."""
        if not closed:
            return
        if self.skip is not None:
            if not any(element is self.skip for element in closed):
                return
            self._skipped(self.skip, end if self.skip is closed[-1] else start)
        if any(element.is_block for element in closed):
            self._flush(block)
        for element in closed:
            if element.mark and not element.skipped and not element.is_block:
                self.flow.close(element.name, start)
                self._unmark(element)

    def _unmark(self, element: Element) -> None:
        for index in range(len(self.marks) - 1, max(len(self.marks) - 1 - _MARKED, -1), -1):
            if self.marks[index] is element:
                del self.marks[index]
                return

    def _skipped(self, element: Element, end: int) -> None:
        """An element that is not read has ended."""
        self.skip = None
        program = element.name in _PROGRAM or element.mark == "hidden"
        span = Span(element.start, end)
        self.prose.verbatim.append(Verbatim("expression" if program else "code", span))
        if not program and not element.is_block:
            self.text.object(*span)

    def _flush(self, block: Element) -> None:
        """End the block of prose; the marks that are open go on in the next."""
        self.flow.flush(block.kind, block.lang)
        self.text.spaced = True
        for element in self.marks[-_MARKED:]:
            self.flow.open(element.name, element.mark, element.start, element.lang)

    def _element(self, token: Token, found: Attributes) -> Element:
        """What a start tag begins, by its name, its attributes and where it stands."""
        name = token.name
        around = self.open.top
        lang, mark = self._lang(name, found, around), ""
        kind: BlockKind = self._kind(name, found, around)
        if name in MARKS and (name != "a" or "href" in found):
            mark = MARKS[name]
        elif name == "q":
            mark = "quotation"
        elif name in {"abbr", "acronym"} and found.value("title"):
            mark = "explained"
        if lang != around.lang and name not in BLOCKS:
            mark = "foreign" if _primary(lang) != _primary(around.lang or self.lang) else mark
        skipped = name in _SKIPPED or (name in CODE and self._ends_again(token))
        if not skipped:
            if found.unseen or (name == "sup" and _NOTE.match(self.page, token.end)):
                mark, skipped = "hidden", True
            skipped = skipped or found.untranslated
        if name == "table" and found.value("role") in {"presentation", "none"}:
            mark = "layout"
        return Element(name, kind, lang, skipped, mark, token.start)

    def _kind(self, name: str, found: Attributes, around: Element) -> BlockKind:
        if name in {"td", "th"} and self.open.tables and self.open.tables[-1].mark == "layout":
            return around.kind
        if name == "nav":
            return "item"
        return KINDS.get(name, around.kind)

    def _lang(self, name: str, found: Attributes, around: Element) -> str | None:
        lang = found.lang
        if lang and name == "html":
            self.lang = lang
            return None
        return lang or around.lang

    def _ends_again(self, token: Token) -> bool:
        """Whether inline code that begins here ends anywhere: else it is read as text, not left out."""
        name = token.name
        if name not in self.last_end:
            self.last_end[name] = max(self.page.rfind(f"</{name}"), self.page.rfind(f"</{name.upper()}"))
        return self.last_end[name] > token.start

    def _meta(self, found: Attributes) -> None:
        """The page's description, unless it was read before."""
        described = found.description()
        if described is None or found.raw(described[0]) in self.described:
            return
        content, heading = described
        self.described.add(found.raw(content))
        pieces = self._pieces(content)
        if pieces:
            self._flush(self.open.blocks[-1])
            self.prose.block("heading" if heading else "paragraph", pieces)

    def _pieces(self, attribute: Attribute) -> list[Piece]:
        text = PageText(self.prose.source, self.page, [])
        text.add(attribute.start, attribute.end, attribute=True)
        return text.pieces


def _primary(lang: str | None) -> str:
    return (lang or "").partition("-")[0]
