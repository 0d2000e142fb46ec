"""Names: forms of one name in a draft, and across the drafts of a run.

Rules of kind `name` declare a name (options: `name`, `instead_of`, `when`: always or mixed); rules
of kind `names` discover forms (options: `find`: variants, spellings, near-twins, known-names).

What the runner calls, in this order:

- `check = build(rules, config)`, once a process; `rules` are those of both kinds.
- `check(document)` yields the findings of one draft.
- `check.ledger(document)` is the draft's names with all their mentions (`NameEntry`, source spans).
- `check.survey(document)` gives `Facts`, picklable and as large as the draft's names are many.
- `check.merge_facts(facts)`, given the facts of all drafts in the order of their paths, yields
  findings on forms that are rare across the run and stand in a draft without the common form;
  each finding carries its own `path`, and so do its related places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lint.engines.names.across import Facts, merge, survey
from lint.engines.names.declared import Declared, declare
from lint.engines.names.ledger import ledger
from lint.model import Config, Document, Finding, NameEntry, Rule

__all__ = ["Facts", "NamesCheck", "build"]


@dataclass(frozen=True, slots=True)
class NamesCheck:
    """A check over names; see the module's page for what is called when."""

    declared: tuple[Declared, ...]
    discover: tuple[tuple[str, Rule], ...]

    def __call__(self, document: Document) -> Iterator[Finding]:
        from lint.engines.names.check import findings

        return findings(document, self.declared, dict(self.discover))

    def ledger(self, document: Document) -> tuple[NameEntry, ...]:
        return ledger(document, self.declared)

    def survey(self, document: Document) -> Facts:
        return survey(document)

    def merge_facts(self, facts: Iterable[Facts]) -> Iterator[Finding]:
        return merge(facts, self.declared, dict(self.discover))


def build(rules: tuple[Rule, ...], config: Config) -> NamesCheck:
    """A check for the rules of kinds `name` and `names`."""
    return NamesCheck(
        tuple(declare(rule) for rule in rules if rule.kind == "name"),
        tuple((rule.options["find"], rule) for rule in rules if rule.kind == "names"),
    )
