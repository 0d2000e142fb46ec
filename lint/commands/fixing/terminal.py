"""The terminal of a session: one key, one line, some text."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import Protocol

import click


class Terminal(Protocol):
    """What a session talks through."""

    def key(self) -> str:
        """The next key, "" for one that is no character. Raises KeyboardInterrupt."""

    def line(self, prompt: str, start: str = "") -> str:
        """A line typed after the prompt, with `start` there to change; "" where it was broken off."""

    def say(self, text: str) -> None:
        """Show some text."""


class Console:
    """The terminal on standard input and output."""

    def key(self) -> str:
        try:
            import termios  # noqa: F401
        except ImportError:  # Windows
            return click.getchar()
        with _unbuffered(sys.stdin.fileno()) as descriptor:
            return _character(descriptor)

    def line(self, prompt: str, start: str = "") -> str:
        with contextlib.suppress(ImportError):
            import readline

            readline.set_startup_hook(lambda: readline.insert_text(start))
        try:
            return input(prompt).strip()
        except (EOFError, KeyboardInterrupt):
            self.say("")
            return ""
        finally:
            with contextlib.suppress(ImportError):
                import readline

                readline.set_startup_hook(None)

    def say(self, text: str) -> None:
        click.echo(text)


@contextlib.contextmanager
def _unbuffered(descriptor: int) -> Iterator[int]:
    """Keys come one by one and are not shown; what was typed ahead is kept."""
    import termios
    import tty

    before = termios.tcgetattr(descriptor)
    tty.setcbreak(descriptor, termios.TCSADRAIN)
    try:
        yield descriptor
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _character(descriptor: int) -> str:
    """One character in UTF-8; the sequence that an arrow or function key sends is swallowed."""
    data = os.read(descriptor, 1)
    if not data:
        return "\x04"
    if data == b"\x1b":
        _swallow_sequence(descriptor)
        return ""
    more = {0xC: 1, 0xD: 1, 0xE: 2, 0xF: 3}.get(data[0] >> 4, 0)
    while more:
        data += os.read(descriptor, 1)
        more -= 1
    return data.decode("utf-8", "replace")


def _swallow_sequence(descriptor: int) -> None:
    """Read what follows an Escape at once: `[` and all up to a letter or `~`, or `O` and one letter."""
    from select import select

    def next_byte() -> bytes:
        return os.read(descriptor, 1) if select([descriptor], [], [], 0.05)[0] else b""

    kind = next_byte()
    if kind == b"O":
        next_byte()
    elif kind == b"[":
        while (byte := next_byte()) and not b"@" <= byte <= b"~":
            pass
