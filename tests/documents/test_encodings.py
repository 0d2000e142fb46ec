"""A file is decoded or refused, with the byte that is wrong."""

from __future__ import annotations

import codecs

import pytest

from lint.documents.encodings import codec, decode
from lint.errors import DraftError


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Łódź 😀".encode(), "Łódź 😀"),
        (codecs.BOM_UTF8 + b"Rain\r\n", "\ufeffRain\r\n"),
        (codecs.BOM_UTF16_LE + "Дождь".encode("utf-16-le"), "\ufeffДождь"),
        (codecs.BOM_UTF16_BE + "Дождь".encode("utf-16-be"), "\ufeffДождь"),
        (b"", ""),
    ],
)
def test_utf8_and_utf16_with_a_bom_are_decoded(data: bytes, text: str) -> None:
    assert decode(data, "a.txt") == text


def test_another_encoding_is_read_when_it_is_named() -> None:
    assert decode("café".encode("cp1252"), "a.txt", encoding="cp1252") == "café"


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (
            "café au lait".encode("cp1252"),
            "utf-8",
            "a.txt: is not UTF-8: byte 0xe9 at offset 3; "
            "save it as UTF-8 or name its encoding with `--encoding`",
        ),
        (codecs.BOM_UTF16_LE + b"a\0b", "utf-8", "a.txt: is not UTF-16: byte 0x62 at offset 4; save it as"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "utf-8", "a.txt: is binary"),
        (b"Rain\0fell on the coast for days", "utf-8", "a.txt: is binary"),
        ("Rain fell".encode("utf-16-le"), "utf-8", "a.txt: looks like UTF-16 without a BOM"),
        (b"Rain", "utf-99", 'a.txt: cannot be read: unknown encoding "utf-99"'),
        (b"Rain", "hex", 'a.txt: cannot be read: unknown encoding "hex"'),
    ],
)
def test_what_cannot_be_decoded_is_refused_with_a_way_out(data: bytes, encoding: str, message: str) -> None:
    with pytest.raises(DraftError) as caught:
        decode(data, "a.txt", encoding)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("page", "encoding", "name"),
    [
        ('<meta charset="windows-1251"><p>Дождь', "cp1251", "cp1251"),
        ('<meta http-equiv=x content="text/html; charset=ISO-8859-1"><p>Café “so”', "cp1252", "cp1252"),
        ('<?xml version="1.0" encoding="koi8-r"?><p>Дождь', "koi8-r", "koi8-r"),
        ('<meta charset="windows-1251"><p>Дождь', "utf-8", "utf-8"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_names(page: str, encoding: str, name: str) -> None:
    data = page.encode(encoding)
    assert decode(data, "a.html") == page
    assert codec(data, "a.html") == name


def test_a_page_that_names_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(DraftError, match="is not UTF-8"):
        decode(b"<meta charset=klingon>\xe9", "a.html")
