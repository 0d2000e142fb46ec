"""Private-use characters: signs that only the sender's font can show."""

from __future__ import annotations

from collections.abc import Iterator

from lint.engines.script.place import Place, in_source, inside, passed_over
from lint.model import Document, Span
from lint.regexes import pattern

_PRIVATE = pattern("[\ue000-\uf8ff]+")


def find(document: Document) -> Iterator[Place]:
    """Runs of private-use characters outside code."""
    skip: tuple[Span, ...] | None = None
    for match in _PRIVATE.finditer(document.source):
        skip = passed_over(document) if skip is None else skip
        if not inside(skip, match.start()):
            shown = f"U+{ord(match.group()[0]):04X}"
            yield in_source(document, Span(*match.span()), shown, "")
