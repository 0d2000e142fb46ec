"""An outcome as the plain values that are kept between runs, and back."""

from __future__ import annotations

from typing import Any

from lint.model import (
    Edit,
    Finding,
    Fix,
    Hidden,
    Mention,
    NameEntry,
    NameForm,
    Related,
    Result,
    Rule,
    Span,
)
from lint.runner.setup import plain_rule, restored_rule

Plain = tuple[Any, ...]


def plain(result: Result, rules: tuple[Rule, ...]) -> Plain:
    """A result and the rules that were described on the way, without the draft itself."""
    named = {name for finding in result.findings for name in (finding.rule, *finding.also)}
    return (
        result.format,
        [_bare(finding._replace(path="", text="")) for finding in result.findings],
        _bare(result.hidden),
        _bare(result.names),
        [plain_rule(rule) for rule in rules if rule.id in named],
    )


def restored(values: Plain, path: str, source: str) -> tuple[Result, tuple[Rule, ...]]:
    """What `plain` was made of, for a draft with this path and source."""
    format, findings, hidden, names, rules = values
    result = Result(
        path=path,
        format=format,
        source=source,
        findings=tuple([_finding(each, path, source) for each in findings]),
        hidden=Hidden(*hidden),
        names=tuple([_entry(each) for each in names]),
    )
    return result, tuple(map(restored_rule, rules))


def _bare(value: Any) -> Any:
    """Tuples of all kinds made plain, which is what marshal takes."""
    return tuple([_bare(each) for each in value]) if isinstance(value, tuple) else value


def _finding(values: Plain, path: str, source: str) -> Finding:
    rule, _, span, _, message, severity, related, fixes, *rest = values
    return Finding(
        rule,
        path,
        Span(*span),
        source[span[0] : span[1]],
        message,
        severity,
        tuple([Related(Span(*place), *said) for place, *said in related]),
        tuple([_fix(*each) for each in fixes]),
        *rest,
    )


def _fix(title: str, edits: Plain, safe: bool) -> Fix:
    return Fix(title, tuple([Edit(Span(*span), text) for span, text in edits]), safe)


def _entry(values: Plain) -> NameEntry:
    name, kind, forms = values
    return NameEntry(name, kind, tuple([NameForm(text, _mentions(places)) for text, places in forms]))


def _mentions(values: Plain) -> tuple[Mention, ...]:
    return tuple([Mention(path, Span(*span), role) for path, span, role in values])
