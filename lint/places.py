"""Where this machine keeps what Copydesk may need again."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping


def cache_folder(env: Mapping[str, str] = os.environ) -> str:
    """The user's cache folder for Copydesk, by the platform's rules; it need not exist."""
    if env.get("COPYDESK_CACHE"):
        return env["COPYDESK_CACHE"]
    if env.get("XDG_CACHE_HOME"):
        return os.path.join(env["XDG_CACHE_HOME"], "copydesk")
    home = os.path.expanduser("~")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "copydesk")
    if sys.platform == "win32" and env.get("LOCALAPPDATA"):
        return os.path.join(env["LOCALAPPDATA"], "copydesk", "cache")
    return os.path.join(home, ".cache", "copydesk")
