"""A Word file as the ZIP archive it is: opened with care, or refused in one line."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from io import BytesIO
from typing import NamedTuple

from lint.documents.word.tree import Node, parse, utf8
from lint.errors import DraftError

LARGEST_FILE = 300_000_000
"""Bytes of a file; pictures are never unpacked, so that this bounds what is read into memory."""

LARGEST_PART = 40_000_000
"""Bytes of an unpacked part; 100,000 words with tracked changes are about 15,000,000."""

MOST_TAGS = 1_000_000
"""Tags of a part, which cost memory; 100,000 words in short runs have about 150,000."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN = ("document.main+xml", "template.main+xml")
_SAVE = "open it in Word and save it anew as .docx"


class Relationship(NamedTuple):
    """A part that another one needs: its id, the last word of its type, and its name in the archive."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of a Word file by name; `main` is the document itself."""

    def __init__(self, data: bytes, path: str) -> None:
        """Raises DraftError for what is broken, encrypted, too large, or holds macros."""
        self.path = path
        self.data = data
        self.archive = _open(data, path)
        self.names = frozenset(self.archive.namelist())
        self._refuse_odd_archives()
        self.main = self._find_main()

    def xml(self, name: str) -> bytes:
        """A part's bytes as UTF-8. Raises DraftError."""
        try:
            with self.archive.open(name) as file:
                xml = file.read(LARGEST_PART + 1)
            if len(xml) > LARGEST_PART:
                raise self.refusal(
                    f"is too large: {name} unpacks to more than {LARGEST_PART // 1_000_000} MB",
                    "divide it into several drafts",
                )
            return utf8(xml)
        except KeyError:
            raise self.broken(f"{name} is missing") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise self.broken(f"{name}: {error}") from None

    def tree(self, name: str) -> Node:
        """A part's root element. Raises DraftError."""
        xml = self.xml(name)
        if xml.count(b"<") > MOST_TAGS:
            raise self.refusal(f"is too large: {name} has too many elements", "divide it into several drafts")
        try:
            return parse(xml)
        except ValueError as error:
            raise self.broken(f"{name}: {error}") from None

    def relationships(self, name: str) -> tuple[Relationship, ...]:
        """What a part (or, for "", the package) is related to inside the archive."""
        own = relationships_of(name)
        if own not in self.names:
            return ()
        folder = posixpath.dirname(name)
        return tuple(
            Relationship(node.get("Id"), posixpath.basename(node.get("Type")), _inside(folder, node))
            for node in self.tree(own).every("rel:Relationship")
            if node.get("TargetMode") != "External"
        )

    def related(self, kind: str) -> tuple[str, ...]:
        """The names of the existing parts of that kind which the document refers to."""
        return tuple(
            relationship.target
            for relationship in self.relationships(self.main)
            if relationship.kind == kind and relationship.target in self.names
        )

    def refusal(self, message: str, hint: str = "") -> DraftError:
        return DraftError(message, self.path, hint)

    def broken(self, what: str) -> DraftError:
        return self.refusal(f"is a broken Word file: {' '.join(what.split())}", _SAVE)

    def _refuse_odd_archives(self) -> None:
        infos = self.archive.infolist()
        if len(infos) != len(self.names):
            raise self.broken("a part stands in it twice")
        if any(info.flag_bits & 1 for info in infos):
            raise self.refusal("is encrypted", "save it without a password")
        if any(name.lower().endswith("vbaproject.bin") for name in self.names):
            raise self.refusal("holds macros, which are not read", "save it as .docx, without macros")
        if "[Content_Types].xml" not in self.names:
            raise self.refusal("is a ZIP archive and no Word file", "name the drafts in it")

    def _find_main(self) -> str:
        types = self.tree("[Content_Types].xml")
        for node in types.every("ct:Override"):
            kind, name = node.get("ContentType"), node.get("PartName").lstrip("/")
            if "macroEnabled" in kind and "main+xml" in kind:
                raise self.refusal("is a document with macros", "save it as .docx, without macros")
            if kind.endswith(_MAIN) and "wordprocessingml" in kind:
                if name not in self.names:
                    raise self.broken(f"{name} is missing")
                return name
        raise self.refusal("is no Word document", "only .docx files are read of Microsoft's formats")


def relationships_of(name: str) -> str:
    """The name of the part that holds another part's relationships."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _inside(folder: str, node: Node) -> str:
    target = node.get("Target")
    return target.lstrip("/") if target[:1] == "/" else posixpath.normpath(posixpath.join(folder, target))


def _open(data: bytes, path: str) -> zipfile.ZipFile:
    if len(data) > LARGEST_FILE:
        raise DraftError(f"is larger than {LARGEST_FILE // 1_000_000} MB", path, "divide it into several")
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise DraftError("is protected by a password", path, "save it without one")
        raise DraftError("is in the format of Word 97", path, "save it as .docx")
    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        what = "is empty" if not data else f"is no Word file, or a broken one: {error}"
        raise DraftError(what, path, _SAVE) from None
