"""A command run in a pseudo-terminal, typed at by a test."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from select import select

ROOT = Path(__file__).parents[2]
PATIENCE = 120
"""Seconds to wait for words that should appear; the machine may be busy."""

_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Typist:
    """Reads what a command shows and types at it."""

    def __init__(self, process: subprocess.Popen[bytes], master: int) -> None:
        self.process = process
        self.master = master
        self.shown = ""
        self.read = 0

    def sees(self, words: str) -> str:
        """Wait until words appear after those seen last; returns what was shown up to them."""
        end = time.monotonic() + PATIENCE
        while words not in self.shown[self.read :]:
            if time.monotonic() > end or not self._more():
                raise AssertionError(f"“{words}” was not shown:\n{self.shown[self.read :]}")
        start = self.read
        self.read = self.shown.index(words, start) + len(words)
        return self.shown[start : self.read]

    def types(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def ends(self) -> int:
        """Wait for the end; returns the exit code."""
        while self._more():
            pass
        return self.process.wait(PATIENCE)

    def _more(self) -> bool:
        if not select([self.master], [], [], PATIENCE)[0]:
            return False
        try:
            data = os.read(self.master, 4096)
        except OSError:  # The other side is closed.
            return False
        self.shown += _CONTROL.sub("", data.decode("utf-8", "replace")).replace("\r\n", "\n")
        return bool(data)


@contextlib.contextmanager
def at_terminal(folder: Path, cache: Path, *arguments: str) -> Iterator[Typist]:
    """`copydesk` with the arguments, in the folder, at a terminal of its own."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "lint", *arguments],
        cwd=folder,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        preexec_fn=_take_terminal,  # noqa: PLW1509  # the tests start no threads
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "COPYDESK_CACHE": str(cache),
            "TERM": "dumb",
            "INPUTRC": os.devnull,
        },
    )
    os.close(slave)
    try:
        yield Typist(process, master)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        os.close(master)


def _take_terminal() -> None:
    """Make standard input the controlling terminal, so that Ctrl-C reaches the command."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
