"""Kind `compounds`: one word written in two ways, as the draft itself shows.

`compounds: {find: joined}`: one word that is also parted by a space or a hyphen (airstrike, air-strike).
`{find: hyphenated}`: with a hyphen and with a space where no noun follows that would call for one. With `of`,
the compounds that are listed, in any form, and other rules leave these to it. An exception of the rule names
a compound that passes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import compress, pairwise
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from lint.matching import scope
from lint.matching.automaton import finder
from lint.matching.shadow import Shadow, word_shadow
from lint.model import Document, Edit, Finding, Fix, Rule, Span
from lint.regexes import pattern

if TYPE_CHECKING:
    from lint.model import Config

# fmt: off
PARTICLES = frozenset(b"""
up down out off in on over back away by through around together along aside ahead under about
""".split())
"""A verb and one of these are two words (to set up), the noun made of them is one (a setup)."""

SMALL = PARTICLES | frozenset(b"""
a an the to of and or but for at as so no not any some every all my your his her him its it our their
them who what when where how may can will be is are was were been this that these those there here
one two three four five six seven eight nine ten hundred thousand what which then than with from into
mean too very more most much many few if nor yet he she we you they do did does has had have al el de
la le new non
""".split())
"""A spaced pair that begins with one of these is no compound (some time, any one, a long)."""

SHORT = frozenset(b"email emails ebook ebooks xray xrays".split())
"""Compounds of a letter and a word; elsewhere a letter before a word is an article or an initial."""

DIFFERENT = frozenset(b"""
recover recovered resign resigned resigning resent reform reformed recreate recreation release
represent resort resound redress remark reserve reserves retreat restrain relay relays repress
coop coops network networks prefix unit units collect recollect everyday weekend
""".split())
"""Words that mean another thing with a hyphen or a space: to re-sign, every day."""

FOLLOWERS = frozenset(b"""
a an the of and or but for at as in on to by from with is was are were has had have will would can
could may might that which who when while after before because since until than said says also
""".split())
# fmt: on
"""Before one of these, or before a stop, a compound stands for itself and describes no noun."""

_GAPS = " \n\t\u00a0-‐‑"
"""What may stand between the parts of a compound."""


class _Place(NamedTuple):
    """Where a compound stands, how it is parted (“”, “-” or “ ”) and how long its first part is."""

    span: Span
    sign: str
    first: int


def build(rules: tuple[Rule, ...], config: Config) -> _Check:
    """A check for compounds that a draft writes in two ways."""
    return _Check(rules, config)


class _Check:
    def __init__(self, rules: tuple[Rule, ...], config: Config) -> None:
        self.rules = rules
        self.config = config
        self.only = [frozenset(map(_letters, rule.options.get("of", ()))) for rule in rules]
        listed = frozenset[bytes]().union(*self.only)
        self.passed = [
            frozenset(map(_letters, rule.exceptions)) | (frozenset() if only else listed)
            for rule, only in zip(rules, self.only, strict=True)
        ]

    def __call__(self, document: Document) -> Iterator[Finding]:
        shadow = word_shadow(document.text)
        words = shadow.data.split()
        pairs = {kind: list(find(words, document.text)) for kind, find in _FINDERS.items()}
        if not any(pairs.values()):
            return
        hits = _hits(shadow, [pair for found in pairs.values() for pair in found])
        for rule, only, passed in zip(self.rules, self.only, self.passed, strict=True):
            kind = rule.options["find"]
            for first, second in pairs[kind]:
                forms = {first + second, _singular(first + second), first + second + b"s"}
                if forms & passed or (only and not forms & only):
                    continue
                places = [
                    place
                    for place in _places(document, hits, first, second, kind)
                    if scope.passes(rule, document, place.span, self.config)
                ]
                if len({place.sign for place in places}) > 1:
                    yield _finding(document, rule, places)


def _letters(phrase: str) -> bytes:
    return phrase.lower().replace(" ", "").replace("-", "").encode()


def _singular(word: bytes) -> bytes:
    return word[:-1] if word.endswith(b"s") else word


def _joined(words: list[bytes], text: str) -> Iterator[tuple[bytes, bytes]]:
    """(first, second) of each pair that also stands as one word, both without a plural's s."""
    known = {word for word in set(words) if len(word) > 5} | SHORT.intersection(words)
    near = known | {word + b"s" for word in known} | {word[:-1] for word in known if word[-1:] == b"s"}
    together = list(map(add, words, words[1:]))
    found = near.intersection(together)
    places = compress(range(len(together)), map(found.__contains__, together))
    pairs = {(words[index], _singular(words[index + 1])) for index in places}
    for first, second in sorted(pairs):
        if _is_compound(first, second):
            yield first, second


def _is_compound(first: bytes, second: bytes) -> bool:
    whole = first + second
    return (
        (len(second) > 2 or second in PARTICLES)
        and (len(first) > 1 or whole in SHORT)
        and whole.isalpha()
        and (second not in SMALL or second in PARTICLES)
        and whole not in DIFFERENT
        and whole + b"s" not in DIFFERENT
    )


def _hyphenated(words: list[bytes], text: str) -> Iterator[tuple[bytes, bytes]]:
    """(first, second) of each hyphenated pair; whether it stands with a space is seen later."""
    if "-" not in text:
        return
    from collections import Counter

    hyphens: dict[tuple[bytes, bytes], int] = {}
    for match in pattern(r"(?<![\w-])([a-z]{3,})-([a-z]{3,})(?![\w-])").finditer(text):
        pair = match[1].encode(), _singular(match[2].encode())
        if pair[0] not in SMALL and pair[1] not in SMALL:
            hyphens[pair] = hyphens.get(pair, 0) + 1
    counted = Counter(pairwise(words)) if hyphens else {}
    for (first, second), times in hyphens.items():
        if counted.get((first, second), 0) + counted.get((first, second + b"s"), 0) > times:
            yield first, second


_FINDERS: dict[str, Callable[[list[bytes], str], Iterator[tuple[bytes, bytes]]]] = {
    "joined": _joined,
    "hyphenated": _hyphenated,
}


def _hits(shadow: Shadow, pairs: list[tuple[bytes, bytes]]) -> dict[bytes, list[Span]]:
    """Where each pair stands, as two words and as one, in one pass over the shadow."""
    keys = [key for first, second in dict.fromkeys(pairs) for key in (first + b" " + second, first + second)]
    wanted = [key + ending for key in dict.fromkeys(keys) for ending in (b"", b"s")]
    hits: dict[bytes, list[Span]] = {}
    for index, start, end in finder([b" " + key + b" " for key in wanted])(shadow.data):
        span = Span(shadow.offset(start + 1), shadow.offset(end - 2) + 1)
        hits.setdefault(wanted[index], []).append(span)
    return hits


def _places(
    document: Document, hits: dict[bytes, list[Span]], first: bytes, second: bytes, kind: str
) -> list[_Place]:
    """Every place of the compound in one of its forms, in order, the plural as well."""
    # With a space these are two words that happen to meet: to set up, some time.
    apart = first in SMALL or second in PARTICLES or len(first) == 1
    keys = [first + b" " + second] + [first + second] * (kind == "joined")
    spans = [span for key in keys for ending in (b"", b"s") for span in hits.get(key + ending, ())]
    places = [_place(document, span, len(first), apart, kind) for span in spans]
    return sorted(place for place in places if place is not None)


def _place(document: Document, span: Span, first: int, apart: bool, kind: str) -> _Place | None:
    text = document.text
    written = text[span.start : span.end]
    rest = written[first:]
    gap = rest[: len(rest) - len(rest.lstrip(_GAPS))]
    sign = " " if gap.isspace() else "-" if gap in tuple("-‐‑") else gap
    if (sign and sign not in (" ", "-")) or (sign == " " and apart):
        return None
    if span.start and text[span.start - 1] in "-‑@#./_’'":
        return None
    if text[span.end : span.end + 1] in tuple("-‑@_/") or _is_address(text, span.end):
        return None
    if not written.islower() and not _opens(document, span, written):
        return None
    if kind == "hyphenated" and not _stands_alone(text, span.end):
        return None
    return _Place(span, sign, first)


def _is_address(text: str, end: int) -> bool:
    """Whether a point and a letter follow, as in the address of a page."""
    return text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum()


def _opens(document: Document, span: Span, written: str) -> bool:
    """Whether only the first letter is a capital, and that since it begins a sentence."""
    if not written[1:].islower():
        return False
    sentences = document.sentences
    index = bisect_left(sentences, span.start, key=lambda sentence: sentence.start)
    return index < len(sentences) and span.start - sentences[index].start in (0, -1)


def _stands_alone(text: str, end: int) -> bool:
    """Whether no noun follows that the compound could describe."""
    if text[end : end + 1] in tuple(".,;:!?)”") or end >= len(text):
        return True
    following = text[end : end + 12].split()[:1]
    return bool(following) and following[0].encode("ascii", "replace") in FOLLOWERS


def _finding(document: Document, rule: Rule, places: list[_Place]) -> Finding:
    """One finding: at the first place of a rarer form, with every other place beside it."""
    signs = [place.sign for place in places]
    chosen = max(dict.fromkeys(signs), key=signs.count)
    odd = next(place for place in places if place.sign != chosen)
    like = next(place for place in places if place.sign == chosen)
    shown = [document.text[place.span.start : place.span.end] for place in (odd, like)]
    message = rule.message.replace("{match}", shown[0]).replace("{replacement}", shown[1])
    related = [(place.span, "written here too") for place in places if place is not odd]
    others = [place for place in places if place.sign != chosen]
    return document.finding(
        rule,
        odd.span,
        message=message.replace("{count}", str(signs.count(chosen))),
        related=related,
        fixes=[_fix(document, rule, chosen, others)],
    )


def _fix(document: Document, rule: Rule, sign: str, others: list[_Place]) -> Fix | None:
    """The chosen form in every other place, or None where one cannot be changed faithfully."""
    edits: list[Edit] = []
    better = ""
    for place in others:
        written = document.text[place.span.start : place.span.end]
        rest = written[place.first :].lstrip(_GAPS)
        fix = document.fix(place.span, text := written[: place.first] + sign + rest)
        if fix is None or rule.fix == "none":
            return None
        better = better or text
        edits.extend(fix.edits)
    return Fix(better if len(others) == 1 else f"{better} everywhere", tuple(edits))
