"""From a parser's byte offsets to code points."""

from __future__ import annotations

from collections.abc import Callable


def code_points(body: str, base: int) -> Callable[[int], int]:
    """From a byte offset in `body` to a source offset.

    Offsets come mostly in order, so that only what lies between two of them is decoded.
    """
    if body.isascii():
        return base.__add__
    data = body.encode()
    byte, point = 0, base

    def at(offset: int) -> int:
        nonlocal byte, point
        if offset > byte:
            point += len(data[byte:offset].decode())
        elif offset < byte:
            point -= len(data[offset:byte].decode())
        byte = offset
        return point

    return at
