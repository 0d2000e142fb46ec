"""From a file's bytes to its characters."""

from __future__ import annotations

import codecs

from lint.errors import DraftError

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def decode(data: bytes, path: str, encoding: str = "utf-8") -> str:
    """The characters of a draft, a BOM as the first code point included.

    UTF-16 is known by its BOM. Raises `DraftError` that names the byte, or says that the file is binary.
    """
    bom_encoding = _UTF16.get(data[:2])
    if data[:4] in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE):
        bom_encoding = "utf-32-le" if data[:4] == codecs.BOM_UTF32_LE else "utf-32-be"
    name = bom_encoding or encoding
    try:
        text = data.decode(_keeping_bom(name))
    except UnicodeDecodeError as error:
        if b"\0" in data[:8192] and not bom_encoding:
            raise DraftError("is binary", path, "leave it out with `exclude`") from None
        raise DraftError(
            f"is not {_SHOWN.get(name, name)}: byte {data[error.start]:#04x} at offset {error.start}",
            path,
            "save it as UTF-8 or name its encoding with `--encoding`",
        ) from None
    except LookupError:
        raise DraftError(f'unknown encoding "{encoding}"', path, "for example `--encoding cp1252`") from None
    if "\0" in text:
        raise DraftError("is binary (it holds NUL bytes)", path, "leave it out with `exclude`")
    return text


_SHOWN = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


def _keeping_bom(name: str) -> str:
    """The codec that keeps a BOM as a character, so that offsets are those of the file."""
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return name
    return {"utf-8-sig": "utf-8"}.get(known, known)
