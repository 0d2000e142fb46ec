"""A title in italics here and plain there: a newspaper, a ship, a book."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lint.engines.uniform.found import Form, Mixed
from lint.matching.automaton import finder
from lint.matching.shadow import word_shadow
from lint.model import Document, Rule, Span
from lint.regexes import pattern

LEAST = 2
"""So often a title must stand in italics: once may be where a term is introduced or stressed."""

_TITLE = pattern(r"[A-Z][\w’'&-]*(?: (?:[A-Z0-9][\w’'&-]*|of|the|and|in|for|de|la|le|du|to|a))* ?")


def find(document: Document, rule: Rule, counts: Callable[[Span], bool]) -> Iterator[Mixed]:
    """Each title that is plain somewhere, at the first place of the rarer way."""
    titles: dict[str, list[Span]] = {}
    for inline in document.inlines:
        if inline.kind == "emphasis":
            words = document.text[inline.span.start : inline.span.end].strip(" ,.;:")
            if len(words) > 3 and _TITLE.fullmatch(words) and not _opens(document, inline.span.start):
                titles.setdefault(words, []).append(inline.span)
    titles = {words: spans for words, spans in titles.items() if len(spans) >= LEAST and _is_name(words)}
    for words, plain in _plain(document, list(titles)).items():
        italic, other = (tuple(filter(counts, spans)) for spans in (titles[words], plain))
        if italic and other:
            shown = Form("in italics", italic), Form("plain", other)
            yield Mixed(*(shown if len(italic) >= len(other) else shown[::-1]))


def _opens(document: Document, start: int) -> bool:
    """Whether a block begins here: “Note”, “Warning” and other words that are no titles."""
    block = document.block_at(start)
    return block is None or block.span.start == start


def _is_name(words: str) -> bool:
    """Whether it is more than a common word with a capital."""
    if " " in words:
        return True
    from lint.lexicon.words import is_word

    return not is_word(words.lower().replace("’", "'"))


def _plain(document: Document, titles: list[str]) -> dict[str, list[Span]]:
    """Where each title stands in running text without any mark."""
    found: dict[str, list[Span]] = {}
    if not titles:
        return found
    text = document.text
    shadow = word_shadow(text)
    keys = [word_shadow(title).data for title in titles]
    for index, start, end in finder(keys)(shadow.data):
        span = Span(shadow.offset(start + 1), shadow.offset(end - 2) + 1)
        if " ".join(text[span.start : span.end].split()) != titles[index] or not _is_whole(text, span):
            continue
        block = document.block_at(span.start)
        if block and block.kind != "heading" and not document.marked(span, "emphasis", "strong", "link"):
            found.setdefault(titles[index], []).append(span)
    return found


def _is_whole(text: str, span: Span) -> bool:
    """Whether no name goes on at either end: Titanic, but not Titanic Museum."""
    before = text[max(span.start - 24, 0) : span.start].split(" ")[-2:-1]
    after = text[span.end : span.end + 2]
    return not (before and before[0][:1].isupper()) and not (after[:1] == " " and after[1:].isupper())
