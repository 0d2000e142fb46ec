"""Searches Markdown outside of code and comments, without parsing it."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A code span is looked for on its own line and up to a bound, so that the search stays linear.
_SKIPPED = (
    r"(?P<_fence>^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?P<_bar>`{3,}(?=[^`\n]*$)|~{3,}))"
    r"|(?P<_tick>(?P<_ticks>`+)(?!`)[^\n]{0,600}?(?<!`)(?P=_ticks)(?!`))|`+"
    r"|(?P<_comment><!--)"
)


def searcher(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A pattern for `outside_code` that finds `pattern` (with groups of its own, none starting with _)."""
    return re.compile(f"{_SKIPPED}|{pattern}", re.MULTILINE | flags)


def outside_code(pattern: re.Pattern[str], source: str) -> Iterator[re.Match[str]]:
    """Matches of a `searcher` that stand in no code span, code fence or HTML comment."""
    at = 0
    while match := pattern.search(source, at):
        at = match.end()
        kind = match.lastgroup or ""
        if match["_fence"]:
            at = _fence_end(source, at, match["_bar"])
        elif match["_comment"]:
            close = source.find("-->", at)
            at = close + 3 if close >= 0 else len(source)
        elif not kind.startswith("_") and not match.group().startswith("`"):
            yield match


def _fence_end(source: str, start: int, bar: str) -> int:
    closing = re.compile(rf"^[ \t>]*{re.escape(bar)}{re.escape(bar[0])}*[ \t]*\r?$", re.MULTILINE)
    match = closing.search(source, start)
    return match.end() if match else len(source)
