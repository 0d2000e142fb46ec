"""Finds the unknown words of a document and what stands around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lint.engines.spelling.accepted import Accepted, accepted
from lint.engines.spelling.prose import is_clipped, is_machine, is_name_shaped, is_short_capitals
from lint.lexicon.sighting import Draft, Sighting
from lint.lexicon.words import informal, is_word, known
from lint.model import Block, Config, Document, Span

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HYPHENS = "-‐‑"
_COMPOUND_BEFORE = re.compile(r"(?:[^\W\d_]+['’]?[‐‑-])+\Z")
_COMPOUND_AFTER = re.compile(r"(?:[‐‑-][^\W\d_]+(?:['’][^\W\d_]+)*)+")
_BEFORE = re.compile(r"([^\W_]+(?:['’][^\W_]+)*)([^\w\n]*)\Z")
_AFTER = re.compile(r"([^\w\n]*)([^\W_]+(?:['’][^\W_]+)*)")
_SENTENCE_END = re.compile(r"[.!?:…•|\n]")
_OPENING = "\"“‘'«„"
_CLOSING = "\"”’'»“"
_WINDOW = 48
_LONG_EMPHASIS = 6
_FOREIGN_SHARE = 0.5


class Place(NamedTuple):
    """An unknown form: its core in the text, the whole hyphenated word it belongs to, and its sighting."""

    core: Span
    whole: Span
    sighting: Sighting


def draft_of(forms: list[str]) -> Draft:
    """Counts of the forms of a text, as written and in lower case."""
    counts = Counter(forms)
    lower: Counter[str] = Counter()
    for form, count in counts.items():
        lower[form.lower().replace("’", "'").removesuffix("'s")] += count
    return Draft(counts, lower)


def unknown_forms(text: str) -> tuple[set[str], list[str]]:
    """The forms of a text that no word list has, and all its forms in order."""
    forms = WORD.findall(text)
    unknown = {form for form in set(forms) if not known(form) and len(form) > 1}
    if unknown:
        meant = informal()
        unknown = {form for form in unknown if form.lower() not in meant}
    return unknown, forms


def unknown_words(document: Document, config: Config) -> Iterator[tuple[str, Span]]:
    """Every unknown word of a document that is prose and not accepted, with its place in the text.

    Names and acronyms are among them: this is what a person may want to accept.
    """
    unknown, _ = unknown_forms(document.text)
    if unknown:
        terms = accepted(config.accept)
        for match in _matches(document, config, unknown, terms):
            yield match.group().replace("’", "'").removesuffix("'s"), Span(*match.span())


def places(document: Document, config: Config, unknown: set[str], terms: Accepted) -> Iterator[Place]:
    """The places of unknown forms that a speller may judge."""
    text = document.text
    for match in _matches(document, config, unknown, terms):
        form, (start, end) = match.group(), match.span()
        if is_name_shaped(form) or is_clipped(text, start, end):
            continue
        if is_short_capitals(form) and not _shouted(text, start, end):
            continue
        core = Span(start, end - 2 if form.endswith(("'s", "’s")) else end)
        whole = _whole(text, Span(start, end))
        if whole != (start, end) and (core.end - core.start <= 3 or known(text[whole.start : whole.end])):
            continue
        yield Place(core, whole, _sighting(document, core, whole, unknown))


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word in capitals stands next to the form, so that its capitals mean nothing."""
    left = WORD.findall(text, max(0, start - _WINDOW), start)[-1:]
    right = WORD.findall(text, end, end + _WINDOW)[:1]
    return any(word.isupper() and len(word) > 2 and is_word(word.lower()) for word in (*left, *right))


def _matches(
    document: Document, config: Config, unknown: set[str], terms: Accepted
) -> Iterator[re.Match[str]]:
    text = document.text
    untouched = terms.places(text) + [
        inline.span
        for inline in document.inlines
        if inline.kind == "foreign"
        or (inline.kind == "emphasis" and text.count(" ", *inline.span) < _LONG_EMPHASIS)
    ]
    language = document.lang or config.language
    for block in document.blocks:
        if not (block.lang or language).startswith("en"):
            continue
        found = [match for match in WORD.finditer(text, *block.span) if match.group() in unknown]
        if not found or _foreign(text, block, found):
            continue
        for match in found:
            if terms.holds(match.group()) or is_machine(text, *match.span()):
                continue
            if any(span.start < match.end() and match.start() < span.end for span in untouched):
                continue
            yield match


def _foreign(text: str, block: Block, unknown: list[re.Match[str]]) -> bool:
    """Whether a block is no English: a good part of its words in small letters is unknown."""
    small = [match for match in unknown if match.group()[0].islower()]
    if len(small) < 5:
        return False
    words = [match.group() for match in WORD.finditer(text, *block.span)]
    return len(small) > _FOREIGN_SHARE * sum(word[0].islower() for word in words)


def _whole(text: str, span: Span) -> Span:
    """The span of the hyphenated word that holds the span."""
    start, end = span
    if text[start - 1 : start] in tuple(_HYPHENS):
        match = _COMPOUND_BEFORE.search(text, max(0, start - _WINDOW), start)
        start = match.start() if match else start
    if text[end : end + 1] in tuple(_HYPHENS):
        match = _COMPOUND_AFTER.match(text, end)
        end = match.end() if match else end
    return Span(start, end)


def _sighting(document: Document, core: Span, whole: Span, unknown: set[str]) -> Sighting:
    text = document.text
    before = _BEFORE.search(text, max(0, core.start - _WINDOW), core.start)
    after = _AFTER.match(text, core.end, min(len(text), core.end + _WINDOW))
    if text[core.end : core.end + 2] in ("'s", "’s"):
        after = _AFTER.match(text, core.end + 2, min(len(text), core.end + _WINDOW))
    starts = before is None or bool(_SENTENCE_END.search(before.group(2)))
    left = "" if starts or before is None else before.group(1)
    ends = after is None or bool(_SENTENCE_END.search(after.group(1)))
    right = "" if ends or after is None else after.group(2)
    form = text[core.start : core.end]
    return Sighting(
        form=form,
        before=left,
        after=right,
        stop=text[whole.end : whole.end + 2].strip()[:1],
        starts=starts,
        alone=text[whole.start - 1 : whole.start] in tuple(_OPENING)
        and text[whole.end : whole.end + 2].rstrip(".,").startswith(tuple(_CLOSING)),
        joined=whole.end - whole.start > core.end - core.start + 2,
        marked=any(
            inline.kind in ("emphasis", "strong") and inline.span.start <= core.start < inline.span.end
            for inline in document.inlines
        ),
        titled=form[:1].isupper() and _titled(document, core),
        owning=text[core.end : core.end + 2] in ("'s", "’s"),
        strange_before=left in unknown,
        strange_after=right in unknown,
    )


def _titled(document: Document, core: Span) -> bool:
    """Whether most longer words of the block start with a capital."""
    block = document.block_at(core.start)
    if block is None:
        return False
    words = [word for word in WORD.findall(document.text, *block.span) if len(word) > 3]
    return len(words) <= 25 and sum(word[0].isupper() for word in words) > 0.6 * max(len(words), 2)
