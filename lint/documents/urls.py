"""Finds bare URLs and e-mail addresses in prose and puts an object in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lint.documents.pieces import Mark, Piece
from lint.model import OBJECT
from lint.regexes import pattern


def may_hold_url(text: str) -> bool:
    """Whether a closer look is worth it; nearly all blocks end here."""
    return "://" in text or "@" in text or "www." in text or "WWW." in text


@cache
def _pattern() -> re.Pattern[str]:
    # The e-mail's name is bounded and starts at a word's start, so that the search stays linear.
    return pattern(
        r"""(?<![\w@])(?:
            (?:[a-z][a-z0-9+.-]{1,15}://|www\.)[^\s<>"“”«»{}|\\^`\ufffc\x00-\x20]+
          | (?:mailto:)?[\w][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


def url_spans(text: str) -> list[tuple[int, int]]:
    """Where URLs and e-mail addresses stand, without the punctuation of the sentence after them."""
    return [
        (match.start(), match.start() + len(_without_tail(match.group())))
        for match in _pattern().finditer(text)
    ]


def _without_tail(url: str) -> str:
    """The URL without a full stop, bracket or quotation mark that belongs to the sentence."""
    end = len(url)
    spare = {")": url.count(")") - url.count("("), "]": url.count("]") - url.count("[")}
    while end:
        mark = url[end - 1]
        if spare.get(mark, 0) > 0:
            spare[mark] -= 1
        elif mark not in ".,;:!?'’‘*_~…":
            break
        end -= 1
    return url[:end] or url


def cut_urls(
    pieces: Sequence[Piece], marks: Sequence[Mark]
) -> tuple[list[Piece], list[Mark], list[tuple[int, int]]]:
    """The pieces with each URL as an object, the marks moved along, the URLs' source spans."""
    cut: list[Piece] = []
    urls: list[tuple[int, int]] = []
    moved = [0] * (len(pieces) + 1)
    index = 0
    while index < len(pieces):
        text, start, end, literal = pieces[index]
        stop = index + 1
        if literal:
            run = [text]
            while stop < len(pieces) and pieces[stop][3] and pieces[stop][1] == end:
                run.append(pieces[stop][0])
                end = pieces[stop][2]
                stop += 1
            text = "".join(run)
        moved[index:stop] = [len(cut)] * (stop - index)
        at = 0
        for first, last in url_spans(text) if literal else ():
            if at < first:
                cut.append((text[at:first], start + at, start + first, True))
            cut.append((OBJECT, start + first, start + last, False))
            urls.append((start + first, start + last))
            at = last
        if at < len(text):
            cut.append((text[at:], start + at, end, literal))
        index = stop
    moved[len(pieces)] = len(cut)
    return cut, [Mark(kind, moved[first], moved[last], lang) for kind, first, last, lang in marks], urls
