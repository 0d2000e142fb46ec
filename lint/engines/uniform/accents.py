"""A common word with its accents and without them: café and cafe. Names are the pack `names`’s."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lint.engines.uniform.found import Form, Mixed
from lint.matching.automaton import finder
from lint.matching.shadow import word_shadow
from lint.model import Document, Edit, Fix, Rule, Span
from lint.regexes import pattern

LEAST = 4
"""Letters of a word; shorter ones (à, été) are words of two languages."""

DIFFERENT = frozenset(["rose", "lame", "pate", "resume", "resumes", "expose", "exposes", "mate", "saute"])
"""Plain words that mean another thing than the accented one: rosé, lamé, pâté, résumé, exposé, maté."""


def find(document: Document, rule: Rule, counts: Callable[[Span], bool]) -> Iterator[Mixed]:
    """Each such word; where both forms are as frequent, the one with accents is kept."""
    accented: dict[str, dict[str, list[Span]]] = {}
    text = document.text
    for match in pattern(r"(?<![^\W\d_])[a-z]*[^\W\d_a-zA-Z][^\W\d_]*").finditer(text):
        word = match[0]
        if len(word) >= LEAST and word.islower() and _is_whole(text, match.start(), match.end()):
            plain = _plain(word)
            if plain.isascii() and plain not in DIFFERENT:
                accented.setdefault(plain, {}).setdefault(word, []).append(Span(*match.span()))
    for plain, places in _places(text, list(accented)).items():
        # A word with accents in two ways is a question of spelling.
        (word, spans), *more = accented[plain].items()
        with_accents = tuple(filter(counts, spans))
        without = tuple(filter(counts, places))
        if more or not with_accents or not without:
            continue
        forms = Form(word, with_accents), Form(plain, without)
        kept, odd = forms if len(with_accents) >= len(without) else forms[::-1]
        yield Mixed(kept, odd, _fix(document, kept, odd))


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() and start) and not text[end : end + 1].isalnum()


def _plain(word: str) -> str:
    from unicodedata import combining, normalize

    return "".join(letter for letter in normalize("NFKD", word) if not combining(letter))


def _places(text: str, words: list[str]) -> dict[str, list[Span]]:
    """Where each plain word stands, in small letters."""
    found: dict[str, list[Span]] = {}
    if not words:
        return found
    shadow = word_shadow(text)
    for index, start, end in finder([f" {word} ".encode() for word in words])(shadow.data):
        span = Span(shadow.offset(start + 1), shadow.offset(end - 2) + 1)
        if text[span.start : span.end] == words[index]:
            found.setdefault(words[index], []).append(span)
    return found


def _fix(document: Document, kept: Form, odd: Form) -> Fix | None:
    edits: list[Edit] = []
    for span in odd.spans:
        fix = document.fix(span, kept.shown)
        if fix is None:
            return None
        edits.extend(fix.edits)
    return Fix(kept.shown if len(odd.spans) == 1 else f"{kept.shown} everywhere", tuple(edits))
