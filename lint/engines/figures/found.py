"""What a finder of this kind returns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lint.model import Fix, Span


class Found(NamedTuple):
    """A contradiction: where it stands, the words for the slots of the rule's message, what belongs to it."""

    span: Span
    slots: Mapping[str, str]
    related: tuple[tuple[Span, str], ...] = ()
    fixes: tuple[Fix | None, ...] = ()
