"""What each key of a session means."""

from __future__ import annotations

from typing import NamedTuple

ACTIONS = {
    "a": ("accept", "accept the first suggestion"),
    "e": ("edit", "type your own words"),
    "s": ("stet", "let it stand, with a reason"),
    "t": ("term", "add to the accepted terms"),
    "n": ("next", "leave it and go on"),
    "r": ("rule", "pass over all findings of this rule"),
    "u": ("undo", "take the last decision back"),
    "q": ("quit", "quit, and keep what was done"),
    "?": ("help", "this list"),
}
"""Key -> the action and a few words about it, in the order they are shown."""

_SAME = {" ": "n", "h": "?", "\x04": "q"}


class Action(NamedTuple):
    """What is to be done; `number` is the suggestion, from 0, that is accepted."""

    name: str
    number: int = 0


def meaning(key: str, suggestions: int) -> Action | None:
    """The action a key stands for where there are so many suggestions; None for a key without one."""
    if key.isascii() and key.isdigit() and 1 <= int(key) <= suggestions:
        return Action("accept", int(key) - 1)
    name = ACTIONS.get(_SAME.get(key.lower(), key.lower()), ("", ""))[0]
    if not name or (name == "accept" and not suggestions):
        return None
    return Action(name)
