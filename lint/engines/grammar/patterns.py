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

    from lint.engines.grammar.conditions import Condition

Nodes = Mapping[str, "Token"]
"""The tokens of a match by their names; those of a `tokens` pattern are called "1", "2" and so on."""


class Match(NamedTuple):
    """Where a rule's pattern fits: the rule's place among the rules, and the tokens by name."""

    rule: int
    nodes: Nodes


class Patterns:
    """All rules ready to be matched against parsed sentences."""

    def __init__(self, rules: Sequence[Rule], vocab: Vocab) -> None:
        self._matchers = [_of_rule(index, rule, vocab) for index, rule in enumerate(rules)]

    def matches(self, doc: Doc) -> Iterator[Match]:
        """The matches of all rules whose conditions hold, each set of words once."""
        words = frozenset(token.lower_ for token in doc)
        tags = frozenset(token.tag_ for token in doc)
        for one in self._matchers:
            if any(fits(words, tags) for fits in one.gates):
                yield from one.matches(doc)


class _Rule(NamedTuple):
    """One rule's matchers; `names` are the words of each tree."""

    place: int
    gates: tuple[Gate, ...]
    conditions: tuple[Condition, ...]
    tokens: Matcher | None
    trees: DependencyMatcher | None
    names: Mapping[int, Sequence[str]]

    def matches(self, doc: Doc) -> Iterator[Match]:
        seen: set[tuple[tuple[str, int], ...]] = set()
        for nodes in self._found(doc):
            places = tuple(sorted((name, token.i) for name, token in nodes.items()))
            if places not in seen and all(holds(nodes) for holds in self.conditions):
                seen.add(places)
                yield Match(self.place, nodes)

    def _found(self, doc: Doc) -> Iterator[Nodes]:
        if self.tokens is not None:
            found: Any = self.tokens(doc, with_alignments=True)
            for _, start, _, places in found:
                # Of several words that one part of the pattern takes, its first is meant.
                yield {str(place + 1): doc[start + at] for at, place in reversed([*enumerate(places)])}
        if self.trees is not None:
            for key, indices in self.trees(doc):
                yield {name: doc[i] for name, i in zip(self.names[key], indices, strict=True)}


class Gate(NamedTuple):
    """What a sentence must hold for a pattern to fit: of each set of words and of each set of tags one."""

    words: tuple[frozenset[str], ...]
    tags: tuple[frozenset[str], ...]

    def __call__(self, words: frozenset[str], tags: frozenset[str]) -> bool:
        return not any(words.isdisjoint(one) for one in self.words) and not any(
            tags.isdisjoint(one) for one in self.tags
        )


def _of_rule(index: int, rule: Rule, vocab: Vocab) -> _Rule:
    from spacy.matcher import DependencyMatcher, Matcher

    flat, trees = alternatives(rule, "tokens"), alternatives(rule, "tree")
    tokens = Matcher(vocab) if flat else None
    if tokens is not None:
        tokens.add(rule.id, flat, greedy="LONGEST")
    tree = DependencyMatcher(vocab) if trees else None
    names: dict[int, Sequence[str]] = {}
    for number, pattern in enumerate(trees):
        key = f"{rule.id} {number}"
        assert tree is not None
        tree.add(key, [pattern])
        names[vocab.strings[key]] = [node["RIGHT_ID"] for node in pattern]
    gates = tuple(_gate([part for part in pattern if part.get("OP") is None]) for pattern in flat)
    gates += tuple(_gate([node["RIGHT_ATTRS"] for node in pattern]) for pattern in trees)
    return _Rule(index, gates, tuple(CONDITIONS[name] for name in conditions_of(rule)), tokens, tree, names)


def _gate(words: Sequence[Mapping[str, Any]]) -> Gate:
    needed = [_options(word[key]) for word in words for key in ("LOWER", "TEXT") if key in word]
    tags = [_options(word["TAG"]) for word in words if "TAG" in word]
    return Gate(tuple(filter(None, needed)), tuple(filter(None, tags)))


def _options(value: Any) -> frozenset[str]:
    """The values that an attribute may have, in lower case but for tags; empty where many may stand."""
    found = [value] if isinstance(value, str) else value.get("IN", ())
    return frozenset(each if each.isupper() else each.lower() for each in found)


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
