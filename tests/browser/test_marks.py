"""Findings that lie across, inside or outside of what a reader sees, and drafts that mean harm."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint.model import Finding, Report, Result, Span
from lint.reporters import render


def marked(page, number: int) -> str:
    """The words that are marked for a note, put together."""
    return "".join(page.locator(f"mark[data-n~='{number}']").all_text_contents())


def test_overlapping_findings_are_each_marked_whole(open_page, find, report) -> None:
    source = "They has went to the the harbour."
    page = open_page(
        report(source, find(source, "has went to"), find(source, "to the the"), find(source, "the the"))
    )
    assert [marked(page, number) for number in (1, 2, 3)] == ["has went to", "to the the", "the the"]
    assert page.locator(".note").count() == 3
    assert page.locator(".ref").count() == 3


def test_a_finding_across_markup_is_marked_on_both_sides(open_page, find, report) -> None:
    source = "He will re**ci**eve &amp; keep it."
    page = open_page(report(source, find(source, "re**ci**eve &amp; keep")))
    assert marked(page, 1) == "recieve & keep"
    assert page.locator("strong mark").all_text_contents() == ["ci"]


def test_a_finding_without_words_is_a_caret(open_page, find, report) -> None:
    source = "He saw dog in the yard."
    gap = find(source, "dog")._replace(span=Span(7, 7), text="")
    page = open_page(report(source, gap))
    assert page.locator("mark.caret").count() == 1
    before = page.evaluate("document.querySelector('mark.caret').previousSibling.textContent")
    assert before == "He saw "


def test_a_finding_in_markup_alone_shows_that_markup(open_page, find, report) -> None:
    source = "Read [the report](https://example.org/?utm_source=chat) today."
    page = open_page(report(source, find(source, "utm_source=chat", "Cut the tracking parameter.")))
    assert marked(page, 1) == "utm_source=chat"
    assert "today." in page.locator(".words").inner_text()


def test_a_finding_inside_inline_code_or_a_picture_is_shown(open_page, find, report) -> None:
    source = "Run `copydesk TODO` now."
    page = open_page(report(source, find(source, "TODO", "Finish this.")))
    assert marked(page, 1) == "TODO"
    assert page.locator("code mark").count() == 1


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("---\ntitle: A TKTK title\n---\n\nText.", "TKTK"),
        ("Text.\n\n<!-- TODO: ask the port -->\n\nMore.", "TODO"),
        ("Text.\n\n<<<<<<< HEAD\n\nMore.", "<<<<<<<"),
        ("Text.\n\n```\nTODO = 1\n```\n\nMore.", "TODO"),
        ("Text.\n\n{{< figure src=\"TK.png\" >}}\n\nMore.", "TK"),
        ("[link]: https://example.org/?utm_source=x\n\nText.", "utm_source"),
        ("| A | B |\n|---|---|\n| c  | d |", "c  |"),
        ("\n\n   \n", "   "),
    ],
)  # fmt: skip
def test_a_finding_outside_the_prose_is_shown_with_its_source(open_page, find, report, source, words) -> None:
    page = open_page(report(source, find(source, words)))
    assert page.locator(".note:visible").count() == 1
    assert marked(page, 1).strip() in words.strip() and page.locator("mark").count()


def test_a_character_nobody_sees_is_named(open_page, find, report) -> None:
    source = "The har\u200bbour opens."
    page = open_page(report(source, find(source, "\u200b", "Delete the zero-width space.", "")))
    assert marked(page, 1) == "U+200B"


HOSTILE = """\
# <img src=x onerror=alert(1)> & "quotes" 'too'

Text with <script>alert(1)</script> and </script><script>alert(2)</script> and ]]> and <!-- and -->.

<a href="javascript:alert(3)" onclick="alert(4)">press</a>
<svg onload=alert(5)> <style>*{display:none}</style>

[press](javascript:alert(6)) ![x](https://example.org/pixel.png) <iframe src="https://example.org"></iframe>

\u202eright to left\u202c, a null \x00, an escape \x1b[31m, a lone \ud83d surrogate, {{ 7*7 }} ${7*7} `</pre>`
"""
PIECES = ("<img src=x onerror=alert(1)>", "</script><script>alert(2)</script>", "]]>", 'onclick="alert(4)"',
          "<style>*{display:none}</style>", "javascript:alert(6)", "https://example.org/pixel.png", "\x00",
          "\ud83d", "\u202e")  # fmt: skip


@pytest.mark.parametrize("format", ["markdown", "text"])
def test_nothing_in_a_draft_runs_or_loads(open_page, find, report, format) -> None:
    found = [find(HOSTILE, piece, f"Look at {piece}.", f"<b onclick=alert(9)>{piece}") for piece in PIECES]
    page = open_page(report(HOSTILE, *found, format=format, path='<b onmouseover="alert(8)">x<b>.md'))
    page.keyboard.press("j")
    page.locator(".title").hover()
    assert page.locator(".note").count() == len(PIECES)
    assert page.locator("body script").count() == 1
    assert page.locator("main :is(img, iframe, svg, style, script, object, embed)").count() == 0
    assert page.locator("body [onclick], body [onerror], body [onload], body [onmouseover]").count() == 0
    assert page.locator(".words").first.is_visible()


def test_a_hostile_rule_is_shown_as_text(open_page, find, report) -> None:
    source = "One teh word."
    found = find(source, "teh", rule="x.<script>alert(1)</script>")._replace(link="javascript:alert(1)")
    page = open_page(report(source, found))
    assert page.locator(".note .rule").inner_text() == "x.<script>alert(1)</script>"
    assert page.locator("a[href^='javascript']").count() == 0


PARTS = st.sampled_from(
    [
        "word ", "the ", "*em* ", "**re**cieve ", "&amp; ", "\n\n", "\n", "- item\n", "> quote\n", "`code` ",
        "😀 ", "# Head\n", "[link](https://example.org/x) ", "![alt](a.png) ", "<b>x</b> ", "<!-- c --> ",
        "| a | b |\n|---|---|\n", "```\ncode\n```\n", "---\nt: x\n---\n", "\r\n", "\\* ", "{{< x >}} ",
        "Привет ", "\u200b",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(PARTS, max_size=14),
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=5),
)
def test_every_finding_of_any_draft_has_its_mark_and_its_note(parts, places) -> None:
    source = "".join(parts)
    spans = sorted(Span(*sorted((round(a * len(source)), round(b * len(source))))) for a, b in places)
    findings = tuple(
        Finding("x.y", "draft.md", span, source[span.start : span.end], "Look.", "warning") for span in spans
    )
    page = render(Report((Result("draft.md", "markdown", source, findings),), {}), "html")
    for number in range(1, len(findings) + 1):
        assert page.count(f' id="n{number}"') == 1
        assert page.count(f'href="#n{number}" data-ref') == 1
    numbers = [piece.split('"')[0].split() for piece in page.split(' data-n="')[1:]]
    assert {number for group in numbers for number in group} == {str(n + 1) for n in range(len(findings))}


def test_a_cell_of_code_alone_keeps_its_place_in_the_row(open_page, find, report) -> None:
    source = "| Option | Default |\n|---|---|\n| `interval` | 30s teh |\n| retries | `3` |\n"
    page = open_page(report(source, find(source, "teh"), path="options.md", format="markdown"))
    rows = page.locator(".cells")
    shown = [row.locator(".cell").all_text_contents() for row in rows.all()]
    assert [[cell.strip("`1") for cell in row] for row in shown] == [
        ["Option", "Default"],
        ["interval", "30s teh"],
        ["retries", "3"],
    ]
