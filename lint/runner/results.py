"""Results kept between runs: a draft that was checked before, just so, is not checked again.

A result is kept under the draft's bytes and path, the rules, the configuration and the program, down
to the byte, and whatever else a check says its findings and notices depend on. Nothing is kept of a
draft that could not be checked, or not by all.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from lint import files
from lint.documents.encodings import decode
from lint.errors import CopydeskError
from lint.files import Input
from lint.model import Check, Rule
from lint.runner.draft import Outcome, check_draft
from lint.runner.installed import digest, installed
from lint.runner.plain import plain, restored
from lint.runner.setup import Memory, Setup

NAME = "results"

_UNTIL = (b"until", "until".encode("utf-16-le"), "until".encode("utf-16-be"))
"""What a draft with a `stet … until=` holds: what is found in it depends on the day."""

TOGETHER = 256
"""Drafts that are looked up, or kept, at a time."""


class Results:
    """The kept results of one run's drafts, asked by their index."""

    def __init__(
        self,
        memory: Memory,
        drafts: Sequence[Input],
        setups: Sequence[Setup],
        *,
        ledger: bool,
        format: str | None,
    ) -> None:
        self._memory = memory
        self._drafts = drafts
        self._setups = setups
        self._ledger = ledger
        self._format = format
        program, asked = installed(memory), repr((ledger, format)).encode()
        distinct = {id(setup): setup for setup in setups}
        self._basis = {key: digest(program, _basis(setup), asked) for key, setup in distinct.items()}
        self._waiting: dict[bytes, object] = {}

    def recall(self) -> Iterator[tuple[int, Outcome]]:
        """The outcomes that are known, by the index of their draft."""
        for start in range(0, len(self._drafts), TOGETHER):
            chunk = range(start, min(start + TOGETHER, len(self._drafts)))
            opened = {index: _opened(self._drafts[index]) for index in chunk}
            keys = {
                index: self._key(index, draft) for index, draft in opened.items() if draft.data is not None
            }
            said = self._memory.recall(NAME, keys.values())
            for index, key in keys.items():
                if key in said and (outcome := self._restored(index, opened[index], said[key])):
                    yield index, outcome

    def check(self, index: int) -> Outcome:
        """Check a draft; what comes of it has a key where it may be kept."""
        draft, setup = _opened(self._drafts[index]), self._setups[index]
        before = self._key(index, draft) if draft.data is not None else b""
        outcome = check_draft(draft, setup, ledger=self._ledger, format=self._format)
        if not before or outcome.failures or before != self._key(index, draft):
            return outcome
        return outcome._replace(key=before) if self._is_text(draft, outcome, setup) else outcome

    def remember(self, outcome: Outcome) -> None:
        """Keep an outcome that has a key, with others as soon as there are enough."""
        if outcome.key and outcome.result is not None:
            result, rules = outcome.result._replace(source=""), _described(outcome)
            self._waiting[outcome.key] = plain((result, outcome.notices, rules))
            if len(self._waiting) >= TOGETHER:
                self.close()

    def close(self) -> None:
        """Keep what still waits."""
        if self._waiting:
            self._memory.remember(NAME, self._waiting)
            self._waiting = {}

    def _key(self, index: int, draft: Input) -> bytes:
        setup, data = self._setups[index], draft.data or b""
        parts = [self._basis[id(setup)], _state(setup.checks), os.fsencode(draft.path), data]
        if any(word in data for word in _UNTIL):
            parts.append(setup.config.today.encode())
        return digest(*parts)

    def _is_text(self, draft: Input, outcome: Outcome, setup: Setup) -> bool:
        """Whether the source is what its bytes say, so that it need not be kept; in a Word file it is not."""
        try:
            source = decode(draft.data or b"", draft.path, setup.config.encoding)
        except CopydeskError:
            return False
        return outcome.result is not None and outcome.result.source == source

    def _restored(self, index: int, draft: Input, values: object) -> Outcome | None:
        if not isinstance(values, tuple):
            return None
        source = decode(draft.data or b"", draft.path, self._setups[index].config.encoding)
        result, notices, rules = restored(values)
        return Outcome(result._replace(source=source), (), notices, rules)


def _described(outcome: Outcome) -> tuple[Rule, ...]:
    """The rules made on the way that a finding of this draft names."""
    findings = outcome.result.findings if outcome.result is not None else ()
    named = {name for finding in findings for name in (finding.rule, *finding.also)}
    return tuple(rule for rule in outcome.rules if rule.id in named)


def _opened(draft: Input) -> Input:
    """The draft with its bytes; as it is where they cannot be read, which its check will say."""
    if draft.data is not None:
        return draft
    try:
        return draft._replace(data=files.read(draft.path))
    except CopydeskError:
        return draft


def _basis(setup: Setup) -> bytes:
    """What decides about findings in a setup: its rules, wherever they were read, and its configuration."""
    import marshal

    rules = plain(tuple(rule._replace(origin="") for rule in setup.known))
    config = setup.config._replace(
        origin="", overrides=(), fail_on="never", baseline="", today="", formats=None
    )
    return digest(marshal.dumps(rules, 2), repr(config).encode("utf-8", "surrogatepass"))


def _state(checks: Sequence[Check]) -> bytes:
    said = [(getattr(check, "state", ""), getattr(check, "unheard", ())) for check in checks]
    return repr(said).encode("utf-8", "surrogatepass")
