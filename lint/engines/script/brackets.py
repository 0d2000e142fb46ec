"""A remark in square brackets in a script that is not the document's: `[цитата]` in an English draft."""

from __future__ import annotations

from collections.abc import Iterator

from lint.engines.script.letters import main_script, script_of
from lint.engines.script.place import Place, in_text
from lint.model import Document, Span
from lint.regexes import pattern

AROUND = 400
"""How much of a paragraph is read to tell its script."""

_WORD = pattern(r"[^\W\d_]+")
_BRACKET = pattern(r"\[([^\[\]\n]{2,80})\]")
# Editors gloss a name in its own writing; these scripts are glossed, hardly ever left behind.
_GLOSSED = frozenset(["Han", "Hangul", "Arabic", "Hebrew", "Devanagari", "Indic", "Thai", "Ethiopic"])


def find(document: Document) -> Iterator[Place]:
    """Brackets whose letters are all of one script while the draft and the block are in another."""
    text = document.text
    main = ""
    for match in _BRACKET.finditer(text):
        inner = match.group(1)
        scripts = {script for character in inner if (script := script_of(character))}
        if len(scripts) != 1:
            continue
        script = scripts.pop()
        if inner.isascii() and document.text.isascii():
            continue
        main = main or main_script(text, 0.7) or "none"
        if main in ("none", script) or not _is_remark(inner, script):
            continue
        block = document.block_at(match.start())
        if block is None or _block_script(text, block.span, match.span()) != main:
            continue
        yield in_text(document, Span(*match.span()), "")


def _is_remark(inner: str, script: str) -> bool:
    """Latin names, terms and `sic` are at home in any script; two small words are a remark."""
    if script in _GLOSSED:
        return False
    if script != "Latin":
        return max(map(len, _WORD.findall(inner)), default=0) >= 3
    words = inner.split()
    return len(words) >= 2 and all(word.islower() for word in words)


def _block_script(text: str, block: Span, bracket: tuple[int, int]) -> str:
    """The script of what stands around the bracket, up to `AROUND` characters on either side."""
    before = text[max(block.start, bracket[0] - AROUND) : bracket[0]]
    return main_script(before + text[bracket[1] : min(block.end, bracket[1] + AROUND)])
