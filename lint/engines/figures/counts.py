"""A number that is announced over a list of another length: “three reasons:” and four items.

Under a heading that announces a number, numbered headings count, or those of the next level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from lint.engines.figures.found import Found
from lint.engines.figures.numbers import PATTERN, value
from lint.model import Block, Document, Rule, Span
from lint.regexes import pattern as compiled

SLIP = 3
"""A heading that is further off than this announces something else than what stands under it."""

# fmt: off
_PARTIAL = frozenset([
    "include", "includes", "including", "among", "e.g", "some", "such", "example", "least", "most",
    "other", "first", "last", "next", "top", "about", "over", "nearly", "of",
])
# fmt: on


def find(document: Document, rule: Rule) -> Iterator[Found]:
    """Every number that its list belies; `words` of the rule are what it may count."""
    pattern = _pattern(tuple(rule.options.get("words", ())))
    blocks = document.blocks
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            yield from _over_headings(document, index, pattern)
        elif block.kind == "paragraph" and document.text[block.span.end - 1] == ":":
            yield from _over_items(document, index, pattern)


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    counted = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return compiled(
        rf"(?P<before>(?:[\w.’'-]+\s){{0,3}}?)(?<![\w$€£.,/-])(?P<number>{PATTERN})\s(?:[\w’'-]+\s){{0,3}}?"
        rf"(?P<words>{counted})(?![\w’'-])",
        re.IGNORECASE,
    )


@cache
def _extra() -> re.Pattern[str]:
    return compiled(
        r"(?:in )?(?:summary|conclusions?|sources?|references|introduction|background|further reading|"
        r"notes?|see also|related|overview|credits?|the (?:bottom line|takeaway)|what(?:’|')?s next|faqs?|"
        r"final thoughts|next steps|how we chose|methodology)\b",
        re.IGNORECASE,
    )


@cache
def _numbered() -> re.Pattern[str]:
    return compiled(r"(?:\w+\s)?#?(\d{1,2})(?:[.):]|\s[–—-])\s?\S")


def _over_items(document: Document, index: int, pattern: re.Pattern[str]) -> Iterator[Found]:
    blocks, text = document.blocks, document.text
    span = blocks[index].span
    start = max(text.rfind(". ", span.start, span.end), span.start)
    matches = list(pattern.finditer(text, start, span.end))
    items = _items(document, index + 1)
    if len(matches) != 1 or len(items) < 2:
        return
    match = matches[0]
    sentence = compiled(r"[\w.]+").findall(text[start : match.start("number")].lower())
    behind = compiled(r"[\w.]+").findall(text[match.end() : span.end].lower())
    between = text[match.end("number") : match.start("words")]
    if between != between.lower() or _PARTIAL.intersection(sentence[-3:]) or _PARTIAL.intersection(behind):
        return
    yield from _differing(match, [block.span for block in items], "items")


def _items(document: Document, first: int) -> list[Block]:
    """The items that follow, without those set deeper than the first."""
    found: list[tuple[int, Block]] = []
    for block in document.blocks[first:]:
        if block.kind != "item":
            break
        at = document.position(block.span.start)
        found.append((at - document.source.rfind("\n", 0, at) - 1, block))
    least = min((indent for indent, _ in found), default=0)
    return [block for indent, block in found if indent - least < 2]


def _over_headings(document: Document, index: int, pattern: re.Pattern[str]) -> Iterator[Found]:
    blocks, text = document.blocks, document.text
    match = pattern.match(text, *blocks[index].span)
    if match is None or _PARTIAL.intersection(match["before"].lower().split()):
        return
    level = _level(document, blocks[index])
    under: list[Block] = []
    for block in blocks[index + 1 :]:
        if block.kind == "heading" and text[slice(*block.span)] != text[slice(*blocks[index].span)]:
            if 0 < _level(document, block) <= level:
                break
            under.append(block)
    numbered = [(int(found[1]), block) for block in under if (found := _numbered().match(text, *block.span))]
    if len(numbered) > 1:
        if len({number for number, _ in numbered}) == len(numbered):
            yield from _differing(match, [block.span for _, block in numbered], "numbered headings", SLIP)
        return
    levels = {_level(document, block) for block in under}
    own = [block for block in under if _level(document, block) == min(levels)]
    if len(own) > 2 and 0 not in levels and not any(_extra().match(text[slice(*one.span)]) for one in own):
        yield from _differing(match, [block.span for block in own], "headings", SLIP)


def _level(document: Document, block: Block) -> int:
    """How deep a Markdown heading is; 0 for a title in the front matter and for other formats."""
    at = document.position(block.span.start)
    line = document.source[document.source.rfind("\n", 0, at) + 1 : at].lstrip()
    return len(line) - len(line.lstrip("#"))


def _differing(match: re.Match[str], places: list[Span], kind: str, most: int = 99) -> Iterator[Found]:
    number = value(match["number"])
    if number < 2 or number == len(places) or abs(number - len(places)) > most:
        return
    span = Span(match.start("number"), match.end())
    related = tuple((place, str(count)) for count, place in enumerate(places, 1))
    yield Found(span, {"count": str(len(places)), "kind": kind}, related)
