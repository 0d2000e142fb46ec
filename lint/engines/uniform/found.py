"""What a finder of this kind returns."""

from __future__ import annotations

from typing import NamedTuple

from lint.model import Fix, Span


class Form(NamedTuple):
    """One way of writing, as it is shown to the writer, and where it stands, in order."""

    shown: str
    spans: tuple[Span, ...]


class Mixed(NamedTuple):
    """One thing in two ways: the form to keep, the odd one, and what would mend it."""

    kept: Form
    odd: Form
    fix: Fix | None = None


def majority(one: Form, other: Form) -> tuple[Form, Form]:
    """(the form to keep, the odd one): the more frequent is kept, the first where they are equal."""
    return (one, other) if len(one.spans) >= len(other.spans) else (other, one)
