"""Markdown's link definitions, which the parser passes over in silence."""

from __future__ import annotations

import re

from lint.documents.prose import Prose
from lint.model import Comment, Span, Verbatim
from lint.regexes import pattern

_REFERENCE = pattern(r"^[ \t>]*\[(?!\^)[^\]\n]{1,200}\]:[ \t]*(\S+)[ \t]*(?:[(\"']([^\r\n]*)[)\"'])?", re.M)


def note_references(prose: Prose, body: str, base: int) -> None:
    """Note the targets of link definitions; `[//]: # (text)` is a comment."""
    if "]:" not in body:
        return
    for match in _REFERENCE.finditer(body):
        span = Span(match.start() + base, match.end() + base)
        if match[1] == "#" and match[2] is not None:
            prose.comments.append(Comment(match[2].strip(), span))
            prose.verbatim.append(Verbatim("comment", span))
        else:
            prose.verbatim.append(Verbatim("url", Span(match.start(1) + base, match.end(1) + base)))
