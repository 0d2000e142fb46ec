"""LibreOffice opens and renders the annotated copies, those of its own Word files too."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pypdf
import pytest

from lint.documents import read
from lint.model import Document, Finding, Result, Span
from lint.reporters.word import annotate
from tests.libreoffice import convert, needs_libreoffice
from tests.word import docx, p, run

ANNOTATION = re.compile(r'<office:annotation [^>]*office:name="(\w+)"[^>]*>(.*?)</office:annotation>')
OTHER = re.compile(r"<office:annotation .*?</office:annotation>|<text:note .*?</text:note>|<[^>]*>", re.S)
PDF = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
WORDS = re.compile(r"\b[Rr]ain\w*|\bLeeds\b")
HTML = """<!doctype html><html><head><meta charset="utf-8"><title>Rain</title></head><body>
<h1>Rain over Leeds</h1><p>The <b>rain</b> fell <i>all</i> day &amp; all night; it was the <b>ra</b>in of
a <a href="https://example.org">decade</a>.</p><ul><li>Leeds, rain</li><li>York</li></ul>
<ol><li>One rain</li></ol><table><tr><th>Town</th><th>Rain</th></tr><tr><td>Leeds</td><td>12 mm</td></tr>
</table><blockquote>“Rain,” he said.</blockquote><pre>rain = 12</pre></body></html>"""


def by_hand() -> bytes:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    box = (
        '<w:r><w:pict><v:shape style="width:200pt;height:40pt"><v:textbox><w:txbxContent>'
        f"{p('Rain in a box.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Rain')}</w:sdtContent></w:sdt>"
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>snow</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2" w:author="a">{run("rain")}</w:ins>'
    row = f"<w:tr><w:tc><w:tcPr/>{p('Leeds')}</w:tc><w:tc><w:tcPr/>{p('rain, 12 mm')}</w:tc></w:tr>"
    return docx(
        p("Rain ", "ra", run("i", "<w:b/>"), "n, and Le", "eds.", note, style="berschrift1")
        + p(deleted, inserted, " on ", control, box)
        + f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{row}</w:tbl>"
        + p("The end of the rain."),
        {"footnotes": f'<w:footnote w:id="2">{p("Rain was heard of.")}</w:footnote>'},
    )


def by_python_docx() -> bytes:
    document = python_docx.Document()
    document.add_heading("Rain", 1)
    document.add_paragraph("rain in Leeds", style="List Bullet")
    document.add_paragraph("More rain.", style="Intense Quote")
    document.add_comment(document.paragraphs[1].runs, "Sure?", author="An editor", initials="AE")
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def findings(document: Document) -> Result:
    found = (
        Finding("a.b", document.path, Span(*match.span()), match.group(), "Look.", "warning")
        for match in WORDS.finditer(document.source)
    )
    return Result(document.path, "word", document.source, tuple(found))


class Rendered:
    """The drafts, their findings and what LibreOffice made of the annotated copies."""

    def __init__(self, folder: Path) -> None:
        (folder / "rain.html").write_text(HTML, encoding="utf-8")
        written = [folder / "rain.html", Path(__file__).parent / "changes.fodt"]
        convert(written, "docx:MS Word 2007 XML", folder)
        self.drafts = {
            "hand": by_hand(),
            "python": by_python_docx(),
            "office": (folder / "rain.docx").read_bytes(),
            "changes": (folder / "changes.docx").read_bytes(),
        }
        self.results = {name: findings(read(data, f"{name}.docx")) for name, data in self.drafts.items()}
        copies = []
        for name, data in self.drafts.items():
            copies.append(folder / f"{name}.docx")
            copies[-1].write_bytes(annotate(self.results[name], {}, data))
        convert(copies, "odt", folder)
        convert(copies, PDF, folder)
        self.folder = folder

    def commented(self, name: str) -> list[str]:
        """The words that our comments stand at, as LibreOffice understood the copy."""
        with zipfile.ZipFile(self.folder / f"{name}.odt") as archive:
            xml = archive.read("content.xml").decode()
        words = []
        for id, inner in ANNOTATION.findall(xml):
            if "<dc:creator>Copydesk<" in inner:
                after = xml.split(f'office:name="{id}"', 1)[1].split("</office:annotation>", 1)[1]
                between = after.split(f'<office:annotation-end office:name="{id}"/>')[0]
                words.append(OTHER.sub("", between))
        return words


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    return Rendered(tmp_path_factory.mktemp("libreoffice"))


@needs_libreoffice
@pytest.mark.parametrize(
    ("name", "outside"),
    [("hand", ["Rain", "Rain"]), ("python", []), ("office", []), ("changes", ["Rain", "rain"])],
)
def test_each_comment_stands_at_its_words(rendered: Rendered, name: str, outside: list[str]) -> None:
    words = [finding.text for finding in rendered.results[name].findings]
    assert len(words) > 3
    found = rendered.commented(name)
    assert len(found) == len(words)
    assert sorted([word for word in found if WORDS.fullmatch(word)] + outside) == sorted(words)


@needs_libreoffice
@pytest.mark.parametrize(("name", "others"), [("hand", 0), ("python", 1), ("office", 0), ("changes", 1)])
def test_the_pages_have_every_comment(rendered: Rendered, name: str, others: int) -> None:
    pages = pypdf.PdfReader(rendered.folder / f"{name}.pdf").pages
    notes = [one.get_object() for page in pages for one in page.get("/Annots", ())]
    shown = [note["/T"] for note in notes if note["/Subtype"] == "/Text"]
    assert len(shown) == len(rendered.results[name].findings) + others
    assert sum(author.startswith("Copydesk") for author in shown) == len(rendered.results[name].findings)


@needs_libreoffice
def test_a_file_that_libreoffice_wrote_is_read_as_what_it_was(rendered: Rendered) -> None:
    document = read(rendered.drafts["office"], "rain.docx")
    assert [(block.kind, document.text[slice(*block.span)]) for block in document.blocks] == [
        ("heading", "Rain over Leeds"),
        ("paragraph", "The rain fell all day & all night; it was the rain of a decade."),
        ("item", "Leeds, rain"),
        ("item", "York"),
        ("item", "One rain"),
        ("cell", "Town"),
        ("cell", "Rain"),
        ("cell", "Leeds"),
        ("cell", "12 mm"),
        ("quote", "“Rain,” he said."),
    ]
    assert [document.source[slice(*verbatim.span)] for verbatim in document.verbatim] == ["rain = 12"]


@needs_libreoffice
def test_changes_and_notes_that_libreoffice_wrote_are_read(rendered: Rendered) -> None:
    document = read(rendered.drafts["changes"], "changes.docx")
    assert [(block.kind, document.text[slice(*block.span)]) for block in document.blocks] == [
        ("heading", "Rain over Leeds"),
        ("paragraph", "It rained all day. More rain fell."),
        ("paragraph", "Beside the frame."),
        ("paragraph", "Rain in a frame."),
        ("paragraph", "So the rain gauge said."),
    ]
