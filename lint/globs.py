"""Globs over paths with `/`, as an ignore file has them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache


def matches(path: str, globs: Iterable[str]) -> bool:
    """Whether the relative path (with `/`) or a folder above it matches one of `globs`.

    `*` and `?` stay within one name, `**` crosses folders, `[ab]` is one of several characters. A
    glob without `/` matches a name at any depth, any other starts at the root; `drafts/` and
    `drafts` match all that lies in the folder.
    """
    return any(_compiled(glob).match(path) for glob in globs)


@lru_cache(maxsize=512)
def _compiled(glob: str) -> re.Pattern[str]:
    rooted = "/" in glob.rstrip("/")
    body = "".join(_translate(glob.removeprefix("./").strip("/")))
    return re.compile(f"{'' if rooted else '(?:.*/)?'}{body}(?:/.*)?\\Z", re.DOTALL)


def _translate(glob: str) -> Iterable[str]:
    for piece in re.findall(r"\*\*/|/\*\*\Z|\*\*|\*|\?|\[[!^]?\]?[^\]]*\]|.", glob, re.DOTALL):
        if piece == "**/":
            yield "(?:.*/)?"
        elif piece == "/**":
            yield "/.*"
        elif piece == "**":
            yield ".*"
        elif piece == "*":
            yield "[^/]*"
        elif piece == "?":
            yield "[^/]"
        elif len(piece) > 2 and piece[0] == "[":
            yield _one_of(piece[1:-1]) or re.escape(piece)
        else:
            yield re.escape(piece)


def _one_of(inner: str) -> str:
    """The class for what stands between brackets; "" for a range that runs backwards."""
    negated = inner[0] in "!^"
    body = re.sub(r"([\\\[\]&|~^])", r"\\\1", inner[negated:]).replace("--", "-\\-")
    found = f"[^{body}/]" if negated else f"[{body}]"
    try:
        re.compile(found)
    except re.error:
        return ""
    return found
