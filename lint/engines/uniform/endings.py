"""Items of one list of which a few have a full stop at their end and the others none, or the other way."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lint.engines.uniform.found import Form, Mixed
from lint.engines.uniform.lists import MOST, Item, lists
from lint.model import Document, Fix, Rule, Span


def find(document: Document, rule: Rule, counts: Callable[[Span], bool]) -> Iterator[Mixed]:
    """Each list with odd items; the last one of a series (…; …; and ….) may close it with a full stop."""
    for items in lists(document):
        ends = [(item, end) for item in items if (end := _end(document, item)) is not None]
        if ends and ends[-1][1] == "." and all(end != "." for _, end in ends[:-1]):
            ends.pop()
        if any(end in ";," for _, end in ends if end):
            # A sentence that runs through a list: “…; and” before the last item.
            continue
        stopped, bare = ([item for item, end in ends if end == sign] for sign in (".", ""))
        kept, odd = (stopped, bare) if len(stopped) >= len(bare) else (bare, stopped)
        if not odd or len(odd) > MOST * (len(odd) + len(kept)):
            continue
        places = [tuple(_last_word(document, item) for item in some) for some in (kept, odd)]
        if all(map(counts, places[1])):
            names = ("a full stop", "no full stop") if kept is stopped else ("no full stop", "a full stop")
            forms = [Form(name, spans) for name, spans in zip(names, places, strict=True)]
            yield Mixed(forms[0], forms[1], _fix(document, forms[1].spans, add=kept is stopped))


def _end(document: Document, item: Item) -> str | None:
    """The sign at the item's end, "" for none, and None where the end says nothing."""
    text = document.text[item.span.start : item.span.end].rstrip()
    if item.opens or " " not in text:
        return None
    last = text[-1]
    if last in ".;,":
        return None if text.endswith(("..", "etc.", "a.m.", "p.m.", "Inc.", "e.g.", "Jr.", "U.S.")) else last
    if not last.isalnum() or text.split()[-1].isupper() or _is_marked(document, item):
        return None
    return ""


def _is_marked(document: Document, item: Item) -> bool:
    """Whether the last word is emphasised: a name to type, a field to click."""
    return document.marked(_last_word(document, item), "emphasis", "strong") is not None


def _last_word(document: Document, item: Item) -> Span:
    text = document.text[item.span.start : item.span.end].rstrip()
    end = item.span.start + len(text)
    return Span(item.span.start + max(text.rfind(" "), text.rfind("\n")) + 1, end)


def _fix(document: Document, spans: tuple[Span, ...], *, add: bool) -> Fix | None:
    fixes = []
    for span in spans:
        word = document.text[span.start : span.end]
        fixes.append(document.fix(span, f"{word}." if add else word.removesuffix(".")))
    if any(fix is None for fix in fixes):
        return None
    title = "Add the full stop" if add else "Take out the full stop"
    return Fix(title, tuple(edit for fix in fixes if fix for edit in fix.edits))
