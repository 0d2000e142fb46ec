"""Weaves the marks of comments into the document's XML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from lint.documents.word.tree import STRICT
from lint.reporters.word.anchors import Anchor, Cut, Preserved, cut, preserve

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class _Marks(NamedTuple):
    """What is put in at one offset: comments that end there come before those that begin."""

    cut: Cut
    ends: list[str]
    starts: list[str]


def namespace(xml: bytes) -> str:
    """The namespace of Word's elements in a part."""
    return STRICT if STRICT.encode() in xml else TRANSITIONAL


def weave(xml: bytes, anchors: Mapping[int, Anchor], reference_style: str) -> bytes:
    """The XML with the marks of each comment (by its id) at its anchor."""
    declared = declaration(xml)
    marks: dict[int, _Marks] = {}
    edits: dict[tuple[int, int], Preserved] = {}
    for id, anchor in anchors.items():
        for point, is_end in ((anchor.start, False), (anchor.end, True)):
            place = cut(xml, point)
            if point.number:
                edits.update(((edit.start, edit.end), edit) for edit in preserve(xml, point.node))
            own = marks.setdefault(place.offset, _Marks(place, [], []))
            if is_end:
                own.ends.append(_end(id, declared, reference_style))
            else:
                own.starts.append(f'<w:commentRangeStart{declared} w:id="{id}"/>')
    splices = [*edits.values()]
    splices += [Preserved(offset, offset, _woven(own)) for offset, own in marks.items()]
    return _spliced(xml, splices)


def declaration(xml: bytes) -> str:
    """What makes sure that `w:` stands for Word's elements wherever a mark is put."""
    own = f"xmlns:w={quoteattr(namespace(xml))}"
    known = xml.count(b"xmlns:w=") == 1 and own.encode() in xml[:20_000]
    return "" if known else f" {own}"


def _woven(marks: _Marks) -> bytes:
    inner = "".join((*marks.ends, *marks.starts)).encode()
    return marks.cut.closing + inner + marks.cut.opening


def _end(id: int, declared: str, style: str) -> str:
    look = f"<w:rPr><w:rStyle w:val={quoteattr(style)}/></w:rPr>" if style else ""
    reference = f'<w:r{declared}>{look}<w:commentReference w:id="{id}"/></w:r>'
    return f'<w:commentRangeEnd{declared} w:id="{id}"/>{reference}'


def _spliced(xml: bytes, splices: list[Preserved]) -> bytes:
    parts: list[bytes] = []
    reached = 0
    for start, end, new in sorted(splices):
        parts += (xml[reached : max(start, reached)], new)
        reached = max(reached, end)
    parts.append(xml[reached:])
    return b"".join(parts)
