"""Regular expressions that are kept between runs match as those that `re` has just compiled."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator

import pytest

from lint import regexes
from lint.regexes import pattern

SOURCES = [
    (r"\w+(?:['’]\w+)*", 0),
    (r"(?P<day>\d{1,2})\.(?P<month>[A-ZÀ-Þ][a-zß-ÿ]+)(?=\s)", re.IGNORECASE),
    (r"^[ \t>]*(?:[-*+]|\d{1,9}[.)])", re.MULTILINE),
]
TEXT = "On 3.March the minister’s aide said\n- yes\n> 12) no, ÉCOLE and été"


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process that has compiled nothing yet."""
    monkeypatch.setattr(regexes, "_kept", {})
    monkeypatch.setattr(regexes, "_compiled", {})
    monkeypatch.setattr(regexes, "_primed", 0)
    yield


@pytest.mark.usefixtures("fresh")
def test_a_kept_pattern_finds_what_a_new_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    for source, flags in SOURCES:
        pattern(source, flags)
    kept = marshal.loads(marshal.dumps(regexes.grown()))
    monkeypatch.setattr(regexes, "_kept", {})
    monkeypatch.setattr(regexes, "_compiled", {})
    monkeypatch.setattr(regexes, "_primed", 0)
    regexes.prime(kept)
    monkeypatch.setattr(regexes, "code_of", None)  # whatever had to be compiled would fail
    for source, flags in SOURCES:
        expected = [(match.span(), match.groupdict()) for match in re.finditer(source, TEXT, flags)]
        again = pattern(source, flags)
        assert [(match.span(), match.groupdict()) for match in again.finditer(TEXT)] == expected
        assert expected


@pytest.mark.usefixtures("fresh")
def test_only_what_is_new_is_to_be_kept() -> None:
    pattern("teh")
    kept = regexes.grown()
    assert kept is not None
    assert regexes.grown() is None
    pattern("teh")
    assert regexes.grown() is None
    pattern("recieve")
    assert set(regexes.grown() or ()) == {*kept, ("code", "recieve", 0)}


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("damaged", [None, (), "codes", 7])
def test_what_is_no_help_is_no_harm(damaged: object) -> None:
    regexes.prime(damaged)
    match = pattern("teh").search("teh")
    assert match is not None and match.span() == (0, 3)
