"""The comment that lets a finding stand: its form, and its place in drafts of every kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.documents import parse
from lint.findings.stet import directives
from lint.findings.suppress import suppress
from lint.findings.waive import comment, placed
from lint.fixes import applied
from lint.model import Document, Edit, Span
from tests.findings.drafts import rule
from tests.properties.generated import drafts, names

RULE = rule("house.utilize")


@pytest.mark.parametrize(
    ("path", "reason", "until", "line"),
    [
        ("a.md", "a quoted statute", "", "<!-- stet house.utilize: a quoted statute -->"),
        ("a.txt", " two\nlines ", "2027-01-31", "<!-- stet house.utilize until=2027-01-31: two lines -->"),
        ("a.mdx", "the end */ of it", "", "{/* stet house.utilize: the end * / of it */}"),
        ("a.md", "a --> b", "", "<!-- stet house.utilize: a –> b -->"),
        ("a.md", "", "", "<!-- stet house.utilize: it is right as it stands -->"),
    ],
)
def test_the_comment_has_the_form_of_its_format(path: str, reason: str, until: str, line: str) -> None:
    assert comment("house.utilize", path, reason, until=until) == line
    (directive,) = directives(parse(f"{line}\n\nWords.\n", path))
    assert (directive.name, directive.rules, directive.until) == ("stet", ("house.utilize",), until)


def waived(source: str, word: str, path: str) -> str | None:
    document = parse(source, path)
    start = source.index(word)
    finding = document.source_finding(RULE, Span(start, start + len(word)))
    edit = placed(document, finding, "quoted", lambda text: parse(text, path))
    return None if edit is None else applied(source, [edit])


LINE = "<!-- stet house.utilize: quoted -->"


@pytest.mark.parametrize(
    ("source", "path", "after"),
    [
        ("One.\n\nWe utilize it.\n", "a.md", f"One.\n\n{LINE}\nWe utilize it.\n"),
        ("\ufeffWe utilize it.\r\n", "a.md", f"\ufeff{LINE}\r\nWe utilize it.\r\n"),
        ("## We utilize it\n\nOne.\n", "a.md", f"{LINE}\n## We utilize it\n\nOne.\n"),
        ("- one\n- utilize\n- two\n", "a.md", f"- one\n- utilize {LINE}\n- two\n"),
        ("- one\n- utilize\n- two\n", "a.txt", f"- one\n{LINE}\n- utilize\n- two\n"),
        ("> We\n> utilize it.\n", "a.md", f"> {LINE}\n> We\n> utilize it.\n"),
        (
            "One.\n\n| a | b |\n|---|---|\n| x | utilize |\n",
            "a.md",
            f"One.\n\n{LINE}\n| a | b |\n|---|---|\n| x | utilize |\n",
        ),
        (
            "---\ntitle: utilize\n---\n\nOne.\n",
            "a.md",
            "---\ntitle: utilize\n---\n\nOne.\n\n<!-- stet-file house.utilize: quoted -->\n",
        ),
        (
            "<ul>\n  <li>one</li>\n  <li>utilize</li>\n</ul>\n",
            "a.html",
            f"<ul>\n  <li>one</li>\n  <li>utilize</li> {LINE}\n</ul>\n",
        ),
        ("<p>One.</p>\n<p>utilize</p>\n", "a.html", f"<p>One.</p>\n{LINE}\n<p>utilize</p>\n"),
        ("We utilize it.\n", "a.mdx", "{/* stet house.utilize: quoted */}\nWe utilize it.\n"),
    ],
)
def test_the_comment_goes_where_it_covers_the_finding_and_changes_nothing_else(
    source: str, path: str, after: str
) -> None:
    assert waived(source, "utilize", path) == after


def blocks(document: Document) -> list[str]:
    return [block.kind for block in document.blocks]


@settings(max_examples=150, deadline=None)
@given(drafts(), names, st.data())
def test_in_any_draft_a_placed_comment_suppresses_the_finding(
    source: str, name: str, data: st.DataObject
) -> None:
    document = parse(source, name)
    start = data.draw(st.integers(0, max(len(source) - 1, 0)))
    finding = document.source_finding(RULE, Span(start, min(start + 3, len(source))))
    edit = placed(document, finding, "quoted", lambda text: parse(text, name))
    if edit is None:
        return
    new = parse(applied(source, [edit]), name)
    moved = start + (len(edit.text) if edit.span.start <= start else 0)
    again = new.source_finding(RULE, Span(moved, moved + 1))
    assert suppress(new, [again], [RULE]).suppressed == 1
    assert blocks(new) == blocks(document)
    assert isinstance(edit, Edit) and edit.span.start == edit.span.end
