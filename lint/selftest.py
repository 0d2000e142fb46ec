"""Every rule's own examples, run: `missing`, `noisy` and `wrong fix` are what can go wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from lint.documents import parse
from lint.model import Config, Document, Example, Finding, Rule, apply_edits
from lint.runner.setup import build


class Problem(NamedTuple):
    """An example that does not hold: where it stands, which rule, what went wrong, in one sentence."""

    kind: Literal["missing", "noisy", "wrong fix"]
    rule: str
    origin: str
    text: str
    detail: str = ""

    def __str__(self) -> str:
        said = {
            "missing": "does not flag",
            "noisy": "flags",
            "wrong fix": "does not turn into its good",
        }[self.kind]
        tail = f" ({self.detail})" if self.detail else ""
        return f'{self.origin}: {self.kind}: {self.rule} {said} "{self.text}"{tail}'


def run(rules: Iterable[Rule], config: Config | None = None) -> Iterator[Problem]:
    """The problems of all examples, in the order of the rules.

    A rule is run beside the others of its engine's kind, since some kinds decide together, and only
    its own findings count. A rule that is off by default is tested as well.
    """
    everything = tuple(rules)
    config = (config or Config())._replace(grammar={"remember": False})
    siblings: dict[str, list[Rule]] = {}
    for rule in everything:
        siblings.setdefault(rule.kind, []).append(rule)
    left_out = NOT_HERE if can_parse() else NOT_HERE | {"syntax"}
    checks = {kind: build(own, config, None) for kind, own in siblings.items() if kind not in left_out}
    for rule in everything:
        if rule.kind in left_out:
            continue
        for example in rule.examples:
            yield from _problems(rule, example, checks[rule.kind])


def can_parse() -> bool:
    """Whether the examples of rules of the kind `syntax` can be run here."""
    from lint.engines.grammar.parser import installed

    return installed() is not None


NOT_HERE = frozenset(("languagetool", "stet"))
"""Kinds whose rules need more than a text: a server, or the findings of other rules."""


def _problems(rule: Rule, example: Example, checks: Iterable[object]) -> Iterator[Problem]:
    if example.bad is not None:
        found = _findings(rule, example.bad, example.format, checks)
        if not found:
            yield Problem("missing", rule.id, example.origin, _short(example.bad))
        elif example.good is not None and rule.fix != "none" and any(finding.fixes for finding in found):
            results = tuple(_mended(example.bad, found))
            if example.good not in results:
                detail = f'it becomes "{_short(results[0])}"' if results else "it has no fix"
                yield Problem("wrong fix", rule.id, example.origin, _short(example.bad), detail)
    if example.good is not None:
        for finding in _findings(rule, example.good, example.format, checks):
            yield Problem("noisy", rule.id, example.origin, _short(example.good), f"at “{finding.text}”")


def _findings(rule: Rule, text: str, format: str, checks: Iterable[object]) -> tuple[Finding, ...]:
    document: Document = parse(text, f"example.{'md' if format == 'markdown' else 'txt'}", format)
    return tuple(
        finding
        for check in checks
        for finding in check(document)  # type: ignore[operator]
        if finding.rule == rule.id
    )


def _mended(bad: str, found: tuple[Finding, ...]) -> Iterator[str]:
    """The text with the n-th fix of every finding carried out, for each n."""
    most = max(len(finding.fixes) for finding in found)
    for choice in range(most):
        fixes = [finding.fixes[min(choice, len(finding.fixes) - 1)] for finding in found if finding.fixes]
        yield apply_edits(bad, 0, [edit for fix in fixes for edit in fix.edits])


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 70 else line[:69] + "…"
