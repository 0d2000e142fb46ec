"""Names an editor declares: one form, and what is written instead of it.

A rule's `when` says how strict it is: `always` flags every other form, `mixed` only a draft that
uses two of the forms. A form inside a longer name passes (“Voice of America”), and so does one
that explains another: “Islamic State (ISIS)”, “Myanmar, formerly Burma”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from lint.engines.names.words import opens
from lint.model import Config, Document, Rule, Span
from lint.regexes import pattern

ENDING = r"(?:['’]s|s['’]|['’]|s|es)?(?!\w)"
"""Possessive and plural endings, which count as the form."""

_SPLIT = pattern(r"[\s'’‐‑-]+")
_HYPHENATED = pattern("[-‐‑][A-Z]")
_RIGHT_OF_NAME = pattern(r"[ \n]([A-ZÀ-ÖØ-ÞĀ-ſ][\w’'-]*)")
_LEFT_OF_NAME = pattern(r"\b[A-ZÀ-ÖØ-Þ][\w’'-]*[ \n](?:of|for|de|du)[ \n](?:the[ \n])?$")
_GLOSS = pattern(
    r"\s*(?:[(\[,–—-]\s*|\bor\s+|/)(?:(?:also|formerly|previously|once|then|now|better|officially|otherwise)\s+)*"
    r"(?:(?:known|called|referred to|rendered|spelled|spelt|written|abbreviated)\s+)?(?:as\s+|in\s+\w+\s+)?"
    r"(?:or\s+|the\s+|aka\s+)*[“\"'‘]?$"
)
_BESIDE = """
President Prime Minister Premier Chancellor King Queen Prince Princess Sheikh Emir Mayor Governor General
Colonel Major Captain Commander Ambassador Foreign Defence Defense Interior Finance Deputy Senator Secretary
Sir Mr Mrs Ms Dr Professor Leader Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February
March April May June July August September October November December
"""
TITLES = frozenset(_BESIDE.split())
"""Words with a capital that stand beside a name without belonging to it."""
_BODIES = frozenset(("President", "Minister", "King", "Queen", "Prince", "Emir", "Government", "Ambassador"))
"""Behind `of` these do not make a longer name: President of Burma."""


class Declared(NamedTuple):
    """A `name` rule: its forms, the declared one first, and words of which one must be in the text.

    `always`: every other form is flagged, not only a draft that mixes them.
    """

    rule: Rule
    config: Config
    forms: tuple[str, ...]
    anchors: tuple[str, ...]
    always: bool


class Use(NamedTuple):
    """One place of a declared form; `glossed` where it explains another form or is explained."""

    form: int
    span: Span
    glossed: bool


def declare(rule: Rule, config: Config) -> Declared:
    """A `name` rule made ready for `uses`; nothing is compiled until one of its words occurs."""
    options = rule.options
    forms = (str(options["name"]), *(str(form) for form in options.get("instead_of", ())))
    anchors: set[str] = set()
    for form in forms:
        if is_pattern(form):
            anchors.add("")
            continue
        pieces = _SPLIT.split(form)
        word = max([piece for piece in pieces if piece[:1].isupper()] or pieces, key=len)
        anchors.add(word)
        if len(form) >= 5:
            anchors.add(word.upper())
    return Declared(rule, config, forms, tuple(sorted(anchors)), options.get("when", "always") == "always")


def everywhere(rule: Rule) -> Rule:
    """The rule with a scope that takes in quotations: in a name they are weighed here, not passed over."""
    return rule._replace(scope=(*(rule.scope or ("prose",)), "quotation"))


def is_pattern(form: str) -> bool:
    """Whether a form is a regular expression: `/Gadd?af+i/`."""
    return len(form) > 2 and form[0] == "/" == form[-1]


@lru_cache(maxsize=4096)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """The forms as one expression with a group `f0`, `f1` … for each, the longest tried first."""
    ordered = sorted(range(len(forms)), key=lambda index: -len(forms[index]))
    groups = "|".join(f"(?P<f{index}>{_phrase(forms[index])})" for index in ordered)
    return pattern(rf"(?<![\w@#.])(?:{groups}){ENDING}(?![-‐‑]?\d|[@_]|\.\w)")


def present(declared: tuple[Declared, ...], text: str, words: Iterable[str]) -> Iterator[Declared]:
    """The rules of which some form may stand in the text; `words` are its capitalised words."""
    pieces = {piece for word in words for piece in _SPLIT.split(word)}
    pieces |= {piece[:-1] for piece in pieces if piece.endswith("s")}
    for name in declared:
        for anchor in name.anchors:
            if anchor in pieces or (not anchor[:1].isupper() and anchor in text):
                yield name
                break


def uses(declared: Declared, document: Document) -> list[Use]:
    """The places where the rule's forms stand as a name of their own, in order."""
    from lint.matching.scope import passes

    text = document.text
    rule = everywhere(declared.rule)
    found: list[Use] = []
    for match in _pattern(declared.forms).finditer(text):
        form = next(index for index in range(len(declared.forms)) if match.group(f"f{index}") is not None)
        span = Span(*match.span(f"f{form}"))
        if not _inside_longer_name(text, span, match.end()) and passes(rule, document, span, declared.config):
            found.append(Use(form, span, False))
    return list(_mark_glosses(found, text))


def _phrase(form: str) -> str:
    """A pattern for the form: any white space, hyphen and apostrophe; long forms in capitals too."""
    if is_pattern(form):
        return f"(?:{form[1:-1]})"
    pattern = _loose(form)
    if form[0].islower():
        # A sentence may begin with it: Al-Qaeda.
        pattern = f"[{form[0]}{form[0].upper()}]{pattern[1:]}"
    if len(form) >= 5 and form.upper() != form:
        pattern = f"(?:{pattern}|{_loose(form.upper())})"
    return pattern


def _loose(form: str) -> str:
    parts = []
    for piece in pattern(r"\s+|[-‐‑]|['’‘]|[^\s\-‐‑'’‘]+").findall(form):
        if piece.isspace():
            parts.append(r"\s+")
        elif piece in "-‐‑":
            parts.append("[-‐‑]")
        elif piece in "'’‘":
            parts.append("['’‘]")
        else:
            parts.append(re.escape(piece))
    return "".join(parts)


def _inside_longer_name(text: str, span: Span, end: int) -> bool:
    if _HYPHENATED.match(text, end):
        return True
    if span.end == end:
        after = _RIGHT_OF_NAME.match(text, end)
        longer = after is not None and after.group(1) not in TITLES and not after.group(1).isupper()
        if longer and not text[span.start : span.end].replace(".", "").isupper():
            return True
    before = _LEFT_OF_NAME.search(text, max(span.start - 40, 0), span.start)
    if before is None or opens(text, before.start()):
        return False
    return before.group().split()[0] not in _BODIES


def _mark_glosses(found: Iterable[Use], text: str) -> Iterator[Use]:
    """Marks two forms as glossed where the words between them say that one stands for the other."""
    ordered = list(found)
    glossed: set[int] = set()
    for index in range(1, len(ordered)):
        first, second = ordered[index - 1], ordered[index]
        between = text[first.span.end : second.span.start]
        if first.form != second.form and len(between) <= 45 and _GLOSS.match(between):
            glossed |= {index - 1, index}
    for index, use in enumerate(ordered):
        yield use._replace(glossed=index in glossed)
