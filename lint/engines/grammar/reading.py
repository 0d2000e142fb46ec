"""From parsed sentences to flags, as plain values that can be kept between runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lint.engines.grammar.counterfactual import changed, same_tree
from lint.engines.grammar.forms import proposed
from lint.engines.grammar.parser import parse
from lint.engines.grammar.patterns import Match, Patterns
from lint.model import Edit, Rule, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Place = tuple[int, int]

TOGETHER = 1_000
"""Parsed sentences that are held at a time, about 30 MB."""


class Flag(NamedTuple):
    """A rule's finding in a sentence; offsets are the sentence's.

    `around` reaches over all words of the match, `changes` are the proposals' edits, the best first,
    `words` the words of the match by name.
    """

    sentence: int
    rule: str
    place: Place
    around: Place
    changes: tuple[tuple[tuple[int, int, str], ...], ...]
    words: tuple[tuple[str, str], ...]


class Reader:
    """The rules over one loaded model."""

    def __init__(self, rules: Sequence[Rule], nlp: Language) -> None:
        self._rules = rules
        self._nlp = nlp
        self._patterns = Patterns(rules, nlp.vocab)

    def flags(self, sentences: Sequence[str]) -> Iterator[Flag]:
        """What stands after the proof, in order of the sentences."""
        for start in range(0, len(sentences), TOGETHER):
            docs = parse(self._nlp, sentences[start : start + TOGETHER])
            for flag in self.flags_in(docs):
                yield flag._replace(sentence=start + flag.sentence)

    def flags_in(self, docs: Sequence[Doc]) -> Iterator[Flag]:
        """The same for sentences that are parsed."""
        candidates = [
            (index, match, ways)
            for index, doc in enumerate(docs)
            for match in self._patterns.matches(doc)
            if (ways := self._ways(match)) is not None
        ]
        doubtful = [each for each in candidates if self._rules[each[1].rule].options.get("counterfactual")]
        after = parse(self._nlp, [changed(docs[index].text, ways[0]) for index, _, ways in doubtful])
        proofs = {id(each): doc for each, doc in zip(doubtful, after, strict=True)}
        for each in candidates:
            index, match, ways = each
            if id(each) not in proofs or self._holds(docs[index], proofs[id(each)], match, ways[0]):
                yield self._flag(index, match, ways)

    def _ways(self, match: Match) -> tuple[tuple[Edit, ...], ...] | None:
        """The edits of each proposal that can be made; None where one is needed and cannot."""
        options = self._rules[match.rule].options
        found = tuple(edits for way in options["propose"] if (edits := _edits(match, way)) is not None)
        return None if options["propose"] and not found else found

    def _holds(self, before: Doc, after: Doc, match: Match, edits: Sequence[Edit]) -> bool:
        """With the change made the tree is the same and the rule silent."""
        indices = [token.i for token in match.nodes.values()]
        if not same_tree(before, after, edits, (min(indices), max(indices))):
            return False
        return all(other.rule != match.rule for other in self._patterns.matches(after))

    def _flag(self, index: int, match: Match, ways: tuple[tuple[Edit, ...], ...]) -> Flag:
        rule = self._rules[match.rule]
        nodes = match.nodes
        flagged = [nodes[name] for name in rule.options["flag"] if name in nodes]
        return Flag(
            index,
            rule.id,
            (min(token.idx for token in flagged), max(token.idx + len(token) for token in flagged)),
            (
                min(token.idx for token in nodes.values()),
                max(token.idx + len(token) for token in nodes.values()),
            ),
            tuple(tuple((*edit.span, edit.text) for edit in edits) for edits in ways),
            tuple((name, token.text) for name, token in nodes.items()),
        )


def _edits(match: Match, way: Mapping[str, str]) -> tuple[Edit, ...] | None:
    edits: list[Edit] = []
    for name, form in way.items():
        token = match.nodes.get(name)
        word = proposed(token, form) if token is not None else None
        if token is None or word is None:
            return None
        edits.append(Edit(Span(token.idx, token.idx + len(token)), word))
    return tuple(sorted(edits))
