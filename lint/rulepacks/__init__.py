"""Rule packs: YAML files that an editor owns, read into `Rule`s."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from lint.didyoumean import did_you_mean
from lint.errors import ConfigError, CopydeskError, PackError
from lint.model import Config, Rule
from lint.rulepacks import shipped

if TYPE_CHECKING:
    from lint.rulepacks.read import Pack


def files(config: Config) -> tuple[tuple[str, bool], ...]:
    """The pack files that the configuration names, and whether each is named itself, in order.

    `default` stands for every shipped pack, with those that are off by default; it is what an
    empty configuration names. Raises ConfigError for a pack that does not exist.
    """
    found: dict[str, bool] = {}
    for name in config.packs or ("default",):
        if name == "default":
            for known in shipped.names():
                found.setdefault(shipped.path(known), False)
        else:
            found[locate(name, config.root, config.origin)] = True
    return tuple(found.items())


def missing(name: str, config: Config) -> ConfigError | None:
    """What is wrong with the name of a pack in a configuration, or None where there is such a pack."""
    try:
        if name != "default":
            locate(name, config.root, config.origin, ("default",))
    except ConfigError as error:
        return error
    return None


def locate(name: str, folder: str, where: str = "", also: tuple[str, ...] = ()) -> str:
    """The file of a pack: a shipped one's name, or a path from `folder`.

    Raises ConfigError; `also` are names that would have been right there.
    """
    if "/" not in name and not name.endswith((".yml", ".yaml")):
        if name in shipped.names():
            return shipped.path(name)
        near = did_you_mean(name, (*also, *shipped.names()))
        hint = near or "a pack of your own is a path: ./rules/house.yml"
        raise ConfigError(f'there is no pack "{name}"', where, hint)
    path = os.path.normpath(os.path.join(folder, name))
    if not os.path.isfile(path):
        raise ConfigError(f'there is no pack file "{name}"', where, f"looked for {path}")
    return path


class Reading(NamedTuple):
    """A pack with all its rules, those it takes over first; `changed` are the ids it says something about."""

    pack: Pack
    rules: tuple[Rule, ...]
    changed: frozenset[str]


def load(files: Iterable[tuple[str, bool]]) -> tuple[Rule, ...]:
    """Every rule of the pack files and of the packs they extend, each once, in order.

    What a pack changes in a rule it takes over holds for that rule wherever else it comes from; of two
    packs that change it the later one wins. A pack that is off changes nothing in the others, and gives
    way to one of the same name that is on. Raises PackError with all mistakes of all packs.
    """
    rules: dict[str, Rule] = {}
    settled: set[str] = set()
    readings = _readings(files)
    on = {reading.pack.name for reading, asked in readings if asked}
    for reading, asked in readings:
        if not asked and reading.pack.name in on:
            continue
        for rule in reading.rules:
            known = rules.get(rule.id)
            final = rule.id in reading.changed or rule.id not in settled
            if known is None or (asked and (final or not known.asked)):
                rules[rule.id] = rule if asked else rule._replace(asked=False)
        settled.update(reading.changed if asked else ())
    return tuple(rules.values())


def _readings(files: Iterable[tuple[str, bool]]) -> list[tuple[Reading, bool]]:
    """Each pack file read, and whether its rules are asked for. Raises PackError."""
    readings: list[tuple[Reading, bool]] = []
    found: list[CopydeskError] = []
    for path, named in files:
        try:
            reading = _with_extended(path, ())
            readings.append((reading, named or reading.pack.default))
        except PackError as error:
            found.extend(error.problems)
    if found:
        raise PackError(tuple(dict.fromkeys(found)))
    return readings


def reached(files: Iterable[tuple[str, bool]]) -> tuple[str, ...]:
    """The files of the packs and of all that they extend; each is a reason to read again."""
    found: dict[str, None] = {}
    waiting = [path for path, _ in files]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found[path] = None
            waiting.extend(locate(name, os.path.dirname(path)) for name in open_pack(path).extends)
    return tuple(sorted(found))


def display_path(path: str) -> str:
    """How a pack is named to people: `rules/x.yml` for a shipped one."""
    folder = shipped.folder()
    if os.path.dirname(path) == folder:
        return f"rules/{os.path.basename(path)}"
    return path


def open_pack(path: str) -> Pack:
    """One pack file, without those it extends. Raises PackError."""
    from lint.rulepacks.read import read_pack

    shown = display_path(path)
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is not UTF-8"
        raise PackError((ConfigError(f"cannot be read: {reason}", shown),)) from None
    return read_pack(text, shown)


def _with_extended(path: str, above: tuple[str, ...]) -> Reading:
    from lint.rulepacks import syntax
    from lint.rulepacks.read import change_problems, changed, unknown_rule

    pack = open_pack(path)
    if path in above:
        circle = " -> ".join(display_path(step) for step in (*above, path))
        raise PackError((ConfigError(f"packs extend one another in a circle: {circle}", pack.path),))
    inherited: dict[str, Rule] = {}
    touched = {change.rule for change in pack.changes}
    found: list[CopydeskError] = []
    for name in pack.extends:
        try:
            source = locate(name, os.path.dirname(path), f"{pack.path}:{pack.line}")
            # To extend a pack is to ask for it, also where it is off by default.
            reading = _with_extended(source, (*above, path))
            longer = {rule.id: syntax.with_more(rule, pack.lists) for rule in reading.rules}
            inherited.update(longer)
            touched.update(reading.changed, (rule.id for rule in reading.rules if longer[rule.id] != rule))
        except PackError as error:
            found.extend(error.problems)
        except ConfigError as error:
            found.append(error)
    for change in pack.changes:
        rule = inherited.get(change.rule)
        if rule is None:
            found.append(unknown_rule(change, tuple(inherited), pack.path))
            continue
        wrong = list(change_problems(rule, change, pack.path))
        found.extend(wrong)
        if not wrong:
            inherited[change.rule] = changed(rule, change, pack.path)
    if found:
        raise PackError(tuple(found))
    return Reading(pack, (*inherited.values(), *pack.rules), frozenset(touched))
