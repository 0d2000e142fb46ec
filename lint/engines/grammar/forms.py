"""What a word becomes in a proposal: the named forms of `propose`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lint.engines.grammar.words import SINGULAR, number

if TYPE_CHECKING:
    from spacy.tokens import Token

_THIRD = {"be": "is", "are": "is", "am": "is", "were": "was", "have": "has", "do": "does", "go": "goes"}
_PLAIN = {"is": "are", "was": "were", "has": "have", "does": "do", "goes": "go", "am": "are"}

_PLURALS = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "foot": "feet",
    "tooth": "teeth",
    "mouse": "mice",
    "life": "lives",
    "wife": "wives",
    "knife": "knives",
    "leaf": "leaves",
    "half": "halves",
    "shelf": "shelves",
    "thief": "thieves",
    "wolf": "wolves",
    "crisis": "crises",
    "analysis": "analyses",
    "basis": "bases",
    "phenomenon": "phenomena",
    "criterion": "criteria",
    "hero": "heroes",
    "potato": "potatoes",
    "this": "these",
    "that": "those",
}
_SINGULARS = {plural: singular for singular, plural in _PLURALS.items()}


def singular_verb(word: str) -> str:
    """`believe` -> `believes`, `are` -> `is`."""
    from lint.matching.forms import plural

    return _THIRD.get(word) or plural(word)


def plural_verb(word: str) -> str:
    """`believes` -> `believe`, `is` -> `are`."""
    return _PLAIN.get(word) or _without_s(word)


def singular(word: str) -> str:
    """`companies` -> `company`, `these` -> `this`."""
    for end in ("man", "men"):
        if word.endswith(end) and len(word) > 4:
            return word[:-2] + "an"
    return _SINGULARS.get(word) or _without_s(word)


def plural(word: str) -> str:
    """`company` -> `companies`, `this` -> `these`."""
    from lint.matching import forms

    if word.endswith("man") and len(word) > 4:
        return word[:-2] + "en"
    return _PLURALS.get(word) or forms.plural(word)


def base(word: str) -> str:
    """`causes` -> `cause`, `went` -> `go`, `wanted` -> `want`."""
    from lint.lexicon.words import is_word
    from lint.matching.forms import bases

    if word in ("is", "are", "was", "were", "am"):
        return "be"
    found = next(filter(is_word, bases(word)), "")
    return found or (plural_verb(word) if word.endswith("s") else word)


def participle(word: str) -> str:
    """`make` -> `made`, `knew` -> `known`, `generate` -> `generated`."""
    from lint.matching.forms import inflect

    return inflect(base(word) if word.endswith("ed") or not word.endswith("s") else plural_verb(word))[
        "participle"
    ]


def may_be_verb(word: str) -> bool:
    """Whether a base form has an -ing form that is a word: `claim`, not `accusation`."""
    from lint.lexicon.words import is_word
    from lint.matching.forms import inflect

    doubled = f"{word}{word[-1:]}ing"
    return word in ("be", "have", "do") or is_word(inflect(word)["ing"]) or is_word(doubled)


def _without_s(word: str) -> str:
    """The word without its ending -s, -es or -ies; of two readings the one that is a word."""
    from lint.lexicon.words import is_word

    if word.endswith("ies"):
        return word[:-3] + ("y" if len(word) > 4 else "ie")
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) and is_word(word[:-2]):
        return word[:-2]
    if not word.endswith("s") or word.endswith("ss"):
        return word
    short = word[:-1]
    return word[:-2] if word.endswith("es") and not is_word(short) and is_word(word[:-2]) else short


def _other_number(token: Token) -> str:
    word = token.lower_
    if word in _PLAIN or (token.tag_ == "VBZ" and word not in _THIRD):
        return plural_verb(word)
    return singular_verb(word)


FORMS: Mapping[str, Callable[[Token], str]] = {
    "other-number": _other_number,
    "singular": lambda token: singular(token.lower_),
    "plural": lambda token: plural(token.lower_),
    "plural-verb": lambda token: plural_verb(token.lower_) if number(token) == SINGULAR else token.lower_,
    "participle": lambda token: participle(token.lower_),
    "base": lambda token: base(token.lower_),
}
"""Name -> the form of a token's word, in lower case."""


def proposed(token: Token, wanted: str) -> str | None:
    """The token's word in the form that is wanted: a name of `FORMS`, or text with `{word}` in it.

    None where the word has no such form, or is not spelled out (`’s`, `ain’t`).
    """
    if "{word}" in wanted:
        return wanted.replace("{word}", token.text)
    if wanted not in FORMS:
        return _cased(wanted, token.text)
    if not token.is_alpha or token.lower_ in ("ai", "s", "m", "re", "ve", "wo", "ca", "sha"):
        return None
    from lint.lexicon.words import is_word

    found = FORMS[wanted](token)
    return None if found == token.lower_ or not is_word(found) else _cased(found, token.text)


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
