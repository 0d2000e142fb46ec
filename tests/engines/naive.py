"""What pattern rules find, computed the slow and obvious way: one regular expression an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lint.engines.pattern.search import Found, expand
from lint.matching.forms import inflect
from lint.matching.words import canonical
from lint.model import Rule, Span

_ALIKE = {"'": "['‘’ʼ′]", '"': '["“”„‟″]', "-": "[-‐‑]", " ": r"\s+"}


@cache  # a plain loop, but no careless one: the `re` module keeps only the last five hundred
def word_pattern(text: str, *, match_case: bool) -> re.Pattern[str]:
    """A word or phrase as an editor writes it, as one regular expression."""
    words = canonical(text)
    body = "".join(_ALIKE.get(char, re.escape(char)) for char in words)
    head = r"(?<!\w)(?<!\w['’ʼ])(?<![@#])" if re.match(r"\w", words) else ""
    tail = r"(?!\w)(?!['’ʼ](?![sS](?!\w))\w)" if re.search(r"\w\Z", words) else ""
    return re.compile(head + body + tail, 0 if match_case else re.IGNORECASE)


def naive(rules: tuple[Rule, ...], text: str, blocks: Sequence[Span]) -> list[Found]:
    """Every match of every rule, block by block; within a rule the first, and of two the longer."""
    found = [item for index, rule in enumerate(rules) for item in _rule(index, rule, text, blocks)]
    found.sort(key=lambda item: (item[1].start, -item[1].end, item[0]))
    ends: dict[int, int] = {}
    kept = []
    for item in found:
        if item[1].start >= ends.get(item[0], 0):
            ends[item[0]] = item[1].end
            kept.append(item)
    return kept


def _rule(index: int, rule: Rule, text: str, blocks: Sequence[Span]) -> Iterator[Found]:
    for entry, better in rule.options:
        if rule.kind == "regex" or (len(entry) > 2 and entry[0] == "/" == entry[-1]):
            source = entry if rule.kind == "regex" else entry[1:-1]
            pattern = _compiled(source, re.MULTILINE | (0 if rule.match_case else re.IGNORECASE))
            yield from _run(index, pattern, text, blocks, better)
            continue
        forms = {"": (entry, better)}
        if rule.forms:
            inflected = [inflect(word) for word in better]
            forms |= {
                kind: (form, tuple(word[kind] for word in inflected)) for kind, form in inflect(entry).items()
            }
        seen = set()
        for form, options in forms.values():
            if form not in seen:
                seen.add(form)
                yield from _run(
                    index, word_pattern(form, match_case=rule.match_case), text, blocks, options, overlap=True
                )


_compiled = cache(re.compile)


def _run(
    index: int,
    pattern: re.Pattern[str],
    text: str,
    blocks: Sequence[Span],
    better: tuple[str, ...],
    *,
    overlap: bool = False,
) -> Iterator[Found]:
    for block in blocks:
        piece = text[block.start : block.end]
        start = 0
        while match := pattern.search(piece, start):
            if match.end() > match.start():
                span = Span(block.start + match.start(), block.start + match.end())
                yield index, span, tuple(expand(word, match) for word in better)
            start = match.start() + 1 if overlap else max(match.end(), match.start() + 1)
            if start > len(piece):
                break
