"""What no fix may change unasked, whatever a pack calls safe: names, numbers, quotations, addresses."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.documents import parse
from lint.findings.unasked import guarded
from lint.model import Edit, Fix, Rule, Span
from tests.properties.generated import drafts, names

RULE = Rule("house.rash", "find", "", "warning", "", fix="safe")


def still_safe(source: str, old: str, new: str, path: str = "story.md") -> bool:
    """Whether writing `new` over the first `old` of a draft may be done unasked."""
    start = source.index(old)
    span = Span(start, start + len(old))
    document = parse(source, path)
    finding = document.source_finding(RULE, span, fixes=[Fix(new, (Edit(span, new),), safe=True)])
    (judged,) = guarded(document, [finding])
    return judged.fixes[0].safe


@pytest.mark.parametrize(
    ("source", "old", "new"),
    [
        ("They utilize it.", "utilize", "use"),
        ("Utilize it today.", "Utilize", "Use"),
        ("It met in the  hall.", "  ", " "),
        ("The mayor of  Paris spoke.", "  ", " "),
        ("Paris , the capital, waits.", " ,", ","),
        ("It was in in Paris.", "in in", "in"),
        ("He said “no” and and left.", "and and", "and"),
    ],
)
def test_plain_words_signs_and_spaces_may_change(source: str, old: str, new: str) -> None:
    assert still_safe(source, old, new)


@pytest.mark.parametrize(
    ("source", "old", "new"),
    [
        ("The mayor of Pariss spoke.", "Pariss", "Paris"),
        ("They met turkey in the final.", "turkey", "Turkey"),
        ("Nigde is a town.", "Nigde", "Nigel"),
        ("Turkye is a country.", "Turkye", "Turkey"),
        ("Will said no.", "Will", "Well"),
        ("They bought a Tur*kye* flag.", "kye", "key"),
        ("The WHO said so.", "WHO", "who"),
        ("Tea at a McCafe.", "e.", "é."),
        ("В городе Киев тихо.", "Киев", "Київ"),
        ("他在北京。", "北京", "南京"),
        ("About 1,000 came.", "1,000", "1.000"),
        ("About 1 , 000 came.", " ,", ","),
        ("Some 5  000 came.", "  ", " "),
        ("The 90s was loud.", "was", "were"),
        ("He said “we utilize it”.", "utilize", "use"),
        ("He said 'we utilize it'.", "utilize", "use"),
        ("He said “” and left.", "”", "x”"),
        ("> They utilize it.", "utilize", "use"),
        ("See https://example.org/utilize today.", "utilize", "use"),
        ("See www.utilize.example today.", "utilize", "use"),
        ("Write to desk@utilize.example today.", "utilize", "use"),
        ("Run `utilize` today.", "utilize", "use"),
        ("See [the page](utilize.html) today.", "utilize", "use"),
        ("Met.\n\n\ufeff> They voted.", "\ufeff", ""),
        ("Met.\n\n\u200b- They voted.", "\u200b", ""),
        ("**They met.**\ufeff They voted.", "\ufeff", ""),
        ("---\ntitl\u200be: A vote\n---\n\nThey met.", "\u200b", ""),
    ],
)
def test_names_numbers_quotations_addresses_and_what_would_open_a_line_may_not(
    source: str, old: str, new: str
) -> None:
    assert not still_safe(source, old, new)


PRECIOUS = re.compile(r'\d|“[^“”"\n\r]*”|https?://\S+|Łódź|Turkey|ISI[SL]|Tuesday|AT&T')


@settings(max_examples=300, deadline=None)
@given(drafts(), names, st.data())
def test_what_may_change_leaves_every_number_quotation_address_and_name_as_it_was(
    source: str, name: str, data: st.DataObject
) -> None:
    document = parse(source, name)
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, min(start + 12, len(source))))
    new = data.draw(st.sampled_from(("", " ", "use", "the ", "Paris", "7", "“", ",")))
    edit = Edit(Span(start, end), new)
    finding = document.source_finding(RULE, edit.span, fixes=[Fix(new, (edit,), safe=True)])
    (judged,) = guarded(document, [finding])
    if judged.fixes[0].safe:
        after = source[:start] + new + source[end:]
        assert [word for word in PRECIOUS.findall(after) if word] == PRECIOUS.findall(source)
