"""One of LanguageTool's rules, described for a person who asks."""

from __future__ import annotations

from lint.engines.languagetool.languages import tool_code
from lint.engines.languagetool.levels import PACK, Plan, check_names, levels
from lint.errors import ConfigError
from lint.languagetool.catalogue import catalogue
from lint.model import Config, Rule


def describe(rule: str, plan: Plan, config: Config) -> Rule:
    """`languagetool.RULE_ID` as a rule: what it looks for in LanguageTool's words, its category, its level.

    Asks LanguageTool for its words where it is installed. Raises ConfigError for an unknown id.
    """
    name = rule.removeprefix(PACK)
    for problem in check_names((name,), ""):
        raise ConfigError(problem.message, hint=problem.hint)
    told, category = _told(name, config)
    level = levels(plan, config).of(name, category)
    return Rule(
        rule,
        "languagetool",
        told or "LanguageTool says what it found.",
        level or "suggestion",
        f"A rule of LanguageTool, category {category}.",
        default=level is not None,
        origin=f"LanguageTool, rules/languagetool.yml ({level or 'off'})",
    )


def _told(name: str, config: Config) -> tuple[str, str]:
    """The server's description and the category; "" where there is no server to ask."""
    from lint.errors import CopydeskError
    from lint.languagetool.session import Session
    from lint.languagetool.settings import read_settings

    categories = catalogue().rules.get(name, ("",))
    session = Session(read_settings(config.languagetool))
    try:
        codes = dict.fromkeys(tool_code(each) for each in (config.language, *config.languages))
        for code in codes:
            if code is None:
                continue
            for each in session.rules(code):
                if each["ruleId"] == name:
                    return each["description"], each["categoryId"]
    except CopydeskError:
        return "", categories[0]
    finally:
        session.close()
    return "", categories[0]
