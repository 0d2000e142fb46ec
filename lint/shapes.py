"""What a YAML file may hold, as data: one table that checks it, and that its JSON Schema is made from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from lint.didyoumean import did_you_mean
from lint.errors import ConfigError

if TYPE_CHECKING:
    from lint.yamlsource import Node


class Text(NamedTuple):
    """A string that is not empty; a number or a word such as `no` counts as it was written.

    With `pattern`, all of it must match; `like` is an example for the error.
    """

    doc: str = ""
    pattern: str = ""
    like: str = ""


class Flag(NamedTuple):
    """`true` or `false`."""

    doc: str = ""


class Whole(NamedTuple):
    """A whole number of at least `least`."""

    doc: str = ""
    least: int = 0


class Choice(NamedTuple):
    """One of the words given."""

    options: tuple[str, ...]
    doc: str = ""


class Many(NamedTuple):
    """A list of at least one; with `or_one`, a single item may stand without the brackets."""

    item: Any
    doc: str = ""
    or_one: bool = True
    least: int = 1


class Key(NamedTuple):
    """A key of a table: what it holds, and whether it may be left out."""

    shape: Any
    needed: bool = False


class Table(NamedTuple):
    """A mapping with known keys; with `other`, any further key holds that."""

    keys: Mapping[str, Key]
    doc: str = ""
    other: Any = None


class Either(NamedTuple):
    """Any of the shapes; the first one of the value's own type gives the errors."""

    shapes: tuple[Any, ...]
    doc: str = ""


class Anything(NamedTuple):
    """Whatever stands there; checked by whoever reads it."""

    doc: str = ""


def problems(shape: Any, node: Node, path: str, what: str, line: int = 0) -> Iterator[ConfigError]:
    """Every way in which `node` is not of the shape, each with `path:line`.

    `what` names the value in the error (`"message" in rule "isis"`); `line` is that of its key.
    """
    where = f"{path}:{line or node.line}"
    match shape:
        case Text() if not isinstance(node.value, str | int | float) or not node.text.strip():
            yield ConfigError(f"{what} must be text", where, _example(shape))
        case Text() if shape.pattern and not re.fullmatch(shape.pattern, node.text):
            yield ConfigError(f'{what} cannot be "{node.text}"', where, _example(shape))
        case Flag() if not isinstance(node.value, bool):
            yield ConfigError(f"{what} must be true or false", where)
        case Whole() if (
            isinstance(node.value, bool) or not isinstance(node.value, int) or node.value < shape.least
        ):
            yield ConfigError(f"{what} must be a whole number of {shape.least} or more", where)
        case Choice() if node.text not in shape.options:
            yield _not_a_choice(shape, node, where, what)
        case Many():
            yield from _many_problems(shape, node, path, what, line)
        case Table():
            yield from _table_problems(shape, node, path, what, line)
        case Either():
            fitting = [one for one in shape.shapes if _same_type(one, node)]
            yield from problems((fitting or shape.shapes)[0], node, path, what, line)


def _example(shape: Text) -> str:
    return f'for example "{shape.like}"' if shape.like else ""


def _not_a_choice(shape: Choice, node: Node, where: str, what: str) -> ConfigError:
    said = f'"{node.text}"' if node.text else "this"
    hint = did_you_mean(node.text, shape.options) or f"use one of {', '.join(shape.options)}"
    return ConfigError(f"{what} cannot be {said}", where, hint)


def _many_problems(shape: Many, node: Node, path: str, what: str, line: int) -> Iterator[ConfigError]:
    if not isinstance(node.value, list):
        if shape.or_one:
            yield from problems(shape.item, node, path, what, line)
        else:
            yield ConfigError(f"{what} must be a list", f"{path}:{line or node.line}")
        return
    if len(node.value) < shape.least:
        yield ConfigError(f"{what} must hold at least {shape.least}", f"{path}:{line or node.line}")
    for child in node:
        yield from problems(shape.item, child, path, what, child.line)


def _table_problems(shape: Table, node: Node, path: str, what: str, line: int) -> Iterator[ConfigError]:
    if not isinstance(node.value, dict):
        yield ConfigError(f"{what} must be a mapping (key: value)", f"{path}:{line or node.line}")
        return
    for key, key_line, child in node.items():
        known = shape.keys.get(key)
        if known is None and shape.other is None:
            hint = did_you_mean(key, shape.keys) or _keys(shape)
            yield ConfigError(f'unknown key "{key}" in {what}', f"{path}:{key_line}", hint)
            continue
        inner = known.shape if known else shape.other
        yield from problems(inner, child, path, f'"{key}" in {what}', key_line)
    for key, entry in shape.keys.items():
        if entry.needed and key not in node:
            yield ConfigError(f'{what} needs "{key}"', f"{path}:{line or node.line}")


MANY = 15
"""With more keys than this, the hint names those that are needed and some others."""


def _keys(shape: Table) -> str:
    if len(shape.keys) <= MANY:
        return f"the keys are {', '.join(shape.keys)}"
    ordered = sorted(shape.keys, key=lambda key: not shape.keys[key].needed)
    return f"the keys are {', '.join(ordered[:8])} and others, which the JSON Schema lists"


def _same_type(shape: Any, node: Node) -> bool:
    match shape:
        case Many():
            return isinstance(node.value, list)
        case Table():
            return isinstance(node.value, dict)
        case Flag():
            return isinstance(node.value, bool)
        case Whole():
            return isinstance(node.value, int) and not isinstance(node.value, bool)
        case Choice():
            return node.text in shape.options
        case Text():
            return isinstance(node.value, str | int | float) and not isinstance(node.value, bool)
        case _:
            return True


def json_schema(shape: Any) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a shape."""
    schema: dict[str, Any] = {}
    match shape:
        case Text():
            schema = {"type": ["string", "number"]}
            if shape.pattern:
                schema = {"type": "string", "pattern": f"^{shape.pattern}$"}
        case Flag():
            schema = {"type": "boolean"}
        case Whole():
            schema = {"type": "integer", "minimum": shape.least}
        case Choice():
            schema = {"enum": list(shape.options)}
        case Many():
            item = json_schema(shape.item)
            schema = {"type": "array", "items": item, "minItems": shape.least}
            if shape.or_one:
                schema = {"anyOf": [item, schema]}
        case Table():
            schema = {
                "type": "object",
                "properties": {key: json_schema(entry.shape) for key, entry in shape.keys.items()},
                "additionalProperties": False if shape.other is None else json_schema(shape.other),
            }
            needed = [key for key, entry in shape.keys.items() if entry.needed]
            if needed:
                schema["required"] = needed
        case Either():
            schema = {"anyOf": [json_schema(one) for one in shape.shapes]}
    if shape.doc:
        schema["description"] = shape.doc
    return schema
