"""Kind `capitals`: a phrase that stands with capitals and without them in one draft.

`capitals: true`. A title before a name (Foreign Minister Ada Lund) passes, and so do headings.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from lint.matching import scope
from lint.matching.automaton import finder
from lint.matching.shadow import word_shadow
from lint.model import Check, Document, Finding, Rule, Span
from lint.regexes import pattern

if TYPE_CHECKING:
    import re

    from lint.model import Config

_PHRASE = (
    r"(?<=[a-z,;] )(?!The |A |An |His |Her |I |In |On |At )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){1,3}(?![\w’'-])"
)
"""Two to four words with capitals inside a sentence."""

_LINKS = ("of", "for", "and", "on", "de", "&", "to", "with", "against")
"""A name that one of these joins to a phrase with capitals goes on: Day against Drug Abuse."""


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check for phrases that are written with capitals here and without them there."""
    return partial(_check, rules, config)


def _check(rules: tuple[Rule, ...], config: Config, document: Document) -> Iterator[Finding]:
    for phrase, capitals, plain in _phrases(document):
        for rule in rules:
            spans = [
                [span for span in spans if scope.passes(rule, document, span, config)]
                for spans in (capitals, plain)
            ]
            if all(spans):
                yield _finding(document, rule, phrase, *spans)


def _phrases(document: Document) -> Iterator[tuple[str, list[Span], list[Span]]]:
    """(phrase, places with capitals, places without) of every phrase that has both."""

    text = document.text
    found: dict[str, list[Span]] = {}
    for match in pattern(_PHRASE).finditer(text):
        if not _is_part_of_name(text, match) and _is_body(document, match.start()):
            found.setdefault(match[0], []).append(Span(*match.span()))
    if not found:
        return
    shadow = word_shadow(text)
    phrases = list(found)
    plain: dict[str, list[Span]] = {}
    for index, start, end in finder([f" {phrase.lower()} ".encode() for phrase in phrases])(shadow.data):
        phrase = phrases[index]
        span = Span(shadow.offset(start + 1), shadow.offset(end - 2) + 1)
        written = text[span.start : span.end]
        if " ".join(written.split()) == phrase.lower() and _is_body(document, span.start):
            plain.setdefault(phrase, []).append(span)
    for phrase, capitals in found.items():
        if phrase in plain:
            yield phrase, capitals, plain[phrase]


def _is_part_of_name(text: str, match: re.Match[str]) -> bool:
    """Whether a name goes on: Foreign Minister Ada Lund, Arl National Park, Court of Human Rights."""
    rest = text[match.end() : match.end() + 3].lstrip(' ,(“"')
    if rest[:1].isupper() or rest[:1].isdigit():
        return True
    following = text[match.end() : match.end() + 30].split(" ")[1:4]
    if following[:1] and following[0] in _LINKS:
        following = [word for word in following[1:] if word != "the"]
        if following and following[0][:1].isupper():
            return True
    before = text[max(match.start() - 60, 0) : match.start()].split()
    if before[-1:] == ["the"] and before[-2:-1] and before[-2] in _LINKS:
        before.pop()
    if before and before[-1] in _LINKS:
        before.pop()
    return bool(before) and before[-1][:1].isupper()


def _is_body(document: Document, offset: int) -> bool:
    """Whether it stands in a paragraph of sentences, not in a heading, a list or a line without a stop."""
    block = document.block_at(offset)
    if block is None or block.kind not in ("paragraph", "quote"):
        return False
    return document.text[block.span.start : block.span.end].rstrip()[-1:] in tuple('.!?:”")…')


def _finding(document: Document, rule: Rule, phrase: str, capitals: list[Span], plain: list[Span]) -> Finding:
    """At the first place of the rarer form; where they are equal, at the one with capitals."""
    with_capitals = len(capitals) > len(plain)
    odd, rest = (plain[0], plain[1:] + capitals) if with_capitals else (capitals[0], capitals[1:] + plain)
    shown = (phrase.lower(), phrase) if with_capitals else (phrase, phrase.lower())
    return document.finding(
        rule,
        odd,
        message=rule.message.replace("{match}", shown[0]).replace("{replacement}", shown[1]),
        related=[(span, "written here too") for span in sorted(rest)],
    )
