"""Names across the drafts of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lint.engines.names.declared import Declared
from lint.engines.names.forms import Form, group
from lint.engines.names.words import places
from lint.model import Document, Finding, Rule


class Facts(NamedTuple):
    """What is kept of one draft's names; the spans of its forms are of the source."""

    path: str
    forms: tuple[Form, ...]


def survey(document: Document) -> Facts:
    return Facts(document.path, tuple(group(places(document.text)).values()))


def merge(
    facts: Iterable[Facts], declared: tuple[Declared, ...], discover: Mapping[str, Rule]
) -> Iterator[Finding]:
    yield from ()
