"""What a run needs before the first draft: the rules that are on and the checks built from them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any, NamedTuple, Protocol

from lint import regexes, rulepacks
from lint.engines import ENGINES
from lint.findings.levels import active
from lint.model import Check, Config, Example, Rule
from lint.regexes import STAMP

VERSION = "0.1.0"
SHAPE = 13
"""Grows whenever what is kept between runs (a rule's fields, an engine's plan) changes its shape."""


_REGEXES = f"{VERSION} {STAMP}".encode()


class Memory(Protocol):
    """Keeps plain values between runs, one or many at a time; `lint.cache` is one."""

    def read(self, name: str, key: bytes) -> object | None: ...

    def write(self, name: str, key: bytes, value: object) -> None: ...

    def recall(self, name: str, keys: Iterable[bytes]) -> Mapping[bytes, object]: ...

    def remember(self, name: str, values: Mapping[bytes, object]) -> None: ...


class Setup(NamedTuple):
    """One configuration made ready: all rules its packs hold, those that are on, and their checks."""

    config: Config
    known: tuple[Rule, ...]
    rules: tuple[Rule, ...]
    checks: tuple[Check, ...]


def prepare(config: Config, memory: Memory | None) -> Setup:
    """Load the packs and build the engines. Raises PackError and ConfigError."""
    if memory is not None:
        regexes.prime(memory.read("regexes", _REGEXES))
    known = load_rules(_with_stet(config), memory)
    rules = active(known, config)
    return Setup(config, known, rules, build(rules, config, memory))


def keep_regexes(memory: Memory) -> None:
    """At the end of a run: keep the program's own patterns that it had to compile."""
    codes = regexes.grown()
    if codes is not None:
        memory.write("regexes", _REGEXES, codes)


def _with_stet(config: Config) -> Config:
    """Suppressions are told to be useless whatever packs a desk chooses."""
    if config.packs is None or "default" in config.packs or "stet" in config.packs:
        return config
    return config._replace(packs=(*config.packs, "stet"))


def load_rules(config: Config, memory: Memory | None) -> tuple[Rule, ...]:
    """Every rule of the configured packs, from memory where their files have not changed."""
    files = rulepacks.files(config)
    if memory is None:
        return rulepacks.load(files)
    key = repr((VERSION, SHAPE, sys.implementation.cache_tag, files)).encode()
    kept = memory.read("packs", key)
    if isinstance(kept, tuple) and len(kept) == 2 and all(_state(path) == was for path, was in kept[0]):
        return tuple(_restored(values) for values in kept[1])
    rules = rulepacks.load(files)
    paths = rulepacks.reached(files)
    memory.write("packs", key, (tuple((path, _state(path)) for path in paths), tuple(map(_plain, rules))))
    return rules


def build(rules: Iterable[Rule], config: Config, memory: Memory | None) -> tuple[Check, ...]:
    """One check for each engine that has a rule, in the order of `ENGINES`."""
    by_engine: dict[str, list[Rule]] = {module: [] for module in ENGINES.values()}
    # Where LanguageTool or the parser is off, its engine is not even imported.
    off = {
        kind
        for kind, said in (("languagetool", config.languagetool), ("syntax", config.grammar))
        if said.get("mode") == "off"
    }
    for rule in rules:
        if rule.kind in ENGINES and rule.kind not in off:
            by_engine[ENGINES[rule.kind]].append(rule)
    checks: list[Check] = []
    for module, own in by_engine.items():
        if own:
            engine = import_module(module)
            if hasattr(engine, "compile"):
                plan = _compiled(module, engine, tuple(own), memory)
                checks.append(engine.build(tuple(own), config, plan))
            else:
                checks.append(engine.build(tuple(own), config))
    return tuple(checks)


def _compiled(module: str, engine: Any, rules: tuple[Rule, ...], memory: Memory | None) -> Any:
    if memory is None:
        return engine.compile(rules)
    import marshal

    # All that a plan depends on; messages and examples change nothing in it.
    basis = [(rule.kind, rule.options, rule.scope, rule.match_case, rule.forms) for rule in rules]
    key = b"\0".join((f"{VERSION} {SHAPE} {STAMP}".encode(), module.encode(), marshal.dumps(basis, 2)))
    plan = memory.read("plans", key)
    if plan is None:
        plan = engine.compile(rules)
        memory.write("plans", key, plan)
    return plan


def _state(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _plain(rule: Rule) -> tuple[Any, ...]:
    """A rule as marshal takes it."""
    return tuple(rule._replace(examples=tuple(map(tuple, rule.examples))))  # type: ignore[arg-type]


def _restored(values: tuple[Any, ...]) -> Rule:
    """A rule from what marshal gave: its own tuples are plain ones."""
    rule = Rule(*values)
    return rule._replace(examples=tuple(Example(*one) for one in rule.examples))
