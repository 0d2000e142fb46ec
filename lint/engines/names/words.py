"""Capitalised words of a text: where they stand, what stands beside them, grouped by form.

A form is a word as written, without its possessive ending; `Wagga-led` counts as `Wagga`.
"""

from __future__ import annotations

from typing import NamedTuple

from lint.model import Span
from lint.regexes import pattern

_PARTICLES = "al|el|ar|as|at|an|ad|ash|ez|an|bin|ul|ur"
_WORD = pattern(
    rf"(?<![\w.@/\\#&])(?:(?:{_PARTICLES})-)?[A-ZÀ-ÖØ-ÞĀ-ſЀ-Я]\w*+(?:[-‐‑'’]\w++)*+(?![@\\_]|\.\w|/\w)"
)
_HYPHEN = pattern("[-‐‑]")
_OPENERS = "\"'“‘«„([—–•*>-"

_TAILS = """
led based backed born style sponsored occupied controlled held run owned bound trained educated made funded
affiliated linked aligned allied inspired listed dominated administered friendly wide speaking era like themed
designed built level size sized only area native mediated brokered supported appointed elect designate type
related free general
"""
ATTRIBUTES = frozenset(_TAILS.split())
"""What follows a name behind a hyphen without being part of it: US-led, London-based."""


LONGEST = 60
"""Characters of the longest word that is taken for a name."""


class Place(NamedTuple):
    """One capitalised word: `form` at `span`; `start` where it opens a sentence or a heading.

    `before` and `after` are the capitalised words that touch it with one space between, or "".
    """

    form: str
    span: Span
    start: bool
    before: str
    after: str


def places(text: str) -> list[Place]:
    """Every capitalised word of `text`, in order."""
    found: list[Place] = []
    pending: Place | None = None
    previous, previous_end = "", -2
    for match in _WORD.finditer(text):
        start = match.start()
        word = match.group()
        if len(word) > LONGEST:
            continue
        form = _bare(word)
        adjacent = start == previous_end + 1 and text[previous_end] in " \n"
        if pending is not None:
            found.append(pending._replace(after=form) if adjacent else pending)
        span = Span(start, start + len(form))
        pending = Place(form, span, opens(text, start), previous if adjacent else "", "")
        previous = form
        # A possessive or an attribute ends the name: what follows is another one.
        previous_end = match.end() if len(form) == len(word) else -2
    if pending is not None:
        found.append(pending)
    return found


def _bare(word: str) -> str:
    """The word without possessive ending and attribute: `Isis’s` -> `Isis`, `US-led` -> `US`."""
    while True:
        if word[-2:] in ("'s", "’s") or word[-2:] in ("'S", "’S"):
            word = word[:-2]
        if len(word) > 3 and word[-1] in "-‐‑'’":
            word = word[:-1]
        cut = max(word.rfind("-"), word.rfind("‑"), word.rfind("‐"))
        if cut > 0 and word[cut + 1 :] in ATTRIBUTES:
            word = word[:cut]
            continue
        return word


def opens(text: str, start: int) -> bool:
    """Whether a sentence, heading or list item opens at `start` (quotation marks before it do not count)."""
    index = start - 1
    while index >= 0 and (text[index] in _OPENERS or text[index] == " "):
        index -= 1
    if index >= 0 and text[index] == "\n":
        return index == 0 or text[index - 1] == "\n" or text[index - 1] in ".!?:…"
    return index < 0 or text[index] in ".!?:…"
