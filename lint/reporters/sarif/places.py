"""Where something is, in SARIF's words: artifacts, regions and locations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from lint.model import Span
from lint.reporters import Options
from lint.reporters.lines import Lines
from lint.reporters.paths import shown, uri

ROOT = "%SRCROOT%"

_LONGEST = 1000
"""Characters of a snippet; the words of a longer region are left to the file."""


class Places(NamedTuple):
    """The drafts of a run, by path: their lines, their numbers among its artifacts, their URIs.

    The lines of a `binary` draft are those of its text; there is nothing in the file to replace by line.
    """

    lines: Mapping[str, Lines]
    numbers: Mapping[str, int]
    uris: Mapping[str, str]
    binary: frozenset[str]
    options: Options

    def artifact(self, path: str, *, indexed: bool = True) -> dict[str, Any]:
        """An `artifactLocation`; a file outside the root has an absolute URI and no base."""
        written = self.uris.get(path) or uri(shown(path, self.options))
        found: dict[str, Any] = {"uri": written}
        if not written.startswith(("file:", "../")):
            found["uriBaseId"] = ROOT
        if indexed and path in self.numbers:
            found["index"] = self.numbers[path]
        return found

    def region(self, path: str, span: Span) -> dict[str, Any]:
        """A `region` of a draft of this run; an empty one is a place between two characters."""
        region = self.lines[path].region(span)
        return {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
        }

    def file(self, path: str) -> dict[str, Any]:
        """A `location` that is a whole file."""
        return {"physicalLocation": {"artifactLocation": self.artifact(path)}}

    def at(self, path: str, span: Span, text: str) -> dict[str, Any]:
        """A `location` with its words; the file alone where it is no draft of this run."""
        found = self.file(path)
        if path in self.lines:
            region = self.region(path, span)
            if 0 < len(text) <= _LONGEST:
                region["snippet"] = {"text": text}
            found["physicalLocation"]["region"] = region
        return found
