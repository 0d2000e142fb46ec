"""YAML with line numbers, for rule packs and configuration.

The values are those a person who writes a word list expects, not those of YAML 1.1: `off`, `on`,
`yes`, `no`, dates and times stay the strings that were written; only `true`, `false`, `null` (or
nothing), whole numbers and decimal fractions are anything else. Keys are always strings. PyYAML is
imported on the first call, since a warm run reads its packs from the cache.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from lint.errors import ConfigError

if TYPE_CHECKING:
    import yaml

MAX_NODES = 1_000_000
"""Values in one file after its aliases are written out; more is a mistake or an attack."""

SCALARS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "value", "merge")
)


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a YAML file and where it stands.

    `value` is plain Python (str, int, float, bool, None, list, dict with string keys). `line` and
    `column` count from 1. `text` is a scalar as it was written, so that the word list `[007, no]`
    gives "007" and "no". `children` are the nodes of a mapping by key or of a list by index;
    `key_lines` says on which line each key of a mapping stands.
    """

    value: Any
    line: int
    column: int = 1
    text: str = ""
    children: Mapping[str | int, Node] = field(default_factory=dict)
    key_lines: Mapping[str, int] = field(default_factory=dict)

    def __getitem__(self, key: str | int) -> Node:
        return self.children[key]

    def __contains__(self, key: object) -> bool:
        return key in self.children

    def __iter__(self) -> Iterator[Node]:
        """The elements of a list, or the values of a mapping, in the order they were written."""
        return iter(self.children.values())

    def __bool__(self) -> bool:
        return True

    def items(self) -> Iterator[tuple[str, int, Node]]:
        """Key, line of the key and value, for each entry of a mapping."""
        for key, line in self.key_lines.items():
            yield key, line, self.children[key]

    def get(self, key: str | int) -> Node | None:
        return self.children.get(key)

    def line_of(self, *steps: str | int) -> int:
        """The line of the key or element that `steps` lead to, or of the nearest one above it."""
        node, line = self, self.line
        for step in steps:
            if step not in node.children:
                break
            child = node.children[step]
            line = node.key_lines[step] if isinstance(step, str) else child.line
            node = child
        return line


def load(text: str, path: str) -> Node:
    """The one YAML document in `text`; an empty one is a node whose value is None.

    Raises ConfigError, with `path:line`, for what is no YAML, for a key that stands twice, a tag
    (`!name`), a merge key (`<<`) or an alias that holds itself. Anchors and aliases may be used.
    """
    import yaml

    loader: Any = yaml.SafeLoader if _looks_deep(text) else getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text.removeprefix("\ufeff"), Loader=loader)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, text, path) from None
    except (yaml.YAMLError, UnicodeEncodeError):
        raise ConfigError("holds a character that YAML does not allow", f"{path}:{_bad_line(text)}") from None
    except RecursionError:
        raise ConfigError("is nested too deeply", path) from None
    if root is None:
        return Node(None, 1)
    return _Reader(path).read(root)


class _Reader:
    """Turns PyYAML's nodes into ours; a node that is aliased is read once and shared."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.done: dict[int, tuple[Node, int]] = {}
        self.open: set[int] = set()
        self.problems: list[ConfigError] = []

    def read(self, root: yaml.Node) -> Node:
        try:
            node, _ = self.node(root)
        except RecursionError:
            raise ConfigError("is nested too deeply", self.path) from None
        raise_all(self.problems)
        return node

    def node(self, node: yaml.Node) -> tuple[Node, int]:
        """Our node and how many values it holds, itself included."""
        key = id(node)
        if key in self.done:
            return self.done[key]
        if key in self.open:
            raise self.error(node, "an alias stands inside the value that it names")
        self.open.add(key)
        result = self.fresh(node)
        if result[1] > MAX_NODES:
            raise self.error(node, f"aliases make more than {MAX_NODES} values of this")
        self.open.discard(key)
        self.done[key] = result
        return result

    def fresh(self, node: yaml.Node) -> tuple[Node, int]:
        name = type(node).__name__
        if name == "MappingNode":
            return self.mapping(node)
        if name == "SequenceNode":
            return self.sequence(node)
        if node.tag not in SCALARS:
            self.problems.append(self.error(node, f'the tag "{node.tag}" has no meaning here'))
        value = _plain_value(node.tag.rpartition(":")[2], node.value)
        return Node(value, *_place(node), text=node.value), 1

    def mapping(self, node: yaml.Node) -> tuple[Node, int]:
        self.check_tag(node, "map")
        children: dict[str | int, Node] = {}
        lines: dict[str, int] = {}
        size = 1
        for key_node, value_node in node.value:
            key = key_node.value
            if type(key_node).__name__ != "ScalarNode":
                self.problems.append(
                    self.error(key_node, "a key is one word or phrase, not a list or mapping")
                )
                continue
            if key_node.tag.endswith(":merge"):
                self.problems.append(
                    self.error(key_node, 'merge keys ("<<") are not read', "write the keys out")
                )
                continue
            if key in children:
                self.problems.append(
                    self.error(key_node, f'the key "{key}" stands here and on line {lines[key]}')
                )
                continue
            child, count = self.node(value_node)
            children[key] = child
            lines[key] = key_node.start_mark.line + 1
            size += count
        value = {key: child.value for key, child in children.items()}
        return Node(value, *_place(node), children=children, key_lines=lines), size

    def sequence(self, node: yaml.Node) -> tuple[Node, int]:
        self.check_tag(node, "seq")
        pairs = [self.node(item) for item in node.value]
        children: dict[str | int, Node] = {index: child for index, (child, _) in enumerate(pairs)}
        value = [child.value for child, _ in pairs]
        return Node(value, *_place(node), children=children), 1 + sum(count for _, count in pairs)

    def check_tag(self, node: yaml.Node, name: str) -> None:
        if node.tag != f"tag:yaml.org,2002:{name}":
            self.problems.append(self.error(node, f'the tag "{node.tag}" has no meaning here'))

    def error(self, node: yaml.Node, message: str, hint: str = "") -> ConfigError:
        return ConfigError(message, f"{self.path}:{node.start_mark.line + 1}", hint)


def raise_all(problems: Sequence[ConfigError]) -> None:
    """Raise nothing, the one problem, or one error that names all of them, a line each."""
    if len(problems) == 1:
        raise problems[0]
    if problems:
        raise ConfigError("\n".join(str(problem) for problem in problems))


def _looks_deep(text: str) -> bool:
    """Whether the text may nest hundreds of levels: libyaml overflows the stack, Python's loader raises."""
    if re.search(r"(?m)^(?:[ \t]*(?:[-?:]|[&!]\S*)(?=\s)){100}|^[ \t]{500}", text):
        return True
    opened = text.count("[") + text.count("{")
    return opened > 500 and max(accumulate((char in "[{") - (char in "]}") for char in text)) > 300


def _place(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _plain_value(tag: str, text: str) -> Any:
    if tag == "null":
        return None
    if tag == "bool" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if tag == "int" and re.fullmatch(r"[-+]?(0|[1-9][0-9]*)", text):
        return int(text)
    if tag == "float" and re.fullmatch(r"[-+]?[0-9]*\.?[0-9]+", text):
        return float(text)
    return text


def _syntax_error(error: yaml.MarkedYAMLError, text: str, path: str) -> ConfigError:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    lines = text.splitlines()
    written = lines[line - 1] if line <= len(lines) else ""
    said = error.problem or "this cannot be read"
    hint = ""
    if "\t" in written[: len(written) - len(written.lstrip())]:
        hint = "indent with spaces, not with tabs"
    elif "mapping values are not allowed" in said:
        hint = "put quotation marks around text that holds a colon and a space"
    elif "alias" in said or "cannot start any token" in said:
        hint = "put quotation marks around text that starts with a sign such as *, &, %, @ or `"
    elif "expected" in said:
        hint = "look for a bracket or quotation mark left open, or a line indented too far"
    return ConfigError(f"not valid YAML: {said}", f"{path}:{line}", hint)


def _bad_line(text: str) -> int:
    """The line of the first character that YAML forbids."""
    bad = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    return text.count("\n", 0, bad.start()) + 1 if bad else 1
