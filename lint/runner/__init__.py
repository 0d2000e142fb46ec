"""A run: drafts in, a report out, the same for any number of processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from lint.config import effective
from lint.files import Input, Inputs
from lint.model import Check, Config, NameEntry, Report, Result, Rule
from lint.runner.draft import Outcome, check_document, check_draft, open_document, said
from lint.runner.setup import Memory, Setup, keep_regexes, load_rules, prepare

if TYPE_CHECKING:
    from lint.runner.results import Results

__all__ = ["check_document", "load_rules", "open_document", "prepare", "run"]

PARALLEL_BYTES = 3_000_000
"""Below this, starting processes costs more than it saves (`bench/README.md`)."""

KEPT_BYTES = 20_000
"""Below this, looking for kept results costs more than it saves (`bench/README.md`)."""

Progress = Callable[[int, int], None]


def run(
    inputs: Inputs,
    config: Config,
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
    ledger: bool = False,
    across: bool = False,
    format: str | None = None,
    memory: Memory | None = None,
) -> Report:
    """Check every draft and gather one report, in the order of the inputs.

    `jobs` is the number of processes (None: as many as there are processors, where the drafts are
    large enough to pay for them). `ledger` keeps each draft's names; `across` compares names over all
    drafts. `memory` keeps compiled packs between runs. Raises PackError and ConfigError.
    """
    setups = _setups(inputs.drafts, config, memory)
    if across:
        _survey(inputs.drafts, setups, format)

    # What a check says from the start belongs to no draft.
    early = Outcome(None, *said(_checks(setups)))
    kept = None if across else _kept(memory, inputs.drafts, setups, ledger, format)

    def one(index: int) -> Outcome:
        if kept is not None:
            return kept.check(index)
        return check_draft(inputs.drafts[index], setups[index], ledger=ledger, format=format)

    try:
        outcomes = [early, *_all(one, inputs.drafts, jobs, progress, kept)]
    finally:
        _close(setups)
        if memory is not None:
            keep_regexes(memory)
    known = {rule.id: rule for setup in _distinct(setups) for rule in setup.known}
    known.update((rule.id, rule) for outcome in outcomes for rule in outcome.rules)
    results = tuple(outcome.result for outcome in outcomes if outcome.result is not None)
    failures = [*inputs.failures, *(failure for outcome in outcomes for failure in outcome.failures)]
    notices = dict.fromkeys(inputs.notices)
    notices.update(dict.fromkeys(notice for outcome in outcomes for notice in outcome.notices))
    notices.update(dict.fromkeys(_unread_languages(setups)))
    return Report(
        results=results,
        rules=_named(results, known),
        failures=tuple(sorted(set(failures))),
        notices=tuple(notices),
        fail_on=config.fail_on,
        names=_all_names(results),
        unheard=tuple(sorted(set(_unheard(setups)))),
        active=_active(setups),
    )


def _setups(drafts: Sequence[Input], config: Config, memory: Memory | None) -> list[Setup]:
    """The setup of each draft; drafts that the same part of the configuration meets share one."""
    ready: dict[int, Setup] = {}
    setups: list[Setup] = []
    for draft in drafts:
        own = effective(config, draft.path)
        if id(own) not in ready:
            ready[id(own)] = prepare(own, memory)
        setups.append(ready[id(own)])
    if not drafts:
        # A pack that cannot be used is an error also where there is nothing to check.
        prepare(config, memory)
    return setups


def _kept(
    memory: Memory | None,
    drafts: Sequence[Input],
    setups: Sequence[Setup],
    ledger: bool,
    format: str | None,
) -> Results | None:
    """What is known of the drafts, where asking for it costs less than checking them."""
    if memory is None or not _exceeds(drafts, KEPT_BYTES):
        return None
    from lint.runner.results import Results

    return Results(memory, drafts, setups, ledger=ledger, format=format)


def _all(
    one: Callable[[int], Outcome],
    drafts: Sequence[Input],
    jobs: int | None,
    progress: Progress | None,
    kept: Results | None,
) -> list[Outcome]:
    """The outcome of every draft: what is kept, and the rest of `one`."""
    if kept is None:
        return list(_outcomes(one, drafts, jobs, progress))
    found = dict(kept.recall())
    missing = [index for index in range(len(drafts)) if index not in found]
    fresh = _outcomes(lambda place: one(missing[place]), [drafts[index] for index in missing], jobs, progress)
    try:
        for index, outcome in zip(missing, fresh, strict=True):
            kept.remember(outcome)
            found[index] = outcome
    finally:
        kept.close()
    return [found[index] for index in range(len(drafts))]


def _outcomes(
    one: Callable[[int], Outcome],
    drafts: Sequence[Input],
    jobs: int | None,
    progress: Progress | None,
) -> Iterator[Outcome]:
    count = min(_jobs(drafts, jobs), len(drafts))
    if count > 1:
        from lint.runner.parallel import outcomes

        found = outcomes(one, len(drafts), count)
    else:
        found = map(one, range(len(drafts)))
    for done, outcome in enumerate(found, 1):
        if progress is not None:
            progress(done, len(drafts))
        yield outcome


def _unread_languages(setups: Iterable[Setup]) -> Iterator[str]:
    """What the reader should know where the drafts are configured to be in no English."""
    for setup in _distinct(setups):
        language = setup.config.language
        if not language.startswith("en"):
            yield f"The language is {language}: rules for English, spelling among them, were left out."


def _unheard(setups: Iterable[Setup]) -> Iterator[str]:
    """The packs that could not be looked for, or were left out for this run."""
    for setup in _distinct(setups):
        if setup.config.languagetool.get("mode") == "off":
            yield "languagetool"
        for check in setup.checks:
            yield from getattr(check, "unheard", ())


def _close(setups: Iterable[Setup]) -> None:
    """Let go of what a check holds open, such as a server of its own."""
    for check in _checks(setups):
        if hasattr(check, "close"):
            check.close()


def _checks(setups: Iterable[Setup]) -> Collection[Check]:
    return {id(check): check for setup in _distinct(setups) for check in setup.checks}.values()


def _distinct(setups: Iterable[Setup]) -> Collection[Setup]:
    """Each setup once, in order; most drafts share one."""
    return {id(setup): setup for setup in setups}.values()


def _jobs(drafts: Sequence[Input], jobs: int | None) -> int:
    wanted = jobs or os.cpu_count() or 1
    if wanted == 1 or len(drafts) < 2:
        return 1
    if jobs is not None:
        return jobs
    return wanted if _exceeds(drafts, PARALLEL_BYTES) else 1


def _exceeds(drafts: Iterable[Input], bytes: int) -> bool:
    """Whether the drafts have more than so many bytes together; asks about no more of them than it must."""
    size = 0
    for draft in drafts:
        size += len(draft.data) if draft.data is not None else _size(draft.path)
        if size > bytes:
            return True
    return False


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def _survey(drafts: Sequence[Input], setups: Sequence[Setup], format: str | None) -> None:
    """Let each check that compares drafts see them all before any is checked."""
    checks = {id(check): check for setup in setups for check in setup.checks if hasattr(check, "survey")}
    facts: dict[int, list[object]] = {key: [] for key in checks}
    for draft, setup in zip(drafts, setups, strict=True):
        try:
            document = open_document(draft, setup.config.encoding, format)
        except Exception:  # The check itself will say what is wrong with this draft.
            continue
        for check in setup.checks:
            if id(check) in checks:
                facts[id(check)].append(checks[id(check)].survey(document))
    for key, check in checks.items():
        check.know(facts[key])  # type: ignore[attr-defined]


def _named(results: Iterable[Result], known: dict[str, Rule]) -> dict[str, Rule]:
    """The rules that findings name, by id, sorted."""
    ids = {
        name for result in results for finding in result.findings for name in (finding.rule, *finding.also)
    }
    return {name: known[name] for name in sorted(ids) if name in known}


def _active(setups: Iterable[Setup]) -> tuple[Rule, ...]:
    """The rules that were on for some draft, each once."""
    found = [setup.rules for setup in _distinct(setups)]
    if len(found) == 1:
        return found[0]
    return tuple({rule.id: rule for rules in found for rule in rules}.values())


def _all_names(results: Sequence[Result]) -> tuple[NameEntry, ...]:
    """One ledger over all drafts: entries of the same name and kind are joined, forms too."""
    joined: dict[tuple[str, str], NameEntry] = {}
    for result in results:
        for entry in result.names:
            key = (entry.name, entry.kind)
            joined[key] = _join(joined[key], entry) if key in joined else entry
    return tuple(sorted(joined.values(), key=lambda entry: (-entry.count, entry.name, entry.kind)))


def _join(one: NameEntry, other: NameEntry) -> NameEntry:
    forms = {form.text: form for form in one.forms}
    for form in other.forms:
        old = forms.get(form.text)
        forms[form.text] = form if old is None else form._replace(mentions=old.mentions + form.mentions)
    return one._replace(forms=tuple(forms.values()))
