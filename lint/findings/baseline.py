"""The baseline: the findings a desk starts with, which do not count.

An entry is a path and a fingerprint, so a paragraph may move. One that its own draft no longer uses
also covers the same finding of another draft: a renamed file, a paragraph that went over to its
neighbour. The file has one entry a line, sorted, so that git merges it and a person can read it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from lint.errors import ConfigError
from lint.findings.hide import hide
from lint.model import Finding, Report, Result

FILE = "copydesk-baseline.jsonl"
"""What the file is called where the configuration does not say."""

VERSION = 1

_HEAD = "copydesk-baseline"
_AROUND = 48
"""Code points of its line that an entry shows on each side of the words."""
_WORDS = 80


class Entry(NamedTuple):
    """A finding that is known: in which draft (from the baseline's folder, with `/`), of which rule.

    `text` (the words) and `line` (what stands around them) are for the person who reads the file.
    """

    path: str
    rule: str
    text: str
    fingerprint: str
    line: str = ""


class Compared(NamedTuple):
    """The report without what is known, the entries that it used, and those of its drafts it did not."""

    report: Report
    used: frozenset[Entry]
    gone: tuple[Entry, ...]


def compare(
    report: Report,
    entries: Iterable[Entry],
    *,
    name_of: Callable[[str], str] = str,
    exists: Callable[[str], bool] = lambda name: True,
) -> Compared:
    """Take the known findings out of a report.

    `name_of` is a draft's path as entries have it; `exists` says whether an entry's draft is still
    there. Entries of rules that could not be looked for (`Report.unheard`) are never gone.
    """
    names = {result.path: name_of(result.path) for result in report.results}
    by_key = {(entry.path, entry.fingerprint): entry for entry in entries}
    used = {
        (result.path, finding.fingerprint): entry
        for result in report.results
        for finding in result.findings
        if (entry := by_key.get((names[result.path], finding.fingerprint)))
    }
    checked = set(names.values())
    left = sorted({*by_key.values()} - {*used.values()})
    free = [entry for entry in left if entry.path in checked or not exists(entry.path)]
    used.update(_moved(report, used, free))
    covered = frozenset(used.values())
    return Compared(
        hide(report, lambda result, finding: (result.path, finding.fingerprint) in used, "known"),
        covered,
        tuple(entry for entry in free if entry not in covered and not _unheard(entry, report)),
    )


def _moved(
    report: Report, used: Collection[tuple[str, str]], free: Sequence[Entry]
) -> Iterator[tuple[tuple[str, str], Entry]]:
    """Findings that are new in their draft, each with an entry of the same fingerprint that is free."""
    by_fingerprint: dict[str, list[Entry]] = {}
    for entry in reversed(free):
        by_fingerprint.setdefault(entry.fingerprint, []).append(entry)
    for result in report.results:
        for finding in result.findings:
            key = (result.path, finding.fingerprint)
            if key not in used and by_fingerprint.get(finding.fingerprint):
                yield key, by_fingerprint[finding.fingerprint].pop()


def _unheard(entry: Entry, report: Report) -> bool:
    return entry.rule.partition(".")[0] in report.unheard


def entries_of(report: Report, name_of: Callable[[str], str] = str) -> Iterator[Entry]:
    """An entry for each finding of a report."""
    for result in report.results:
        for finding in result.findings:
            yield Entry(
                name_of(result.path),
                finding.rule,
                _clipped(finding.text, _WORDS),
                finding.fingerprint,
                _line(result, finding),
            )


def renewed(
    report: Report,
    old: Iterable[Entry],
    *,
    name_of: Callable[[str], str] = str,
    exists: Callable[[str], bool] = lambda name: True,
) -> frozenset[Entry]:
    """The entries that make all findings of a report known.

    Of the old ones those stay that the report says nothing about: of other drafts, of rules that could
    not be looked for.
    """
    entries = tuple(old)
    compared = compare(report, entries, name_of=name_of, exists=exists)
    silent = {*entries} - compared.used - {*compared.gone}
    fresh = {(entry.path, entry.fingerprint): entry for entry in (*silent, *entries_of(report, name_of))}
    return frozenset(fresh.values())


def written(entries: Iterable[Entry]) -> str:
    """The text of a baseline file: a head, then an entry a line."""
    from json import dumps

    lines = [dumps({_HEAD: VERSION})]
    for entry in sorted(set(entries)):
        line = dumps(entry._asdict(), ensure_ascii=False)
        # A lone surrogate, as in the name of a file that is no UTF-8, can only be written as its escape.
        lines.append(line if _is_writable(line) else dumps(entry._asdict()))
    return "".join(f"{line}\n" for line in lines)


def read(text: str, origin: str) -> tuple[Entry, ...]:
    """The entries of a baseline file. Raises ConfigError with the line that is none."""
    from json import loads

    entries: dict[Entry, None] = {}
    lines = text.split("\n")
    _check_head(lines[0], origin)
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        try:
            said = loads(line)
            if _HEAD not in said:
                fields = [said[name] for name in ("path", "rule", "text", "fingerprint", "line")]
                entries[Entry(*map(_text, fields))] = None
        except (ValueError, TypeError, KeyError, RecursionError):
            raise _damaged(f"{origin}:{number}", "is no entry of a baseline", line) from None
    return tuple(entries)


def _check_head(line: str, origin: str) -> None:
    from json import loads

    try:
        version = loads(line)[_HEAD]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise _damaged(f"{origin}:1", "is not how a baseline begins", line) from None
    if version != VERSION:
        raise ConfigError(f"is a baseline of version {version}", origin, "update copydesk to read it")


def _damaged(where: str, what: str, line: str) -> ConfigError:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        return ConfigError("holds a merge that was not finished", where, "keep the lines of both sides")
    return ConfigError(what, where, "mend the line, or begin anew: copydesk baseline write --anew")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _is_writable(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)


def _line(result: Result, finding: Finding) -> str:
    """The words and what stands around them in their line, so that a person knows the place."""
    source, (start, end) = result.source, finding.span
    first = max(source.rfind("\n", 0, start) + 1, start - _AROUND)
    last = source.find("\n", end)
    last = min(len(source) if last < 0 else last, end + _AROUND)
    return _clipped(source[first:last], 2 * _AROUND + _WORDS)


def _clipped(text: str, most: int) -> str:
    flat = " ".join(text[: 4 * most].split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"
