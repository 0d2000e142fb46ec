"""`[tool.copydesk]` of a pyproject.toml as the same nodes that YAML gives, lines included."""

from __future__ import annotations

import re
from typing import Any

from lint.errors import ConfigError
from lint.yamlsource import Node

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[A-Za-z0-9_-]+)\s*[=.]""")


def load(text: str, path: str) -> Node | None:
    """The node of `[tool.copydesk]`, or None where there is none. Raises ConfigError for bad TOML."""
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        where = f"{path}:{line[1]}" if line else path
        raise ConfigError(f"not valid TOML: {error}", where) from None
    settings = table.get("tool", {}).get("copydesk")
    if settings is None:
        return None
    lines = _lines(text)
    return _node(settings, ("tool", "copydesk"), lines, lines.get(("tool", "copydesk"), 1))


def _node(
    value: Any, steps: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], line: int
) -> Node:
    line = lines.get(steps, line)
    if isinstance(value, dict):
        children = {key: _node(child, (*steps, key), lines, line) for key, child in value.items()}
        key_lines = {key: child.line for key, child in children.items()}
        return Node(value, line, children=dict(children), key_lines=key_lines)
    if isinstance(value, list):
        items: dict[str | int, Node] = {
            index: _node(item, (*steps, index), lines, line) for index, item in enumerate(value)
        }
        return Node(value, line, children=items)
    return Node(value, line, text=str(value).lower() if isinstance(value, bool) else str(value))


def _lines(text: str) -> dict[tuple[str | int, ...], int]:
    """The lines of tables and of the keys that start a line; what is inside a value has its key's."""
    lines: dict[tuple[str | int, ...], int] = {}
    table: tuple[str | int, ...] = ()
    counts: dict[tuple[str | int, ...], int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = tuple(part.strip().strip("\"'") for part in header[2].split("."))
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                lines.setdefault(table, number)
                table = (*table, counts[table])
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, key[1].strip("\"'")), number)
    return lines
