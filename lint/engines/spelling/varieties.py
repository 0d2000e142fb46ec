"""One variety of English in one draft: which one it keeps to, and the words that do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from lint.lexicon import layout
from lint.lexicon.drafts import WORD
from lint.lexicon.words import evidence
from lint.model import Config, Document, Finding, Rule, Span

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
    """At most one finding for a draft, at its first straying word, with all places of such words."""
    found = mix(telling(forms), declared(document, config))
    if found is None:
        return
    wanted = {word: counterpart(word, found.variety) for word in found.strays}
    places = [
        Span(*match.span())
        for block in document.blocks
        if (block.lang or "en").startswith("en")
        for match in WORD.finditer(document.text, *block.span)
        if wanted.get(match.group())
    ]
    if not places:
        return
    first = document.text[slice(*places[0])]
    better = wanted[first]
    message = rule.message.format(
        match=first, replacement=better, variety=NAMES[found.variety], count=len(places)
    )
    yield document.finding(
        rule,
        places[0],
        message=message,
        related=[
            (place, f"{NAMES[found.variety]}: {wanted[document.text[slice(*place)]]}") for place in places[1:]
        ],
        fixes=[document.fix(places[0], better)] if better else (),
    )
