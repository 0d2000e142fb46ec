"""Runs a plan over a text: words by their keys, patterns where a required string was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lint.matching.guarded import finditer_kept
from lint.matching.prefilter import Prefilter
from lint.matching.shadow import word_shadow
from lint.matching.words import Entry, searcher
from lint.model import Span
from lint.regexes import pattern


class Runaway(NamedTuple):
    """A pattern that was stopped: which rule, in which draft, at which code point of what it read."""

    rule: int
    path: str
    offset: int


Found = tuple[int, Span, tuple[str, ...]]
"""Rule index, span, and what would be better."""


class Search:
    """Every match of a plan's words and patterns in a text, in order of place."""

    def __init__(self, plan: dict[str, Any]) -> None:
        words = plan["words"]
        self.word_rules = [item[0] for item in words]
        self.replacements = [item[6] for item in words]
        self.search_words = searcher(Entry(*item[1:6]) for item in words) if words else None
        self.regexes = plan["regexes"]
        self.candidates = Prefilter(plan["keys"], plan["always"])

    def __call__(
        self, text: str, blocks: Sequence[Span], runaways: list[Runaway], path: str
    ) -> Iterator[Found]:
        """Yield the matches of each rule that do not overlap: the first, and of two the longer."""
        found = [*self._words(text), *self._patterns(text, blocks, runaways, path)]
        found.sort(key=lambda item: (item[1].start, -item[1].end, item[0]))
        ends: dict[int, int] = {}
        for item in found:
            if item[1].start >= ends.get(item[0], 0):
                ends[item[0]] = item[1].end
                yield item

    def _words(self, text: str) -> Iterator[Found]:
        if self.search_words is None:
            return
        for match in self.search_words(text, word_shadow(text)):
            yield self.word_rules[match.entry], Span(match.start, match.end), self.replacements[match.entry]

    def _patterns(
        self, text: str, blocks: Sequence[Span], runaways: list[Runaway], path: str
    ) -> Iterator[Found]:
        if not self.regexes or not blocks:
            return
        for place, index in self.candidates(text, blocks):
            start, end = blocks[place]
            block = text[start:end]
            rule, code, cost, better = self.regexes[index]
            try:
                for match in finditer_kept(code, cost, block):
                    if match.end() > match.start():
                        span = Span(start + match.start(), start + match.end())
                        yield rule, span, tuple(expand(word, match) for word in better)
            except TimeoutError:
                runaways.append(Runaway(rule, path, start))


_GROUP = pattern(r"\\(\d|g<\w+>)")


def expand(template: str, match: re.Match[str]) -> str:
    r"""The replacement with `\1` and `\g<name>` filled in; anything else stands as written."""

    def group(reference: re.Match[str]) -> str:
        name = reference[1]
        return match[int(name) if name.isdigit() else name[2:-1]] or ""

    return _GROUP.sub(group, template)
