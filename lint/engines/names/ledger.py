"""The ledger of a draft: every name with its forms and places."""

from __future__ import annotations

from lint.engines.names.declared import Declared
from lint.model import Document, NameEntry


def ledger(document: Document, declared: tuple[Declared, ...]) -> tuple[NameEntry, ...]:
    return ()
