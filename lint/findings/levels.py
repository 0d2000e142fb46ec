"""Which findings count and how grave they are: `select`, `ignore` and `severity` in one place."""

from __future__ import annotations

from collections.abc import Iterable

from lint.model import Config, Finding, Rule, Severity

GUEST = "languagetool"
"""The pack, and the kind of rule, whose findings carry names of their own: LanguageTool's."""


def named(rule: str, selectors: Iterable[str]) -> bool:
    """Whether one of the selectors (`pack`, `pack.rule`, `pack.*`) means the rule `pack.rule`.

    For a rule of LanguageTool one of its categories, or a part with `*` in it, will do.
    """
    pack, _, name = rule.partition(".")
    if any(selector in (rule, pack) or selector == f"{pack}.*" for selector in selectors):
        return True
    return pack == GUEST and _in_category(name, selectors)


def _in_category(name: str, selectors: Iterable[str]) -> bool:
    parts = [selector.removeprefix(f"{GUEST}.") for selector in selectors if selector.startswith(f"{GUEST}.")]
    if not parts:
        return False
    from lint.languagetool.catalogue import catalogue
    from lint.languagetool.parts import fits

    categories = catalogue().categories_of(name)
    return any(part in categories or ("*" in part and fits(name, part)) for part in parts)


def level(
    rule: str, severity: Severity, config: Config, *, default: bool = True, asked: bool = True
) -> Severity | None:
    """The severity under this configuration; None where the rule is switched off.

    `ignore` wins over `select`; in `severity` a rule wins over its pack. A rule that is off by
    default (`default` is false) is switched on by its full name alone, in `select` or `severity`;
    one whose pack was not asked for (`asked` is false) by its pack's name too.
    """
    if config.select is not None and not named(rule, config.select):
        return None
    if named(rule, config.ignore):
        return None
    wanted_by = (*(config.select or ()), *config.severity)
    if (not default and rule not in wanted_by) or (not asked and not named(rule, wanted_by)):
        return None
    pack = rule.partition(".")[0]
    for selector in (rule, pack, f"{pack}.*"):
        if selector in config.severity:
            wanted = config.severity[selector]
            return None if wanted == "off" else wanted
    return severity


def active(rules: Iterable[Rule], config: Config) -> tuple[Rule, ...]:
    """The rules that are on, each at its level; engines need not look for the others."""
    return tuple(
        rule if wanted == rule.severity else rule._replace(severity=wanted)
        for rule in rules
        if (wanted := _level_of(rule, config)) is not None
    )


def _level_of(rule: Rule, config: Config) -> Severity | None:
    if rule.kind == GUEST:
        if not _guest_heard(config):
            return None
        # What is chosen are its findings, by their own names: that says nothing of this rule.
        louder = {name: said for name, said in config.severity.items() if name not in _WHOLE or said != "off"}
        return level(
            rule.id,
            rule.severity,
            config._replace(select=None, severity=louder),
            default=_on(rule, config),
        )
    return level(rule.id, rule.severity, config, default=_on(rule, config))


_WHOLE = (GUEST, f"{GUEST}.*")


def _guest_heard(config: Config) -> bool:
    """Whether any finding of LanguageTool may be shown."""
    if any(selector in _WHOLE for selector in config.ignore):
        return False
    if config.select is not None and not any(each.partition(".")[0] == GUEST for each in config.select):
        return False
    levels = {name: said for name, said in config.severity.items() if name.partition(".")[0] == GUEST}
    silent = any(levels.get(name) == "off" for name in _WHOLE)
    return not silent or any(said != "off" for said in levels.values())


def _on(rule: Rule, config: Config) -> bool:
    """A rule of a pack that is off by default is on where its pack is selected or given a level."""
    wanted = (*(config.select or ()), *config.severity)
    return rule.default and (rule.asked or named(rule.id, wanted))


def apply(findings: Iterable[Finding], config: Config) -> list[Finding]:
    """The findings that are on, each at its level; for ids that no pack lists, such as LanguageTool's."""
    if config.select is None and not config.ignore and not config.severity:
        return list(findings)
    return [
        finding if wanted == finding.severity else finding._replace(severity=wanted)
        for finding in findings
        if (wanted := level(finding.rule, finding.severity, config)) is not None
    ]
