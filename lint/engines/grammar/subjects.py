"""Conditions on a subject and its verb: that they differ in number, and that it surely is the subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lint.engines.grammar import words
from lint.engines.grammar.words import PLURAL, SINGULAR, number

if TYPE_CHECKING:
    from spacy.tokens import Token

    Nodes = Mapping[str, Token]

_MODIFIERS = ("det", "amod", "compound", "poss", "nummod", "nmod", "advmod", "predet", "quantmod", "npadvmod")
_OF_A_CLAUSE = ("WDT", "WP", "WP$", "WRB", "VBZ", "VBP", "VBD", "MD", "VB", "VBN", "VBG", "CC")
_VERBS = ("VB", "VBZ", "VBP", "VBD", "VBN", "VBG", "MD", "TO")
_MORE_OF_IT = (
    "CD",
    "POS",
    "DT",
    "JJ",
    "NN",
    "NNS",
    "NNP",
    "NNPS",
    "HYPH",
    "RP",
    "CC",
    "IN",
    "``",
    "''",
    "-LRB-",
)
_ADDED = ("conj", "cc", "appos", "preconj", "nummod", "relcl", "acl", "predet", "parataxis")


def number_differs(nodes: Nodes) -> bool:
    """Subject and verb differ in number, and both show it."""
    subject, verb = nodes["subject"], nodes["verb"]
    if subject.lower_ == "i":
        return verb.tag_ == "VBZ" or verb.lower_ in ("are", "were")
    return number(subject) + number(verb) == SINGULAR + PLURAL


def plural_verb(nodes: Nodes) -> bool:
    """The verb is a plural one."""
    return number(nodes["verb"]) == PLURAL


def finite(nodes: Nodes) -> bool:
    """The verb shows its number and is the first of its group."""
    verb = nodes["verb"]
    if verb.tag_ == "VBD" and verb.lower_ not in ("was", "were"):
        return False
    group = [child for child in nodes.get("main", verb).lefts if child.dep_ in ("aux", "auxpass")]
    return all(child.i >= verb.i for child in group)


def true_verb(nodes: Nodes) -> bool:
    """The verb is one, and shows its number: `accusations` is none, `quit` may be the past."""
    from lint.engines.grammar.forms import may_be_verb, plural_verb

    verb = nodes["verb"]
    word = verb.lower_
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    # “His show American Bandstand”: a noun before a name.
    before_name = after is not None and after.text[:1].isupper() and nodes["subject"].tag_ == "NN"
    if word in words.AUXILIARIES:
        return word != "do" or not before_name
    if word in words.SAME_PAST or word == "be" or (verb.tag_ == "VBP" and before_name):
        return False
    return may_be_verb(word if verb.tag_ == "VBP" else plural_verb(word))


def phrase_start(noun: Token) -> int:
    """The index of the first token of the noun phrase: its noun's modifiers on the left."""
    own = (child for child in noun.lefts if child.dep_ in (*_MODIFIERS, "neg", "punct"))
    return min((child.left_edge.i for child in own), default=noun.i)


def clear_start(nodes: Nodes) -> bool:
    """Nothing before the noun phrase makes it a part of something else."""
    subject = nodes["subject"]
    first = phrase_start(subject)
    if first == 0:
        return bool(subject.doc[0].tag_ != "VBG")
    before = subject.doc[first - 1]
    after_comma = before.i > 0 and before.nbor(-1).text == ","
    if number(subject) == SINGULAR and _ends_list(subject, first):
        return False
    if before.lower_ in ("and", "but"):
        return before.i == 0 or (after_comma and _joins_clauses(subject, before.i))
    if before.lower_ in ("as", "like"):
        return before.i <= 1
    if before.tag_ == "WDT":
        return False
    if before.i == 0 and before.lower_ in ("first", "second", "third"):
        return True
    return before.lower_ in words.CLAUSE_OPENERS or before.tag_ not in (*_VERBS, *_MORE_OF_IT)


def _ends_list(subject: Token, start: int) -> bool:
    """The noun is the last of several between commas (`showers, storms and a gale`)."""
    before = [token for token in subject.doc[:start] if token.lower_ != "and"]
    if not before or before[-1].text != ",":
        return False
    commas = [place for place, token in enumerate(before) if token.text == ","]
    item = before[commas[-2] + 1 : -1] if len(commas) > 1 else []
    return bool(item) and not any(
        token.tag_ in ("VBZ", "VBP", "VBD", "MD") or (token.tag_ == "RB" and len(item) == 1) for token in item
    )


def _joins_clauses(subject: Token, end: int) -> bool:
    """A clause stands before `, and`; a list would have no verb yet, or another comma after it."""
    before = subject.doc[:end]
    last = max((token.i for token in before if token.tag_ in ("VBZ", "VBP", "VBD", "MD")), default=None)
    return last is not None and sum(token.text == "," for token in before[last:]) == 1


def clear_pronoun(nodes: Nodes) -> bool:
    """The pronoun opens its clause: no preposition, verb or other subject stands right before it."""
    subject = nodes["subject"]
    if subject.i == 0:
        return True
    before = subject.nbor(-1)
    if subject.lower_ == "i" and before.tag_.startswith("N"):
        return False  # “World War I is”
    if before.lower_ in ("and", "or", "nor"):
        paired = before.i > 0 and before.nbor(-1).tag_ in ("NNP", "-RRB-")
        return subject.lower_ not in ("i", "you") and not paired
    if before.tag_ == "IN":
        return before.lower_ in words.CLAUSE_OPENERS or before.lower_ in words.TIME_CLAUSES
    return before.tag_ not in (*_VERBS, "PRP", "``", "HYPH", "POS", "JJ", "JJR", "DT")


def plain_words_between(nodes: Nodes) -> bool:
    """Between subject and verb stand words alone: no comma, dash, quote, wh-word or other verb."""
    subject, verb = nodes["subject"], nodes["verb"]
    return subject.i < verb.i and all(map(_plain, subject.doc[subject.i + 1 : verb.i]))


def _plain(token: Token) -> bool:
    if token.is_alpha or token.like_num:
        return token.tag_ not in _OF_A_CLAUSE
    return token.tag_ in ("HYPH", "POS") or token.lower_ == "n't"


def adjacent(nodes: Nodes) -> bool:
    """Nothing but adverbs stands between subject and verb."""
    subject, verb = nodes["subject"], nodes["verb"]
    return subject.i < verb.i and all(token.tag_ == "RB" for token in subject.doc[subject.i + 1 : verb.i])


def alone(nodes: Nodes) -> bool:
    """The subject is one noun: not one of several, no apposition, no quantifier."""
    subject = nodes["subject"]
    for child in subject.children:
        if child.dep_ in _ADDED or child.tag_ == "CD":
            return False
        if child.i < subject.i and child.lower_ in (*words.QUANTIFIERS, "these", "those"):
            return child.lower_ in ("these", "those") and subject.tag_ == "NNS"
        if child.dep_ == "prep" and any(_titled(token) for token in child.subtree):
            return False
    # “The light and airy pattern” is one; “the pattern of light and air” may be meant as two.
    return not any(token.tag_ == "CC" and not _joins_adjectives(token) for token in subject.subtree)


def _joins_adjectives(conjunction: Token) -> bool:
    joined = [conjunction.head, *(child for child in conjunction.head.children if child.dep_ == "conj")]
    return len(joined) > 1 and all(token.tag_ == "JJ" for token in joined)


def _titled(token: Token) -> bool:
    """A capital on what is no name: the phrase is a title."""
    return bool(token.text[:1].isupper() and not token.tag_.startswith("NNP"))


def indicative(nodes: Nodes) -> bool:
    """No word before it asks for a subjunctive or a plain form."""
    subject, verb = nodes["subject"], nodes["verb"]
    if number(verb) == SINGULAR:
        return True
    # “Anyone have a pen?”, “Why would the price rise?”: the verb that shows its number is another.
    if subject.doc[-1].text == "?" and verb.lower_ not in ("are", "were"):
        return False
    asking = words.WISHES if verb.lower_ == "were" else words.DEMANDS
    before = subject.doc[max(0, phrase_start(subject) - 9) : subject.i]
    return not any(token.lower_ in asking for token in before)


def noun_not_clause(nodes: Nodes) -> bool:
    """The verb's subject is the noun, not a clause that the noun ends (`what worries parents is`)."""
    subject, verb = nodes["subject"], nodes["verb"]
    if number(subject) == SINGULAR:
        # “The installation were silver balloons”: some let the verb go by what follows.
        plurals = (child for child in verb.children if child.tag_ in ("NNS", "NNPS") and child.dep_ == "attr")
        return verb.lower_ not in ("are", "were") or not any(plurals)
    last = verb.nbor(-1)
    if last.i > subject.i and last.tag_ in ("NNP", "NNPS"):
        return False
    opening = subject.doc[: subject.i]
    if any(token.tag_ in ("WP", "WRB") or token.lower_ == "whether" for token in opening):
        return False
    return opening.text[:5] != "That " and not any(
        token.tag_ == "VBG" for token in subject.doc[phrase_start(subject) : subject.i]
    )


def nearest(nodes: Nodes) -> bool:
    """The noun stands right before its relative pronoun and is the only noun that it can mean."""
    noun, pronoun, verb = nodes["subject"], nodes["pronoun"], nodes["verb"]
    if noun.i != pronoun.i - 1 or any(token.tag_ != "RB" for token in noun.doc[pronoun.i + 1 : verb.i]):
        return False
    # “…, which is a pity”: the whole clause may be meant.
    if pronoun.lower_ == "which" and number(noun) == PLURAL:
        return False
    return not any(child.dep_ in ("conj", "cc") for child in noun.children) and _no_rival(noun)


def _no_rival(noun: Token) -> bool:
    """No noun above it (`a list of names that`) is of the other number; above a singular there is none."""
    above = noun
    if noun.dep_ == "pobj" and noun.tag_ == "NN" and any(child.dep_ == "det" for child in noun.children):
        return False
    while above.head.i < above.i and above.dep_ in ("pobj", "prep", "conj", "appos", "attr", "nsubj", "dobj"):
        above = above.head
        if above.lower_ in ("one", "kind", "sort", "type", "number", "only"):
            return False
        if above.tag_.startswith("N") and number(above) != number(noun):
            return False
        if above.tag_.startswith("V"):
            # “An AI developed by firms that has escaped”: the verb describes a noun of its own.
            described = above.head if above.dep_ in ("acl", "relcl") else None
            return described is None or number(described) == number(noun)
        if above.dep_ != "prep" and number(noun) == SINGULAR:
            return False
    return number(noun) == PLURAL or above.dep_ in ("dobj", "attr", "nsubj", "nsubjpass")
