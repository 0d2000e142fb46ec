"""The rules of a run as SARIF's `reportingDescriptor`s, each with help that says why."""

from __future__ import annotations

import re
from typing import Any

from lint.model import Example, Report, Rule, Severity
from lint.reporters.paths import page

LEVEL: dict[Severity, str] = {"error": "error", "warning": "warning", "suggestion": "note"}

_EXAMPLES = 3

_PLACEHOLDER = re.compile(r"\{\w+\}")


def described(report: Report) -> tuple[Rule, ...]:
    """Every rule that was looked for and every other that a finding names, by id."""
    # What a pack says about LanguageTool is no rule of its own: only what it reported is described.
    heard = (rule for rule in report.active if rule.pack not in report.unheard)
    rules = {rule.id: rule for rule in heard if rule.kind != "languagetool"}
    rules.update(report.rules)
    return tuple(rules[id] for id in sorted(rules))


def descriptor(rule: Rule) -> dict[str, Any]:
    """The rule with its level, what it says, why, and a few of its own examples."""
    message = _PLACEHOLDER.sub("…", rule.message) or rule.id
    found: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": message},
        "fullDescription": {"text": rule.why or message},
        "help": {"text": _plain(rule, message), "markdown": _markdown(rule, message)},
        "defaultConfiguration": {"level": LEVEL[rule.severity]},
        "properties": {"tags": [rule.pack]},
    }
    if page(rule.link):
        found["helpUri"] = rule.link
    return found


def _plain(rule: Rule, message: str) -> str:
    return "\n".join((message, rule.why, f"To let it stand: <!-- stet {rule.id}: the reason -->")).strip()


def _markdown(rule: Rule, message: str) -> str:
    parts = [message, rule.why]
    examples = [line for example in rule.examples[:_EXAMPLES] for line in _example(example)]
    if examples:
        parts.append("\n".join(examples))
    parts.append(f"To let it stand: `<!-- stet {rule.id}: the reason -->`")
    return "\n\n".join(part for part in parts if part)


def _example(example: Example) -> list[str]:
    told = []
    if example.bad is not None:
        told.append(f"- flagged: {_code(example.bad)}")
    if example.good is not None:
        told.append(f"- {'better' if example.bad is not None else 'passes'}: {_code(example.good)}")
    return told


def _code(text: str) -> str:
    """The text on one line as a code span, whatever backticks it holds (CommonMark 6.1)."""
    line = " / ".join(part.strip() for part in text.splitlines() if part.strip())
    longest = max((len(run) for run in re.findall(r"`+", line)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest else ""
    return f"{fence}{space}{line}{space}{fence}"
