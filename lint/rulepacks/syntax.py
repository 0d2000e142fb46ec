"""Rules of the kind `syntax`: what spaCy's pattern language allows, checked without spaCy.

A pack's `lists` are lists of words by name. Where a pattern says `IN: places`, the list is meant; a
pack that extends another adds to its lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from lint.didyoumean import did_you_mean
from lint.errors import ConfigError
from lint.model import Rule
from lint.rulepacks.schema import CONDITIONS

if TYPE_CHECKING:
    from lint.yamlsource import Node


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


TEXTS = ("TEXT", "ORTH", "LOWER", "NORM", "LEMMA", "TAG", "POS", "DEP", "MORPH", "SHAPE")
FLAGS = (
    "IS_ALPHA",
    "IS_ASCII",
    "IS_DIGIT",
    "IS_LOWER",
    "IS_UPPER",
    "IS_TITLE",
    "IS_PUNCT",
    "IS_STOP",
    "IS_SENT_START",
    "LIKE_NUM",
    "LIKE_URL",
    "LIKE_EMAIL",
    "SPACY",
)
SETS = ("IN", "NOT_IN")
PREDICATES = (*SETS, "REGEX", "==", "!=", ">=", "<=", ">", "<")
REPEATS = ("!", "?", "+", "*")
RELATIONS = _words("< > << >> . .* ; ;* $+ $- $++ $-- >+ >- >++ >-- <+ <- <++ <--")
"""Of spaCy's DependencyMatcher: `A > B`: A is the head of B; `A . B`: A stands just before B."""

TAGS = frozenset(
    _words("""
CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG
VBN VBP VBZ WDT WP WP$ WRB ADD AFX HYPH NFP XX $ '' `` , . : -LRB- -RRB-
""")
)
"""The part-of-speech tags of spaCy's English models (OntoNotes 5)."""

LABELS = frozenset(
    _words("""
ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass
dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj
poss preconj predet prep prt punct quantmod relcl xcomp
""")
)
"""The dependency labels of the same models."""


def problems(node: Node, lists: Mapping[str, Any], path: str, label: str) -> Iterator[ConfigError]:
    """Every mistake in the value under `syntax`, each with `path:line`."""
    return _Reader(lists, path, label).rule(node)


def names(node: Node) -> list[str]:
    """What the words of a tree are called; a message may say them in braces."""
    found = node.get("tree") if isinstance(node.value, dict) else None
    parts = [part for pattern in _alternatives(found) for part in pattern] if found is not None else []
    return [part["RIGHT_ID"].text for part in parts if isinstance(part.value, dict) and "RIGHT_ID" in part]


class _Reader:
    def __init__(self, lists: Mapping[str, Any], path: str, label: str) -> None:
        self._lists, self._path, self._label = lists, path, label

    def rule(self, node: Node) -> Iterator[ConfigError]:
        kinds = [key for key in ("tokens", "tree") if key in node]
        if len(kinds) != 1:
            yield self._error(node, "must have either tokens or tree")
            return
        (kind,) = kinds
        words: set[str] | None = None
        for pattern in _alternatives(node[kind]):
            own, wrong = self._tree(pattern) if kind == "tree" else self._tokens(pattern)
            yield from wrong
            words = own if words is None else words & own
        named = _scalars(node["flag"])
        if "absent" in node and node["absent"].text not in self._lists:
            yield self._error(
                node["absent"],
                f'has no list "{node["absent"].text}"',
                did_you_mean(node["absent"].text, tuple(self._lists)),
            )
        for proposal in _many(node.get("propose")):
            named += [(key, line) for key, line, _ in proposal.items()]
        for name, line in named:
            if name not in (words or ()):
                yield self._error(line, f'has no word "{name}"', did_you_mean(name, sorted(words or ())))
        for condition, line in _scalars(node.get("where")):
            for name in CONDITIONS.get(condition, ()):
                if name not in (words or ()):
                    yield self._error(line, f'has no word "{name}", which “{condition}” asks about')
        if "counterfactual" in node and node["counterfactual"].value and "propose" not in node:
            yield self._error(node, "has a counterfactual and nothing to propose")

    def _tokens(self, pattern: Node) -> tuple[set[str], list[ConfigError]]:
        wrong = [problem for part in pattern for problem in self._attributes(part, repeats=True)]
        return {str(number) for number in range(1, len(list(pattern)) + 1)}, wrong

    def _tree(self, pattern: Node) -> tuple[set[str], list[ConfigError]]:
        names: set[str] = set()
        wrong: list[ConfigError] = []
        for number, part in enumerate(pattern):
            if not isinstance(part.value, dict):
                wrong.append(self._error(part, "must describe each word of a tree as a mapping"))
                continue
            needed = ("RIGHT_ID", "RIGHT_ATTRS", *(("LEFT_ID", "REL_OP") if number else ()))
            wrong += [self._error(part, f"needs {key} here") for key in needed if key not in part]
            wrong += [
                self._error(line, f'has the unknown key "{key}"', did_you_mean(key, needed))
                for key, line, _ in part.items()
                if key not in needed
            ]
            if number and "REL_OP" in part and part["REL_OP"].text not in RELATIONS:
                relation = part["REL_OP"]
                wrong.append(self._error(relation, f'has no relation "{relation.text}"', " ".join(RELATIONS)))
            if number and "LEFT_ID" in part and part["LEFT_ID"].text not in names:
                left = part["LEFT_ID"]
                wrong.append(self._error(left, f'names "{left.text}" before it is described'))
            if "RIGHT_ATTRS" in part:
                wrong += self._attributes(part["RIGHT_ATTRS"], repeats=False)
            if "RIGHT_ID" in part:
                names.add(part["RIGHT_ID"].text)
        return names, wrong

    def _attributes(self, node: Node, *, repeats: bool) -> Iterator[ConfigError]:
        if not isinstance(node.value, dict):
            yield self._error(node, "must describe each word as a mapping")
            return
        for key, line, value in node.items():
            if key == "OP" and repeats:
                if value.text not in REPEATS:
                    yield self._error(line, f'has no OP "{value.text}"', f"there are {' '.join(REPEATS)}")
            elif key in FLAGS:
                if not isinstance(value.value, bool):
                    yield self._error(line, f"{key} must be true or false")
            elif key in (*TEXTS, "LENGTH"):
                yield from self._value(key, value)
            else:
                near = did_you_mean(key, (*TEXTS, *FLAGS, "LENGTH", *(("OP",) if repeats else ())))
                yield self._error(line, f'has the unknown attribute "{key}"', near)

    def _value(self, key: str, node: Node) -> Iterator[ConfigError]:
        if not isinstance(node.value, dict):
            yield from self._known(key, node)
            return
        for name, line, value in node.items():
            if name not in PREDICATES:
                yield self._error(line, f'has the unknown predicate "{name}"', " ".join(PREDICATES))
            elif name in SETS and isinstance(value.value, list):
                for each in value:
                    yield from self._known(key, each)
            elif name in SETS and value.text not in self._lists:
                near = (
                    did_you_mean(value.text, tuple(self._lists)) or "lists stand under `lists:` of the pack"
                )
                yield self._error(value, f'has no list "{value.text}"', near)

    def _known(self, key: str, node: Node) -> Iterator[ConfigError]:
        known = {"TAG": TAGS, "DEP": LABELS}.get(key)
        if known and node.text not in known:
            near = did_you_mean(node.text, sorted(known))
            yield self._error(node, f'has the {key} "{node.text}", which the model never gives', near)

    def _error(self, place: Node | int, said: str, hint: str = "") -> ConfigError:
        line = place if isinstance(place, int) else place.line
        return ConfigError(f'the pattern in rule "{self._label}" {said}', f"{self._path}:{line}", hint)


def options(node: Node, lists: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """The value under `syntax` as plain values, with the lists that its patterns name."""
    found: dict[str, Any] = {}
    for key, _, child in node.items():
        found[key] = _plain(child, key)
    for key in ("flag", "where"):
        found[key] = tuple(text for text, _ in _scalars(node.get(key)))
    found["propose"] = tuple(_plain(each, "propose") for each in _many(node.get("propose")))
    named = set(_named_lists(found))
    found["lists"] = {name: words for name, words in lists.items() if name in named}
    return found


def articles(node: Node, lists: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """The value under `articles` as plain values, with the list that it names."""
    found: dict[str, Any] = {key: child.text for key, _, child in node.items() if key in ("find", "of")}
    for key in ("an", "a"):
        found[key] = tuple(text for text, _ in _scalars(node.get(key)))
    found["lists"] = {name: words for name, words in lists.items() if name == found.get("of")}
    return found


def with_more(rule: Rule, lists: Mapping[str, tuple[str, ...]]) -> Rule:
    """The rule with the words added to those of its lists that have the same name."""
    if rule.kind not in ("syntax", "articles") or not lists.keys() & rule.options["lists"].keys():
        return rule
    longer = {
        name: tuple(dict.fromkeys((*words, *lists.get(name, ()))))
        for name, words in rule.options["lists"].items()
    }
    return rule._replace(options={**rule.options, "lists": longer})


def _plain(node: Node, key: str) -> Any:
    """Like the YAML, but a word such as `no` stays a word where words are meant."""
    if isinstance(node.value, list):
        return tuple(_plain(child, key) for child in node)
    if isinstance(node.value, dict):
        return {
            name: _plain(child, key if name in PREDICATES and name in SETS else name)
            for name, _, child in node.items()
        }
    return node.value if key in (*FLAGS, "counterfactual", "LENGTH", *PREDICATES) else node.text


def _named_lists(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key in (*SETS, "absent") and isinstance(each, str):
                yield each
            else:
                yield from _named_lists(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _named_lists(each)


def _alternatives(node: Node) -> list[Node]:
    """The patterns: one, or several in a list of lists."""
    parts = list(node)
    return parts if parts and isinstance(parts[0].value, list) else [node]


def _many(node: Node | None) -> list[Node]:
    if node is None:
        return []
    return list(node) if isinstance(node.value, list) else [node]


def _scalars(node: Node | None) -> list[tuple[str, int]]:
    return [(each.text, each.line) for each in _many(node)]
