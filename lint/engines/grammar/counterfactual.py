"""The proof of a finding: with the change made, the parser reads the same tree and the rule is silent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lint.model import Edit, apply_edits

if TYPE_CHECKING:
    from spacy.tokens import Doc


def changed(text: str, edits: Sequence[Edit]) -> str:
    """The sentence with the edits made."""
    return apply_edits(text, 0, edits)


REACH = 2
"""Words on either side of a match that must hang as before; further off the small model wavers anyway."""


def same_tree(before: Doc, after: Doc, edits: Sequence[Edit], around: tuple[int, int]) -> bool:
    """Whether the words of a match (`around`: its first and last token) and those beside it, as far as
    they were not changed, hang as they did before."""
    places = _unchanged(before, after, edits)
    if places is None:
        return False
    unchanged = frozenset(places.values())
    for old, new in places.items():
        if not around[0] - REACH <= old <= around[1] + REACH:
            continue
        one, other = before[old], after[new]
        if len(after) > len(before) and other.head.i not in unchanged:
            continue  # It hangs on the word that was missing.
        if one.dep_ != other.dep_ and "ROOT" not in (one.dep_, other.dep_):
            return False
        head = places.get(one.head.i)
        if head is not None and other.head.i != head:
            return False
    return True


def _unchanged(before: Doc, after: Doc, edits: Sequence[Edit]) -> dict[int, int] | None:
    """Token of `before` -> the same token of `after`; None where the words do not pair."""
    starts = {token.idx: token.i for token in after}
    found: dict[int, int] = {}
    for token in before:
        start, end = token.idx, token.idx + len(token)
        if any(edit.span.start < end and start < edit.span.end for edit in edits):
            continue
        shift = sum(
            len(edit.text) - (edit.span.end - edit.span.start) for edit in edits if edit.span.end <= start
        )
        new = starts.get(start + shift)
        if new is None or after[new].text.lower() != token.lower_:
            return None
        found[token.i] = new
    return found
