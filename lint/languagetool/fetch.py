"""Ways to bring the locked jars: from Maven Central by jgo, by `mvn`, or from a folder.

Each is called with the jars wanted and a scratch folder, and yields every jar with a file that ought
to be it. Nothing here is trusted: `install` checks each file against the lock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from lint.errors import CopydeskError
from lint.languagetool.lock import Jar

Fetch = Callable[[Sequence[Jar], Path], Iterator[tuple[Jar, Path]]]

THREADS = 4
TIMEOUT = 60
"""Seconds without an answer from a repository."""

OFFLINE = "without a network: copydesk languagetool install --from FOLDER with the jars in it"


def by_jgo(mirrors: Sequence[str] = ()) -> Fetch:
    """Download with jgo; `mirrors` are URLs of Maven repositories, tried in order.

    jgo only warns where a checksum differs and writes in place: hence the scratch folder as its
    local repository. Raises CopydeskError naming the jar that could not be had.
    """

    def fetch(jars: Sequence[Jar], scratch: Path) -> Iterator[tuple[Jar, Path]]:
        from concurrent.futures import ThreadPoolExecutor, as_completed

        from jgo.maven import MavenContext

        context = MavenContext(
            repo_cache=scratch / "repository",
            local_repos=_local_repositories(),
            remote_repos={f"mirror{n}": url.rstrip("/") for n, url in enumerate(mirrors)} or None,
            timeout=TIMEOUT,
        )

        def one(jar: Jar) -> Path:
            group, artifact, version = jar.coordinate.split(":")
            return context.project(group, artifact).at_version(version).artifact("", "jar").resolve()

        with ThreadPoolExecutor(THREADS) as pool:
            waiting = {pool.submit(one, jar): jar for jar in jars}
            try:
                for done in as_completed(waiting):
                    try:
                        yield waiting[done], done.result()
                    except (OSError, RuntimeError) as error:
                        raise CopydeskError(
                            f"{waiting[done].name} could not be downloaded ({_brief(error)})", hint=OFFLINE
                        ) from error
            finally:
                pool.shutdown(wait=True, cancel_futures=True)

    return fetch


def by_mvn(jars: Sequence[Jar], scratch: Path) -> Iterator[tuple[Jar, Path]]:
    """Download with Maven itself, which reads the user's settings: mirrors, proxies, credentials.

    Raises CopydeskError where `mvn` is missing or fails.
    """
    import subprocess

    pom, target = scratch / "pom.xml", scratch / "jars"
    pom.write_text(_pom(jars), encoding="utf-8")
    command = [
        "mvn",
        "-q",
        "-B",
        "-f",
        str(pom),
        "dependency:copy-dependencies",
        f"-DoutputDirectory={target}",
    ]
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise CopydeskError("Maven (`mvn`) cannot be run", hint=OFFLINE) from error
    if run.returncode != 0:
        lines = (run.stdout + run.stderr).strip().splitlines() or [""]
        raise CopydeskError(f"Maven failed: {lines[0][:200]}", hint=OFFLINE)
    for jar in jars:
        yield jar, target / jar.name


def from_folder(folder: Path) -> Fetch:
    """Take the jars from a folder: all in it, anywhere below it, or in a Maven repository's layout."""

    def fetch(jars: Sequence[Jar], scratch: Path) -> Iterator[tuple[Jar, Path]]:
        found = {path.name: path for path in sorted(folder.rglob("*.jar"))}
        missing = [jar.name for jar in jars if jar.name not in found]
        if missing:
            more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
            raise CopydeskError(
                f"{missing[0]}{more} missing", str(folder), "copy the folder of a machine that has them"
            )
        for jar in jars:
            yield jar, found[jar.name]

    return fetch


def _local_repositories() -> list[Path]:
    repository = Path.home() / ".m2" / "repository"
    return [repository] if repository.is_dir() else []


def _brief(error: BaseException) -> str:
    """The innermost reason, since the outer ones hold addresses and object names."""
    while error.__cause__ or error.__context__:
        error = error.__cause__ or error.__context__ or error
    return (str(error).splitlines() or [type(error).__name__])[0][:160]


def _pom(jars: Iterable[Jar]) -> str:
    """A pom of exactly these jars: each excludes whatever it depends on."""
    entries = []
    for jar in jars:
        group, artifact, version = jar.coordinate.split(":")
        entries.append(
            f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId>"
            f"<version>{version}</version><exclusions><exclusion><groupId>*</groupId>"
            "<artifactId>*</artifactId></exclusion></exclusions></dependency>"
        )
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        "<groupId>copydesk</groupId><artifactId>languagetool</artifactId><version>1</version>"
        f"<dependencies>{''.join(entries)}</dependencies></project>\n"
    )
