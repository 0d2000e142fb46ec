"""A person who is introduced twice: by title and full name, or by the full name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.engines.mentions.people import Person, people
from lint.model import Document, Rule, Span


def find(document: Document, rule: Rule) -> Iterator[tuple[Span, str, tuple[tuple[Span, str], ...]]]:
    """(place, surname, the first place) of every later introduction; none where two share a surname."""
    titles = frozenset(rule.options.get("titles", ()))
    if rule.options["find"] == "title" and sum(map(document.text.count, titles)) < 2:
        return
    found = list(people(document, titles))
    bearers: dict[str, set[str]] = {}
    for person in found:
        bearers.setdefault(person.surname, set()).add(person.name)
    first: dict[str, Person] = {}
    for person in found:
        known = first.setdefault(person.name, person)
        if known is person or len(bearers[person.surname]) > 1:
            continue
        titled = person.titled != person.span and known.titled != known.span
        wanted = rule.options["find"] == "title"
        if titled == wanted and (wanted or _stands_alone(document.text, person)):
            short = person.surname.removeprefix("al-").removeprefix("el-")
            yield person.titled, short, ((known.titled, "introduced here"),)


def _stands_alone(text: str, person: Person) -> bool:
    """Whether the draft has the surname by itself too, as it has that of a person but of no city."""
    surname = re.escape(person.surname)
    given = re.escape(person.name.split()[-2])
    return bool(re.search(rf"(?<!{given}\s)(?<![\w’'-]){surname}(?![\w-])", text))
