"""Regular expressions compiled once: as plain data they are kept between runs.

`re` compiles to a list of numbers for its matching machine. The list is good for the very interpreter
that made it: whoever keeps one must key it by `STAMP`. The patterns of the program itself, which would
be a sixth of a run over a page, are made with `pattern`; a run begins with `prime` and ends with `grown`.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import re
import sys
from array import array
from collections.abc import Callable
from typing import Any, TypeVar

STAMP = f"{sys.implementation.cache_tag} {_sre.MAGIC} {_sre.CODESIZE}"
"""What a kept code depends on."""

Code = tuple[str, int, bytes, int, tuple[tuple[str, int], ...], tuple[str | None, ...]]
"""Pattern, flags, code, number of groups, their names and numbers, their names by number."""


def code_of(pattern: str, flags: int) -> Code:
    """The pattern's code; `re._parser` and `re._compiler` are private, a test holds what they give."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(pattern, flags)
    numbers = _compiler._code(tree, flags)
    names = tree.state.groupdict
    by_number: list[str | None] = [None] * tree.state.groups
    for name, number in names.items():
        by_number[number] = name
    packed = array("I", numbers).tobytes()
    all_flags = flags | tree.state.flags
    return (pattern, all_flags, packed, tree.state.groups - 1, tuple(names.items()), tuple(by_number))


def compiled(code: Code) -> re.Pattern[str]:
    """The pattern that `re.compile` would give."""
    pattern, flags, packed, groups, names, by_number = code
    numbers: Any = array("I", packed).tolist()
    found: re.Pattern[str] = _sre.compile(pattern, flags, numbers, groups, dict(names), by_number)
    return found


_kept: dict[tuple[str, str, int], Any] = {}
_compiled: dict[tuple[str, int], re.Pattern[str]] = {}
_primed = 0

Made = TypeVar("Made")


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives; for patterns that the program holds, not for those made of a draft's words."""
    key = (source, int(flags))
    found = _compiled.get(key)
    if found is None:
        found = _compiled[key] = compiled(kept("code", code_of, *key))
    return found


def kept(name: str, make: Callable[[str, int], Made], source: str, flags: int) -> Made:
    """What `make` gives for a pattern, as plain data; made once and kept under `name`."""
    key = (name, source, flags)
    if key not in _kept:
        _kept[key] = make(source, flags)
    made: Made = _kept[key]
    return made


def prime(values: object) -> None:
    """Begin with what an earlier run gave as `grown`; anything else is no help and no harm."""
    global _primed  # noqa: PLW0603  # what this process has compiled is this process's own
    if isinstance(values, dict) and not _primed:
        _kept.update(values)
        _primed = len(_kept)


def grown() -> dict[tuple[str, str, int], Any] | None:
    """All that this process keeps where it is more than it was primed with, else None."""
    global _primed  # noqa: PLW0603
    if len(_kept) <= _primed:
        return None
    _primed = len(_kept)
    return dict(_kept)
