"""A Word file that cannot be read is refused in one line that says what to do."""

from __future__ import annotations

import struct

import pytest

from lint.documents import read
from lint.documents.word import package
from lint.errors import DraftError
from tests.word import contents, docx, p, zipped

GOOD = docx(p("Rain."))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000


def changed(name: str, old: bytes, new: bytes) -> bytes:
    parts = contents(GOOD)
    assert old in parts[name]
    return zipped({**parts, name: parts[name].replace(old, new)})


def without(name: str) -> bytes:
    return zipped({other: part for other, part in contents(GOOD).items() if other != name})


def encrypted_entry() -> bytes:
    data = bytearray(GOOD)
    at = data.index(b"PK\x01\x02") + 8
    data[at : at + 2] = struct.pack("<H", 1)
    return bytes(data)


BOMB = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "is empty", id="nothing"),
        pytest.param(b"Rain fell on Leeds.", "is no Word file, or a broken one", id="plain text"),
        pytest.param(GOOD[:-40], "is no Word file, or a broken one", id="cut off at its end"),
        pytest.param(GOOD[:200] + b"x" * 300 + GOOD[500:], "is a broken Word file", id="damaged inside"),
        pytest.param(OLE, "is in the format of Word 97; save it as .docx", id="Word 97"),
        pytest.param(
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "is protected by a password; save it without one",
            id="password",
        ),
        pytest.param(encrypted_entry(), "is encrypted", id="an encrypted archive"),
        pytest.param(
            changed(
                "[Content_Types].xml",
                b"openxmlformats-officedocument.wordprocessingml.document.main",
                b"ms-word.document.macroEnabled.main",
            ),
            "is a document with macros; save it as .docx, without macros",
            id="a document with macros",
        ),
        pytest.param(
            docx(p("Rain."), files={"word/vbaProject.bin": b"x"}), "holds macros", id="a macro part"
        ),
        pytest.param(zipped({"a.txt": b"Rain."}), "is a ZIP archive and no Word file", id="another archive"),
        pytest.param(
            changed("[Content_Types].xml", b"wordprocessingml", b"spreadsheetml"),
            "is no Word document",
            id="a spreadsheet",
        ),
        pytest.param(without("word/document.xml"), "word/document.xml is missing", id="no document"),
        pytest.param(
            changed("word/document.xml", b"</w:body>", b""),
            "word/document.xml: mismatched tag",
            id="broken XML",
        ),
        pytest.param(
            changed("word/document.xml", b"<w:document", BOMB + b"<w:document"),
            "a document type declaration",
            id="a bomb of entities",
        ),
        pytest.param(
            changed("word/document.xml", b"<w:document", OUTSIDE + b"<w:document"),
            "a document type declaration",
            id="an entity from outside",
        ),
        pytest.param(
            docx(p("Rain.") + '<w:altChunk r:id="x"/>'), "holds another file", id="a file in the file"
        ),
        pytest.param(
            docx("<w:sdt>" * 20_000 + "</w:sdt>" * 20_000), "are nested too deeply", id="nested too deeply"
        ),
    ],
)
def test_it_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(DraftError) as raised:
        read(data, "draft.docx")
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_part_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_PART", 1_000_000)
    data = docx(p("Rain " * 300_000))
    assert len(data) < 20_000
    with pytest.raises(DraftError, match=r"word/document.xml unpacks to more than 1 MB; divide it"):
        read(data, "draft.docx")


def test_a_part_of_too_many_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_TAGS", 1_000)
    with pytest.raises(DraftError, match=r"is too large: word/document.xml has too many elements; divide"):
        read(docx("<w:p/>" * 1_001), "draft.docx")


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_FILE", 1000)
    with pytest.raises(DraftError, match="is larger than"):
        read(GOOD + b"\0" * 1000, "draft.docx")
