"""Parts of rule names: `EN_COMPOUNDS_*`, `*_HYPHEN`, `*_CONFUSION_*`."""

from __future__ import annotations


def fits(name: str, part: str) -> bool:
    """Whether a rule's name fits a part with stars, each of which stands for any letters."""
    first, *rest = part.split("*")
    if not rest:
        return name == part
    if not name.startswith(first):
        return False
    at = len(first)
    for piece in rest[:-1]:
        found = name.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return len(name) - len(rest[-1]) >= at and name.endswith(rest[-1])
