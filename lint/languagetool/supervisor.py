"""The process that is the Java server's parent: starts it, writes down where it is, ends it.

It is started by `server.py` with a plan on its standard input and answers with one line of JSON on its
standard output. It holds a lock on its folder for life, which the system frees however it dies. A
shared server ends after `idle` seconds without use; a private one when its leash, a pipe whose other
end only the run that started it holds, is let go: that run is over or dead.

Only the standard library is imported here: this process stays, and should stay small.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

from lint.languagetool.filelock import acquire
from lint.languagetool.folders import private_folder, write_atomically

LOG_LIMIT = 1_000_000
"""Bytes in a log before it becomes `log.1`, of which there is one."""

START_LIMIT = 90.0
"""Seconds that a server may take until it answers."""

TICK = 1.0
"""Seconds between two looks at the clock."""

HOST = "127.0.0.1"


def main() -> None:
    plan = json.loads(sys.stdin.buffer.readline())
    stop = threading.Event()
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: stop.set())
    try:
        supervise(plan, stop)
    except OSError as error:
        answer(
            {"failure": f"the server's state cannot be written ({error.strerror})", "where": plan["folder"]}
        )


def supervise(plan: Mapping[str, Any], stop: threading.Event) -> None:
    """Run one server to its end. `plan` holds folder, command, properties, jars, idle, leash."""
    folder = private_folder(Path(plan["folder"]))
    lock = acquire(folder / "lock", wait=False)
    if lock is None:
        answer({"taken": True})
        return
    state = folder / "state.json"
    kill_stale(state)
    if broken := changed_jar(plan["jars"]):
        answer({"failure": f"{broken} is not the file that was installed", "where": plan["folder"]})
        return
    (folder / "used").touch()
    if plan["leash"] is not None:
        threading.Thread(target=_wait_for_end, args=(plan["leash"], stop), daemon=True).start()
    for _ in range(3):
        server = start(plan, folder)
        try:
            if not wait_until_ready(server, stop):
                continue
            said = {**server.place, "version": plan["version"], "started": time.time()}
            write_atomically(state, json.dumps(said).encode())
            answer({"ready": said})
            watch(server, folder, plan["idle"], stop)
            return
        finally:
            server.end()
            state.unlink(missing_ok=True)
            if plan["leash"] is not None:
                shutil.rmtree(folder, ignore_errors=True)
            if stop.is_set():
                answer({"failure": "the server was stopped while it started", "where": ""})
    answer({"failure": f"the server did not start ({last_words(folder)})", "where": plan["folder"]})


class Server:
    """A Java process, the port it was told to use and the number it must answer with."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, nonce: int) -> None:
        self.process = process
        self.place = {"port": port, "nonce": nonce, "pid": os.getpid(), "jvm": process.pid}

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def start(plan: Mapping[str, Any], folder: Path) -> Server:
    port, nonce = free_port(), random.SystemRandom().randint(1_000_000, 1_999_999)
    properties = {**plan["properties"], "maxTextLength": str(nonce)}
    config = folder / "server.properties"
    config.write_text("".join(f"{key}={value}\n" for key, value in properties.items()), encoding="ascii")
    process = subprocess.Popen(
        [*plan["command"], "-p", str(port), "--config", str(config)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        preexec_fn=die_with_parent(),  # noqa: PLW1509 - it makes one system call and imports nothing
    )
    assert process.stdout is not None
    threading.Thread(target=keep_log, args=(process.stdout, folder), daemon=True).start()
    return Server(process, port, nonce)


def wait_until_ready(server: Server, stop: threading.Event) -> bool:
    """Whether it answers with its own number before it ends, is stopped or the time is up."""
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline and server.process.poll() is None and not stop.is_set():
        if read_nonce(server.place["port"]) == server.place["nonce"]:
            return True
        stop.wait(0.05)
    return False


def watch(server: Server, folder: Path, idle: float | None, stop: threading.Event) -> None:
    """Return when the server has died, is to stop, or nobody has used it for `idle` seconds."""
    while server.process.poll() is None and not stop.wait(TICK):
        try:
            unused = time.time() - (folder / "used").stat().st_mtime
        except FileNotFoundError:
            return
        if idle is not None and unused > idle:
            return


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def read_nonce(port: int) -> int | None:
    """The number that the server at the port was started with; None where nothing sensible answers."""
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/v2/maxtextlength")
        return int(connection.getresponse().read(32))
    except (OSError, http.client.HTTPException, ValueError):
        return None
    finally:
        connection.close()


def kill_stale(state: Path) -> None:
    """End the server of a supervisor that was killed; its number proves that it is ours."""
    try:
        place = json.loads(state.read_bytes())
        if read_nonce(place["port"]) == place["nonce"]:
            os.kill(place["jvm"], getattr(signal, "SIGKILL", signal.SIGTERM))
    except (OSError, ValueError, KeyError, TypeError):
        pass
    state.unlink(missing_ok=True)


def changed_jar(jars: list[tuple[str, str]]) -> str | None:
    """The name of the first jar whose SHA-256 is not the given one."""
    for path, sha256 in jars:
        try:
            with Path(path).open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() == sha256:
                    continue
        except OSError:
            pass
        return Path(path).name
    return None


def keep_log(stream: IO[bytes], folder: Path) -> None:
    """Write what the server says to `log`, never more than twice `LOG_LIMIT` in all."""
    path = folder / "log"
    for line in iter(lambda: stream.readline(4096), b""):
        try:
            if path.exists() and path.stat().st_size > LOG_LIMIT:
                path.replace(folder / "log.1")
            with path.open("ab") as file:
                file.write(line)
        except OSError:
            continue


def last_words(folder: Path) -> str:
    try:
        lines = (folder / "log").read_text(encoding="utf-8", errors="replace").strip().splitlines()
    except OSError:
        return "it left no word"
    telling = [line for line in lines if "Exception" in line or "rror" in line]
    return (telling or lines or ["it left no word"])[-1][:200]


def die_with_parent() -> Callable[[], None] | None:
    """What a child calls to be killed by Linux when this process dies, even of a signal no one can catch.

    Elsewhere the next supervisor ends what is left over.
    """
    if sys.platform != "linux":
        return None
    try:
        import ctypes

        prctl = ctypes.CDLL(None).prctl
    except (ImportError, OSError, AttributeError):
        return None
    set_parent_death_signal = 1

    def ask() -> None:
        prctl(set_parent_death_signal, signal.SIGKILL)

    return ask


def answer(said: Mapping[str, Any]) -> None:
    """Say one line, the first time; whoever asked may be gone by now."""
    if sys.stdout.closed:
        return
    try:
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.close()
    except OSError:
        pass


def _wait_for_end(leash: int, stop: threading.Event) -> None:
    while os.read(leash, 1024):
        pass
    stop.set()


if __name__ == "__main__":
    main()
