"""LibreOffice without a window, as a reader and a writer of Word files of its own kind."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")

needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not here: apt-get install libreoffice-writer-nogui"
)


def convert(files: Iterable[Path], to: str, folder: Path) -> None:
    """Convert files into a folder; `to` is an extension, with an export filter after a colon."""
    profile = (folder / "profile").as_uri()
    command = [str(SOFFICE), "--headless", f"-env:UserInstallation={profile}", "--convert-to", to]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True, timeout=300
    )
