"""What a writer has marked “[sic]” stands as it was said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.model import Document, Finding
from lint.regexes import pattern

_SIC = pattern(r"[”’\"']?[^\S\n]*[*_\\]*[\[(][*_]*sic[!.]?[*_]*\\?[\])]", re.IGNORECASE)


def unmarked(document: Document, findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings but those whose words “[sic]” follows."""
    return [finding for finding in findings if not _SIC.match(document.source, finding.span.end)]
