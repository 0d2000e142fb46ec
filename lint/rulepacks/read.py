"""One pack's YAML into rules, with every mistake in it found at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from lint.didyoumean import did_you_mean
from lint.errors import ConfigError, CopydeskError, PackError
from lint.model import Example, Rule
from lint.rulepacks.schema import CHANGE, KINDS, PACK, RULE
from lint.shapes import Anything, Key, Many, Table, problems

if TYPE_CHECKING:
    from lint.yamlsource import Node

# Rules are checked one by one, since an entry with a dot in its id is a change and needs less.
_PACK_ALONE = Table({**PACK.keys, "rules": Key(Many(Anything(), or_one=False, least=0), True)}, PACK.doc)


class Change(NamedTuple):
    """What a pack says about a rule that it takes over from another."""

    rule: str
    node: Node
    line: int


class Pack(NamedTuple):
    """A pack as it was read: its own rules, and changes to those of the packs it extends."""

    name: str
    title: str
    description: str
    default: bool
    extends: tuple[str, ...]
    rules: tuple[Rule, ...]
    changes: tuple[Change, ...]
    path: str
    line: int = 1
    lists: Mapping[str, tuple[str, ...]] = {}


def read_pack(text: str, path: str) -> Pack:
    """The pack in `text`; raises PackError with every mistake, each with `path:line`."""
    from lint.yamlsource import load

    try:
        root = load(text, path)
    except ConfigError as error:
        raise PackError((error,)) from None
    if not isinstance(root.value, dict):
        raise PackError((ConfigError("a rule pack is a mapping with `pack`, `title` and `rules`", path),))
    found: list[CopydeskError] = list(problems(_PACK_ALONE, root, path, "the pack"))
    name = root["pack"].text if "pack" in root else ""
    languages = _texts(root.get("language"))
    lists = (
        {} if found or "lists" not in root else {key: _texts(each) for key, _, each in root["lists"].items()}
    )
    rules: dict[str, Rule] = {}
    changes: list[Change] = []
    rule_nodes = root.get("rules")
    if name and rule_nodes is not None and isinstance(rule_nodes.value, list):
        for node in rule_nodes:
            line = node.line
            label = _label(node)
            is_change = "." in label
            wrong = list(problems(CHANGE if is_change else RULE, node, path, f'rule "{label}"', line))
            if not wrong and is_change:
                changes.append(Change(label, node, line))
                continue
            wrong = wrong or list(_rule_problems(node, path, label, lists))
            if not wrong and f"{name}.{label}" in rules:
                first = rules[f"{name}.{label}"].origin
                wrong = [
                    ConfigError(f'rule "{label}" stands twice; the first is at {first}', f"{path}:{line}")
                ]
            found.extend(wrong)
            if not wrong:
                rules[f"{name}.{label}"] = _rule(name, languages, node, path, lists)
    if found:
        raise PackError(tuple(found))
    default = root.get("default")
    return Pack(
        name=name,
        title=root["title"].text,
        description=root["description"].text.strip() if "description" in root else "",
        default=default is None or bool(default.value),
        extends=_texts(root.get("extends")),
        rules=tuple(rules.values()),
        changes=tuple(changes),
        path=path,
        line=root.line_of("extends"),
        lists=lists,
    )


def changed(rule: Rule, change: Change, path: str) -> Rule:
    """The rule with the change's keys in place of its own; where its severity is now off, off by default."""
    node = change.node
    updated = rule._replace(**_common(node, path, rule.message))
    if rule.kind in node or "instead_of" in node:
        lists = rule.options["lists"] if rule.kind in ("syntax", "articles") else {}
        updated = updated._replace(options=_options(rule.kind, node, rule.options, lists))
    if "severity" in node and node["severity"].text == "off":
        updated = updated._replace(default=False)
    return updated._replace(origin=f"{path}:{change.line}")


def change_problems(rule: Rule, change: Change, path: str) -> Iterator[ConfigError]:
    """A change keeps the kind of its rule, and its patterns must be usable."""
    for kind in KINDS:
        if kind in change.node and kind != rule.kind:
            where = f"{path}:{change.node.line_of(kind)}"
            yield ConfigError(f'rule "{rule.id}" is of the kind "{rule.kind}", not "{kind}"', where)
    yield from _pattern_problems(change.node, path, rule.id)
    if rule.kind == "syntax" and "syntax" in change.node:
        from lint.rulepacks import syntax

        yield from syntax.problems(change.node["syntax"], rule.options["lists"], path, rule.id)


def _label(node: Node) -> str:
    found = node.get("id")
    return found.text if found is not None else "without an id"


def _rule_problems(
    node: Node, path: str, label: str, lists: Mapping[str, tuple[str, ...]]
) -> Iterator[ConfigError]:
    where = f"{path}:{node.line}"
    kinds = [kind for kind in KINDS if kind in node]
    if len(kinds) != 1:
        said = f"has {' and '.join(kinds)}" if kinds else "has none of them"
        usual = ", ".join([*KINDS][:6])
        yield ConfigError(f'rule "{label}" must have one of {usual} or another kind; it {said}', where)
        return
    if ("instead_of" in node) != (kinds[0] == "name"):
        yield ConfigError(f'"name" and "instead_of" belong together in rule "{label}"', where)
    examples = node["examples"]
    for example in examples:
        if "bad" not in example and "good" not in example:
            yield ConfigError(f'an example in rule "{label}" needs "bad" or "good"', f"{path}:{example.line}")
    for side in ("bad", "good"):
        if not any(side in example for example in examples):
            yield ConfigError(f'rule "{label}" has no "{side}" example', f"{path}:{examples.line}")
    yield from _message_problems(node, path, label)
    yield from _pattern_problems(node, path, label)
    if "articles" in node and "of" in node["articles"] and node["articles"]["of"].text not in lists:
        where = f"{path}:{node['articles'].line_of('of')}"
        wanted = node["articles"]["of"].text
        yield ConfigError(f'rule "{label}" has no list "{wanted}"', where, did_you_mean(wanted, tuple(lists)))
    if "syntax" in node:
        from lint.rulepacks import syntax

        yield from syntax.problems(node["syntax"], lists, path, label)


_FILLED_IN = [
    "match",
    "replacement",
    "count",
    "forms",
    "reason",
    "name",
    "date",
    "weekday",
    "total",
    "kind",
    "first",
    "last",
    "age",
    "other",
    "variety",
]
"""The names in braces that the kinds of rule fill in."""


def _message_problems(node: Node, path: str, label: str) -> Iterator[ConfigError]:
    filled_in = list(_FILLED_IN)
    if "syntax" in node:
        from lint.rulepacks import syntax

        filled_in += syntax.names(node["syntax"])
    for name in re.findall(r"\{(\w+)\}", node["message"].text):
        if name not in filled_in:
            where = f"{path}:{node.line_of('message')}"
            hint = did_you_mean(name, filled_in) or "it may hold {match}, {replacement} and {count}"
            yield ConfigError(f'nothing fills in "{{{name}}}" in the message of rule "{label}"', where, hint)


def _pattern_problems(node: Node, path: str, label: str) -> Iterator[ConfigError]:
    for pattern, line in _patterns(node):
        from lint.matching.cost import refuse

        reason = refuse(pattern, _FLAGS)
        if reason:
            yield ConfigError(f'the pattern "{pattern}" in rule "{label}": {reason}', f"{path}:{line}")


_FLAGS = 2 | 8 | 32  # re.IGNORECASE | re.MULTILINE | re.UNICODE


def _patterns(node: Node) -> Iterator[tuple[str, int]]:
    """Every regular expression of a rule, and its line."""
    for kind in ("find", "replace", "consistent", "except", "instead_of"):
        found = node.get(kind)
        if found is not None and kind == "consistent" and isinstance(found.value, dict):
            found = found.get("of")
        if found is not None:
            for text, line in _entries(found):
                if is_pattern(text):
                    yield text[1:-1], line
    found = node.get("regex")
    if found is not None:
        yield from _entries(found)


def _entries(node: Node) -> Iterator[tuple[str, int]]:
    """The texts of a scalar, a list (of lists) or the keys of a mapping."""
    if isinstance(node.value, list):
        for child in node:
            yield from _entries(child)
    elif isinstance(node.value, dict):
        for key, line, _ in node.items():
            yield key, line
    else:
        yield node.text, node.line


def is_pattern(text: str) -> bool:
    """Whether an entry is a regular expression: `/colou?r/`."""
    return len(text) > 2 and text[0] == "/" == text[-1]


def _rule(
    pack: str, languages: tuple[str, ...], node: Node, path: str, lists: Mapping[str, tuple[str, ...]]
) -> Rule:
    kind = next(kind for kind in KINDS if kind in node)
    rule = Rule(
        id=f"{pack}.{node['id'].text}",
        kind=kind,
        message=node["message"].text,
        severity="warning",
        why=node["why"].text,
        options=_options(kind, node, None, lists),
        languages=languages,
        origin=f"{path}:{node.line}",
    )
    off = "severity" in node and node["severity"].text == "off"
    rule = rule._replace(**_common(node, path, rule.message))
    return rule._replace(default=False) if off else rule


def _common(node: Node, path: str, message: str) -> dict[str, Any]:
    """The keys that rules of all kinds share, as far as they are written, as fields of Rule."""
    fields: dict[str, Any] = {}
    for key, name in (("message", "message"), ("why", "why"), ("link", "link"), ("fix", "fix")):
        if key in node:
            fields[name] = " ".join(node[key].text.split())
    if "severity" in node and node["severity"].text != "off":
        fields["severity"] = node["severity"].text
    for key, name in (("forms", "forms"), ("default", "default"), ("in-code", "in_code")):
        if key in node:
            fields[name] = bool(node[key].value)
    if "scope" in node:
        fields["scope"] = _texts(node["scope"])
    if "language" in node:
        fields["languages"] = _texts(node["language"])
    if "case" in node:
        fields["match_case"] = node["case"].text == "match"
    if "except" in node:
        phrases, before, after = _exceptions(node["except"])
        fields |= {"exceptions": phrases, "before": before, "after": after}
    if "examples" in node:
        fields["examples"] = tuple(_example(child, path) for child in node["examples"])
    return fields


def _exceptions(node: Node) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    phrases: list[str] = []
    sides: dict[str, list[str]] = {"before": [], "after": []}
    for child in node if isinstance(node.value, list) else (node,):
        if isinstance(child.value, dict):
            for side, words in sides.items():
                words.extend(_texts(child.get(side)))
        else:
            phrases.append(child.text)
    return tuple(phrases), tuple(sides["before"]), tuple(sides["after"])


def _example(node: Node, path: str) -> Example:
    return Example(
        bad=node["bad"].text if "bad" in node else None,
        good=node["good"].text if "good" in node else None,
        origin=f"{path}:{node.line}",
        format=node["format"].text if "format" in node else "text",
    )


def _options(kind: str, node: Node, old: Any, lists: Mapping[str, tuple[str, ...]]) -> Any:
    """The value under the kind's key, as tuples and plain dicts, so that it can be stored."""
    if kind == "name":
        before = old or {"when": "always"}
        return {
            "name": node["name"].text if "name" in node else before["name"],
            "instead_of": _texts(node["instead_of"]) if "instead_of" in node else before["instead_of"],
            "when": node["when"].text if "when" in node else before["when"],
        }
    value = node[kind]
    if kind == "syntax":
        from lint.rulepacks import syntax

        return syntax.options(value, lists)
    if kind == "articles":
        from lint.rulepacks import syntax

        return syntax.articles(value, lists)
    if kind == "find" or (kind == "regex" and not isinstance(value.value, dict)):
        return tuple((text, ()) for text in _texts(value))
    if kind in ("replace", "regex"):
        return tuple((key, _texts(child)) for key, _, child in value.items())
    if kind == "consistent":
        if not isinstance(value.value, dict):
            return tuple(_texts(child) for child in value)
        return {**_frozen(value), "of": tuple(_texts(child) for child in value["of"])}
    return _frozen(value)


def _frozen(node: Node) -> Any:
    if isinstance(node.value, list):
        return tuple(_frozen(child) for child in node)
    if isinstance(node.value, dict):
        return {key: _frozen(child) for key, _, child in node.items()}
    return node.text if isinstance(node.value, str) else node.value


def _texts(node: Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    if isinstance(node.value, list):
        return tuple(child.text for child in node)
    return (node.text,)


def unknown_rule(change: Change, known: tuple[str, ...], path: str) -> ConfigError:
    """The error for a change to a rule that no extended pack has."""
    hint = did_you_mean(change.rule, known) or "a rule of this pack has no dot in its id"
    return ConfigError(f'no extended pack has a rule "{change.rule}"', f"{path}:{change.line}", hint)
