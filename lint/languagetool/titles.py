"""What LanguageTool calls its rules, read from its jars: no server needs to start for that.

Most rules are XML with a title; those written in Java have none there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_TAG = re.compile(r"<(?:rule|rulegroup)((?:\s+[\w:]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*/?>")
_NAME = re.compile(r"\sname\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def title(rule: str, jars: Iterable[Path]) -> str:
    """The title of a rule or group of rules; "" where none of the jars holds its XML."""
    from zipfile import BadZipFile, ZipFile

    for jar in jars:
        if not jar.name.startswith("language-"):
            continue
        try:
            with ZipFile(jar) as archive:
                pages = [
                    entry for entry in archive.namelist() if "/rules/" in entry and entry.endswith(".xml")
                ]
                for page in sorted(pages, key=len):
                    found = _in_page(rule, archive.read(page).decode("utf-8", "replace"))
                    if found:
                        return found
        except (OSError, BadZipFile):
            continue
    return ""


def _in_page(rule: str, text: str) -> str:
    from html import unescape

    place = text.find(f' id="{rule}"')
    while place >= 0:
        tag = _TAG.match(text, text.rfind("<", 0, place))
        name = _NAME.search(tag[1]) if tag else None
        if name:
            return " ".join(unescape(name[1] or name[2] or "").split())
        place = text.find(f' id="{rule}"', place + 1)
    return ""
