"""One of LanguageTool's rules, described for a person who asks."""

from __future__ import annotations

from lint.engines.languagetool.languages import tool_code
from lint.engines.languagetool.levels import PACK, Plan, check_names, levels
from lint.errors import ConfigError
from lint.languagetool.catalogue import catalogue, nearest_name
from lint.model import Config, Rule


def describe(rule: str, plan: Plan, config: Config) -> Rule:
    """`languagetool.RULE_ID` as a rule: what it looks for in LanguageTool's words, its category, its level.

    Its words come from its jars or, for rules that have none there, from its server, where LanguageTool
    is installed and not off. Also takes a category and a part (`EN_COMPOUNDS_*`). Raises ConfigError for
    an unknown id.
    """
    name = rule.removeprefix(PACK)
    for problem in check_names((name,), ""):
        near = nearest_name(name)
        raise ConfigError(problem.message, hint=f'did you mean "{PACK}{near}"?' if near else problem.hint)
    if is_several(name):
        told, category, why = _counted(name), name, "A name for several rules of LanguageTool."
    else:
        told, category = _told(name, config)
        why = f"A rule of LanguageTool, category {category}." if category else "A rule of LanguageTool."
    level = levels(plan, config).of(name, category)
    return Rule(
        rule,
        "languagetool",
        told or "LanguageTool says what it found.",
        level or "suggestion",
        why,
        default=level is not None,
        origin=f"LanguageTool; its level: rules/languagetool.yml ({level or 'off'})",
    )


def is_several(name: str) -> bool:
    """Whether a name stands for a category or, with `*`, for all rules that it fits."""
    return "*" in name or (name in catalogue().categories and name not in catalogue().rules)


def _counted(name: str) -> str:
    if "*" in name:
        return f"All rules of LanguageTool whose names fit {name}."
    count = sum(name in categories for categories in catalogue().rules.values())
    return f"{count} rules of LanguageTool, all languages together."


def _told(name: str, config: Config) -> tuple[str, str]:
    """What LanguageTool says of a rule and the category; "" where there is nobody to ask."""
    from lint.errors import CopydeskError
    from lint.languagetool.session import Session
    from lint.languagetool.settings import read_settings
    from lint.languagetool.source import find_installation
    from lint.languagetool.titles import title

    category = catalogue().rules.get(name, ("",))[0]
    settings = read_settings(config.languagetool)
    if settings.mode == "off":
        return "", category
    session = None
    try:
        installation = None if settings.url else find_installation(settings)
        if installation is None and not settings.url:
            return "", category
        if installation is not None:
            found = title(name, installation.jars)
            if found:
                return found, category
        session = Session(settings)
        codes = dict.fromkeys(tool_code(each) for each in (config.language, *config.languages))
        for code in codes:
            if code is None:
                continue
            for each in session.rules(code):
                if each["ruleId"] == name:
                    return each["description"], each["categoryId"]
    except CopydeskError:
        return "", category
    finally:
        if session is not None:
            session.close()
    return "", category
