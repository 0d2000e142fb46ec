"""Words of one family, with a hyphen after their prefix and without: co-operate and cooperation.

One word in both forms (co-operate and cooperate) is a compound, which the kind `compounds` finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lint.engines.uniform.found import Form, Mixed, majority
from lint.matching.automaton import finder
from lint.matching.shadow import word_shadow
from lint.model import Document, Rule, Span
from lint.regexes import pattern

STEM = 5
"""Letters after the prefix in which the words of a family agree."""

# fmt: off
DIFFERENT = frozenset([
    "recover", "recovery", "recovered", "resign", "resigned", "resignation", "reform", "reformed",
    "reformer", "recreation", "recreational", "represent", "represented", "resort", "resound",
    "redress", "remark", "reserve", "reserved", "retreat", "restrain", "relay", "prefix", "subject",
    "subjects", "postpone", "postponed", "overall", "overalls", "reaction", "reactions", "recall",
    "recalled", "recollect", "recount", "repress", "return", "returned", "rest", "resolve",
    "resolved", "research", "reduce", "reduced",
])
# fmt: on
"""Words that mean another thing than the same letters with a hyphen."""


def find(document: Document, rule: Rule, counts: Callable[[Span], bool]) -> Iterator[Mixed]:
    """Each family that the draft writes in both ways; `words` of the rule are the prefixes."""
    text = document.text
    prefixes = frozenset(rule.options.get("words", ()))
    lower = text.lower()
    if not any(f"{prefix}-" in lower for prefix in prefixes):
        return
    families: dict[tuple[str, str], list[Span]] = {}
    for match in pattern(rf"-([a-z]{{{STEM},}})(?![\w-])").finditer(text):
        prefix = _before(text, match.start())
        if prefix.lower() in prefixes:
            span = Span(match.start() - len(prefix), match.end())
            families.setdefault((prefix.lower(), match[1][:STEM]), []).append(span)
    closed = _closed(text, [prefix + stem for prefix, stem in families])
    for (prefix, stem), spans in families.items():
        hyphened = tuple(filter(counts, spans))
        joined = tuple(filter(counts, closed.get(prefix + stem, ())))
        if not hyphened or not joined:
            continue
        words = {text[slice(*span)].lower().replace("-", "") for span in hyphened}
        others = {text[slice(*span)].lower() for span in joined}
        if others & DIFFERENT or {_bare(word) for word in words} & {_bare(word) for word in others}:
            continue
        yield Mixed(*majority(*(Form(text[slice(*found[0])].lower(), found) for found in (hyphened, joined))))


def _bare(word: str) -> str:
    return word.removesuffix("s")


def _before(text: str, end: int) -> str:
    """The letters right before the hyphen, where no other hyphen or sign of a path precedes them."""
    start = end
    while start and text[start - 1].isalpha():
        start -= 1
    return "" if start and text[start - 1] in "-_/@#." else text[start:end]


def _closed(text: str, beginnings: list[str]) -> dict[str, list[Span]]:
    """The words without a hyphen that begin with each of these, a name left out."""
    found: dict[str, list[Span]] = {}
    if not beginnings:
        return found
    shadow = word_shadow(text)
    for index, start, _ in finder([f" {beginning}".encode() for beginning in beginnings])(shadow.data):
        first = shadow.offset(start + 1)
        word = pattern(r"[A-Za-z][a-z]*(?![\w-])").match(text, first)
        if word and not (first and text[first - 1] in "-@#./_"):
            found.setdefault(beginnings[index], []).append(Span(*word.span()))
    return found
