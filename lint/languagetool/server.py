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
from typing import IO, Any, NamedTuple

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


class Private(NamedTuple):
    """A server of this run alone; closing `leash` ends it."""

    endpoint: Endpoint
    leash: IO[bytes]
    supervisor: subprocess.Popen[bytes]

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self.leash.close()
        try:
            self.supervisor.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.supervisor.kill()


def shared_server(installation: Installation, java: Java, *, other_than: int | None = None) -> Endpoint:
    """The server that all runs share, started if there is none.

    `other_than` is the number of a server that has just failed: it is ended and another one started.
    Raises CopydeskError where none can be had, OSError where the state folder cannot be written.
    """
    command = server_command(java, installation.jars)
    folder = private_folder(state_dir() / fingerprint(command))
    if other_than is not None:
        _end(folder, other_than)
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline:
        endpoint = read_state(folder)
        if endpoint and endpoint.nonce != other_than and held(folder / "lock"):
            (folder / "used").touch()
            return endpoint
        if not held(folder / "lock"):
            _, said = _spawn(folder, installation, command, private=False)
            if "failure" in said:
                raise _failure(said)
        else:
            time.sleep(0.05)
    raise CopydeskError("LanguageTool's server did not start in time", str(folder), LOG_HINT)


def private_server(installation: Installation, java: Java) -> Private:
    """A server for this run, which ends with this process even if that is killed."""
    folder = Path(tempfile.mkdtemp(prefix="copydesk-lt-"))
    command = server_command(java, installation.jars)
    supervisor, said = _spawn(folder, installation, command, private=True)
    if "ready" not in said:
        raise _failure(said)
    assert supervisor.stdin is not None
    return Private(_endpoint(said["ready"], folder), supervisor.stdin, supervisor)


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


def log_of(folder: Path) -> str:
    """What the server of a state folder has said lately."""
    try:
        return (folder / "log").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


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


def _spawn(
    folder: Path, installation: Installation, command: tuple[str, ...], *, private: bool
) -> tuple[subprocess.Popen[bytes], dict[str, Any]]:
    """Start a supervisor and hear what it says."""
    root = str(Path(__file__).resolve().parents[2])
    code = f"import sys; sys.path.insert(0, {root!r}); from lint.languagetool.supervisor import main; main()"
    supervisor = subprocess.Popen(
        [sys.executable, "-I", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd=folder,
    )
    locked = zip(installation.jars, installation.locked, strict=False)
    plan = {
        "folder": str(folder),
        "command": command,
        "properties": dict(PROPERTIES),
        "jars": [(str(path), jar.sha256) for path, jar in locked],
        "version": installation.version,
        "idle": None if private else IDLE,
        "private": private,
    }
    assert supervisor.stdin is not None and supervisor.stdout is not None
    try:
        supervisor.stdin.write(json.dumps(plan).encode() + b"\n")
        supervisor.stdin.flush()
        if not private:
            supervisor.stdin.close()
        line = supervisor.stdout.readline()
    except BrokenPipeError:
        line = b""
    except BaseException:
        # Ctrl-C while the server starts: nobody would ever use it.
        supervisor.stdin.close()
        supervisor.terminate()
        raise
    supervisor.stdout.close()
    said: dict[str, Any] = (
        json.loads(line) if line else {"failure": "its supervisor died", "where": str(folder)}
    )
    return supervisor, said


def _failure(said: dict[str, Any]) -> CopydeskError:
    hint = AGAIN if "was installed" in said.get("failure", "") else LOG_HINT
    return CopydeskError(
        f"LanguageTool cannot run: {said.get('failure', 'no word of it')}", said.get("where", ""), hint
    )
