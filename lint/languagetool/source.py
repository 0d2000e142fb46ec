"""Which LanguageTool a run uses: the configured URL or folder, our own, language-tool-python's."""

from __future__ import annotations

from pathlib import Path

from lint.errors import CopydeskError
from lint.languagetool.distribution import find_downloaded
from lint.languagetool.install import Installation, find_own, in_folder
from lint.languagetool.settings import Settings

INSTALL = "to have it: copydesk languagetool install"


def find_installation(settings: Settings) -> Installation | None:
    """The jars to run, in this order: configured folder, ours, language-tool-python's; or None.

    Raises CopydeskError where a folder is configured and holds none.
    """
    if settings.folder:
        return in_folder(Path(settings.folder).expanduser())
    return find_own() or find_downloaded()


def need_installation(settings: Settings) -> Installation:
    """`find_installation`, or CopydeskError with what to do."""
    found = find_installation(settings)
    if found is None:
        raise CopydeskError("LanguageTool is not installed", hint=INSTALL)
    return found
