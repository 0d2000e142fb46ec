"""The part of a Word file that holds its comments, and the lists that name this part."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from lint.documents.word.draft import WordDraft
from lint.documents.word.package import Package, relationships_of
from lint.documents.word.tree import STRICT, Node, is_empty, parse, tag_end
from lint.reporters.word.weave import declaration, namespace
from lint.reporters.word.wording import Words

AUTHOR, INITIALS = "Copydesk", "CD"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"<dcterms:modified\b[^>]*>\s*(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)[^<]*<")
_ID = re.compile(r"[0-9]{1,9}")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LOOKS = {"plain": "", "strong": "<w:rPr><w:b/></w:rPr>", "faint": '<w:rPr><w:color w:val="767676"/></w:rPr>'}
# XML 1.0 has no way to write these.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Comments:
    """The comments of a document: those it had, which stay as they are, and new ones with free ids."""

    def __init__(self, draft: WordDraft) -> None:
        self._package = package = draft.package
        self._space = namespace(package.xml(package.main))
        found = package.related("comments")
        self._name = found[0] if found else ""
        self._old = package.xml(self._name) if found else b""
        self._declaration = declaration(self._old) if self._old else ""
        self._next = self._free_id()
        self._new: list[str] = []
        self._date = _date(package)
        self.reference_style = draft.styles.named("annotation reference")
        self._text_style = draft.styles.named("annotation text")

    def add(self, paragraphs: Sequence[Words]) -> int:
        """Add a comment; returns its id."""
        id = self._next + len(self._new)
        inner = "".join(self._paragraph(words, first=not index) for index, words in enumerate(paragraphs))
        self._new.append(
            f'<w:comment{self._declaration} w:id="{id}" w:author="{AUTHOR}" w:initials="{INITIALS}"'
            f"{self._date}>{inner}</w:comment>"
        )
        return id

    def parts(self) -> dict[str, bytes]:
        """The parts that change, by name."""
        new = "".join(self._new).encode()
        if self._old:
            return {self._name: _inserted(self._old, new)}
        name = self._free_name()
        head = f"{_HEAD}<w:comments xmlns:w={quoteattr(self._space)}>".encode()
        return {
            name: head + new + b"</w:comments>",
            _TYPES: self._with_type(name),
            relationships_of(self._package.main): self._with_relationship(name),
        }

    def _free_id(self) -> int:
        """One above all ids that comments have or that marks in the document name."""
        xml = self._package.xml(self._package.main)
        used = [int(id) for id in re.findall(rb'<[\w.-]*:?comment\w+\b[^>]*?:id="(\d{1,9})"', xml)]
        if self._old:
            ids = [node.get("w:id") for node in parse(self._old).every("w:comment")]
            used += [int(id) for id in ids if _ID.fullmatch(id)]
        return max(used, default=-1) + 1

    def _paragraph(self, words: Words, *, first: bool) -> str:
        style = f"<w:pPr><w:pStyle w:val={quoteattr(self._text_style)}/></w:pPr>" if self._text_style else ""
        look = f"<w:rPr><w:rStyle w:val={quoteattr(self.reference_style)}/></w:rPr>"
        own = f"<w:r>{look if self.reference_style else ''}<w:annotationRef/></w:r>" if first else ""
        text = escape(_UNWRITABLE.sub("\ufffd", words.text))
        run = f'<w:r>{_LOOKS[words.look]}<w:t xml:space="preserve">{text}</w:t></w:r>'
        return f"<w:p>{style}{own}{run}</w:p>"

    def _free_name(self) -> str:
        folder = posixpath.dirname(self._package.main)
        names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(1000))
        return next(name for name in names if name not in self._package.names)

    def _with_type(self, name: str) -> bytes:
        xml = self._package.xml(_TYPES)
        space = "http://schemas.openxmlformats.org/package/2006/content-types"
        new = f'<Override xmlns="{space}" PartName={quoteattr("/" + name)} ContentType="{_TYPE}"/>'
        return _inserted(xml, new.encode())

    def _with_relationship(self, name: str) -> bytes:
        own = relationships_of(self._package.main)
        empty = f'{_HEAD}<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode()
        xml = self._package.xml(own) if own in self._package.names else empty
        used = {node.get("Id") for node in parse(xml).every("rel:Relationship")}
        id = next(id for id in (f"rIdCopydesk{number}" for number in range(1, 1000)) if id not in used)
        kind = _STRICT_RELATION if self._space == STRICT else _RELATION
        new = (
            f'<Relationship xmlns="{_RELATIONSHIPS}" Id="{id}" Type="{kind}" '
            f"Target={quoteattr(posixpath.basename(name))}/>"
        )
        return _inserted(xml, new.encode())


def _date(package: Package) -> str:
    """The comments' date, as an attribute: when the draft was saved, so that it tells of the draft alone."""
    if _CORE in package.names and (found := _MODIFIED.search(package.xml(_CORE))):
        return f' w:date="{found[1].decode()}"'
    return ""


def _inserted(xml: bytes, new: bytes) -> bytes:
    """The XML with something more at the end of its root element."""
    root: Node = parse(xml)
    if not is_empty(xml, root):
        return xml[: root.close] + new + xml[root.close :]
    end = tag_end(xml, root.start)
    tag = xml[root.start : end].rstrip(b"/>")
    return xml[: root.start] + tag + b">" + new + b"</" + tag.split()[0][1:] + b">" + xml[end:]
