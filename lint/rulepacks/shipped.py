"""Where the packs that come with Copydesk are."""

from __future__ import annotations

import os

_HERE = os.path.dirname(os.path.abspath(__file__))


def folder() -> str:
    """The folder of the shipped packs: `lint/shipped` in a wheel, `rules` in a checkout."""
    package = os.path.dirname(_HERE)
    wheel = os.path.join(package, "shipped")
    return wheel if os.path.isdir(wheel) else os.path.join(os.path.dirname(package), "rules")


def names() -> tuple[str, ...]:
    """The names of the shipped packs, sorted."""
    return tuple(sorted(entry[:-4] for entry in os.listdir(folder()) if entry.endswith(".yml")))


def path(name: str) -> str:
    """The file of a shipped pack."""
    return os.path.join(folder(), f"{name}.yml")
