"""Put the locked jars in place, verified, and find them again."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from lint.errors import CopydeskError
from lint.languagetool.fetch import Fetch
from lint.languagetool.filelock import locked
from lint.languagetool.folders import jars_dir, write_atomically
from lint.languagetool.lock import BASE, Jar, primary, read_lock

Progress = Callable[[int, int], None]
"""Called with the bytes that are in place and the bytes wanted."""

AGAIN = "run: copydesk languagetool install"
RECORD = "installed.json"


class Installation(NamedTuple):
    """LanguageTool on this machine; `kind`: own, folder or language-tool-python.

    `languages` are the sets it holds, empty where that is not known. `jars` is the class path.
    `locked` is empty unless the jars are our own and can be verified.
    """

    kind: str
    version: str
    folder: Path
    jars: tuple[Path, ...]
    languages: tuple[str, ...] = ()
    locked: tuple[Jar, ...] = ()


class Installed(NamedTuple):
    """What an install did: the installation, and how many bytes had to be brought."""

    installation: Installation
    brought: int


def install(
    languages: Iterable[str],
    fetches: Sequence[Fetch],
    *,
    root: Path | None = None,
    progress: Progress = lambda done, total: None,
) -> Installed:
    """Bring what is missing for `languages`, trying each way in turn until one succeeds.

    Jars in place already are verified and kept, so an install that was cut short goes on where it
    stopped; two at once wait for each other. Raises CopydeskError with the first way's reason.
    """
    lock = read_lock()
    unknown = [each for each in languages if primary(each) not in lock.languages]
    if unknown:
        raise CopydeskError(
            f'no LanguageTool jars for language "{unknown[0]}"', hint=f"there are {', '.join(lock.languages)}"
        )
    root = root or jars_dir()
    folder = root / lock.version
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(root / "install.lock"):
            known = find_own(root)
            jars = lock.of((*languages, *(known.languages if known else ())))
            brought = _bring(jars, folder, fetches, progress)
            record = {"version": lock.version, "jars": {jar.name: jar.size for jar in jars}}
            record["languages"] = list(dict.fromkeys(jar.set for jar in jars))
            write_atomically(folder / RECORD, json.dumps(record, indent=1).encode())
    except OSError as error:
        raise CopydeskError(
            f"LanguageTool cannot be put there ({error.strerror})",
            str(folder),
            "free space or set XDG_CACHE_HOME",
        ) from error
    return Installed(_own(folder, record["languages"]), brought)


def find_own(root: Path | None = None) -> Installation | None:
    """The finished installation of the locked version, or None; reads no jar."""
    folder = (root or jars_dir()) / read_lock().version
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        complete = all((folder / name).stat().st_size == size for name, size in record["jars"].items())
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return _own(folder, record["languages"]) if complete else None


def verify(installation: Installation) -> tuple[str, ...]:
    """Names of jars that are not, byte for byte, what the lock says."""
    return tuple(
        jar.name
        for jar, path in zip(installation.locked, installation.jars, strict=False)
        if not is_whole(path, jar)
    )


def in_folder(folder: Path) -> Installation:
    """The jars of a folder somebody else filled: ours, or an unpacked LanguageTool with its `libs`.

    Raises CopydeskError where no LanguageTool server is among them.
    """
    jars = tuple(sorted({*folder.glob("*.jar"), *folder.glob("libs/*.jar")}))
    server = [jar for jar in jars if jar.name.startswith("languagetool-server")]
    if not server:
        raise CopydeskError(
            "no LanguageTool server in the folder",
            str(folder),
            "it holds languagetool-server*.jar and its libs",
        )
    return Installation(
        "folder", _version_of(server[0]), folder, (server[0], *(j for j in jars if j != server[0]))
    )


def uninstall(root: Path | None = None) -> int:
    """Remove our jars of every version; the bytes freed."""
    root = root or jars_dir()
    if not root.is_dir():
        return 0
    freed = 0
    with locked(root / "install.lock"):
        for record in root.glob(f"*/{RECORD}"):
            freed += sum(path.stat().st_size for path in record.parent.glob("*.jar"))
            shutil.rmtree(record.parent)
    return freed


def is_whole(path: Path, jar: Jar) -> bool:
    """Whether the file is the locked jar."""
    try:
        if path.stat().st_size != jar.size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256
    except OSError:
        return False


def _bring(jars: Sequence[Jar], folder: Path, fetches: Sequence[Fetch], progress: Progress) -> int:
    total = sum(jar.size for jar in jars)
    missing = [jar for jar in jars if not is_whole(folder / jar.name, jar)]
    wanted = sum(jar.size for jar in missing)
    first: CopydeskError | None = None
    for fetch in fetches:
        if not missing:
            break
        with tempfile.TemporaryDirectory(prefix="copydesk-", dir=folder) as scratch:
            try:
                for jar, path in fetch(missing, Path(scratch)):
                    _put(jar, path, folder)
                    missing = [each for each in missing if each != jar]
                    progress(total - sum(each.size for each in missing), total)
            except CopydeskError as error:
                first = first or error
    if missing:
        raise first or CopydeskError(f"{missing[0].name} could not be had", hint=AGAIN)
    progress(total, total)
    return wanted


def _put(jar: Jar, path: Path, folder: Path) -> None:
    """Copy, verify the copy, and only then give it its name."""
    part = folder / f".{jar.name}.part"
    shutil.copyfile(path, part)
    if not is_whole(part, jar):
        part.unlink(missing_ok=True)
        raise CopydeskError(
            f"{jar.name} is not the file that the lock names (its SHA-256 differs)", hint="try another mirror"
        )
    part.replace(folder / jar.name)


def _own(folder: Path, languages: Iterable[str]) -> Installation:
    lock = read_lock()
    jars = lock.of(languages)
    paths = tuple(folder / jar.name for jar in jars)
    return Installation("own", lock.version, folder, paths, tuple(sorted({BASE, *languages})), jars)


def _version_of(server: Path) -> str:
    """`6.8` of `languagetool-server-6.8.jar`; else what tells one set of jars from another."""
    name = server.stem.removeprefix("languagetool-server").strip("-")
    if name:
        return name
    stat = server.stat()
    return f"{server.parent.name}-{stat.st_size}-{int(stat.st_mtime)}"
