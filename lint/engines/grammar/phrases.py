"""Conditions on a noun and the words before it, and on a verb and its auxiliary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lint.engines.grammar import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    Nodes = Mapping[str, Token]

_DESCRIBING = ("JJ", "JJS", "JJR", "NN", "RB", "RBS", "VBN", "VBG", "NNP")
_FINITE = ("VBZ", "VBP", "VBD", "MD")
_GOES_ON = (
    *("NN", "NNS", "NNP", "NNPS", "HYPH", "POS", "CD", "JJ", "DT", "PRP", "PRP$", "VBG"),
    *("$", "''", "``", "NFP", "FW"),
)
_BEFORE_NOUN = (*_DESCRIBING, "DT", "CD", "PRP$", "PDT")


def known_noun(nodes: Nodes) -> bool:
    """The noun is a common one that a dictionary has, and no name that was taken for a plural."""
    from lint.engines.grammar.forms import singular
    from lint.lexicon.words import is_word

    noun = nodes.get("noun") or nodes["subject"]
    if noun.tag_ not in ("NN", "NNS"):
        return True
    if not noun.is_lower and (noun.i > 0 or not noun.is_title or words.is_name(noun.text)):
        return False
    word = noun.lower_
    if noun.tag_ == "NN":
        plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and is_word(singular(word))
        return is_word(word) and not plural and not word.endswith(("ae", "i"))
    return is_word(word) and singular(word) != word and is_word(singular(word))


def whole_phrase(nodes: Nodes) -> bool:
    """Between determiner and noun stand only words that describe the noun, and no number."""
    first, noun = nodes["determiner"], nodes["noun"]
    if first.i > noun.i or not _opens(first):
        return False
    if any(child.dep_ in ("conj", "cc", "nummod") and child != first for child in noun.lefts):
        return False
    between = noun.doc[first.i + 1 : noun.i]
    strict = first.tag_ == "CD" or first.lower_ in ("this", "that", "these", "those")
    if strict and any(token.tag_ in ("NN", "NNP", "VBG") for token in between):
        return False
    return all(
        token.tag_ in _DESCRIBING
        and token.is_alpha
        and (token.lower_ not in words.QUANTIFIERS or token.tag_ in ("RBS", "RBR"))
        for token in between
    )


def _opens(first: Token) -> bool:
    """The determiner is the first word of its phrase, and part of no name."""
    if first.i == 0:
        return True
    before = first.nbor(-1)
    if first.is_title or before.tag_ in ("HYPH", "CD") or before.text in ("-", "–"):
        return False
    return first.tag_ != "CD" or before.tag_ not in ("DT", "PRP$", "POS", "PDT")


def ends_phrase(nodes: Nodes) -> bool:
    """The noun is the last of its phrase: no noun, hyphen or possessive follows, nor an object."""
    noun = nodes["noun"]
    if noun.i + 1 >= len(noun.doc):
        return True
    after = noun.nbor()
    if after.lower_ == "and" and after.i + 1 < len(after.doc):
        return after.nbor().tag_ in ("VB", "VBP", "VBZ", "VBD", "MD", "PRP")
    return after.tag_ not in _GOES_ON and after.lower_ not in ("or", "/", "-", "–", "—", "(")


def surely_noun(nodes: Nodes) -> bool:
    """The noun is not the sentence's verb in disguise (`this page documents`)."""
    from lint.engines.grammar.forms import may_be_verb, singular

    noun, first = nodes["noun"], nodes["determiner"]
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    if noun.lower_ == "people" and noun.i - first.i == 1:
        return False  # “As a people we have …”
    if (
        first.i == 0
        and may_be_verb(singular(noun.lower_))
        and after is not None
        and after.tag_ not in _FINITE
    ):
        return False
    if noun.dep_ in ("dobj", "pobj", "attr", "conj"):
        goes_on = after is not None and after.tag_ in _FINITE
        return not goes_on and any(token.tag_ in _FINITE for token in noun.doc)
    if noun.dep_ not in ("nsubj", "nsubjpass") or noun.i - first.i > 1:
        return False
    head = noun.head
    finite = head.tag_ in ("VBZ", "VBP", "VBD") and head.i > noun.i
    return finite or any(child.dep_ in ("aux", "auxpass") for child in head.children)


def not_a_verb(nodes: Nodes) -> bool:
    """The noun after `these` or `many` is none that could be their verb (`many fear that`)."""
    from lint.engines.grammar.forms import may_be_verb

    noun, first = nodes["noun"], nodes["determiner"]
    if first.lower_ == "those" and noun.head.lower_ == "of":
        return False
    # “These art shows”: what looks like a verb may be the noun.
    if (
        noun.i + 1 < len(noun.doc)
        and noun.nbor().tag_ == "VBZ"
        and noun.nbor().lower_ not in words.AUXILIARIES
    ):
        return False
    if noun.i - first.i > 1 or not may_be_verb(noun.lower_) or noun.i + 1 >= len(noun.doc):
        return True
    if noun.dep_ in ("dobj", "attr") or (noun.dep_ == "pobj" and noun.head.lower_ != "of"):
        return True
    after = noun.nbor()
    if after.text in ".!?,":
        return first.lower_ != "those"
    return after.tag_ in _FINITE or after.lower_ == "of"


def not_a_name_before(nodes: Nodes) -> bool:
    """`One` is no part of a name: `phase one of the project`."""
    one = nodes["one"]
    if one.nbor().lower_ != "of":
        return False
    return one.i == 0 or one.nbor(-1).tag_ not in ("NN", "NNS", "NNP", "CD")


def near_noun(nodes: Nodes) -> bool:
    """The noun follows its verb with nothing but its own modifiers between, and stands alone."""
    noun, verb = nodes["noun"], nodes["verb"]
    if noun.i < verb.i or any(child.dep_ == "conj" for child in noun.children):
        return False
    return all(
        token.tag_ in _BEFORE_NOUN
        and token.lower_ not in ("a", "an", "one")
        and (noun in (token.head, token.head.head) or (token.head == verb and token.tag_ == "RB"))
        for token in noun.doc[verb.i + 1 : noun.i]
    )


def verb_after_auxiliary(nodes: Nodes) -> bool:
    """Only adverbs stand between auxiliary and verb, and the verb is one."""
    from lint.engines.grammar.forms import base, may_be_verb

    first, verb = nodes["auxiliary"], nodes["verb"]
    between = verb.doc[first.i + 1 : verb.i]
    hyphenated = verb.i + 1 < len(verb.doc) and verb.nbor().tag_ == "HYPH"
    return not hyphenated and all(token.tag_ == "RB" for token in between) and may_be_verb(base(verb.lower_))


def own_things(nodes: Nodes) -> bool:
    """Two things, each with a determiner of its own, make the subject (`his car and his house`)."""
    first, second = nodes["subject"], nodes["second"]
    joined = [child for child in first.children if child.dep_ == "conj"]
    ands = [child for child in first.children if child.dep_ == "cc"]
    return (
        [child.lower_ for child in ands] == ["and"]
        and joined == [second]
        and not any(child.dep_ in ("conj", "cc", "preconj") for child in second.children)
        and all(any(child.dep_ in ("det", "poss") for child in noun.lefts) for noun in (first, second))
        and not any(
            child.lower_ in ("each", "every", "no", "any") for n in (first, second) for child in n.lefts
        )
    )


def bare(nodes: Nodes) -> bool:
    """The noun has no determiner, number or possessive."""
    return not any(
        child.dep_ in ("det", "poss", "nummod", "predet", "conj", "cc") for child in nodes["noun"].children
    )


def opens_phrase(nodes: Nodes) -> bool:
    """The word named `first` is the first of the noun's phrase."""
    return bool(nodes["first"] == nodes["noun"].left_edge)


def no_main_verb(nodes: Nodes) -> bool:
    """The noun opens the sentence with its article, and every finite verb is inside its clause."""
    noun, verb, that = nodes["noun"], nodes["verb"], nodes["that"]
    start = noun.left_edge
    if that.head != verb or start.i > 2 or start.lower_ not in ("the", "a", "an", "one", "another"):
        return False
    inside = {token.i for token in verb.subtree}
    return not any(token.tag_ in _FINITE and token.i not in inside for token in noun.doc) and not any(
        token.text in (":", "?", "…") for token in noun.doc
    )
