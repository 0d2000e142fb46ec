"""A path's suffix, or an explicit format, decides who reads a draft."""

from __future__ import annotations

import pytest

from lint.documents import format_of, parse
from lint.errors import DraftError


@pytest.mark.parametrize(
    ("path", "format"),
    [
        ("story.txt", "text"),
        ("notes", "text"),
        ("a.b/README.MD", "markdown"),
        ("page.mdx", "markdown"),
        ("report.Rmd", "markdown"),
        ("index.HTML", "html"),
        ("page.xhtml", "html"),
    ],
)
def test_the_suffix_says_the_format(path: str, format: str) -> None:
    assert format_of(path) == format


@pytest.mark.parametrize("path", ["story.odt", "guide.adoc", "paper.pdf"])
def test_a_format_that_cannot_be_read_is_named(path: str) -> None:
    with pytest.raises(DraftError, match="cannot be read yet"):
        parse("x", path)


def test_an_explicit_format_wins_over_the_suffix() -> None:
    assert parse("Rain *fell*.", "guide.rst", format="markdown").text == "Rain fell."


def test_a_finding_in_markdown_maps_back_to_the_source() -> None:
    document = parse("The 😀 council\nmet **yes**terday.", "a.md")
    start = document.text.index("yesterday")
    span = document.to_source((start, start + 9))  # type: ignore[arg-type]
    assert document.source[span.start : span.end] == "yes**terday"
