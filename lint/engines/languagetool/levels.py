"""Which of LanguageTool's rules are shown, and how grave each is.

A pack's rule of kind `languagetool` holds two keys: `disable`, a list, and `severity`, a mapping. Both
name LanguageTool's own rules, its categories, or parts of rule names (`EN_COMPOUNDS_*`, `*_HYPHEN`). A
rule wins over a part, the longer part over the shorter, any part over a category, and what is said later
over what was said before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from lint.errors import ConfigError, CopydeskError, PackError
from lint.languagetool.parts import fits
from lint.model import SEVERITIES, Config, Rule, Severity

PACK = "languagetool."
OFF = "off"
LEVELS = (*SEVERITIES, OFF)

Plan = dict[str, str]
"""Rule, part or category -> level or `off`, as the packs say."""


class Levels(NamedTuple):
    """The levels of a run. Whatever is named nowhere is a suggestion."""

    exact: Mapping[str, str]
    parts: tuple[tuple[str, str], ...]

    def of(self, rule: str, category: str) -> Severity | None:
        """The severity of a LanguageTool rule, or None where it is off."""
        level = self.exact.get(rule)
        if level is None:
            level = next((level for part, level in self.parts if fits(rule, part)), None)
        if level is None:
            level = self.exact.get(category, "suggestion")
        return next((severity for severity in SEVERITIES if severity == level), None)


def compile(rules: tuple[Rule, ...]) -> Plan:
    """What all rules of the packs say, checked. Raises PackError with every mistake in them."""
    plan: Plan = {}
    problems: list[CopydeskError] = []
    for rule in rules:
        plan.update(_said(rule, problems))
    for rule in rules:
        problems.extend(check_names(dict(_said(rule, [])), rule.origin))
    if problems:
        raise PackError(tuple(problems))
    return plan


def levels(plan: Plan, config: Config) -> Levels:
    """The packs' levels with the configuration's on top (`severity: {languagetool.GRAMMAR: error}`)."""
    said = dict(plan)
    for name, level in config.severity.items():
        if name.startswith(PACK):
            said[name.removeprefix(PACK)] = level
    parts = sorted(((name, level) for name, level in said.items() if "*" in name), key=lambda e: -len(e[0]))
    return Levels({name: level for name, level in said.items() if "*" not in name}, tuple(parts))


def check_names(names: Iterable[str], where: str) -> Iterator[ConfigError]:
    """An error for each name that LanguageTool has no rule or category for."""
    from lint.languagetool.catalogue import catalogue, nearest_name

    known = catalogue()
    for name in names:
        if not known.has(name):
            near = nearest_name(name)
            hint = f'did you mean "{near}"?' if near else "copydesk explain languagetool.ID describes one"
            yield ConfigError(f'LanguageTool has no rule or category "{name}"', where, hint)


def _said(rule: Rule, problems: list[CopydeskError]) -> Iterator[tuple[str, str]]:
    options: Any = rule.options
    shape = "write `languagetool: {disable: [RULE], severity: {CATEGORY: warning}}`"
    if not isinstance(options, dict):
        problems.append(ConfigError(f'rule "{rule.id}" says nothing of LanguageTool', rule.origin, shape))
        return
    problems.extend(
        ConfigError(f'unknown key "{key}" in rule "{rule.id}"', rule.origin, shape)
        for key in options
        if key not in ("disable", "severity")
    )
    disabled = options.get("disable", ())
    for name in (disabled,) if isinstance(disabled, str) else disabled:
        yield str(name), OFF
    severity = options.get("severity", {})
    if not isinstance(severity, dict):
        problems.append(ConfigError(f'"severity" in rule "{rule.id}" is no mapping', rule.origin, shape))
        return
    for name, written in severity.items():
        # YAML reads a bare `off` as false.
        level = OFF if written is False else str(written)
        if level not in LEVELS:
            problems.append(
                ConfigError(
                    f'"{level}" in rule "{rule.id}" is no level',
                    rule.origin,
                    f"there are {', '.join(LEVELS)}",
                )
            )
        yield str(name), level
