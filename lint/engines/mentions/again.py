"""A person who is introduced twice: by title and full name, or by the full name alone."""

from __future__ import annotations

from collections.abc import Iterator

from lint.engines.mentions.people import Person, people
from lint.model import Document, Rule, Span
from lint.regexes import pattern


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
    alone: frozenset[str] | None = None
    for person in found:
        known = first.setdefault(person.name, person)
        if known is person or len(bearers[person.surname]) > 1:
            continue
        titled = person.titled != person.span and known.titled != known.span
        wanted = rule.options["find"] == "title"
        if titled != wanted:
            continue
        if not wanted and alone is None:
            alone = _alone(document.text, found)
        if alone is None or person.name in alone:
            short = person.surname.removeprefix("al-").removeprefix("el-")
            yield person.titled, short, ((known.titled, "introduced here"),)


def _alone(text: str, found: list[Person]) -> frozenset[str]:
    """The names of the people whose surname stands in the draft by itself too: a city's does not."""
    givens: dict[str, set[str]] = {}
    for person in found:
        givens.setdefault(person.surname, set()).add(person.name.split()[-2])
    alone: set[tuple[str, str]] = set()
    for word in pattern(r"(?<![\w’'-])(?:al-|el-)?[A-ZÀ-Þ][\w’'-]*").finditer(text):
        for surname in _readings(word[0]):
            for given in givens.get(surname, ()):
                before = text[max(word.start() - len(given) - 1, 0) : word.start()]
                if not (before[:-1] == given and before[-1].isspace()):
                    alone.add((given, surname))
    return frozenset(person.name for person in found if (person.name.split()[-2], person.surname) in alone)


def _readings(word: str) -> list[str]:
    """`Leary’s` may be Leary with an ending, `O’Leary’s` O’Leary."""
    return [word, *(word[:at] for at, sign in enumerate(word) if sign in "’'")]
