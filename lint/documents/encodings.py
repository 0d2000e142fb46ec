"""From a file's bytes to its characters."""

from __future__ import annotations

import codecs
import re

from lint.errors import DraftError

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_NAMES = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
_HEAD = 1024
"""How many bytes of a page are searched for the name of its encoding, as browsers do."""

_AS_BROWSERS = dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii"), "cp1252")
_SAMPLE = 8192
"""How many bytes are looked at to tell a binary file from text in another encoding."""


def decode(data: bytes, path: str, encoding: str = "utf-8") -> str:
    """The characters of a draft; a BOM stays, as the first code point, so that offsets are the file's.

    A BOM of UTF-16 wins over `encoding`. Raises `DraftError` that names the first byte (offset and value)
    which is not in the encoding, or says that the file is binary or the encoding unknown.
    """
    name = codec(data, path, encoding)
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        _refuse_nul(data, path, name)
        raise DraftError(
            f"is not {_NAMES.get(name, name)}: byte 0x{data[error.start]:02x} at offset {error.start}",
            path,
            "save it as UTF-8 or name its encoding with `--encoding`",
        ) from None
    if "\0" in text:
        _refuse_nul(data, path, name)
        raise DraftError("is binary: it holds NUL characters", path, "leave it out with `exclude`")
    return text


def codec(data: bytes, path: str, encoding: str = "utf-8") -> str:
    """The codec that `decode` reads these bytes with, and that gives them back; raises DraftError."""
    name = _UTF16.get(data[:2]) or _known(encoding, path)
    return _declared(data) or name if name == "utf-8" else name


def _declared(data: bytes) -> str:
    """The codec that a page names in its head, where its bytes are not UTF-8; "" for none."""
    head = data[:_HEAD]
    if b"charset" not in head.lower() and not head.startswith(b"<?xml"):
        return ""
    found = re.search(
        rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)|\A<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]+)",
        head,
        re.IGNORECASE,
    )
    try:
        data.decode()
    except UnicodeDecodeError:
        label = (found[1] or found[2]).decode("ascii", "replace").lower() if found else ""
        try:
            name = codecs.lookup(_AS_BROWSERS.get(label, label)).name
        except LookupError:
            return ""
        return "" if name.startswith(("utf-16", "utf-32")) else name
    return ""


def encode(text: str, name: str, path: str) -> bytes:
    """The bytes of a text that `decode` read with the codec `name`.

    Raises `DraftError` that names the first character which the encoding cannot hold.
    """
    try:
        return text.encode(name)
    except UnicodeEncodeError as error:
        char = text[error.start]
        raise DraftError(
            f"cannot be written: {_NAMES.get(name, name)} has no “{char}” (U+{ord(char):04X})",
            path,
            "save the draft as UTF-8",
        ) from None


def _known(encoding: str, path: str) -> str:
    """The codec's name, in a form that keeps a BOM."""
    try:
        name = codecs.lookup(encoding).name
        b" ".decode(name)
    except LookupError:
        hint = "for example `--encoding cp1252`"
        raise DraftError(f'cannot be read: unknown encoding "{encoding}"', path, hint) from None
    return {"utf-8-sig": "utf-8"}.get(name, name)


def _refuse_nul(data: bytes, path: str, name: str) -> None:
    """Say what a file with NUL bytes is: binary, or UTF-16 that does not say so."""
    sample = data[:_SAMPLE]
    if b"\0" not in sample or name in _UTF16.values():
        return
    share = {"utf-16-be": sample[::2].count(0), "utf-16-le": sample[1::2].count(0)}
    likely = max(share, key=lambda codec: share[codec])
    if share[likely] > len(sample) / 4 and sum(share.values()) - share[likely] < len(sample) / 50:
        raise DraftError(
            "looks like UTF-16 without a BOM", path, f"save it as UTF-8 or use `--encoding {likely}`"
        )
    raise DraftError("is binary: it holds NUL bytes", path, "leave it out with `exclude`")
