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

SUBJUNCTIVE = _words("""
if wish wishes wished though unless lest whether suggest suggests suggested demand demands demanded insist
insists insisted require requires required recommend recommends recommended ask asks asked asking urge urges
urged order ordered rule ruled propose proposes proposed let lets make makes made help helps helped see saw
hear heard watch watched had have important essential vital necessary imperative
""")
"""Words after which a verb may stand in its plain form, or `were` after a singular."""

CLAUSE_OPENERS = _words("that because while although whereas since so when where if")

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
