"""Rules of the kind `syntax` as matchers of spaCy's, and their matches in a parsed sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from lint.engines.grammar.conditions import CONDITIONS
from lint.model import Rule

if TYPE_CHECKING:
    from spacy.matcher import DependencyMatcher, Matcher
    from spacy.tokens import Doc, Token
    from spacy.vocab import Vocab

Nodes = Mapping[str, "Token"]
"""The tokens of a match by their names; those of a `tokens` pattern are called "1", "2" and so on."""


class Match(NamedTuple):
    """Where a rule's pattern fits: the rule's place among the rules, and the tokens by name."""

    rule: int
    nodes: Nodes


class Patterns:
    """All rules ready to be matched against parsed sentences."""

    def __init__(self, rules: Sequence[Rule], vocab: Vocab) -> None:
        from spacy.matcher import DependencyMatcher, Matcher

        self._conditions = [tuple(CONDITIONS[name] for name in conditions_of(rule)) for rule in rules]
        self._names: dict[int, list[str]] = {}
        self._tokens: Matcher = Matcher(vocab)
        self._trees: DependencyMatcher = DependencyMatcher(vocab)
        self._key: dict[int, int] = {}
        for index, rule in enumerate(rules):
            for number, pattern in enumerate(alternatives(rule, "tokens")):
                self._tokens.add(self._remember(vocab, index, number), [pattern], greedy="LONGEST")
            for number, tree in enumerate(alternatives(rule, "tree")):
                name = self._remember(vocab, index, number)
                self._names[vocab.strings[name]] = [node["RIGHT_ID"] for node in tree]
                self._trees.add(name, [tree])

    def matches(self, doc: Doc) -> Iterator[Match]:
        """The matches of all rules whose conditions hold, each set of flagged tokens once."""
        seen: set[tuple[Any, ...]] = set()
        for match in self._found(doc):
            places = (match.rule, *sorted((name, token.i) for name, token in match.nodes.items()))
            if places not in seen and all(holds(match.nodes) for holds in self._conditions[match.rule]):
                seen.add(places)
                yield match

    def _found(self, doc: Doc) -> Iterator[Match]:
        if len(self._tokens):
            found: Any = self._tokens(doc, with_alignments=True)
            for key, start, _, places in found:
                # Of several words that one part of the pattern takes, its first is meant.
                nodes = {str(place + 1): doc[start + at] for at, place in reversed([*enumerate(places)])}
                yield Match(self._key[key], nodes)
        if len(self._trees):
            for key, indices in self._trees(doc):
                names = self._names[key]
                yield Match(self._key[key], {name: doc[i] for name, i in zip(names, indices, strict=True)})

    def _remember(self, vocab: Vocab, index: int, number: int) -> str:
        name = f"{index}.{number}"
        self._key[vocab.strings.add(name)] = index
        return name


def conditions_of(rule: Rule) -> tuple[str, ...]:
    """The names of the conditions that a rule's matches must meet."""
    where = rule.options.get("where", ())
    return (where,) if isinstance(where, str) else tuple(where)


def alternatives(rule: Rule, key: str) -> list[list[dict[str, Any]]]:
    """The patterns under `tokens` or `tree`, their lists of words written out, as spaCy takes them."""
    written = rule.options.get(key, ())
    if not written:
        return []
    several = written if isinstance(written[0], (list, tuple)) else (written,)
    lists = rule.options.get("lists", {})
    return [[_expanded(part, lists) for part in pattern] for pattern in several]


def _expanded(value: Any, lists: Mapping[str, Sequence[str]]) -> Any:
    if isinstance(value, dict):
        return {
            key: list(lists[each])
            if key in ("IN", "NOT_IN") and isinstance(each, str)
            else _expanded(each, lists)
            for key, each in value.items()
        }
    return [_expanded(each, lists) for each in value] if isinstance(value, (list, tuple)) else value


def attributes(rules: Sequence[Rule]) -> frozenset[str]:
    """The attributes of words that the patterns ask for, such as TAG and LEMMA."""
    return frozenset(
        key
        for rule in rules
        for name in ("tokens", "tree")
        for pattern in alternatives(rule, name)
        for part in pattern
        for key in part.get("RIGHT_ATTRS", part)
    )
