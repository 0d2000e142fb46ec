"""No test meets what the machine holds: kept files, a LanguageTool, the variable of a CI machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Folders of the session alone, without LanguageTool; tests/languagetool has its own."""
    folder = tmp_path_factory.mktemp("machine")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPYDESK_CACHE", str(folder / "cache"))
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        patch.setenv("LTP_PATH", str(folder / "language-tool-python"))
        ci = ("CI", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR")
        for name in ("LTP_JAR_DIR_PATH", *ci):
            patch.delenv(name, raising=False)
        yield
