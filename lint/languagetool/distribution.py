"""LanguageTool as language-tool-python keeps it: find what it has downloaded, have it download.

Its package is imported on this path alone; importing it takes as long as a whole small run.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping
from pathlib import Path

from lint.errors import CopydeskError
from lint.languagetool.install import Installation, in_folder

KIND = "language-tool-python"


def find_downloaded(env: Mapping[str, str] = os.environ) -> Installation | None:
    """The latest LanguageTool that language-tool-python has unpacked, or None."""
    if not env.get("LTP_JAR_DIR_PATH") and not _has_folder(env):
        return None
    from language_tool_python.download_lt import LocalLanguageTool

    try:
        latest = LocalLanguageTool.get_latest_installed_version()
        folder = Path(env.get("LTP_JAR_DIR_PATH") or (latest.get_directory_path() if latest else ""))
        found = in_folder(folder)._replace(kind=KIND)
    except (OSError, ValueError, CopydeskError):
        return None
    return found._replace(version=latest.version_name) if latest else found


def download() -> Installation:
    """Have language-tool-python download its default LanguageTool (259 MB), which it verifies.

    Raises CopydeskError where that fails.
    """
    from language_tool_python.download_lt import LocalLanguageTool

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", RuntimeWarning)
            wanted = LocalLanguageTool.from_version_name()
            if wanted not in LocalLanguageTool.get_installed_versions():
                wanted.download()
    except (Exception, SystemExit) as error:
        first = (str(error).splitlines() or [type(error).__name__])[0][:160]
        raise CopydeskError(
            f"language-tool-python could not download LanguageTool ({first})",
            hint="without it: copydesk languagetool install",
        ) from error
    found = find_downloaded()
    if found is None:
        raise CopydeskError("language-tool-python has downloaded LanguageTool, but it cannot be found")
    return found


def _has_folder(env: Mapping[str, str]) -> bool:
    """Whether its folder holds anything, found out without importing it."""
    folder = Path(env.get("LTP_PATH") or Path.home() / ".cache" / "language_tool_python")
    return any(folder.glob("LanguageTool-*"))
