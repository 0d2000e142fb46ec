"""Files that a configuration names, and naming one where it names none."""

from __future__ import annotations

import os

from lint import config as configuration
from lint.errors import ConfigError


def named_file(origin: str, key: str) -> str | None:
    """The file that the configuration names under a key (the first of a list), or None."""
    settings = configuration.parse(_bytes(origin), origin)
    said = settings.get(key)
    if isinstance(said, list):
        said = said[0] if said else None
    return None if said is None else os.path.normpath(os.path.join(os.path.dirname(origin), said))


def with_key(origin: str, key: str, yaml: str, toml: str, what: str) -> str:
    """The text of the configuration with a key it does not have, set at its end.

    Raises ConfigError, with the line to add by hand, where that would not say the same.
    """
    data = _bytes(origin)
    settings = configuration.parse(data, origin)
    if origin.endswith(".toml"):
        raise ConfigError(f"names no {what}", origin, f"add: {toml}")
    text = data.decode("utf-8")
    text += ("" if not text or text.endswith("\n") else "\n") + f"{yaml}\n"
    try:
        changed = configuration.parse(text.encode(), origin)
    except ConfigError:
        changed = {}
    if key not in changed or {**changed, key: None} != {**settings, key: None}:
        raise ConfigError(f"names no {what}", origin, f"add: {yaml}")
    return text


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
