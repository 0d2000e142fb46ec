"""Names: forms of one name in a draft, and across the drafts of a run.

Rules of kind `name` declare a name (options: `name`, `instead_of`, `when`: always or mixed); rules
of kind `names` discover forms (options: `find`: variants, spellings, near-twins, known-names).

What the runner calls, in this order:

- `check = build(rules, config)`, once a process; `rules` are those of both kinds.
- Across drafts only: `check.survey(document)` gives `Facts` for each draft, picklable and as large as
  its names are many; then `check.know(facts)`, once, with the facts of all drafts in any order.
- `check(document)` yields the findings of one draft; after `know` also those on forms that other
  drafts write otherwise, whose `related` places carry the other draft's `path`.
- `check.ledger(document)` is the draft's names with all their mentions (`NameEntry`, source spans).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lint.engines.names.declared import Declared, declare
from lint.model import Config, Document, Finding, NameEntry, Rule

if TYPE_CHECKING:
    from lint.engines.names.across import Elsewhere, Facts

__all__ = ["NamesCheck", "build"]


@dataclass(slots=True)
class NamesCheck:
    """A check over names; see the module's page for what is called when."""

    config: Config
    declared: tuple[Declared, ...]
    discover: dict[str, Rule]
    elsewhere: dict[str, tuple[Elsewhere, ...]] = field(default_factory=dict)

    def __call__(self, document: Document) -> Iterator[Finding]:
        from lint.engines.names.check import findings

        known = self.elsewhere.get(document.path, ())
        return findings(document, self.config, self.declared, self.discover, known)

    def ledger(self, document: Document) -> tuple[NameEntry, ...]:
        from lint.engines.names.ledger import ledger

        return ledger(document, self.declared)

    def survey(self, document: Document) -> Facts:
        from lint.engines.names.across import survey

        return survey(document, self.declared)

    def know(self, facts: Iterable[Facts]) -> None:
        from lint.engines.names.across import merge_facts

        self.elsewhere = merge_facts(facts, self.declared)


def build(rules: tuple[Rule, ...], config: Config) -> NamesCheck:
    """A check for the rules of kinds `name` and `names`."""
    return NamesCheck(
        config,
        tuple(declare(rule, config) for rule in rules if rule.kind == "name"),
        {rule.options["find"]: rule for rule in rules if rule.kind == "names"},
    )
