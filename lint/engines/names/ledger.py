"""The ledger of a draft: persons, organisations, places, abbreviations, with every mention.

A name is a run of capitalised words; a later part of it (Bashar al-Assad … Assad) is a mention of
the same name, and so are declared forms, discovered forms, and the abbreviation made of its initials.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint.engines.names.candidates import plain
from lint.engines.names.declared import Declared, present, uses
from lint.engines.names.discovered import groups
from lint.engines.names.forms import group
from lint.engines.names.runs import Run, runs
from lint.engines.names.sorts import kind_of
from lint.engines.names.weights import THRESHOLD
from lint.engines.names.words import Place, places
from lint.lexicon.initials import initials
from lint.model import Document, Mention, NameEntry, NameForm, Span


class _Seen(NamedTuple):
    """A mention in the making: which name it belongs to, as written, where, in what role."""

    name: str
    text: str
    span: Span
    role: str


def ledger(document: Document, declared: tuple[Declared, ...]) -> tuple[NameEntry, ...]:
    """Every name of the draft, the most frequent first; spans are of the source."""
    words = places(document.text)
    seen = list(_declared(document, declared, words))
    taken = {offset for one in seen for offset in range(one.span.start, one.span.end)}
    found = [run for run in runs(document.text, words) if run.span.start not in taken]
    titled = {run.name for run in found if run.titled}
    same = _same_words(words, {form: name.forms[0] for name in declared for form in name.forms})
    owners = _owners(found, same)
    seen.extend(
        _Seen(owners.get(run.name, run.name), run.name, run.span, _role(run, owners)) for run in found
    )
    return tuple(_entries(document, seen, titled))


def _declared(document: Document, declared: tuple[Declared, ...], words: list[Place]) -> Iterator[_Seen]:
    for name in present(declared, document.text, {place.form for place in words}):
        for use in uses(name, document):
            form = name.forms[use.form]
            short = len(form) > 1 and form.isupper()
            role = "abbreviation" if short else "full"
            yield _Seen(name.forms[0], form, use.span, _with_ending(document.text, use.span, role))


def _with_ending(text: str, span: Span, role: str) -> str:
    if text[span.end : span.end + 2] in ("'s", "’s"):
        return f"{role}, possessive"
    if text[span.end : span.end + 1] in ("-", "‑") or text[span.start - 1 : span.start] in ("-", "‑"):
        return f"{role}, attributive"
    return role


def _same_words(words: list[Place], ruled: dict[str, str]) -> dict[str, str]:
    """Words that are forms of another word of the draft: slip -> right form."""
    found = groups(group(words), THRESHOLD, ruled)
    return {form.text: one.keep.text for one in found for form in one.others}


def _owners(found: list[Run], same: dict[str, str]) -> dict[str, str]:
    """For each name as written, the name it is a form of: a surname's full name, a slip's right form."""
    mended = {run.name: " ".join(same.get(word, word) for word in run.name.split()) for run in found}
    full = [name for name in dict.fromkeys(mended.values()) if " " in name]
    by_initials = {initials(name): name for name in reversed(full)}
    by_end: dict[str, str] = {}
    for name in full:
        for part in _parts(name):
            by_end.setdefault(part, name)
    owners: dict[str, str] = {}
    for written, name in mended.items():
        owner = name
        if " " not in name:
            owner = by_end.get(plain(name), name)
            # Two letters stand for too much: AI is not the Aran Islands.
            if owner == name and name.isupper() and len(name) > 2:
                owner = by_initials.get(name, name)
        elif (longer := by_end.get(plain(name))) is not None:
            owner = longer
        owners[written] = owner
    return owners


def _parts(name: str) -> Iterator[str]:
    """What a later mention of a person may use of the name: the surname with and without its particle."""
    if kind_of(name, False) != "person":
        return
    words = name.split()
    last = plain(words[-1])
    yield last
    yield last.split("-", 1)[-1] if last.startswith(("al-", "el-")) else f"al-{last}"
    if len(words) > 2:
        yield plain(" ".join(words[-2:]))
    yield plain(words[0])


def _role(run: Run, owners: dict[str, str]) -> str:
    owner = owners.get(run.name, run.name)
    if run.name.isupper() and len(run.name) > 1:
        role = "abbreviation"
    elif " " in run.name or " " not in owner:
        role = "full"
    else:
        first = plain(owner.split()[0]) == plain(run.name)
        role = "given name" if first else "surname"
    marks = (("with title", run.titled), ("possessive", run.possessive), ("attributive", run.attributive))
    return ", ".join((role, *(mark for mark, holds in marks if holds)))


def _entries(document: Document, seen: Iterable[_Seen], titled: set[str]) -> list[NameEntry]:
    by_name: dict[str, dict[str, list[_Seen]]] = {}
    for one in sorted(seen, key=lambda one: one.span):
        by_name.setdefault(one.name, {}).setdefault(one.text, []).append(one)
    entries = []
    for name, forms in by_name.items():
        mentions = tuple(
            NameForm(
                text, tuple(Mention(document.path, document.to_source(one.span), one.role) for one in ones)
            )
            for text, ones in sorted(forms.items(), key=lambda item: (-len(item[1]), item[0]))
        )
        entries.append(NameEntry(name, kind_of(name, not titled.isdisjoint(forms)), mentions))
    return sorted(entries, key=lambda entry: (-entry.count, entry.name))
