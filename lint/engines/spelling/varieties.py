"""One variety of English in one draft: which one it keeps to, and the words that do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from lint.lexicon import layout
from lint.lexicon.drafts import WORD
from lint.lexicon.words import evidence
from lint.matching.scope import passes
from lint.model import Config, Document, Edit, Finding, Fix, Rule, Span

NAMES = {
    "en-US": "American",
    "en-GB": "British",
    "en-GB-oxendict": "Oxford",
    "en-CA": "Canadian",
    "en-AU": "Australian",
}
_PAIRS = (
    "our/or ise/ize isa/iza isi/izi yse/yze ysi/yzi tre/ter bre/ber ogue/og ence/ense lled/led "
    "lling/ling ller/ler ll/l ae/e oe/e amme/am ey/ay ough/ow que/ck pp/p eable/able "
    "gement/gment wards/ward mould/mold phur/fur tyre/tire grey/gray cosy/cozy sceptic/skeptic "
    "plough/plow cheque/check ce/se aluminium/aluminum tt/t xion/ction re/er "
)
_ENDINGS = tuple((first, second) for first, _, second in (pair.partition("/") for pair in _PAIRS.split()))


SHOWN = 6
"""Words of a spelling that a message names."""


class Mix(NamedTuple):
    """The variety a draft should keep to, and its words that are no words of it."""

    variety: str
    strays: tuple[str, ...]
    others: tuple[str, ...]


@lru_cache(1 << 14)
def _bits(word: str) -> int:
    return evidence(word) & layout.ALL_VARIETIES


def declared(document: Document, config: Config) -> str | None:
    """The variety that the draft or the configuration names, or None where it is left open.

    American English is what a configuration says that says nothing, so it counts only when a draft says it.
    """
    if document.lang in NAMES:
        return document.lang
    return config.language if config.language in NAMES and config.language != "en-US" else None


def telling(forms: Iterable[str]) -> list[str]:
    """The forms in small letters that some varieties have and others lack."""
    return sorted(
        form
        for form in forms
        if len(form) > 3 and form.islower() and _bits(form) not in (0, layout.ALL_VARIETIES)
    )


def mix(words: list[str], variety: str | None) -> Mix | None:
    """Which words stray from the variety: the one that is declared, else the one that most words allow.

    A draft whose words all fit one variety mixes nothing.
    """
    counts = {name: sum(bool(_bits(word) & bit) for word in words) for name, bit in layout.VARIETY.items()}
    chosen = variety or max(counts, key=lambda name: counts[name])
    bit = layout.VARIETY[chosen]
    strays = tuple(word for word in words if not _bits(word) & bit)
    lost = layout.ALL_VARIETIES
    for word in strays:
        lost &= _bits(word)
    # What speaks for the variety: words that the strays' own varieties lack.
    others = tuple(word for word in words if _bits(word) & bit and not _bits(word) & lost)
    if not strays or not (others or variety):
        return None
    return Mix(chosen, strays, others)


def counterpart(word: str, variety: str) -> str | None:
    """The word as the variety spells it, or None when no known pair of spellings leads there."""
    bit = layout.VARIETY[variety]
    for first, second in chain(_ENDINGS, ((b, a) for a, b in _ENDINGS)):
        at = word.find(first)
        while at >= 0:
            other = word[:at] + second + word[at + len(first) :]
            if _bits(other) & bit:
                return other
            at = word.find(first, at + 1)
    return None


def findings(document: Document, config: Config, rule: Rule, forms: Iterable[str]) -> Iterator[Finding]:
    """At most one finding for a draft, at its first straying word, with every place of both spellings."""
    variety = declared(document, config)
    found = mix(telling(forms), variety)
    if found is None:
        return
    better = {word: other for word in found.strays if (other := counterpart(word, found.variety))}
    strays, others = _places(document, config, rule, better, found.others)
    if not strays or not (others or variety):
        return
    text = document.text
    first = text[slice(*strays[0])]
    name = NAMES[found.variety]
    slots = {
        "match": first,
        "replacement": better[first],
        "variety": name,
        "forms": _listed(text, strays),
        "other": _listed(text, others) or "as its language says",
        "count": str(len(strays)),
    }
    related = [(place, f"{name}: {better[text[slice(*place)]]}") for place in strays[1:]]
    related += [(place, f"{name}, as it should be") for place in others]
    yield document.finding(
        rule,
        strays[0],
        message=rule.message.format(**slots),
        related=sorted(related),
        fixes=[_fix(document, strays, better)],
    )


def _places(
    document: Document, config: Config, rule: Rule, strays: Mapping[str, str], others: Iterable[str]
) -> tuple[list[Span], list[Span]]:
    """Where the straying words stand and where those of the variety do; a quotation keeps its own."""
    found: dict[bool, list[Span]] = {True: [], False: []}
    wanted = frozenset((*strays, *others))
    for block in document.blocks:
        if (block.lang or "en").startswith("en"):
            for match in WORD.finditer(document.text, *block.span):
                span = Span(*match.span())
                if match.group() in wanted and passes(rule, document, span, config):
                    found[match.group() in strays].append(span)
    return found[True], found[False]


def _listed(text: str, places: list[Span]) -> str:
    """The words of the places, each once: “colour”, “harbour” and 2 more."""
    words = [f"“{word}”" for word in dict.fromkeys(text[slice(*place)] for place in places)]
    if len(words) > SHOWN:
        return f"{', '.join(words[:SHOWN])} and {len(words) - SHOWN} more"
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _fix(document: Document, places: list[Span], better: Mapping[str, str]) -> Fix | None:
    """Every straying word in the draft's own spelling, or None where one cannot be changed faithfully."""
    edits: list[Edit] = []
    for place in places:
        fix = document.fix(place, better[document.text[slice(*place)]])
        if fix is None:
            return None
        edits.extend(fix.edits)
    first = better[document.text[slice(*places[0])]]
    return Fix(first if len(places) == 1 else f"{first}, and the others likewise", tuple(edits))
