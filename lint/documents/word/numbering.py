"""The bullets and numbers that Word sets before list items and that stand nowhere in its text."""

from __future__ import annotations

from lint.documents.word.styles import DEPTHS
from lint.documents.word.tree import Node

BULLET = "•"


class Numbering:
    """Counts the items of every list as they come in reading order."""

    def __init__(self, root: Node | None) -> None:
        abstract = {node.get("w:abstractNumId"): node for node in root.every("w:abstractNum")} if root else {}
        self._formats: dict[tuple[str, int], str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        for number in root.every("w:num") if root else ():
            levels = abstract.get(number.value("w:abstractNumId") or "")
            for level in levels.every("w:lvl") if levels else ():
                depth = level.get("w:ilvl")
                if depth in DEPTHS:
                    form = level.value("w:numFmt") or "decimal"
                    self._formats[number.get("w:numId"), int(depth)] = form

    def marker(self, number: tuple[str, int]) -> str:
        """What stands before the next item of that list and depth: `• `, `3. ` or, unnumbered, nothing.

        All ways of counting are shown as `1.`, `2.`.
        """
        form = self._formats.get(number, "bullet")
        if form == "none":
            return ""
        if form == "bullet":
            return f"{BULLET} "
        id, depth = number
        self._counts[number] = self._counts.get(number, 0) + 1
        for other in [key for key in self._counts if key[0] == id and key[1] > depth]:
            del self._counts[other]
        return f"{self._counts[number]}. "
