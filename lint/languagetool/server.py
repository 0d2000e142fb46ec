"""Have a server: the one that all runs share, a private one for this run, or one at a URL."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

from lint.errors import CopydeskError
from lint.languagetool.command import PROPERTIES, fingerprint, server_command
from lint.languagetool.filelock import held
from lint.languagetool.folders import private_folder, state_dir
from lint.languagetool.install import AGAIN, Installation
from lint.languagetool.java import Java

IDLE = 15 * 60.0
"""Seconds without use after which a shared server ends itself."""

START_LIMIT = 100.0
"""Seconds to wait for a server that somebody starts; a little more than the supervisor's own limit."""

LOG_HINT = "copydesk doctor says more"


class Endpoint(NamedTuple):
    """Where a server answers. `nonce` is None for one that is not ours; `folder` is its state folder."""

    host: str
    port: int
    path: str = ""
    secure: bool = False
    nonce: int | None = None
    folder: Path | None = None
    pid: int = 0
    jvm: int = 0
    version: str = ""
    started: float = 0.0


class Leash(NamedTuple):
    """What keeps a private server alive: a pipe that this process and its forks hold, and its folder."""

    read: int
    write: int
    folder: Path

    def let_go(self) -> None:
        """End the server, if there is one."""
        for end in (self.read, self.write):
            with contextlib.suppress(OSError):
                os.close(end)
        # A server takes its folder along; where none was needed, it is empty.
        with contextlib.suppress(OSError):
            self.folder.rmdir()


def leash() -> Leash:
    """A leash for a server that ends with this run, even if the run is killed. Raises OSError."""
    return Leash(*os.pipe(), Path(tempfile.mkdtemp(prefix="copydesk-lt-")))


def have_server(
    installation: Installation, java: Java, *, leash: Leash | None = None, other_than: int | None = None
) -> Endpoint:
    """The server that all runs share, or the one on the leash; started if there is none.

    `other_than` is the number of a server that has just failed: it is ended and another one started.
    Raises CopydeskError where none can be had, OSError where the state folder cannot be written.
    """
    command = server_command(java, installation.jars)
    folder = private_folder(leash.folder if leash else state_dir() / fingerprint(command))
    if other_than is not None:
        _end(folder, other_than)
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline:
        endpoint = read_state(folder)
        alive = held(folder / "lock")
        if endpoint and endpoint.nonce != other_than and alive:
            (folder / "used").touch()
            return endpoint
        if not alive:
            _spawn(folder, installation, command, leash)
        else:
            time.sleep(0.05)
    raise CopydeskError("LanguageTool's server did not start in time", str(folder), LOG_HINT)


def server_at(url: str) -> Endpoint:
    """The server at a configured URL such as `http://localhost:8081`; `/v2` at its end may stand."""
    from urllib.parse import urlsplit

    parts = urlsplit(url if "://" in url else f"http://{url}")
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host or parts.scheme not in ("http", "https"):
        raise CopydeskError(f'"{url}" is no URL of a LanguageTool server', hint="write http://HOST:PORT")
    secure = parts.scheme == "https"
    path = parts.path.rstrip("/").removesuffix("/v2")
    return Endpoint(host, port or (443 if secure else 80), path, secure)


def running() -> tuple[Endpoint, ...]:
    """All shared servers of this user that are alive."""
    found = []
    for state in sorted(state_dir().glob("*/state.json")):
        endpoint = read_state(state.parent)
        if endpoint and held(state.parent / "lock"):
            found.append(endpoint)
    return tuple(found)


def stop_all() -> int:
    """End all shared servers of this user; how many there were."""
    endpoints = running()
    for endpoint in endpoints:
        if endpoint.folder is not None and endpoint.nonce is not None:
            _end(endpoint.folder, endpoint.nonce)
    return len(endpoints)


def read_state(folder: Path) -> Endpoint | None:
    """What the supervisor of a state folder wrote down, or None."""
    try:
        return _endpoint(json.loads((folder / "state.json").read_bytes()), folder)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _endpoint(said: dict[str, Any], folder: Path) -> Endpoint:
    return Endpoint(
        "127.0.0.1",
        said["port"],
        nonce=said["nonce"],
        folder=folder,
        pid=said["pid"],
        jvm=said["jvm"],
        version=said["version"],
        started=said["started"],
    )


def _end(folder: Path, nonce: int) -> None:
    """Have the supervisor of that very server end it, and wait until it has."""
    endpoint = read_state(folder)
    if endpoint is None or endpoint.nonce != nonce or not held(folder / "lock"):
        return
    with contextlib.suppress(OSError):
        os.kill(endpoint.pid, signal.SIGTERM)
    deadline = time.monotonic() + 10
    while held(folder / "lock") and time.monotonic() < deadline:
        time.sleep(0.02)


def _spawn(folder: Path, installation: Installation, command: tuple[str, ...], leash: Leash | None) -> None:
    """Start a supervisor and wait for its word. Raises CopydeskError where it has no server to offer."""
    root = str(Path(__file__).resolve().parents[2])
    code = f"import sys; sys.path.insert(0, {root!r}); from lint.languagetool.supervisor import main; main()"
    locked = zip(installation.jars, installation.locked, strict=False)
    plan = {
        "folder": str(folder),
        "command": command,
        "properties": dict(PROPERTIES),
        "jars": [(str(path), jar.sha256) for path, jar in locked],
        "version": installation.version,
        "idle": None if leash else IDLE,
        "leash": leash.read if leash else None,
    }
    supervisor = subprocess.Popen(
        [sys.executable, "-I", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd=folder,
        pass_fds=(leash.read,) if leash else (),
    )
    assert supervisor.stdin is not None and supervisor.stdout is not None
    try:
        with contextlib.suppress(BrokenPipeError), supervisor.stdin as stdin:
            stdin.write(json.dumps(plan).encode() + b"\n")
        with supervisor.stdout as stdout:
            said = stdout.readline()
    except BaseException:
        # Ctrl-C while the server starts: nobody would ever use it.
        supervisor.terminate()
        raise
    answer = json.loads(said) if said else {"failure": "its supervisor died", "where": str(folder)}
    if "failure" in answer:
        hint = AGAIN if "was installed" in answer["failure"] else LOG_HINT
        raise CopydeskError(f"LanguageTool cannot run: {answer['failure']}", answer.get("where", ""), hint)
