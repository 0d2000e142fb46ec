"""What the conditions know of words: closed lists that no editor needs to change, and who is a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SINGULAR, PLURAL = 1, 2


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SINGULAR_WORDS = _words("""
he she it this that one everyone everybody someone somebody anyone anybody nobody something nothing anything
everything another is was has does
""")
_PLURAL_WORDS = _words("they we you these those both i are were have do am")
_NUMBER_OF_TAG = {"NN": SINGULAR, "NNS": PLURAL, "VBZ": SINGULAR, "VBP": PLURAL}

QUANTIFIERS = _words("""
all any both each either enough every few half less lot lots many more most much neither no none number plenty
several some gazillion zillion million billion hundred thousand dozen couple handful
""")

WISHES = _words("if wish wishes wished though unless lest whether suppose would rather")
"""Words after which `were` may follow a singular."""

DEMANDS = _words("""
suggest suggests suggested suggesting suggestion demand demands demanded demanding insist insists insisted
insisting require requires required requiring requirement recommend recommends recommended recommending
recommendation ask asks asked asking urge urges urged urging order orders ordered ordering rule ruled propose
proposes proposed proposing proposal let lets make makes made making help helps helped helping see saw seen
seeing hear heard hearing watch watched watching had have having has important essential vital necessary
imperative lest may god whether
""")
"""Words after which a verb may stand in its plain form."""

CLAUSE_OPENERS = _words("that because while although whereas since so when where if whether once")

TIME_CLAUSES = _words("after before until till as like")

AUXILIARIES = _words("is are was were has have does do")

SAME_PAST = _words("""
forecast quit cut put set hit let cost beat broadcast read shut spread burst cast hurt split thrust upset bet
bid rid shed slit wed wet knit fit come become overcome run lay underlay
""")
"""Verbs whose past tense looks like their plain form, or may be taken for it."""


def number(token: Token) -> int:
    """SINGULAR or PLURAL, 0 where the word shows neither. `I` counts as plural: it takes those verbs."""
    if token.lower_ in _SINGULAR_WORDS:
        return SINGULAR
    if token.lower_ in _PLURAL_WORDS:
        return PLURAL
    return _NUMBER_OF_TAG.get(token.tag_, 0)


def is_name(word: str) -> bool:
    """Whether a word with a capital is a name we know."""
    from lint.lexicon.known_names import lookup

    return bool(lookup(word))
