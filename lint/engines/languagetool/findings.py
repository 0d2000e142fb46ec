"""From what LanguageTool says to a finding of ours, or to nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lint.engines.languagetool.levels import PACK, Levels
from lint.engines.languagetool.speller import Speller, is_speller
from lint.model import Block, Document, Finding, Rule, Span

if TYPE_CHECKING:
    from lint.engines.languagetool.annotate import Said

STYLE = frozenset(
    (
        *("STYLE", "REDUNDANCY", "PLAIN_ENGLISH", "REPETITIONS_STYLE", "CREATIVE_WRITING", "COLLOCATIONS"),
        *(
            "NONSTANDARD_PHRASES",
            "AMERICAN_ENGLISH_STYLE",
            "BRITISH_ENGLISH",
            "AMERICAN_ENGLISH",
            "WIKIPEDIA",
        ),
    )
)
"""Categories that are about choice of words: not ours to raise inside a quotation."""


class View(NamedTuple):
    """How a document is looked at: the levels, our opinion of the speller, the rules described so far."""

    levels: Levels
    speller: Speller
    described: dict[str, Rule]


_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*\Z")

_FRAGMENTS = frozenset(("heading", "item", "cell", "caption", "alt"))

_OURS = "MORFOLOGIK_RULE_EN_"
"""The speller whose flags are judged as those of our own."""

_NOT_SENTENCES = frozenset(
    ("UPPERCASE_SENTENCE_START", "DE_SENTENCE_WHITESPACE", "PUNCTUATION_PARAGRAPH_END")
)
"""Rules that only make sense where sentences stand."""


def finding_of(document: Document, offset: int, said: Said, view: View) -> Finding | None:
    """The finding for a match at `offset` of the text, or None where it is not to be shown.

    Its rule is entered in the view's `described`.
    """
    start, end, name, category, message, short, description, _, replacements, link, partial = said
    severity = view.levels.of(name, category)
    span = Span(offset + start, offset + end)
    if severity is None or start >= end or _out_of_place(document, span, name, category, partial):
        return None
    if is_speller(name):
        severity = view.speller.opinion(span, name, replacements, severity)
        if severity is None:
            return None
    rule = view.described.get(PACK + name)
    if rule is None:
        why = f"LanguageTool, category {category}: {description or short}".rstrip(": ")
        rule = Rule(PACK + name, "languagetool", _sentence(message), severity, why, link=link)
        view.described[rule.id] = rule
    old = document.text[span.start : span.end]
    better = [new for each in replacements if (new := _like(old, each)) != old]
    fixes = [document.fix(span, new) for new in better]
    says = _slip(old, better[0]) if better and name.startswith(_OURS) else _sentence(message)
    return document.finding(rule, span, message=says, severity=severity, fixes=fixes)


def _out_of_place(document: Document, span: Span, name: str, category: str, partial: bool) -> bool:
    block = document.block_at(span.start)
    if block is None:
        return True
    if block.kind in _FRAGMENTS and (name in _NOT_SENTENCES or (partial and _is_fragment(document, block))):
        return True
    if name == "UPPERCASE_SENTENCE_START" and not _sentence_begins(document, block, span.start):
        return True
    if name.endswith("WORD_REPEAT_RULE") and any(map(str.isdigit, document.text[span.start : span.end])):
        # A tennis score: “6-4 6-4”.
        return True
    if name == "HE_VERB_AGR" and _after_a_name(document, block, span.start):
        # “England have won”, “Apple offer”: right in British copy.
        return True
    return category in STYLE and document.quoted(span)


def _after_a_name(document: Document, block: Block, start: int) -> bool:
    before = document.text[block.span.start : start].split()
    return bool(before) and before[-1][0].isupper() and before[-1] not in ("He", "She", "It")


def _sentence_begins(document: Document, block: Block, start: int) -> bool:
    """Whether a small letter there is a slip: not after “Mamma Mia!”, not in a line that goes on."""
    before = document.text[block.span.start : start].rstrip(" \n\"“”«'‘’")
    if not before:
        earlier = document.text[: block.span.start].rstrip()
        return not earlier or earlier[-1] in '.!?…:”"»'
    return before[-1] in "." and not document.text[block.span.start : start].endswith("\n")


def _is_fragment(document: Document, block: Block) -> bool:
    """Whether a heading, list item or the like does not end as a sentence does."""
    return not _ENDED.search(document.text[block.span.start : block.span.end][-8:])


def _like(old: str, new: str) -> str:
    """The replacement with the draft's own apostrophe, so that nothing else changes."""
    return new.replace("'", "’") if "’" in old and "'" not in old else new


def _slip(old: str, new: str) -> str:
    """What our own speller says: “Possible spelling mistake found.” names no word."""
    return f"“{old}” looks like a slip for “{new}”."


def _sentence(message: str) -> str:
    """LanguageTool's message with our quotation marks and a full stop."""
    message = re.sub(r"[‘'\"](\w[^‘’'\"]*)[’'\"](?!\w)", r"“\1”", " ".join(message.split()))
    return message if message[-1:] in ".?!" else message + "."
