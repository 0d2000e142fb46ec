"""Programs that people feed with such reports, installed once into build/ through their own registries.

A machine needs npm, Maven and Java for them, as `make test` does; where one is missing these tests fail.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

HERE = Path(__file__).parent
BUILD = HERE.parents[1] / "build" / "test-formats"

PATIENCE = 600
"""Seconds for a download on a busy machine."""

NPM = ("@microsoft/sarif-multitool@5.7.0", "@umbrelladocs/rdformat-validator@1.0.1")
PYTEST = "pytest==9.1.1"


class Issue(NamedTuple):
    """A finding as `edu.hm.hafner:analysis-model` (Jenkins) understands it."""

    file: str
    line: int
    column: int
    severity: str
    type: str
    message: str


def once(name: str, install: Callable[[Path], None]) -> Path:
    """The folder `name` below `BUILD`, filled whole by `install` where it is not there yet."""
    folder = BUILD / name
    if not folder.exists():
        scratch = BUILD / f"{name}.part"
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(parents=True)
        install(scratch)
        scratch.rename(folder)
    return folder


def run(*command: str | Path, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The command, run to its end."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )


def installed(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """SARIF's multitool and the validator of rdjson."""

    def install(folder: Path) -> None:
        (folder / "package.json").write_text("{}")
        installed(run("npm", "install", "--no-audit", "--no-fund", "--loglevel=error", *NPM, folder=folder))

    return once("npm", install) / "node_modules"


@pytest.fixture(scope="session")
def jars() -> Path:
    """Jenkins's parsers of reports."""

    def install(folder: Path) -> None:
        shutil.copy(HERE / "pom.xml", folder)
        installed(
            run("mvn", "-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=jars", folder=folder)
        )

    return once("jars", install) / "jars"


@pytest.fixture(scope="session")
def junit_schema() -> Path:
    """The schema of JUnit reports that pytest tests its own with, from its source distribution."""

    def install(folder: Path) -> None:
        source = ("--no-deps", "--no-binary", ":all:")
        installed(run(sys.executable, "-m", "pip", "download", "-q", *source, "-d", folder, PYTEST))
        (archive,) = folder.glob("*.tar.gz")
        with tarfile.open(archive) as tar:
            member = next(one for one in tar.getmembers() if one.name.endswith("/junit-10.xsd"))
            member.name = "junit-10.xsd"
            tar.extract(member, folder, filter="data")

    return once("pytest", install) / "junit-10.xsd"


Read = Callable[[str, str], list[Issue]]


@pytest.fixture(scope="session")
def jenkins(jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Read a report with the parser of that name; what Jenkins would show comes back."""
    folder = tmp_path_factory.mktemp("jenkins")

    def read(parser: str, text: str) -> list[Issue]:
        report = folder / "report"
        report.write_text(text, encoding="utf-8", newline="")
        done = run("java", "-cp", f"{jars}/*", HERE / "ReadReport.java", parser, report)
        assert done.returncode == 0, done.stderr
        rows = [row.split("\t") for row in done.stdout.splitlines()]
        return [Issue(row[0], int(row[1]), int(row[2]), *row[3:]) for row in rows]

    return read
