"""`--changed` and `--staged`: the drafts of a run, and which of their lines are asked about."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lint import git
from lint.errors import ConfigError
from lint.files import Input, Inputs
from lint.gather import gather, gather_among, passed_over
from lint.model import Config, Failure


class Chosen(NamedTuple):
    """Drafts with a changed line, and the changed lines of each by its path (None: all)."""

    inputs: Inputs
    lines: Mapping[str, git.Lines | None]


def split(changed: str | None, paths: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The revision and the paths: a path after a bare `--changed` is taken for its revision by click."""
    if changed and os.path.exists(changed) and not git.is_revision(changed, "."):
        return "HEAD", (changed, *paths)
    return changed or "HEAD", paths


def choose(paths: Sequence[str], config: Config, revision: str, *, staged: bool, across: bool) -> Chosen:
    """What changed since a revision, among the drafts that `paths` stand for.

    Staged content is read from the index, whatever stands in the work tree. `across`: drafts without a
    change are kept too, to compare with. Raises CopydeskError.
    """
    if "-" in paths:
        raise ConfigError("git does not know what comes on standard input", hint="name the file instead")
    root = git.top(".")
    found = git.changes(".", revision, staged=staged)
    changes = {os.path.join(root, change.path): change for change in found}
    return _staged(paths, config, changes) if staged else _unstaged(paths, config, changes, root, across)


def _unstaged(
    paths: Sequence[str], config: Config, changes: Mapping[str, git.Change], root: str, across: bool
) -> Chosen:
    inputs = gather(paths, config)
    real = {draft.path: os.path.realpath(draft.path) for draft in inputs.drafts}
    outside = {path for path, place in real.items() if not place.startswith(os.path.join(root, ""))}
    failures = [Failure(path, f"is outside of the git repository {root}") for path in sorted(outside)]
    lines = {path: changes[place].lines for path, place in real.items() if place in changes}
    wanted = real.keys() - outside if across else lines.keys()
    drafts = tuple(draft for draft in inputs.drafts if draft.path in wanted)
    passed = tuple(path for path in inputs.passed if os.path.realpath(path) in changes)
    return Chosen(Inputs(drafts, (*inputs.failures, *failures), passed, passed_over(passed)), lines)


def _staged(paths: Sequence[str], config: Config, changes: Mapping[str, git.Change]) -> Chosen:
    places, failures, passed = gather_among(paths, config, changes)
    chosen = {shown: changes[place] for shown, place in places.items()}
    data = git.contents((change.blob for change in chosen.values()), ".")
    drafts = tuple(Input(path, content) for path, content in zip(chosen, data, strict=True))
    inputs = Inputs(drafts, failures, passed, passed_over(passed))
    return Chosen(inputs, {shown: change.lines for shown, change in chosen.items()})
