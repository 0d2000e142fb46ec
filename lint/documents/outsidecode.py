"""Searches Markdown outside of code and comments, without parsing it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lint.regexes import pattern

# A code span is looked for up to a bound, so that the search stays linear.
_SPAN_LIMIT = 600
_FENCE_PREFIX = pattern(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*")


def searcher(firsts: str, wanted: str) -> re.Pattern[str]:
    """A verbose pattern for `outside_code`.

    It finds `wanted`, each alternative of which starts with a look-behind for one of the characters
    `firsts`: a regex that starts with a set of characters is searched for many times faster.
    """
    return pattern(
        rf"[`~<{re.escape(firsts)}](?:(?<=`)(?P<_ticks>`*)|(?<=~)(?P<_tildes>~~+)|(?<=<)(?P<_comment>!--)"
        rf"|{wanted})",
        re.VERBOSE,
    )


def outside_code(pattern: re.Pattern[str], source: str) -> Iterator[re.Match[str]]:
    """Matches of a `searcher` that stand in no code span, code fence or HTML comment."""
    at = 0
    while match := pattern.search(source, at):
        at = match.end()
        if match["_comment"]:
            close = source.find("-->", at)
            at = close + 3 if close >= 0 else len(source)
        elif match["_ticks"] is None and match["_tildes"] is None:
            yield match
        else:
            at = _code_end(source, match.start(), at)


def _code_end(source: str, start: int, end: int) -> int:
    """Where the code ends that a run of backticks or tildes opens; the run's own end if it opens none."""
    if end - start >= 3:
        line = source.rfind("\n", max(0, start - _SPAN_LIMIT), start) + 1
        stop = source.find("\n", end)
        stop = len(source) if stop < 0 else stop
        info_holds_ticks = source[start] == "`" and "`" in source[end:stop]
        if not info_holds_ticks and _FENCE_PREFIX.fullmatch(source, line, start):
            match = _fence_closing(source[start:end]).search(source, stop)
            return match.end() if match else len(source)
    if source[start] == "~":
        return end
    match = _span_closing(end - start).search(source, end, end + _SPAN_LIMIT)
    return match.end() if match and "\n\n" not in source[end : match.end()] else end


@cache
def _fence_closing(bar: str) -> re.Pattern[str]:
    return re.compile(rf"\n[ \t>]*{bar}{bar[0]}*[ \t]*\r?(?=\n|\Z)")


@cache
def _span_closing(length: int) -> re.Pattern[str]:
    return re.compile(rf"(?<!`)`{{{length}}}(?!`)")
