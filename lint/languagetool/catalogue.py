"""The names of all rules and categories of the locked LanguageTool, for packs that name one.

`catalogue.txt` is made by `tools/build_languagetool_lock.py --catalogue` from what the server itself
lists: a line a category, `CATEGORY: RULE RULE …`, all languages together.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lint.languagetool.parts import fits

FAMILIES = (
    "REPLACE",
    "REPLACE_ORTHOGRAPHY",
    "EN_COMPOUNDS",
    "DE_COMPOUNDS",
    "MULTITOKEN_SPELLING",
    "COHERENCY",
)
"""Ends of rules that report each word under a name of its own: EN_COMPOUNDS_YEAR_END."""

FILE = Path(__file__).with_name("catalogue.txt")


class Catalogue(NamedTuple):
    """Rule -> its categories (a rule may be of several, in several languages)."""

    rules: Mapping[str, tuple[str, ...]]
    categories: frozenset[str]

    def categories_of(self, rule: str) -> tuple[str, ...]:
        """The categories of a rule, also of one that reports a word under a name of its own."""
        family = next((each for each in FAMILIES if f"{each}_" in rule), "")
        head = rule[: rule.find(f"{family}_") + len(family)] if family else ""
        return self.rules.get(rule) or self.rules.get(head, ())

    def has(self, name: str) -> bool:
        """Whether a name is a rule, a category or, with `*` in it, fits some rule."""
        if name in self.rules or name in self.categories:
            return True
        if "*" in name and any(fits(rule, name) for rule in self.rules):
            return True
        return any(name.startswith(f"{rule}_") for rule in self.rules if rule.endswith(FAMILIES))


@cache
def catalogue() -> Catalogue:
    rules: dict[str, tuple[str, ...]] = {}
    categories = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        category, _, names = line.partition(": ")
        categories.append(category)
        for name in names.split():
            rules[name] = (*rules.get(name, ()), category)
    return Catalogue(rules, frozenset(categories))


def nearest_name(name: str) -> str | None:
    """The rule or category most like a mistyped name."""
    from lint.didyoumean import nearest

    known = catalogue()
    return nearest(name, (*known.categories, *known.rules))
