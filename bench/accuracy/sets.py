"""What is read off for each set of rows, and the figure that is aimed at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class Measure(NamedTuple):
    """One line of the table.

    `run` names the run it is read from, `pattern` what the scorer prints: a rate, or a share and how
    many of how many. `spellers` is true where the peers that only spell have something to say.
    """

    run: str
    label: str
    pattern: str
    bar: str = ""
    spellers: bool = True


_SHARE = r" +(?P<share>[\d.]+)% \((?P<part>\d+)/(?P<whole>\d+)"
_NONWORDS = r"^type:nonword +recall"
_PAIRS = r"'{}', 'all'.*either form" + _SHARE
_FLAGS = r"^all +\d+ flags +(?P<rate>[\d.]+) per 1,000"

PRECISION = "of the pairs"
"""Stands for a pattern: the scorer gives the two counts, not their share."""

MEASURES = (
    Measure("typos", "non-words found", _NONWORDS + _SHARE, "≥ 95 %"),
    Measure("typos", "… right word first", _NONWORDS + ".*top-1 fix" + _SHARE, "≥ 88 %"),
    Measure("typos", "… right word among three", _NONWORDS + ".*top-3" + _SHARE, "≥ 95 %"),
    Measure("typos", "all errors found", "^all +recall" + _SHARE),
    Measure("typos", "flags that are right, where all is marked", "^precision on fully.*:" + _SHARE),
    Measure("typos_news_seeded", "non-words found", _NONWORDS + _SHARE, "≥ 97 %"),
    Measure("typos_news_seeded", "… right word first", _NONWORDS + ".*top-1 fix" + _SHARE, "≥ 88 %"),
    Measure("typos_news_seeded", "… right word among three", _NONWORDS + ".*top-3" + _SHARE, "≥ 95 %"),
    Measure("typos_news_natural", "non-words found", _NONWORDS + _SHARE),
    Measure("running_text_ud", "non-words found", "^type nonword: recall" + _SHARE, "≥ 80 %"),
    Measure("running_text_ud", "flags that are right, raw", "^all +precision" + _SHARE, "≥ 80 % read"),
    Measure("clean_news", "flags per 1,000 words", _FLAGS),
    Measure("clean_news:spelling.", "… `spelling`", _FLAGS, "≤ 0.55", spellers=False),
    Measure("clean_news:names.", "… `names`", _FLAGS, "≤ 0.3", spellers=False),
    Measure("clean_news:leftovers.", "… `leftovers`", _FLAGS, "≤ 0.1", spellers=False),
    Measure("clean_news:abbreviations.", "… `abbreviations`, suggestions", _FLAGS, "≤ 1.0", spellers=False),
    Measure("leftovers", "leftovers found", "^leftover +all +recall" + _SHARE, "≥ 95 %", spellers=False),
    Measure("leftovers", "false alarms on the rest", "^legit +all +false alarms" + _SHARE, "≤ 2 %", False),
    Measure("clean_news:grammar.", "… `grammar`", _FLAGS, "≤ 0.05", spellers=False),
    Measure("grammar", "flags on a correction", "^all +precision" + _SHARE, "≥ 90 %", spellers=False),
    Measure("names", "inconsistent pairs found", _PAIRS.format("inconsistent"), "≥ 85 %", spellers=False),
    Measure("names", "flagged pairs that are inconsistent", PRECISION, "≥ 90 %", spellers=False),
)

RULES: Mapping[str, str] = {"leftovers": "leftovers.", "names": "names.", "grammar": "grammar."}
"""Run -> the findings that count in it; all of them elsewhere."""


def read_off(measure: Measure, said: str) -> str:
    """The measure's figure in what the scorer said, as a table shows it; "–" where it said nothing."""
    if measure.pattern == PRECISION:
        return _precision_of_pairs(said)
    match = re.search(measure.pattern, said, re.MULTILINE)
    if match is None:
        return "–"
    groups = match.groupdict()
    return groups["rate"] if "rate" in groups else _share(int(groups["part"]), int(groups["whole"]))


def _precision_of_pairs(said: str) -> str:
    """Of the pairs with a flag, those whose forms are one name; the scorer gives the two counts."""
    right, wrong = (re.search(_PAIRS.format(label), said) for label in ("inconsistent", "distinct"))
    if right is None or wrong is None:
        return "–"
    return _share(int(right["part"]), int(right["part"]) + int(wrong["part"]))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} % ({part}/{whole})" if whole else "–"
