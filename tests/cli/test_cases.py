"""Golden runs: each case in `cases/*.yml` shows files, a command line, and all that comes of it.

`stdout`, `stderr` and `exit` are compared as they are (left out: empty, empty, 0); `writes` names
files that the run must leave and their content, `lacks` files that it must not leave.
"""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import HERE, Run

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted((HERE / "cases").glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], desk: Path, copydesk: Run) -> None:
    for name, text in case.get("files", {}).items():
        path = desk / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    program, *arguments = shlex.split(case["run"])
    assert program == "copydesk"
    done = copydesk(*arguments, stdin=case.get("stdin", "").encode())
    assert done.stdout == case.get("stdout", "")
    assert done.stderr == case.get("stderr", "")
    assert done.returncode == case.get("exit", 0)
    for name, text in case.get("writes", {}).items():
        assert (desk / name).read_text(encoding="utf-8") == text
    for name in case.get("lacks", ()):
        assert not (desk / name).exists()
