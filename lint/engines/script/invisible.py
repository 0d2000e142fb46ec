"""Characters nobody sees: zero-width spaces, soft hyphens, stray byte order marks, bidi controls."""

from __future__ import annotations

from collections.abc import Iterator

from lint.engines.script.place import Place, as_one, in_source, inside, passed_over
from lint.model import Document, Span
from lint.regexes import pattern

NAMES = {
    "\u00ad": "soft hyphen",
    "\u034f": "grapheme joiner",
    "\u061c": "Arabic letter mark",
    "\u115f": "Hangul filler",
    "\u1160": "Hangul filler",
    "\u180e": "Mongolian vowel separator",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "end of embedding",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u2060": "word joiner",
    "\u2061": "function application",
    "\u2062": "invisible times",
    "\u2063": "invisible separator",
    "\u2064": "invisible plus",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "first strong isolate",
    "\u2069": "end of isolate",
    "\u3164": "Hangul filler",
    "\ufeff": "byte order mark",
    "\uffa0": "Hangul filler",
    "\ufffc": "object replacement character",
}
MANY = 4
"""More places than this of one character are reported as one."""

_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u034f\u200c\u200d")
_STRAY = frozenset("\u200b\ufeff")
_ANY = pattern(f"[{''.join(NAMES)}]+")
_RIGHT_TO_LEFT = pattern("[\u0590-\u0602\u0604-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FIRST_JOINING = "\u0590"  # Scripts from here on, and emoji, use joiners by right.


def find(document: Document) -> Iterator[Place]:
    """Runs of invisible characters in the source, code aside, where nothing calls for them.

    The same character many times, as in a text with a soft hyphen in every long word, is one place.
    """
    places: dict[str, list[Place]] = {}
    for place in _runs(document):
        places.setdefault(place.shown, []).append(place)
    for same in places.values():
        if len(same) > MANY:
            yield as_one(same, "here as well")
        else:
            yield from same


def _runs(document: Document) -> Iterator[Place]:
    source = document.source
    skip: tuple[Span, ...] | None = None
    right_to_left: bool | None = None
    for match in _ANY.finditer(source):
        start, end = match.span()
        run = match.group()
        if start == 0 and run[0] == "\ufeff":
            start, run = 1, run[1:]
        if run and not _JOINERS.isdisjoint(run) and _joins(source, start, end):
            continue
        if run and _DIRECTION.issuperset(run):
            if right_to_left is None:
                right_to_left = _RIGHT_TO_LEFT.search(source) is not None
            if right_to_left:
                continue
        skip = passed_over(document) if skip is None else skip
        if run and not inside(skip, start):
            shown = f"{NAMES[run[0]]} (U+{ord(run[0]):04X})"
            place = in_source(document, Span(start, end), shown, _instead(source, start, end))
            safe = place.fix is not None and _is_certain(source, start, end)
            yield place._replace(fix=place.fix._replace(safe=True)) if safe and place.fix else place


def _joins(source: str, start: int, end: int) -> bool:
    before, after = source[start - 1 : start], source[end : end + 1]
    return before >= _FIRST_JOINING and after >= _FIRST_JOINING


def _is_certain(source: str, start: int, end: int) -> bool:
    """Whether spaces of no width, or byte order marks, do nothing here: beside a space, or in a word.

    After a slash or in a script without spaces between words they are there to let a line break.
    """
    before, after = source[start - 1 : start], source[end : end + 1]
    if not _STRAY.issuperset(source[start:end]) or max(before, after) >= _FIRST_JOINING:
        return False
    return before.isspace() or after.isspace() or (before.isalpha() and after.isalpha())


def _instead(source: str, start: int, end: int) -> str:
    """A line separator ends a line; anything else leaves nothing behind."""
    return "\n" if source[start] in "\u2028\u2029" else ""
