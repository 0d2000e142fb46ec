"""Whatever a Word file holds, what is read maps back to it, and an annotated copy reads the same."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

import docx as python_docx
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.documents import read
from lint.documents.word.draft import read_draft
from lint.errors import DraftError
from lint.model import OBJECT, Document, Finding, Result, Span
from lint.reporters.word import annotate
from tests.documents.test_invariants import check
from tests.word import contents, docx, p, zipped

WORDS = [
    "rain",
    "Leeds",
    " ",
    "  ",
    "“so”",
    "&amp;",
    "&#8212;",
    "&lt;b&gt;",
    "it's",
    "😀",
    "漢字",
    "e\u0301",
    ".",
]
KEPT = "<w:r>{}<w:t xml:space='preserve'>{}</w:t></w:r>"
PIECES = [
    *(KEPT.format("", word) for word in WORDS),
    *(KEPT.format("<w:rPr><w:b/></w:rPr>", word) for word in WORDS[:4]),
    KEPT.format("<w:rPr><w:i/><w:lang w:val='de-DE'/></w:rPr>", "das Buch"),
    KEPT.format("<w:rPr><w:lang w:val='fr-FR'/></w:rPr>", "of the rain and the wind"),
    KEPT.format("<w:rPr><w:vanish/></w:rPr>", "hidden"),
    KEPT.format("<w:rPr><w:rStyle w:val='VerbatimChar'/></w:rPr>", "x = 1"),
    "<w:r><w:t> loose </w:t></w:r>",
    "<w:r><w:t><![CDATA[raw & such]]></w:t></w:r>",
    "<w:r><w:t>one</w:t><w:tab/><w:t xml:space='preserve'>two </w:t><w:br/><w:t>three</w:t></w:r>",
    "<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/></w:r>",
    "<w:r/>",
    KEPT.format("", "a\n\nbroken\tline"),
    "<w:r><mc:AlternateContent><mc:Choice Requires='w16se'><w:other/></mc:Choice><mc:Fallback><w:t>😀</w:t>"
    "</mc:Fallback></mc:AlternateContent></w:r>",
    "<w:r><w:t/></w:r>",
    "<w:r><w:sym w:font='Wingdings' w:char='F0E0'/></w:r>",
    "<w:r><w:footnoteReference w:id='2'/></w:r>",
    "<w:ins w:id='5' w:author='a'><w:r><w:t>new </w:t></w:r></w:ins>",
    "<w:del w:id='6' w:author='a'><w:r><w:delText>old</w:delText></w:r></w:del>",
    "<w:hyperlink w:anchor='x'><w:r><w:t>a link</w:t></w:r></w:hyperlink>",
    "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>controlled</w:t></w:r></w:sdtContent></w:sdt>",
    "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>",
    "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText>"
    "<w:fldChar w:fldCharType='separate'/><w:t>7</w:t><w:fldChar w:fldCharType='end'/></w:r>",
    "<w:r><w:drawing><wp:docPr id='1' name='a' descr='A dog &amp; a cat'/></w:drawing></w:r>",
    f"<w:r><w:pict><v:textbox><w:txbxContent>{p('In a box.')}</w:txbxContent></v:textbox></w:pict></w:r>",
    "<w:r><w:t>https://example.org/a</w:t></w:r>",
]
PROPERTIES = [
    "",
    "",
    "<w:pPr><w:pStyle w:val='berschrift1'/></w:pPr>",
    "<w:pPr><w:pStyle w:val='SourceCode'/></w:pPr>",
    "<w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr></w:pPr>",
    "<w:pPr><w:rPr><w:del w:id='9' w:author='a'/></w:rPr></w:pPr>",
]
NOTES = {"footnotes": f'<w:footnote w:id="2">{p("A note.")}</w:footnote>', "header1": p("Desk copy")}

paragraphs = st.builds(
    lambda properties, pieces: f"<w:p>{properties}{''.join(pieces)}</w:p>",
    st.sampled_from(PROPERTIES),
    st.lists(st.sampled_from(PIECES), max_size=6),
)
tables = st.lists(st.lists(paragraphs, min_size=1, max_size=2), min_size=1, max_size=3).map(
    lambda cells: (
        "<w:tbl><w:tr>" + "".join(f"<w:tc>{''.join(cell)}</w:tc>" for cell in cells) + "</w:tr></w:tbl>"
    )
)
bodies = st.lists(st.one_of(paragraphs, paragraphs, tables), max_size=5).map(
    lambda parts: p("It begins.") + "".join(parts)
)


def same(document: Document) -> tuple[object, ...]:
    """All that is read but how it is cut into segments, which the comments' marks cut further."""
    return (document.source, document.text, document.blocks, document.inlines, document.verbatim)


@settings(max_examples=200, deadline=None)
@given(bodies)
def test_what_is_read_maps_back_to_the_source_and_to_the_file(body: str) -> None:
    draft = read_draft(docx(body, NOTES), "a.docx")
    check(draft.document)
    end = 0
    for place in draft.places:
        assert end <= place.start < place.end
        end = place.end
        words = draft.document.source[place.start : place.end]
        if place.node is not None and place.node.name == "w:t":
            written = place.node.text[place.offset : place.offset + len(words)]
            assert "".join(" " if one in "\t\n" else one for one in written) == words
    assert OBJECT not in draft.document.source


@settings(max_examples=200, deadline=None)
@given(bodies, st.data())
def test_an_annotated_copy_reads_the_same(body: str, data: st.DataObject) -> None:
    draft = docx(body, NOTES)
    document = read(draft, "a.docx")
    edges = st.integers(0, len(document.source))
    spans = [Span(*sorted(pair)) for pair in data.draw(st.lists(st.tuples(edges, edges), max_size=6))]
    findings = [Finding("a.b", "a.docx", span, document.source[slice(*span)], "m", "error") for span in spans]
    copy = annotate(Result("a.docx", "word", document.source, tuple(findings)), {}, draft)
    assert same(read(copy, "a.docx")) == same(document)
    before, after = contents(draft), contents(copy)
    if findings:
        assert len(python_docx.Document(BytesIO(copy)).comments) == len(findings)
        changed = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
        assert all(after[name] == before[name] for name in before if name not in changed)
        xml = after["word/document.xml"].decode()
        for number in range(len(findings)):
            start, end, mark = (
                xml.index(f'<w:{name} w:id="{number}"/>')
                for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
            )
            assert start < end < mark
    else:
        assert copy == draft


WHOLE = docx(
    p("It ", '<w:commentRangeStart w:id="0"/>', "begins.", style="berschrift1")
    + p("An item", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')
    + p('<w:r><w:sym w:char="0"/></w:r>', "Below", properties='<w:outlineLvl w:val="0"/>')
    + "<w:tbl><w:tr><w:tc>"
    + p("rain")
    + "</w:tc></w:tr></w:tbl>",
    {**NOTES, "comments": f'<w:comment w:id="0">{p("stet")}</w:comment>'},
)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=6), st.integers(0, 40))
def test_a_damaged_file_is_read_or_refused(at: int, put: bytes, cut: int) -> None:
    damaged = WHOLE[:at] + put + WHOLE[at + cut :]
    with suppress(DraftError):
        check(read(damaged, "a.docx"))


PARTS = {name: contents(WHOLE)[f"word/{name}.xml"].decode() for name in ("document", "comments")}
NAMES = [
    "w:p",
    "w:r",
    "w:t",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:pPr",
    "w:val",
    "w:x",
    "w:sym",
    "w:del",
    "w:numPr",
    "w:ilvl",
    "w:id",
    "w:commentRangeStart",
]
VALUES = ["", "x", "-1", "²", "99999999999", "9" * 5000, "F0", "D800", "E000"]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(VALUES))
def test_elements_in_odd_places_are_read_or_refused(old: str, new: str, value: str) -> None:
    changed = {
        f"word/{name}.xml": xml.replace('"0"', f'"{value}"').replace(old, new).encode()
        for name, xml in PARTS.items()
    }
    data = zipped({**contents(WHOLE), **changed})
    with suppress(DraftError):
        document = read(data, "a.docx")
        check(document)
        finding = Finding("a.b", "a.docx", Span(0, 1), document.source[:1], "m", "error")
        annotate(Result("a.docx", "word", document.source, (finding,)), {}, data)
