"""Whether a match counts: the right block, the right language, not quoted, no exception."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from lint.matching.guarded import finditer
from lint.matching.language import spoken
from lint.matching.words import canonical, loose
from lint.model import Config, Document, Rule, Span

_NEAR = 300
"""Code points before and after a match in which an exception is looked for."""

BODY = frozenset(("paragraph", "item", "quote"))
_IGNORE_CASE = 2  # re.IGNORECASE
CODE = frozenset(("code", "comment", "front-matter", "expression"))


def passes(rule: Rule, document: Document, span: Span, config: Config) -> bool:
    """Whether a match of the rule at a span of the prose is to be reported."""
    block = document.block_at(span.start)
    if block is None:
        return False
    if rule.languages and not _speaks(rule.languages, spoken(config, block.lang, document.lang)):
        return False
    kinds = [name for name in rule.scope if name not in ("quotation", "unlinked")]
    if kinds and not any(_in_scope(kind, block.kind, document, span) for kind in kinds):
        return False
    if "quotation" in rule.scope:
        if not kinds and not document.quoted(span):
            return False
    elif document.quoted(span):
        return False
    if "unlinked" in rule.scope and _touches_link(document, span):
        return False
    return not excepted(rule, document.text, block.span, span)


def in_code(document: Document, span: Span) -> bool:
    """Whether a span of the source overlaps code, a comment or front matter."""
    found = document.verbatim
    last = bisect_right(found, span.end, key=lambda item: item.span.start)
    # Verbatim stretches do not overlap, so only the last ones before the end can reach the span.
    return any(
        item.kind in CODE and item.span.end > span.start and item.span.start < span.end
        for item in found[max(last - 2, 0) : last]
    )


def _speaks(languages: tuple[str, ...], language: str) -> bool:
    return any(language == name or language.startswith(name + "-") for name in languages)


def _in_scope(name: str, kind: str, document: Document, span: Span) -> bool:
    if name == "prose":
        return True
    if name == "body":
        return kind in BODY
    if name == "link":
        return _linked(document, span)
    return kind == name


def _linked(document: Document, span: Span) -> bool:
    """Whether the words are the text of a link."""
    link = document.marked(span, "link")
    return link is not None and link.start <= span.start and span.end <= link.end


def _touches_link(document: Document, span: Span) -> bool:
    """Whether any of the words are the text of a link."""
    return document.marked(span, "link") is not None


def excepted(rule: Rule, text: str, block: Span, span: Span) -> bool:
    """Whether an exception of the rule lets a match in a stretch (`block`) of a text pass."""
    if rule.before and _stands_before(rule.before, text[span.end : min(block.end, span.end + _NEAR)]):
        return True
    if rule.after and _stands_after(rule.after, text[max(block.start, span.start - _NEAR) : span.start]):
        return True
    return any(_within(phrase, text, block, span) for phrase in rule.exceptions)


def _stands_before(words: tuple[str, ...], rest: str) -> bool:
    following = canonical(rest).lower()
    return any(
        following.startswith(word.lower()) and not following[len(word) : len(word) + 1].isalnum()
        for word in map(canonical, words)
    )


def _stands_after(words: tuple[str, ...], rest: str) -> bool:
    leading = canonical(rest).lower()
    return any(
        leading.endswith(word.lower()) and not leading[: -len(word)][-1:].isalnum()
        for word in map(canonical, words)
    )


# A rule may have fifty exceptions, and all are looked for in the window around one match.
_words = lru_cache(maxsize=1024)(canonical)


def _within(phrase: str, text: str, block: Span, span: Span) -> bool:
    """Whether the span lies inside an occurrence of the phrase or pattern."""
    start, end = max(block.start, span.start - _NEAR), min(block.end, span.end + _NEAR)
    window = text[start:end]
    if len(phrase) > 2 and phrase[0] == "/" == phrase[-1]:
        pattern = phrase[1:-1]
    else:
        words = _words(phrase)
        if words.lower() not in _words(window).lower():
            return False
        pattern = r"(?<!\w)" * words[:1].isalnum() + loose(words) + r"(?!\w)" * words[-1:].isalnum()
    try:
        return any(
            start + match.start() <= span.start and span.end <= start + match.end()
            for match in finditer(pattern, _IGNORE_CASE, window)
        )
    except TimeoutError:
        # An exception that cannot be decided excuses nothing.
        return False
