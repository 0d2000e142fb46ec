"""One slip in a well-known name that the draft does not write right anywhere: a guess, from data alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint.engines.names.candidates import plain
from lint.engines.names.evidence import SEEN, edit, known, ordinary
from lint.engines.names.forms import Form
from lint.lexicon.known_names import GIVEN, PLACE, lookup, well_known_near

SHORTEST = 5


def slips(forms: Mapping[str, Form]) -> Iterator[tuple[Form, str]]:
    """Forms that stand once, that nobody knows, and the well-known name each may stand for."""
    for form in forms.values():
        word = form.text
        if form.uses > 1 or len(word) < SHORTEST or not word.isalpha() or not word[1:].islower():
            continue
        if known(word).known or known(word).zipf >= SEEN:
            continue
        names = [name for name in well_known_near(word) if _likely(form, name)]
        if len(names) == 1 and names[0] not in forms:
            yield form, names[0]


def _likely(form: Form, name: str) -> bool:
    """Whether the slip is one of the hand; in a person's name only some are."""
    how = edit(plain(name), plain(form.text))
    if how["first"] or ordinary(name) or not form.text.isascii():
        return False
    flags = lookup(name)
    if flags & PLACE and not form.before and not form.after:
        return not how["derived"] and plain(name) != plain(form.text)
    return "edit_swap" in how or ("edit_double" in how and bool(flags & GIVEN))
