"""Two characters that stand for what is taken out of a Markdown source before it is parsed.

They are Unicode noncharacters: no draft holds them, and Markdown takes them for letters.
"""

from __future__ import annotations

import re

from lint.regexes import pattern

HOLE = "\ufdd0"
"""Something the reader will see, but not prose: it becomes an object in the text."""

BLANK = "\ufdd1"
"""Something the reader will not see: it leaves nothing."""

_ALONE = pattern(r"^([ \t>]*)([\ufdd0\ufdd1][\ufdd0\ufdd1 \t]*)$", re.MULTILINE)
_BODY = pattern(r"[^\r\n]")


def masked(source: str, spans: list[tuple[int, int, str]]) -> str:
    """`source`, as long as before, with each span (in order, apart) filled with its character.

    Line breaks stay. A line that holds nothing else becomes blank, so that it parts two blocks.
    """
    parts: list[str] = []
    at = 0
    for start, end, character in spans:
        parts += (source[at:start], _BODY.sub(character, source[start:end]))
        at = end
    parts.append(source[at:])
    return _ALONE.sub(lambda match: match[1] + " " * len(match[2]), "".join(parts))
