"""The shipped packs of names and abbreviations, and short ways to ask them about a text."""

from __future__ import annotations

from pathlib import Path

from lint.documents import parse
from lint.engines import abbreviations, names
from lint.engines.names import NamesCheck
from lint.model import Config, Finding, Rule
from lint.rulepacks.read import read_pack

RULES = Path(__file__).parents[2] / "rules"


def pack(name: str) -> tuple[Rule, ...]:
    path = RULES / f"{name}.yml"
    return read_pack(path.read_text(encoding="utf-8"), str(path)).rules


NAMES = names.build(pack("names"), Config())
ABBREVIATIONS = abbreviations.build(pack("abbreviations"), Config())


def house(
    name: str, *others: str, when: str = "always", passing: tuple[str, ...] = (), scope: tuple[str, ...] = ()
) -> NamesCheck:
    """A check with one declared name."""
    rule = Rule(
        id="house.name",
        kind="name",
        message="Write “{replacement}” instead of “{match}”.",
        severity="warning",
        why="",
        options={"name": name, "instead_of": others, "when": when},
        exceptions=passing,
        scope=scope,
    )
    return names.build((rule,), Config())


def found(text: str, check: NamesCheck = NAMES, path: str = "draft.txt") -> list[Finding]:
    return list(check(parse(text, path)))


def pairs(text: str, check: NamesCheck = NAMES) -> list[tuple[str, str]]:
    """What is flagged and what is proposed for it."""
    return [(finding.text, next(iter(finding.suggestions), "")) for finding in found(text, check)]
