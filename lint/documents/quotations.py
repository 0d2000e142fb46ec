"""Finds words in quotation marks: “ ” ‘ ’ " ' « » „ “ » « ‹ ›, nested, over paragraphs, never closed.

One pass over the marks of each block with a stack of what is open. The straight and the right single
mark are apostrophes far more often; they quote only where they open after a space and close before one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from lint.documents.wordset import wordset
from lint.model import Block, BlockKind, Quotation, Span
from lint.regexes import pattern


class _Opened(NamedTuple):
    mark: str
    at: int
    block: int


_CLOSING = {
    "“": '”"',
    '"': '"”',
    "”": "”",
    "„": '“”"',
    "‘": "’",
    "'": "'’",
    "‚": "‘’",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
}
"""Each opening mark, with the marks that may close it."""

_SINGLE = frozenset("‘'‚")
_RUNNING: frozenset[BlockKind] = frozenset(("paragraph", "quote"))
# Words that begin with an apostrophe.
_ELISIONS = wordset("tis twas twere twill til till tween em n cause bout round cos cuz ere neath pon nuff")
_TAILS = wordset("s t d m ll re ve")


def find_quotations(text: str, blocks: tuple[Block, ...]) -> tuple[Quotation, ...]:
    """Quotations in order of their place, nested ones after the one that holds them.

    One that is never closed ends with its paragraph, or where another of the same mark begins, unless
    that follows the end of a sentence: then it goes on, as it does in the next paragraph.
    """
    if not _marks().search(text):
        return ()
    return tuple(sorted(_Reader(text, blocks).read()))


@cache
def _marks() -> re.Pattern[str]:
    # An apostrophe within a word is the commonest mark by far: it never gets as far as Python.
    return pattern(r"[\"“”„«»‹›‘‚]|(?<!\w)['’]|['’](?!\w)")


class _Reader:
    def __init__(self, text: str, blocks: tuple[Block, ...]) -> None:
        self.text = text
        self.blocks = blocks
        self.found: list[Quotation] = []
        self.stack: list[_Opened] = []
        self.open: dict[str, int] = {}

    def read(self) -> list[Quotation]:
        text = self.text
        for number, block in enumerate(self.blocks):
            start, end = block.span
            matches = list(_marks().finditer(text, start, end))
            if self.stack:
                self._carry_over(number, matches[0].start() if matches else -1)
            closers = self._single_closers(matches, start, end)
            for index, match in enumerate(matches):
                at = match.start()
                if self.stack and at == start and number != self.stack[0].block:
                    continue
                self._mark(text[at], at, number, closers[index])
        if self.blocks:
            self._give_up(0, self.blocks[-1].span.end)
        return self.found

    def _mark(self, mark: str, at: int, number: int, closer_follows: bool) -> None:
        start, end = self.blocks[number].span
        before = self.text[at - 1] if at > start else " "
        after = self.text[at + 1] if at + 1 < end else " "
        if mark in "'’":
            self._single(mark, at, number, closer_follows)
            return
        if mark == '"':
            self._straight(at, number, before, after)
            return
        if self._close(mark, at):
            return
        if mark == "“" and self.open.get(mark):
            if _closes(before, after) and not _opens(before, after):
                # Typed twice instead of its counterpart.
                self._close("”", at)
                return
            if self._goes_on(mark, at, start):
                return
        if mark in "“„‚":
            opens = True
        elif mark == "‘":
            opens = not self._elision(at, end)
        else:
            # French sets a space within its guillemets: only what looks like a stray end is passed over.
            opens = _opens(before, after) or (mark in "«‹" and not _closes(before, after))
        if opens:
            self._push(mark, at, number)

    def _straight(self, at: int, number: int, before: str, after: str) -> None:
        if self.open.get('"') or self.open.get("“") or self.open.get("„"):
            if before.isdigit() and pattern(r"\d['’′]\s?\d{1,2}\Z").search(self.text[max(0, at - 8) : at]):
                return
            if _opens(before, after) and not before.isdigit():
                if self._goes_on('"', at, self.blocks[number].span.start):
                    return
                if self.stack[-1].mark == '"':
                    self._unclosed(self._pop(), at)
                self._push('"', at, number)
                return
            self._close('"', at)
        elif not before.isdigit() and (not _closes(before, after) or _opens(before, after)):
            self._push('"', at, number)

    def _goes_on(self, mark: str, at: int, start: int) -> bool:
        """Whether an opening mark opens again what is open: paragraphs of a quotation run together."""
        before = self.text[max(start, at - 3) : at].rstrip()
        return self.stack[-1].mark == mark and before.endswith((".", "!", "?", "…"))

    def _single(self, mark: str, at: int, number: int, closer_follows: bool) -> None:
        start, end = self.blocks[number].span
        before = self.text[at - 1] if at > start else " "
        after = self.text[at + 1] if at + 1 < end else " "
        if _closes(before, after) and any(self.open.get(single) for single in "‘'‚"):
            if not (before in "sS" and closer_follows and after == " "):
                self._close(mark, at)
        elif mark == "'" and closer_follows and _opens(before, after) and not self._elision(at, end):
            self._push(mark, at, number)

    def _elision(self, at: int, end: int) -> bool:
        word = pattern(r"\w{0,12}").match(self.text, at + 1, end)
        if word is not None and self.text[at] == "‘" and word[0] in _TAILS:
            return True
        return word is not None and (
            word[0].lower() in _ELISIONS or bool(pattern(r"\d\d?s?").fullmatch(word[0]))
        )

    def _single_closers(self, matches: list[re.Match[str]], start: int, end: int) -> list[bool]:
        """For each mark, whether one that can only close a single quotation stands behind it."""
        text = self.text
        follows = [False] * len(matches)
        seen = False
        for index in range(len(matches) - 1, -1, -1):
            follows[index] = seen
            at = matches[index].start()
            if text[at] in "'’":
                before = text[at - 1] if at > start else " "
                after = text[at + 1] if at + 1 < end else " "
                if _closes(before, after):
                    seen = True
                elif _opens(before, after) and text[at] == "'":
                    seen = False
            elif text[at] == "‘":
                seen = False
        return follows

    def _push(self, mark: str, at: int, number: int) -> None:
        self.stack.append(_Opened(mark, at, number))
        self.open[mark] = self.open.get(mark, 0) + 1

    def _pop(self) -> _Opened:
        opened = self.stack.pop()
        self.open[opened.mark] -= 1
        return opened

    def _close(self, mark: str, at: int) -> bool:
        """Close the innermost quotation that `mark` can close; False if there is none."""
        if not any(count and mark in _CLOSING[opened] for opened, count in self.open.items()):
            return False
        while self.stack:
            opened = self._pop()
            if mark in _CLOSING[opened.mark]:
                self.found.append(Quotation(Span(opened.at, at + 1), Span(opened.at + 1, at), True))
                return True
            if opened.mark not in _SINGLE:
                self._unclosed(opened, at)
        return False

    def _unclosed(self, opened: _Opened, end: int) -> None:
        self.found.append(Quotation(Span(opened.at, end), Span(opened.at + 1, end), False))

    def _carry_over(self, number: int, first_mark: int) -> None:
        """Keep the outermost quotation open if this block opens it again; give up all others."""
        outer = self.stack[0]
        block, before = self.blocks[number], self.blocks[number - 1]
        again = (
            first_mark == block.span.start
            and self.text[first_mark] == outer.mark
            and block.kind in _RUNNING
            and before.kind in _RUNNING
        )
        self._give_up(1 if again else 0, before.span.end)

    def _give_up(self, keep: int, end: int) -> None:
        while len(self.stack) > keep:
            opened = self._pop()
            if opened.mark not in "'‚":
                self._unclosed(opened, end)


def _opens(before: str, after: str) -> bool:
    return not after.isspace() and (before.isspace() or before in "([{—–-/\"“‘'«„‚¿¡*_=>:")


def _closes(before: str, after: str) -> bool:
    return not before.isspace() and not after.isalnum()
