"""Drafts as bytes: read once, and written back only where nothing else has touched them."""

from __future__ import annotations

import os
from typing import NamedTuple

from lint.config import effective
from lint.documents.encodings import codec, decode, encode
from lint.errors import CopydeskError, DraftError
from lint.files import Input, read
from lint.model import Config

NOT_WRITTEN = "is no text file: fix reads it and does not write it; mend it in the program that made it"
_CHANGED = "was changed while it was being read; nothing was written"


class Original(NamedTuple):
    """A draft as it was read: its path, bytes and codec, and whether it came from standard input."""

    path: str
    data: bytes
    codec: str
    piped: bool = False


def original(draft: Input, config: Config) -> Original:
    """Read a draft. Raises DraftError."""
    data = read(draft.path) if draft.data is None else draft.data
    name = codec(data, draft.path, effective(config, draft.path).encoding)
    return Original(draft.path, data, name, draft.data is not None)


def rewritten(draft: Original, before: str, after: str) -> bytes:
    """The bytes of a draft that `before` becomes `after` in, every other byte as it was.

    Raises DraftError where the bytes are no text that can be given back (a Word document), or the
    encoding has no such character.
    """
    try:
        same = decode(draft.data, draft.path, draft.codec) == before
    except DraftError:
        same = False
    if not same:
        raise DraftError(NOT_WRITTEN, draft.path)
    if encode(before, draft.codec, draft.path) != draft.data:
        raise DraftError(
            f"cannot be written back byte for byte in {draft.codec}", draft.path, "save it as UTF-8"
        )
    return encode(after, draft.codec, draft.path)


def write_back(draft: Original, data: bytes) -> None:
    """Replace the file's bytes at once. Raises CopydeskError where it changed since it was read."""
    from lint.commands.outputs import write_bytes

    if read(draft.path) != draft.data:
        raise CopydeskError(_CHANGED, draft.path, "run copydesk fix again")
    if not os.access(draft.path, os.W_OK):
        raise CopydeskError("may not be written (no permission)", draft.path)
    write_bytes(draft.path, data)
