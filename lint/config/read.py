"""A configuration's nodes into plain values, with every mistake found at once."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Any

from lint.config.keys import CONFIGURATION
from lint.errors import ConfigError
from lint.matching.cost import refuse
from lint.shapes import problems
from lint.yamlsource import Node, raise_all

_LISTS = frozenset(
    ("packs", "languages", "select", "ignore", "accept-files", "exclude", "files", "formats", "mirrors")
)


def settings(root: Node, path: str) -> dict[str, Any]:
    """What the nodes say: strings, lists and dicts that marshal takes, only keys that are written.

    Raises ConfigError that names all mistakes.
    """
    if root.value is None:
        return {}
    found = list(problems(CONFIGURATION, root, path, "the configuration"))
    found = found or list(_mistakes(root, path))
    raise_all(sorted(found, key=lambda problem: int(problem.where.rpartition(":")[2])))
    return _table(root)


def _mistakes(root: Node, path: str) -> Iterator[ConfigError]:
    """What no shape can say: a pattern that is none, an encoding that does not exist."""
    for table in (root, *(root.get("paths") or ())):
        for term, _, line in _terms(table.get("accept")):
            reason = refuse(term[1:-1]) if is_pattern(term) else ""
            if reason:
                yield ConfigError(f"the pattern {term} cannot be used: {reason}", f"{path}:{line}")
        yield from _unknown_languages(table, path)
    encoding = root.get("encoding")
    if encoding is not None and not _is_encoding(encoding.text):
        where = f"{path}:{root.line_of('encoding')}"
        yield ConfigError(f'there is no encoding "{encoding.text}"', where, 'for example "cp1252"')


def _unknown_languages(table: Node, path: str) -> Iterator[ConfigError]:
    from lint.config.languages import trouble

    for key in ("language", "languages"):
        for code in _texts(table[key]) if key in table else ():
            wrong = trouble(code)
            if wrong:
                yield ConfigError(wrong[0], f"{path}:{table.line_of(key)}", wrong[1])


def is_pattern(term: str) -> bool:
    """Whether a term is written `/…/`."""
    return len(term) > 2 and term[0] == "/" == term[-1]


def _is_encoding(name: str) -> bool:
    try:
        return bool("a".encode(codecs.lookup(name).name))
    except (LookupError, ValueError, TypeError):
        return False


def _table(node: Node) -> dict[str, Any]:
    return {key: _value(key, child) for key, _, child in node.items()}


def _value(key: str, node: Node) -> Any:
    if key in _LISTS:
        return _texts(node)
    if key == "accept":
        return list(_terms(node))
    if key == "paths":
        return [_table(entry) for entry in node]
    if key == "severity":
        return {name: child.text for name, _, child in node.items()}
    if key in ("languagetool", "grammar"):
        if isinstance(node.value, bool):
            return {"mode": "on" if node.value else "off"}
        return _table(node) if isinstance(node.value, dict) else {"mode": node.text}
    # The name of a file may be one that YAML takes for another value, such as `no`.
    return node.text if key == "baseline" or isinstance(node.value, str) else node.value


def _texts(node: Node) -> list[str]:
    return [child.text for child in node] if isinstance(node.value, list) else [node.text]


def _terms(node: Node | None) -> Iterator[tuple[str, str, int]]:
    """Each accepted term, its reason and its line."""
    if node is None:
        return
    for item in node if isinstance(node.value, list) else (node,):
        if isinstance(item.value, dict):
            yield item["term"].text, item["reason"].text if "reason" in item else "", item.line
        else:
            yield item.text, "", item.line
