"""The values of `lint.model` as what marshal takes, and back, whatever fields they have."""

from __future__ import annotations

from typing import Any

from lint import model

_KINDS: tuple[Any, ...] = tuple(
    kind for _, kind in sorted(vars(model).items()) if isinstance(kind, type) and hasattr(kind, "_make")
)
"""The named tuples that cross rooms; a kept value names one by its place here."""

_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}
_TUPLE = -1


def plain(value: Any) -> Any:
    """Named tuples as plain ones that begin with their kind. Raises KeyError for one of another room."""
    if not isinstance(value, tuple):
        return value
    kind = _TUPLE if type(value) is tuple else _NUMBERS[type(value)]
    return (kind, *[plain(each) for each in value])


def restored(value: Any) -> Any:
    """What `plain` was made of."""
    if type(value) is not tuple:
        return value
    kind, *rest = value
    fields = [restored(each) if type(each) is tuple else each for each in rest]
    return tuple(fields) if kind == _TUPLE else _KINDS[kind]._make(fields)
