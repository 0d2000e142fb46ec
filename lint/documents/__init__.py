"""Drafts in: one module a format turns a source into a `Document`.

`Document.source` is the file as decoded, a BOM (as its first code point) and CR LF (as two)
included, so that a span indexes what `open(path, newline="", encoding="utf-8").read()` returns.
The text has neither. Of a Word file, which is no text, it is the text as Word shows it.
"""

from __future__ import annotations

from importlib import import_module
from posixpath import splitext

from lint.documents.encodings import decode
from lint.errors import DraftError
from lint.model import Document

PARSERS = {
    "text": "lint.documents.text",
    "markdown": "lint.documents.markdown",
    "word": "lint.documents.word",
    "html": "lint.documents.html",
}
"""Format -> the module whose `parse(source, path)` reads it, imported on first use."""

BINARY = {"word": "lint.documents.word"}
"""Format -> the module whose `read(data, path)` reads its bytes, which are no text; likewise."""

_MARKDOWN = frozenset((".md", ".markdown", ".mdx", ".mdown", ".mkd", ".mkdn", ".qmd", ".rmd"))
_WORD = frozenset((".docx", ".dotx"))
_OFFICE = frozenset((".doc", ".docm", ".odt", ".rtf"))
_HTML = frozenset((".html", ".htm", ".xhtml", ".xht", ".shtml"))
UNREAD = {
    ".doc": "documents of Word 97",
    ".docm": "Word documents with macros",
    ".odt": "OpenDocument files",
    ".rtf": "RTF files",
    ".pdf": "PDF files",
    ".rst": "reStructuredText",
    ".adoc": "AsciiDoc",
    ".asciidoc": "AsciiDoc",
    ".tex": "LaTeX",
    ".ipynb": "notebooks",
}
"""Suffix -> what such files are, for formats that are known and cannot be read yet."""


def format_of(path: str) -> str:
    """The format a file's name stands for: a key of `PARSERS`.

    Raises `DraftError` for formats that are known and cannot be read yet.
    """
    suffix = splitext(path.replace("\\", "/"))[1].lower()
    if suffix in _MARKDOWN:
        return "markdown"
    if suffix in _WORD:
        return "word"
    if suffix in _HTML:
        return "html"
    if suffix in UNREAD:
        advice = "save it as text or Markdown, or name the format it is in"
        if suffix in _OFFICE:
            advice = "save it as .docx"
        raise DraftError(f"{UNREAD[suffix]} ({suffix}) cannot be read yet", path, advice)
    return "text"


def read(data: bytes, path: str, encoding: str = "utf-8", format: str | None = None) -> Document:
    """Read a draft's bytes; `encoding` is that of a format which is text. Raises `DraftError`."""
    name = format or format_of(path)
    if name in BINARY:
        document: Document = import_module(BINARY[name]).read(data, path)
        return document
    return parse(decode(data, path, encoding), path, name)


def parse(source: str, path: str, format: str | None = None) -> Document:
    """Read a draft that is text; `format` wins over what the path's suffix says.

    Raises `DraftError` for a format that no parser reads.
    """
    name = format or format_of(path)
    if name not in PARSERS:
        raise DraftError(f'unknown format "{name}"', path, f"formats: {', '.join(PARSERS)}")
    document: Document = import_module(PARSERS[name]).parse(source, path)
    return document
