"""What LanguageTool gets to read of a stretch of prose, and how its answers come back to it.

`Document.text` has entities, escapes and emphasis resolved already. What is left to do is to let code
and other objects read as a noun, accepted terms and unknown names as well, and line ends as spaces: an
unknown word costs LanguageTool up to 0.2 CPU-s and silences other rules in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lint.languagetool.annotation import Part, Place
from lint.languagetool.client import Match
from lint.model import OBJECT, Span

Said = tuple[int, int, str, str, str, str, str, str, tuple[str, ...], str, bool]
"""A match in code points of the stretch: start, end, rule, category, message, short message,
description, issue type, replacements, link, partial. A plain tuple, so that it can be kept."""

_OBJECTS = re.compile(f"{OBJECT}+|\\S{{80,}}")
_VOWEL_EXPECTED = re.compile(r"\ban\s+\Z", re.IGNORECASE)


def annotate(text: str, hidden: Iterable[Span] = ()) -> tuple[Part, ...]:
    """The parts of a stretch: `hidden` spans, objects and endless strings read as a made-up noun."""
    parts: list[Part] = []
    done = 0
    for start, end in _disjoint([*(Span(*found.span()) for found in _OBJECTS.finditer(text)), *hidden]):
        if done < start:
            parts.append(Part(_one_line(text[done:start])))
        parts.append(Part(text[start:end], noun(text[:start], len(parts))))
        done = end
    if done < len(text):
        parts.append(Part(_one_line(text[done:])))
    return tuple(parts)


def noun(before: str, number: int) -> str:
    """A name LanguageTool takes for a noun, fit for the article before it; no two alike side by side."""
    stem = "Ina" if _VOWEL_EXPECTED.search(before[-8:]) else "Dummy"
    return f"{stem}{number % 10}"


def said(parts: tuple[Part, ...], match: Match) -> Said | None:
    """The match in code points of the stretch; None where it is about a word of ours, not the writer's."""
    start, end = _offset(parts, match.start), _offset(parts, match.end)
    first, last = _covered(parts, start, end)
    if first is None or last is None or parts[first].reads is not None or parts[last].reads is not None:
        return None
    originals = {part.reads: part.text for part in parts[first : last + 1] if part.reads is not None}
    return (
        start,
        end,
        match.rule,
        match.category,
        match.message,
        match.short,
        match.description,
        match.issue,
        tuple(_restored(each, originals) for each in match.replacements[:5]),
        match.url,
        match.partial,
    )


def _disjoint(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans):
        if span.start < span.end and (not kept or span.start >= kept[-1].end):
            kept.append(span)
    return kept


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _offset(parts: tuple[Part, ...], place: Place) -> int:
    return sum(len(part.text) for part in parts[: place.part]) + place.offset


def _covered(parts: tuple[Part, ...], start: int, end: int) -> tuple[int | None, int | None]:
    """Indexes of the first and the last part that a range touches."""
    first = last = None
    offset = 0
    for index, part in enumerate(parts):
        if offset < end and start < offset + len(part.text):
            first = index if first is None else first
            last = index
        offset += len(part.text)
    return first, last


def _restored(replacement: str, originals: dict[str, str]) -> str:
    for reads, text in originals.items():
        replacement = replacement.replace(reads, text)
    return replacement
