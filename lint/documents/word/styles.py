"""What a Word document's styles say of its words: headings, quotations, code, hidden words, languages."""

from __future__ import annotations

import re
from typing import NamedTuple

from lint.documents.word.tree import Node

_KINDS = (
    (r"heading \d|title|subtitle", "heading"),
    (r"(?:image |table |figure )?caption|illustration|drawing", "caption"),
    (r"(?:intense )?quote|quotations|block text", "quote"),
    (r"toc \d|contents \d|table of (?:figures|authorities)|index \d", "contents"),
    (
        r"source (?:code|text)|html (?:code|preformatted|sample|keyboard|typewriter|variable)|verbatim char"
        r"|preformatted text|macro text?|(?:\w+ )?code(?: \w+)?|listing|teletype|user entry",
        "code",
    ),
)
_LEVELS = {"title": 1, "subtitle": 2, **{f"heading {level}": level for level in range(1, 10)}}
_MONOSPACED = re.compile(
    r"courier|consolas|menlo|monaco|mono(?:space)?\b|lucida console|cascadia|source code|andale",
    re.IGNORECASE,
)
DEPTHS = frozenset("012345678")
"""How deep a list item or, counted from 0, a heading may stand."""

_OFF = frozenset(("0", "false", "off", "none"))
_NO_LANGUAGE = frozenset(("", "x-none", "zxx", "und"))


class Look(NamedTuple):
    """What is said of some words; None where nothing is said."""

    hidden: bool | None = None
    code: bool | None = None
    monospaced: bool | None = None
    emphasis: bool | None = None
    strong: bool | None = None
    lang: str | None = None

    def over(self, below: Look) -> Look:
        """This look, with what it leaves open taken from the one below."""
        return Look._make(b if a is None else a for a, b in zip(self, below, strict=True))


class Style(NamedTuple):
    """A style with all it is based on: `kind` is a block's kind, "contents", "code" or ""."""

    kind: str = ""
    level: int = 0
    number: tuple[str, int] = ("", 0)
    look: Look = Look()


class Styles:
    """The styles of a document by id; one that is unknown says nothing."""

    def __init__(self, root: Node | None) -> None:
        self._nodes = {node.get("w:styleId"): node for node in root.every("w:style")} if root else {}
        self._known: dict[str, Style] = {}
        defaults = next(root.every("w:docDefaults"), None) if root else None
        own = next(defaults.every("w:rPr"), None) if defaults else None
        self.base = look_of(own)
        self._default = next(
            (
                id
                for id, node in self._nodes.items()
                if node.get("w:type") == "paragraph" and node.get("w:default") in ("1", "true")
            ),
            "",
        )

    def __getitem__(self, id: str | None) -> Style:
        id = id or self._default
        if id not in self._known:
            self._known[id] = self._resolved(id, 0)
        return self._known[id]

    def named(self, *names: str) -> str:
        """The id of the style with one of these names (lower case), or ""."""
        return next((id for id, node in self._nodes.items() if _name(node) in names), "")

    def _resolved(self, id: str, depth: int) -> Style:
        node = self._nodes.get(id)
        if node is None or depth > 20:
            return Style()
        below = self._resolved(node.value("w:basedOn") or "", depth + 1)
        properties = node.child("w:pPr")
        kind = _kind(_name(node)) or below.kind
        level = outline_level(properties) or _LEVELS.get(_name(node), 0)
        if level and not kind:
            kind = "heading"
        look = look_of(node.child("w:rPr")).over(below.look)
        if kind == "code":
            look = look._replace(code=True)
        return Style(kind, level or below.level, number_of(properties) or below.number, look)


def outline_level(properties: Node | None) -> int:
    """A heading's level from 1 to 9 as a paragraph's properties say it, or 0."""
    said = properties.value("w:outlineLvl") if properties else None
    return int(said) + 1 if said and said in DEPTHS else 0


def number_of(properties: Node | None) -> tuple[str, int] | None:
    """The list (its id; "0" is none) and the depth in it that a paragraph's properties name."""
    number = properties.child("w:numPr") if properties else None
    if number is None:
        return None
    depth = number.value("w:ilvl") or "0"
    return number.value("w:numId") or "", int(depth) if depth in DEPTHS else 0


def look_of(properties: Node | None) -> Look:
    """What a run's properties say themselves."""
    if properties is None:
        return Look()
    lang = properties.value("w:lang")
    fonts = properties.child("w:rFonts")
    font = fonts.get("w:ascii") or fonts.get("w:hAnsi") if fonts else ""
    return Look(
        hidden=_toggle(properties, "w:vanish"),
        monospaced=bool(_MONOSPACED.search(font)) if font else None,
        emphasis=_toggle(properties, "w:i"),
        strong=_toggle(properties, "w:b"),
        lang=lang if lang and lang.lower() not in _NO_LANGUAGE else None,
    )


def _toggle(properties: Node, name: str) -> bool | None:
    said = properties.value(name)
    return None if said is None else said.lower() not in _OFF


def _name(node: Node) -> str:
    return (node.value("w:name") or "").lower()


def _kind(name: str) -> str:
    return next((kind for pattern, kind in _KINDS if re.fullmatch(pattern, name)), "")
