"""Which LanguageTool a run uses: the configured URL or folder, our own, language-tool-python's."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lint.errors import CopydeskError
from lint.languagetool.folders import jars_dir
from lint.languagetool.settings import Settings

if TYPE_CHECKING:
    from lint.languagetool.install import Installation

VERSION = "6.8"
"""The version in `lock.json`, said here too for runs that need no more of it."""

RECORD = "installed.json"
"""The file of a finished installation, beside its jars."""

INSTALL = "to have it: copydesk languagetool install"


def how_to_install(env: Mapping[str, str] = os.environ) -> str:
    """The line for whoever reads that LanguageTool is missing; on a CI machine, what to keep as well."""
    if env.get("CI"):
        return f"{INSTALL}, and keep {jars_dir(env)} between CI runs"
    return INSTALL


def find_installation(settings: Settings) -> Installation | None:
    """The jars to run, in this order: configured folder, ours, language-tool-python's; or None.

    Raises CopydeskError where a folder is configured and holds none.
    """
    from lint.languagetool.distribution import find_downloaded
    from lint.languagetool.install import find_own, in_folder

    if settings.folder:
        return in_folder(Path(settings.folder).expanduser())
    return find_own() or find_downloaded()


def need_installation(settings: Settings) -> Installation:
    """`find_installation`, or CopydeskError with what to do."""
    found = find_installation(settings)
    if found is None:
        raise CopydeskError("LanguageTool is not installed", hint=how_to_install())
    return found


def identity(settings: Settings) -> str | None:
    """What stands for the LanguageTool in use in the memory of its answers; None where there is none.

    Starts nothing and opens no connection. Raises CopydeskError where a configured folder holds none.
    """
    if settings.url:
        return f"url {settings.url}"
    if not settings.folder and (jars_dir() / VERSION / RECORD).exists():
        return f"own {VERSION}"
    found = find_installation(settings)
    return f"{found.kind} {found.folder} {found.version}" if found else None


def installed_languages(settings: Settings) -> tuple[str, ...]:
    """The languages whose jars are there; empty where that is not known."""
    if settings.url:
        return ()
    found = find_installation(settings)
    return found.languages if found else ()
