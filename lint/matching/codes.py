"""Compiled regular expressions as plain data, so that a warm run need not compile them.

`re` compiles to a list of numbers for its matching machine. The list is good for the very interpreter
that made it: whoever keeps one must key it by `STAMP`.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import re
import sys
from array import array
from typing import Any

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
