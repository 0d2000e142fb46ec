"""Reads a draft around a word: how often each form stands in it, and what stands next to one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from lint.lexicon.sighting import Draft, Sighting
from lint.lexicon.words import known
from lint.model import Document, Span
from lint.regexes import pattern

WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BEFORE = pattern(r"([^\W_]+(?:['’][^\W_]+)*)([^\w\n]*)\Z")
_AFTER = pattern(r"([^\w\n]*)([^\W_]+(?:['’][^\W_]+)*)")
_SENTENCE_END = pattern(r"[.!?:…•|\n]")
_SHORTENED = pattern(
    r"[A-Z]|Mr|Mrs|Ms|Dr|St|Prof|Gen|Sen|Rep|Gov|Lt|Sgt|Capt|Col|Cpl|Cmdr|Maj|Rev|Hon|Fr|Pres|Adm"
)
_OPENING = "\"“‘'«„"
_CLOSING = "\"”’'»“"
_WINDOW = 48


def draft_of(forms: Iterable[str]) -> Draft:
    """Counts of the forms of a text, as written and in lower case."""
    counts = Counter(forms)
    lower: Counter[str] = Counter()
    for form, count in counts.items():
        lower[form.lower().replace("’", "'").removesuffix("'s")] += count
    return Draft(counts, lower)


def sight(document: Document, core: Span, whole: Span) -> Sighting:
    """The sighting of the form at `core`, a part of the hyphenated word or possessive at `whole`."""
    text = document.text
    before = _BEFORE.search(text, max(0, core.start - _WINDOW), core.start)
    after = _AFTER.match(text, core.end, min(len(text), core.end + _WINDOW))
    if text[core.end : core.end + 2] in ("'s", "’s"):
        after = _AFTER.match(text, core.end + 2, min(len(text), core.end + _WINDOW))
    starts = before is None or (
        bool(_SENTENCE_END.search(before.group(2)))
        and not (
            _SHORTENED.fullmatch(before.group(1))
            and before.group(2)[:1] == "."
            and "\n" not in before.group(2)
        )
    )
    left = "" if starts or before is None else before.group(1)
    ends = after is None or bool(_SENTENCE_END.search(after.group(1)))
    right = "" if ends or after is None else after.group(2)
    form = text[core.start : core.end]
    return Sighting(
        form=form,
        before=left,
        after=right,
        stop=text[whole.end : whole.end + 2].strip()[:1],
        starts=starts,
        alone=text[whole.start - 1 : whole.start] in tuple(_OPENING)
        and text[whole.end : whole.end + 2].rstrip(".,").startswith(tuple(_CLOSING)),
        joined=whole.end - whole.start > core.end - core.start + 2,
        marked=document.marked(Span(core.start, core.start + 1), "emphasis", "strong") is not None,
        titled=form[:1].isupper() and _titled(document, core),
        owning=text[core.end : core.end + 2] in ("'s", "’s"),
        strange_before=bool(left) and not known(left),
        strange_after=bool(right) and not known(right),
    )


def _titled(document: Document, core: Span) -> bool:
    """Whether most longer words of the block start with a capital."""
    block = document.block_at(core.start)
    if block is None:
        return False
    longer = (match[0] for match in WORD.finditer(document.text, *block.span) if len(match[0]) > 3)
    # No heading is longer; a block of ten thousand names must not be read for each of them.
    words = list(islice(longer, 26))
    return len(words) <= 25 and sum(word[0].isupper() for word in words) > 0.6 * max(len(words), 2)
