"""Headings of one level, a few in sentence case and the others in title case, or the other way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lint.engines.uniform.found import Form, Mixed
from lint.model import Document, Rule, Span
from lint.regexes import pattern

LEAST = 3
"""So many headings of a level must agree before another is odd."""

MOST = 0.34
"""The share of odd headings; where more differ, the draft follows no rule that could be named."""

MANY = 20
"""So many odd headings are a rule of their own."""

NEAR = 200
"""Characters before a heading in which its line begins."""

COMMON = 3.0
"""A word above this Zipf value is a common one, and its capital is a matter of style."""

# fmt: off
SMALL = frozenset([
    "a", "an", "the", "and", "or", "but", "nor", "for", "so", "yet", "as", "at", "by", "in", "of",
    "off", "on", "per", "to", "up", "via", "with", "from", "into", "onto", "over", "than", "that",
    "vs", "is", "are", "be", "it",
])
# fmt: on
"""Words that title case leaves small."""


def find(document: Document, rule: Rule, counts: Callable[[Span], bool]) -> Iterator[Mixed]:
    """At most one finding a level, at the first odd heading."""
    levels: dict[int, dict[str, list[Span]]] = {}
    for block in document.blocks:
        if block.kind == "heading":
            case = _case(document.text[block.span.start : block.span.end])
            level = _level(document, block.span.start)
            if case and level:
                levels.setdefault(level, {"title case": [], "sentence case": []})[case].append(block.span)
    for cases in levels.values():
        forms = sorted((Form(case, tuple(spans)) for case, spans in cases.items()), key=_count)
        odd, kept = forms
        if _count(kept) < LEAST or _count(odd) > min(MOST * (_count(odd) + _count(kept)), MANY):
            continue
        spans = tuple(span for span in odd.spans if counts(span) and not _is_name(document, span))
        if spans:
            yield Mixed(kept, Form(odd.shown, spans))


def _count(form: Form) -> int:
    return len(form.spans)


def _case(heading: str) -> str:
    """“title case”, “sentence case”, or "" where the words do not tell."""
    words = pattern(r"(?<![\w.’'-])[^\W\d_]+(?:[’'-][^\W\d_]+)*(?![\w.(])").findall(heading)[1:]
    told = [word for word in words if word.lower() not in SMALL and _is_common(word)]
    if len(told) < 2:
        return ""
    small = sum(word.islower() for word in told)
    if small == 0:
        return "title case"
    return "sentence case" if small == len(told) else ""


def _is_common(word: str) -> bool:
    """Whether the word is in common use in small letters and no name as well."""
    from lint.lexicon.words import is_word, zipf

    lower = word.lower()
    if not (word.islower() or word == lower.capitalize()):
        return False
    return zipf(lower) >= COMMON and is_word(lower) and not is_word(lower.capitalize())


def _is_name(document: Document, heading: Span) -> bool:
    """Whether two words of a heading stand with capitals in the draft's sentences as well."""
    text = document.text
    pairs = pattern(r"(?=\b([A-Z][\w+]* [A-Z][\w+]*))").findall(text[heading.start : heading.end])
    bodies = [block.span for block in document.blocks if block.kind != "heading"]
    return any(text.find(pair, *span) > 0 for pair in pairs for span in bodies)


def _level(document: Document, start: int) -> int:
    """How deep a heading of Markdown, Word or HTML is; 0 for a title in the front matter."""
    at = document.position(start)
    near = max(at - NEAR, 0)
    line = document.source[(document.source.rfind("\n", near, at) + 1) or near : at].lstrip()
    tag = re.match(r"<h([1-6])\b", line, re.IGNORECASE)
    return int(tag[1]) if tag else len(line) - len(line.lstrip("#"))
