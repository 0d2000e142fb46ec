"""A document maps its prose back to the source, and its fixes leave markup alone."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.model import Edit, Fix, Span, apply_edits


def mended(source: str, words: str, replacement: str) -> str | None:
    """The Markdown source with the words of its prose replaced, or None where no fix is faithful."""
    document = parse(source, "draft.md")
    start = document.text.index(words)
    fix = document.fix(Span(start, start + len(words)), replacement)
    return None if fix is None else apply_edits(source, 0, fix.edits)


@pytest.mark.parametrize(
    ("source", "words", "replacement", "after"),
    [
        ("An exampe here.", "exampe", "example", "An example here."),
        ("An **exampe** here.", "exampe", "example", "An **example** here."),
        ("They re**ci**eve it.", "recieve", "receive", "They re**ce**ive it."),
        ("A 😀 choosen\r\none.", "choosen", "chosen", "A 😀 chosen\r\none."),
        ("One in\n> order to.", "in order to", "to", "One to."),
        ("AT&amp;T exampe", "exampe", "example", "AT&amp;T example"),
        ("We [util](x)ize it.", "utilize", "use", None),
        ("Do `it` now.", "Do \ufffc", "Make \ufffc", "Make `it` now."),
    ],
)
def test_a_fix_edits_what_differs_and_no_markup(
    source: str, words: str, replacement: str, after: str | None
) -> None:
    if source.startswith("One in"):
        source = "> " + source
        after = f"> {after}"
    assert mended(source, words, replacement) == after


def test_nothing_to_change_is_no_fix() -> None:
    assert mended("An example.", "example", "example") is None


@pytest.mark.parametrize(
    ("edits", "after"),
    [
        ([Edit(Span(12, 13), "x")], "abxd"),
        ([Edit(Span(7, 12), "")], "cd"),
        ([Edit(Span(5, 9), "no")], "abcd"),
        ([Edit(Span(14, 15), "no")], "abcd"),
        ([Edit(Span(10, 10), "<"), Edit(Span(14, 14), ">")], "<abcd>"),
    ],
)
def test_edits_beside_the_words_count_as_far_as_they_lie_in_them(edits: list[Edit], after: str) -> None:
    assert apply_edits("abcd", 10, edits) == after


def test_quotations_inside_one_another_are_quoted_words() -> None:
    document = parse("She said: “He cried ‘stop’ and left.” They went.", "draft.txt")
    spot = document.text.index
    assert document.quoted(Span(spot("stop"), spot("stop") + 4))
    assert document.quoted(Span(spot("left"), spot("left") + 4))
    assert not document.quoted(Span(spot("They"), spot("They") + 4))


def test_a_fix_says_what_it_writes() -> None:
    document = parse("An exampe.", "draft.txt")
    assert document.fix(Span(3, 9), "example") == Fix("example", (Edit(Span(8, 8), "l"),))
