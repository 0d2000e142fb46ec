"""Text inside an XML 1.0 document: what stands for itself, what is escaped, what may not occur at all."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

# The production `Char` of XML 1.0 has tab, line feed and carriage return below U+0020, and no surrogate.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def content(text: str) -> str:
    """Text between two tags; U+FFFD stands for what XML cannot hold."""
    return escape(_allowed(text))


def attributes(**values: str | int) -> str:
    """` name="value"` for each value, line ends kept as character references."""
    return "".join(f" {name}={quoteattr(_allowed(str(value)))}" for name, value in values.items())


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
