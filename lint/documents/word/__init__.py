"""Word (`.docx`): the text as Word shows it, tracked changes taken as accepted.

`Document.source` is that text (`lay.py` says how it is laid out), not the file: offsets, lines and
columns count in it. `draft.read_draft` also says where its characters stand in the file, `parse` reads
such a text where the file is no longer at hand.
"""

from __future__ import annotations

from lint.documents.word.draft import read_draft
from lint.documents.word.reread import parse as parse
from lint.model import Document


def read(data: bytes, path: str) -> Document:
    """Read the bytes of a Word file. Raises DraftError."""
    return read_draft(data, path).document
