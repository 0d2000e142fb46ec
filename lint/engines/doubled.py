"""Kind `doubled`: a word written twice running, also across a line wrap.

`doubled: true`, or `doubled: {except: [had, that]}` with the words that may well stand twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import compress
from operator import eq
from typing import TYPE_CHECKING

from lint.matching.shadow import word_shadow
from lint.model import Document, Finding, Rule, Span
from lint.regexes import pattern

if TYPE_CHECKING:
    from lint.model import Check, Config

# fmt: off
SMALL = frozenset([
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to",
    "was", "were", "with",
])
# fmt: on
"""Words that nobody says twice on purpose, not even in a quotation."""

CERTAIN = frozenset(("a", "an", "and", "of", "the"))
"""Those of them that no sentence can have twice: it can say what it is is, and go on on Monday."""

MANY = 50
"""With more different doubled words than this, one pass of the pattern beats a search for each."""

_DOUBLED = pattern(
    r"(?<![\w'’.\-/@#&$])([^\W\d_]+)(\s+)(\1)(?![\w/@=]|['’.\-]\w)",
    re.IGNORECASE,
)
_WRAP = pattern(r"[\s>]+")  # A wrapped line of a quote begins with “>”.
_WORD = pattern(r"[^\W\d_]+")


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check for words that stand twice without need."""
    return partial(_check, tuple((rule, _allowed(rule)) for rule in rules))


def _allowed(rule: Rule) -> frozenset[str]:
    listed = rule.options.get("except", ()) if isinstance(rule.options, dict) else ()
    words = (listed,) if isinstance(listed, str) else listed
    phrases = (phrase.split() for phrase in rule.exceptions)
    paired = (pair[0] for pair in phrases if len(pair) == 2 and pair[0].casefold() == pair[1].casefold())
    return frozenset(word.casefold() for word in (*words, *paired))


def _check(rules: tuple[tuple[Rule, frozenset[str]], ...], document: Document) -> Iterator[Finding]:
    matches = [match for match in _doubled(document.text) if _is_slip(match, document)]
    times = Counter(match.group(1).casefold() for match in matches)
    for match in matches:
        word, span = match.group(1), Span(*match.span())
        folded = word.casefold()
        if times[folded] > 1 and folded not in SMALL:
            continue  # Twice in a draft, it is a word of its own: a boda boda rider.
        for rule, allowed in rules:
            if folded not in allowed:
                yield _finding(rule, document, span, word)


def _finding(rule: Rule, document: Document, span: Span, word: str) -> Finding:
    shown = " ".join(document.text[span.start : span.end].split())
    message = rule.message.replace("{match}", shown).replace("{replacement}", word)
    safe = rule.fix == "safe" and word in CERTAIN and document.text[span.start : span.end].islower()
    fix = document.fix(span, word, safe=safe) if rule.fix != "none" else None
    return document.finding(rule, span, message=message, fixes=[fix])


def _doubled(text: str) -> Iterator[re.Match[str]]:
    """Every doubled word, in order; the pattern is tried only where the shadow shows one."""
    shadow = word_shadow(text)
    words = shadow.data.split()
    found = {word for word in compress(words, map(eq, words, words[1:])) if not word.isdigit()}
    # Beyond ASCII some letters are spaces in the shadow, which parts a word.
    if len(found) > MANY or not all(map(bytes.isascii, found)):
        yield from _DOUBLED.finditer(text)
        return
    starts: set[int] = set()
    for word in found:
        at = shadow.data.find(key := b" %b %b " % (word, word))
        while at >= 0:
            starts.add(shadow.offset(at + 1))
            at = shadow.data.find(key, at + 1)
    done = 0
    for start in sorted(starts):
        match = _DOUBLED.match(text, start)
        if match and start >= done:
            done = match.end()
            yield match


def _is_slip(match: re.Match[str], document: Document) -> bool:
    """Whether two words like these can only be a slip, whichever they are."""
    first, gap, second = match.groups()
    if gap.count("\n") > 1:
        return False
    # Bora Bora, Duran Duran; “the US us” and “WHO who” are two words.
    if second[0].isupper() or (first != second and not first.istitle()):
        return False
    if len(first) == 1 and first not in "aA":
        return False
    if _beside(match, document.text):
        return False
    span = Span(*match.span())
    if _is_marked_within(document, span):
        return False
    return first.casefold() in SMALL or not document.quoted(span)


def _is_marked_within(document: Document, span: Span) -> bool:
    """Whether markup stands between the words: in “the function *function*” they are two things."""
    source = document.source[slice(*document.to_source(span))]
    return _WRAP.sub(" ", source) != _WRAP.sub(" ", document.text[span.start : span.end])


def _beside(match: re.Match[str], text: str) -> bool:
    """Whether the word stands a third time: “no, no no”, “ha ha ha”, a line of verse."""
    reach = len(match.group(1)) + 2
    before = _WORD.findall(text[max(match.start() - reach, 0) : match.start()])[-1:]
    after = _WORD.findall(text[match.end() : match.end() + reach])[:1]
    return match.group(1).casefold() in [word.casefold() for word in before + after]
