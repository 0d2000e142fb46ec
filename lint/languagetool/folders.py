"""Where LanguageTool's jars, the state of its server and the paragraphs already checked are kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from lint.places import cache_folder


def cache_dir(env: Mapping[str, str] = os.environ) -> Path:
    """The user's cache folder for copydesk, by the platform's rules; it need not exist."""
    return Path(cache_folder(env))


def jars_dir(env: Mapping[str, str] = os.environ) -> Path:
    """Where the installation goes; CI keeps this folder between runs."""
    return cache_dir(env) / "languagetool"


def state_dir(env: Mapping[str, str] = os.environ) -> Path:
    """Where running servers leave word of themselves: ports, logs, locks."""
    if env.get("XDG_STATE_HOME"):
        return Path(env["XDG_STATE_HOME"]) / "copydesk" / "languagetool"
    if sys.platform in ("darwin", "win32") or env.get("COPYDESK_CACHE") or env.get("XDG_CACHE_HOME"):
        return cache_dir(env) / "languagetool-state"
    return Path.home() / ".local" / "state" / "copydesk" / "languagetool"


def private_folder(path: Path) -> Path:
    """`path`, made if need be, readable by its owner alone.

    Raises OSError where it cannot be made or belongs to somebody else.
    """
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    if sys.platform != "win32":
        if path.stat().st_uid != os.getuid():
            raise PermissionError(f"{path} belongs to another user")
        path.chmod(0o700)
    return path


def write_atomically(path: Path, data: bytes) -> None:
    """Write all of `data` or nothing, under a name of this process until it is whole."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
