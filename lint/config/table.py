"""What a configuration may say: one table that validates, documents and gives the JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from lint.didyoumean import did_you_mean
from lint.errors import ConfigError
from lint.model import SEVERITIES
from lint.yamlsource import Node

LEVELS = (*SEVERITIES, "off")
LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
SELECTOR = r"[A-Za-z0-9_-]+(\.([A-Za-z0-9_.-]+|\*))?"


class Problems:
    """Collects what is wrong, each with its line, so that all of it is told at once."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[ConfigError] = []

    def add(self, line: int, message: str, hint: str = "") -> None:
        self.found.append(ConfigError(message, f"{self.path}:{line}", hint))


Reader = Callable[[Node, str, Problems], Any]


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it means, how its value is read (None after a problem) and its JSON Schema."""

    name: str
    means: str
    read: Reader
    schema: Mapping[str, Any]


def read_mapping(node: Node, name: str, keys: tuple[Key, ...], problems: Problems) -> dict[str, Any]:
    """The valid entries of a mapping, by key; `name` is "" for the whole file."""
    if not isinstance(node.value, dict):
        if node.value is not None:
            problems.add(node.line, f"{_of(name)} is a mapping of keys to values")
        return {}
    table = {key.name: key for key in keys}
    settings = {}
    for written, line, child in node.items():
        if written not in table:
            inside = f' in "{name}"' if name else ""
            problems.add(
                line, f'unknown key "{written}"{inside}', did_you_mean(written, table) or _known(table)
            )
            continue
        value = table[written].read(child, written, problems)
        if value is not None:
            settings[written] = value
    return settings


def _of(name: str) -> str:
    return f'"{name}"' if name else "a configuration"


def _known(options: Mapping[str, object] | tuple[str, ...]) -> str:
    return f"known are: {', '.join(options)}"


def word(pattern: str = "", example: str = "") -> tuple[Reader, dict[str, Any]]:
    """One string; where there is a pattern, all of it must match."""

    def read(node: Node, name: str, problems: Problems) -> str | None:
        text = _scalar(node)
        if not text or (pattern and not re.fullmatch(pattern, text)):
            hint = f"for example: {name}: {example}" if example else ""
            problems.add(node.line, f'"{name}" {_cannot_be(node)}', hint)
            return None
        return text

    return read, {"type": "string", "minLength": 1, **({"pattern": f"^{pattern}$"} if pattern else {})}


def words(pattern: str = "", example: str = "") -> tuple[Reader, dict[str, Any]]:
    """A list of strings, or one string."""
    read_one, schema_one = word(pattern, example)

    def read(node: Node, name: str, problems: Problems) -> list[str] | None:
        if isinstance(node.value, dict) or (node.value is None and not node.text):
            problems.add(
                node.line, f'"{name}" is a list', f"for example: {name}: [{example}]" if example else ""
            )
            return None
        nodes = node if isinstance(node.value, list) else (node,)
        found = [read_one(item, name, problems) for item in nodes]
        return [text for text in found if text is not None]

    return read, {"anyOf": [schema_one, {"type": "array", "items": schema_one}]}


def choice(*options: str) -> tuple[Reader, dict[str, Any]]:
    """One of several words; `true` and `false` pass for `on` and `off`."""

    def read(node: Node, name: str, problems: Problems) -> str | None:
        text = (
            {True: "on", False: "off"}.get(node.value, "") if isinstance(node.value, bool) else _scalar(node)
        )
        if text not in options:
            problems.add(
                node.line, f'"{name}" {_cannot_be(node)}', did_you_mean(text, options) or _one_of(options)
            )
            return None
        return text

    return read, {"enum": list(options)}


def _one_of(options: tuple[str, ...]) -> str:
    return f"write {', '.join(options[:-1])} or {options[-1]}"


def switch() -> tuple[Reader, dict[str, Any]]:
    """`true` or `false`; the words on, off, yes and no are understood."""

    def read(node: Node, name: str, problems: Problems) -> bool | None:
        value = {"on": True, "yes": True, "off": False, "no": False}.get(_scalar(node), node.value)
        if not isinstance(value, bool):
            problems.add(node.line, f'"{name}" {_cannot_be(node)}', "write true or false")
            return None
        return value

    return read, {"type": "boolean"}


def codec() -> tuple[Reader, dict[str, Any]]:
    """The name of a text encoding that Python knows."""

    def read(node: Node, name: str, problems: Problems) -> str | None:
        import codecs

        try:
            if "a".encode(codecs.lookup(_scalar(node)).name):
                return _scalar(node)
        except (LookupError, ValueError, TypeError):
            pass
        problems.add(node.line, f'"{name}" {_cannot_be(node)}', f"for example: {name}: cp1252")
        return None

    return read, {"type": "string", "minLength": 1}


def seconds() -> tuple[Reader, dict[str, Any]]:
    """A number above zero."""

    def read(node: Node, name: str, problems: Problems) -> float | None:
        value = node.value
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            problems.add(node.line, f'"{name}" {_cannot_be(node)}', "write a number of seconds above zero")
            return None
        return float(value)

    return read, {"type": "number", "exclusiveMinimum": 0}


def levels() -> tuple[Reader, dict[str, Any]]:
    """A mapping of `pack` or `pack.rule` to a severity or off."""
    read_level, schema_level = choice(*LEVELS)

    def read(node: Node, name: str, problems: Problems) -> dict[str, str] | None:
        if not isinstance(node.value, dict):
            problems.add(
                node.line,
                f'"{name}" maps packs and rules to levels',
                f"for example: {name}: {{house: error}}",
            )
            return None
        found = {}
        for key, line, child in node.items():
            if not re.fullmatch(SELECTOR, key):
                problems.add(line, f'"{key}" is not the name of a pack or rule', "write pack or pack.rule")
            elif level := read_level(child, key, problems):
                found[key] = level
        return found

    schema = {
        "type": "object",
        "propertyNames": {"pattern": f"^{SELECTOR}$"},
        "additionalProperties": schema_level,
    }
    return read, schema


def terms() -> tuple[Reader, dict[str, Any]]:
    """A list of words, phrases and `/patterns/`, or `{term, reason}`; read as [text, reason, line]."""
    read_text, schema_text = word()
    keys = (Key("term", "", read_text, schema_text), Key("reason", "", read_text, schema_text))

    def read(node: Node, name: str, problems: Problems) -> list[list[Any]] | None:
        if isinstance(node.value, dict) or (node.value is None and not node.text):
            problems.add(node.line, f'"{name}" is a list of words', f"for example: {name}: [Nigde, Hatay]")
            return None
        found = []
        for item in node if isinstance(node.value, list) else (node,):
            entry = (
                read_mapping(item, name, keys, problems)
                if isinstance(item.value, dict)
                else {"term": read_text(item, name, problems)}
            )
            if isinstance(item.value, dict) and "term" not in item:
                problems.add(item.line, f'an entry of "{name}" has no "term"')
            elif entry.get("term") and pattern_is_good(entry["term"], item.line, problems):
                found.append([entry["term"], entry.get("reason", ""), item.line])
        return found

    entry = {
        "type": "object",
        "properties": {"term": schema_text, "reason": schema_text},
        "required": ["term"],
        "additionalProperties": False,
    }
    one = {"anyOf": [schema_text, entry]}
    return read, {"anyOf": [schema_text, {"type": "array", "items": one}]}


def pattern_is_good(term: str, line: int, problems: Problems) -> bool:
    """Whether a term is plain words, or a `/pattern/` that compiles and matches something."""
    if not is_pattern(term):
        return True
    try:
        empty = re.compile(term[1:-1]).match("") is not None
    except re.error as error:
        problems.add(line, f"the pattern {term} is not valid: {error}")
        return False
    if empty:
        problems.add(line, f"the pattern {term} matches nothing at all, and so everywhere")
    return not empty


def is_pattern(term: str) -> bool:
    """Whether a term is written `/…/`."""
    return len(term) > 2 and term[0] == term[-1] == "/"


def mapping(keys: tuple[Key, ...], short: str = "", required: str = "") -> tuple[Reader, dict[str, Any]]:
    """A mapping with keys of its own; with `short`, one plain word stands for that key alone."""
    by_name = {key.name: key for key in keys}

    def read(node: Node, name: str, problems: Problems) -> dict[str, Any] | None:
        if short and not isinstance(node.value, dict | list):
            value = by_name[short].read(node, name, problems)
            return None if value is None else {short: value}
        if required and isinstance(node.value, dict) and required not in node:
            problems.add(node.line, f'an entry of "{name}" has no "{required}"')
        return read_mapping(node, name, keys, problems)

    schema = object_schema(keys, required)
    return read, {"anyOf": [{"type": "boolean"}, by_name[short].schema, schema]} if short else schema


def listed(reader: tuple[Reader, dict[str, Any]]) -> tuple[Reader, dict[str, Any]]:
    """A list of what `reader` reads."""
    read_one, schema_one = reader

    def read(node: Node, name: str, problems: Problems) -> list[Any] | None:
        if not isinstance(node.value, list):
            problems.add(node.line, f'"{name}" is a list')
            return None
        return [read_one(item, name, problems) for item in node]

    return read, {"type": "array", "items": schema_one}


def object_schema(keys: tuple[Key, ...], required: str = "") -> dict[str, Any]:
    """The JSON Schema of a mapping with these keys and no other."""
    schema: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            key.name: {**({"description": key.means} if key.means else {}), **key.schema} for key in keys
        },
    }
    return {**schema, "required": [required]} if required else schema


def _scalar(node: Node) -> str:
    return "" if isinstance(node.value, dict | list) else node.text


def _cannot_be(node: Node) -> str:
    if isinstance(node.value, list):
        return "cannot be a list"
    if isinstance(node.value, dict):
        return "cannot be a mapping"
    return f'cannot be "{node.text}"' if node.text else "has no value"
