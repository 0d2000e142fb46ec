"""The small tuples that parsers hand to `Prose`: pieces of a block's text and marks on them."""

from __future__ import annotations

from typing import NamedTuple

Piece = tuple[str, int, int, bool]
"""Text, source start, source end, literal: a `Segment` before its place in the text is known."""


class Mark(NamedTuple):
    """An `Inline` before its place is known: from its first piece up to, not including, `last`."""

    kind: str
    first: int
    last: int
    lang: str | None


SPACES = " \t\n\r\f\v"
"""What counts as white space at a block's edges; a no-break space stays."""
