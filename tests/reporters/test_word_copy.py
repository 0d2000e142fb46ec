"""The annotated copy of a Word draft: comments at the right words, everything else as it was."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import docx as python_docx
import pytest

from lint.documents import read
from lint.errors import DraftError
from lint.model import Document, Edit, Finding, Fix, Related, Result, Rule, Span
from lint.reporters.word import annotate
from tests.word import STRICT, contents, docx, p, run, zipped

TABBED = "<w:p><w:r><w:t>Rain</w:t><w:tab/><w:t>fell here</w:t></w:r></w:p>"
LOOSE = "<w:p><w:r><w:t>  Rain fell  </w:t></w:r></w:p>"
CDATA = "<w:p><w:r><w:t><![CDATA[Rain fell]]></w:t></w:r></w:p>"
RULE = Rule("house.word", "find", "m", "warning", "Readers stumble over it.")


def found(document: Document, *words: str) -> Result:
    """A finding at the first place of each of the words."""
    findings = []
    for word in words:
        start = document.source.index(word)
        span = Span(start, start + len(word))
        fixes = (Fix(word.upper(), (Edit(span, word.upper()),)),)
        findings.append(
            Finding("house.word", document.path, span, word, f"Look at “{word}”.", "warning", (), fixes)
        )
    return Result(document.path, "word", document.source, tuple(findings))


def annotated(data: bytes, *words: str) -> bytes:
    return annotate(found(read(data, "draft.docx"), *words), {RULE.id: RULE}, data)


def commented(data: bytes) -> list[tuple[str, str]]:
    """The words that each comment of the body stands at, and the comment's first line."""
    xml = contents(data)["word/document.xml"].decode()
    body = re.sub(r"<w:del .*?</w:del>|<w:instrText.*?</w:instrText>", "", xml)
    messages = {
        str(comment.comment_id): comment.paragraphs[0].text
        for comment in python_docx.Document(BytesIO(data)).comments
    }
    found = []
    for id in re.findall(r'<w:commentRangeStart[^>]* w:id="(\d+)"/>', body):
        between = re.search(
            rf'<w:commentRangeStart[^>]* w:id="{id}"/>(.*)<w:commentRangeEnd[^>]* w:id="{id}"/>', body, re.S
        )
        assert between is not None
        assert body.count(f'<w:commentReference w:id="{id}"/>') == 1
        words = re.findall(r"<w:t(?: [^>]*)?>(.*?)</w:t>", between[1], re.S)
        found.append(("".join(words), messages[id]))
    return found


@pytest.mark.parametrize(
    ("body", "words", "at"),
    [
        pytest.param(p("Rain fell."), "Rain fell.", "Rain fell.", id="a whole run"),
        pytest.param(p("Rain fell on Leeds."), "fell", "fell", id="inside a run"),
        pytest.param(p("Rain fe", "ll on Leeds."), "fell", "fell", id="over two runs"),
        pytest.param(p("Rain f", run("el", "<w:b/>"), "l on Leeds."), "fell", "fell", id="over three runs"),
        pytest.param(p("Fish &amp; chips &#8212; fine"), "chips — fine", "chips &#8212; fine", id="entities"),
        pytest.param(p("Fish &amp; chips"), "&", "&amp;", id="an entity alone"),
        pytest.param(p(f"<w:ins w:id='9'>{run('Rain fell')}</w:ins>"), "fell", "fell", id="in an insertion"),
        pytest.param(
            p("Ra", '<w:del w:id="9"><w:r><w:delText>x</w:delText></w:r></w:del>', "in fell"),
            "Rain", "Rain", id="over a deletion"),
        pytest.param(p(f"<w:hyperlink>{run('Rain fell')}</w:hyperlink>"), "fell", "fell", id="in a link"),
        pytest.param(
            TABBED, "fell", "fell", id="behind a tab"),
        pytest.param(
            TABBED, "Rain", "Rain", id="before a tab"),
        pytest.param(LOOSE, "Rain", "Rain", id="unkept white space"),
        pytest.param(CDATA, "fell", "<![CDATA[Rain fell]]>",
                     id="CDATA"),
        pytest.param(p("Rain") + p("fell"), "Rain\n\nfell", "Rainfell", id="over two paragraphs"),
    ],
)  # fmt: skip
def test_a_comment_stands_at_its_words(body: str, words: str, at: str) -> None:
    data = docx(body)
    copy = annotated(data, words)
    assert commented(copy) == [(at, f"Look at “{' '.join(words.split())}”.")]
    assert read(copy, "draft.docx").text == read(data, "draft.docx").text


def test_the_comment_says_what_to_write_instead_and_why() -> None:
    document = read(data := docx(p("Rain fell on Leeds, and rain fell on York.")), "draft.docx")
    result = found(document, "Rain")
    start = document.source.index("rain")
    related = (Related(Span(start, start + 4), "rain", "also"),)
    result = result._replace(findings=(result.findings[0]._replace(related=related),))
    comment = next(iter(python_docx.Document(BytesIO(annotate(result, {RULE.id: RULE}, data))).comments))
    assert (comment.author, comment.initials) == ("Copydesk", "CD")
    assert [paragraph.text for paragraph in comment.paragraphs] == [
        "Look at “Rain”.",
        "→ RAIN",
        "Readers stumble over it.",
        "also: “Rain fell on Leeds, and rain fell on York.”",
        "Warning · house.word",
    ]
    assert comment.paragraphs[0].style is not None
    assert comment.paragraphs[0].style.style_id == "Kommentartext"


def test_a_comment_has_the_date_of_the_draft() -> None:
    saved = (
        b'<cp:coreProperties><dcterms:modified xsi:type="x">2026-03-01T08:00:00Z</dcterms:modified></cp:x>'
    )
    dated = annotated(docx(p("Rain fell."), files={"docProps/core.xml": saved}), "fell")
    undated = annotated(docx(p("Rain fell.")), "fell")
    assert b' w:date="2026-03-01T08:00:00"' in contents(dated)["word/comments.xml"]
    assert b"w:date" not in contents(undated)["word/comments.xml"]


def test_findings_that_share_words_each_have_their_comment() -> None:
    copy = annotated(docx(p("Rain fell on Leeds.")), "Rain fell", "fell on", "fell", "on Leeds.", " ")
    assert commented(copy) == [
        ("Rain fell", "Look at “Rain fell”."),
        (" ", "Look at “ ”."),
        ("fell on", "Look at “fell on”."),
        ("fell", "Look at “fell”."),
        ("on Leeds.", "Look at “on Leeds.”."),
    ]


def test_words_outside_the_body_have_their_comment_at_the_mark_that_leads_to_them() -> None:
    note = '<w:r><w:rPr><w:b/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    inside = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    box = f"<w:r><w:pict><v:textbox>{inside}</v:textbox></w:pict></w:r>"
    data = docx(
        p("It rained.", note, box),
        {"footnotes": f'<w:footnote w:id="2">{p("So we heard.")}</w:footnote>', "header1": p("Desk copy")},
    )
    copy = annotated(data, "heard", "box", "copy")
    body = contents(copy)["word/document.xml"].decode()
    assert f'<w:commentRangeStart w:id="0"/>{note}<w:commentRangeEnd w:id="0"/>' in body
    assert f'<w:commentRangeStart w:id="1"/>{box}<w:commentRangeEnd w:id="1"/>' in body
    assert [first for _, first in commented(copy)] == [
        "In the header: “copy”.",
        "In the footnote: “heard”.",
        "In the text box: “box”.",
    ]
    assert contents(copy)["word/footnotes.xml"] == contents(data)["word/footnotes.xml"]


def test_comments_that_were_there_stay() -> None:
    old = f'<w:comment w:id="7" w:author="An editor">{p("Really?")}</w:comment>'
    marked = p('<w:commentRangeStart w:id="7"/>', "Rain", '<w:commentRangeEnd w:id="7"/>', " fell.")
    copy = annotated(docx(marked, {"comments": old}), "fell")
    assert [(c.comment_id, c.author) for c in python_docx.Document(BytesIO(copy)).comments] == [
        (7, "An editor"),
        (8, "Copydesk"),
    ]
    assert old in contents(copy)["word/comments.xml"].decode()


@pytest.mark.parametrize("comments", [{}, {"comments": f'<w:comment w:id="0">{p("Really?")}</w:comment>'}])
def test_every_other_part_stays_byte_for_byte(comments: dict[str, str]) -> None:
    files = {"word/media/image1.png": bytes(range(256)) * 9, "customXml/item1.xml": b"<x/>"}
    data = docx(p("Rain fell."), comments, files=files)
    copy = annotated(data, "fell")
    changed = {"word/document.xml", "word/comments.xml"}
    if not comments:
        changed |= {"[Content_Types].xml", "word/_rels/document.xml.rels"}
    before, after = records(data), records(copy)
    assert list(after) == [*before, *(name for name in changed if name not in before)]
    assert {name for name in before if before[name] != after[name]} == changed & set(before)


def records(data: bytes) -> dict[str, tuple[object, bytes]]:
    """Each part's entry in the directory (without its place) and its bytes as they lie in the archive."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos = archive.infolist()
        ends = [*(info.header_offset for info in infos[1:]), archive.start_dir]
        return {
            info.filename: (
                (
                    info.date_time,
                    info.CRC,
                    info.file_size,
                    info.compress_type,
                    info.external_attr,
                    info.extra,
                ),
                data[info.header_offset : end],
            )
            for info, end in zip(infos, ends, strict=True)
        }


def test_the_document_changes_by_what_is_put_in_alone() -> None:
    data = docx(p("Rain ", run("fell on", "<w:b/>"), " Leeds."))
    before = contents(data)["word/document.xml"]
    after = contents(annotated(data, "fell", "Leeds"))["word/document.xml"]
    rest = iter(after)
    assert all(byte in rest for byte in before)


def test_the_same_draft_gives_the_same_bytes() -> None:
    data = docx(p("Rain fell."))
    assert annotated(data, "fell") == annotated(data, "fell")


def test_a_draft_without_findings_comes_back_as_it_is() -> None:
    data = docx(p("Rain fell."))
    assert annotated(data) == data


def test_a_strict_file_stays_strict() -> None:
    parts = contents(annotated(docx(p("Rain fell."), space=STRICT), "fell"))
    assert STRICT in parts["word/comments.xml"].decode()
    assert "purl.oclc.org/ooxml/officeDocument/relationships/comments" in (
        parts["word/_rels/document.xml.rels"].decode()
    )


@pytest.mark.parametrize(("old", "new"), [("w:", "ns0:"), ("w:", "")])
def test_a_file_with_other_prefixes_is_annotated_too(old: str, new: str) -> None:
    parts = contents(docx("<w:p><w:r><w:t>Rain fell.</w:t></w:r></w:p>"))
    xml = (
        parts["word/document.xml"]
        .decode()
        .replace(f"xmlns:{old[:-1]}=", f"xmlns{':' * bool(new)}{new[:-1]}=")
    )
    parts["word/document.xml"] = re.sub(r"(</?)w:", rf"\1{new}", xml).encode()
    copy = annotated(zipped(parts), "fell")
    assert read(copy, "a.docx").text == "Rain fell."
    assert len(python_docx.Document(BytesIO(copy)).comments) == 1


def test_a_draft_that_has_changed_meanwhile_is_not_annotated() -> None:
    result = found(read(docx(p("Rain fell.")), "draft.docx"), "fell")
    with pytest.raises(DraftError, match="has changed while it was checked"):
        annotate(result, {}, docx(p("Rain falls.")))


def test_a_finding_where_something_is_missing_stands_at_the_character_before() -> None:
    document = read(data := docx(p("Rain fell")), "draft.docx")
    finding = found(document, "fell").findings[0]._replace(span=Span(9, 9), text="")
    result = found(document)._replace(findings=(finding,))
    assert commented(annotate(result, {}, data)) == [("l", "Look at “fell”.")]
