"""Checks: one module a kind, each built from all rules of its kinds at once.

An engine is a module with `build(rules, config) -> Check`. It may have `compile(rules)`, whose plain
result is kept between runs and handed to `build` as `plan`. Its check may carry `failures` and
`notices` (lists that the run empties), `described` (rules made on the way, by id), `unheard` (packs that
it cannot look for now), `state` (a text that names all that its findings and notices depend on beside
rules, configuration and draft), `close` (called when the run ends), `survey`, `know` and `ledger`
(see `lint.engines.names`).
"""

from __future__ import annotations

ENGINES = {
    "find": "lint.engines.pattern",
    "replace": "lint.engines.pattern",
    "regex": "lint.engines.pattern",
    "consistent": "lint.engines.consistency",
    "compounds": "lint.engines.compounds",
    "capitals": "lint.engines.capitals",
    "uniform": "lint.engines.uniform",
    "limit": "lint.engines.limit",
    "doubled": "lint.engines.doubled",
    "repetition": "lint.engines.repetition",
    "marks": "lint.engines.marks",
    "repeated": "lint.engines.repeated",
    "script": "lint.engines.script",
    "name": "lint.engines.names",
    "names": "lint.engines.names",
    "abbreviations": "lint.engines.abbreviations",
    "figures": "lint.engines.figures",
    "quotations": "lint.engines.quotations",
    "sourcing": "lint.engines.sourcing",
    "mentions": "lint.engines.mentions",
    "spelling": "lint.engines.spelling",
    "articles": "lint.engines.articles",
    "syntax": "lint.engines.grammar",
    "languagetool": "lint.engines.languagetool",
}
"""Kind of rule -> the module of its engine, imported when a rule of the kind is on."""
