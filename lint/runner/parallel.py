"""Drafts over several processes, the results in the order of the drafts."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from lint.errors import CopydeskError
from lint.runner.draft import Outcome

_work: Callable[[int], Outcome] | None = None


def outcomes(one: Callable[[int], Outcome], count: int, jobs: int) -> Iterator[Outcome]:
    """`one` of every index below `count`, computed by `jobs` processes that inherit the engines as they are.

    Raises CopydeskError when a process is killed. Where processes cannot be forked, all is done in
    this one: the engines are built once and hold what cannot be sent.
    """
    global _work  # noqa: PLW0603  # how a forked process inherits what cannot be pickled
    if "fork" not in multiprocessing.get_all_start_methods():
        yield from map(one, range(count))
        return
    _work = one
    chunk = max(1, min(64, count // (jobs * 8)))
    try:
        with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork")) as pool:
            yield from pool.map(_run, range(count), chunksize=chunk)
    except BrokenProcessPool:
        raise CopydeskError(
            "a process that was checking drafts was stopped from outside",
            hint="run again with --jobs 1; if memory is short, check fewer drafts at once",
        ) from None
    finally:
        _work = None


def _run(index: int) -> Outcome:
    assert _work is not None
    return _work(index)
