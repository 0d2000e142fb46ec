"""What no pattern can say of a match: the named conditions of `where`.

Each takes the tokens of a match by name and says whether the match may stand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lint.engines.grammar import phrases, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

Condition = Callable[[Mapping[str, "Token"]], bool]

CONDITIONS: Mapping[str, Condition] = {
    "adjacent": subjects.adjacent,
    "alone": subjects.alone,
    "bare": phrases.bare,
    "clear-pronoun": subjects.clear_pronoun,
    "clear-start": subjects.clear_start,
    "ends-phrase": phrases.ends_phrase,
    "finite": subjects.finite,
    "indicative": subjects.indicative,
    "known-noun": phrases.known_noun,
    "near-noun": phrases.near_noun,
    "nearest": subjects.nearest,
    "not-a-name-before": phrases.not_a_name_before,
    "not-a-verb": phrases.not_a_verb,
    "noun-not-clause": subjects.noun_not_clause,
    "number-differs": subjects.number_differs,
    "no-main-verb": phrases.no_main_verb,
    "opens-phrase": phrases.opens_phrase,
    "plural-verb": subjects.plural_verb,
    "own-things": phrases.own_things,
    "plain-words-between": subjects.plain_words_between,
    "surely-noun": phrases.surely_noun,
    "true-verb": subjects.true_verb,
    "verb-after-auxiliary": phrases.verb_after_auxiliary,
    "whole-phrase": phrases.whole_phrase,
}
"""Name -> the condition; `lint.rulepacks.schema` lists the same names."""
