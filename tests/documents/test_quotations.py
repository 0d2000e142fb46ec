"""What stands in quotation marks, and what only looks like it."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.model import Span


def quoted(source: str) -> list[tuple[str, bool]]:
    document = parse(source, "a.txt")
    return [(document.text[slice(*quotation.inner)], quotation.closed) for quotation in document.quotations]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("“We won,” he said. “It’s ours.”", ["We won,", "It’s ours."]),
        ('"We won," he said. "It\'s ours."', ["We won,", "It's ours."]),
        ("‘We won,’ he said. It’s the players’ union.", ["We won,"]),
        ("'The players' union is strong,' he said.", ["The players' union is strong,"]),
        ("'Hello,' she said. 'It's me.'", ["Hello,", "It's me."]),
        ('The so-called “Northern League” and "x” mix.', ["Northern League", "x"]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,", "no"]),
        ("\"'No,' he said,\" she said.", ["'No,' he said,", "No,"]),
        ("Он сказал «да» и „нет“.", ["да", "нет"]),
        ("«Он сказал: „Да“», — ответил.", ["Он сказал: „Да“", "Да"]),
        ("Er sagte: „Ja.“ Dann »Nein«.", ["Ja.", "Nein"]),
        ("Le « mot » juste.", [" mot "]),
        ("(“in brackets”)", ["in brackets"]),
        ("The ‘static years’ and the ‘peace process.’", ["static years", "peace process."]),
        ("“Typed twice“, she wrote.", ["Typed twice"]),
        ('"We won. "We did," he said.', ['We won. "We did,']),
        ('He said: "I am 25" and "no".', ["I am 25", "no"]),
        ('A boat of 5\'10" and a 12" pizza, "deluxe".', ["deluxe"]),
        ("“It’s the ‘90s,” he said.", ["It’s the ‘90s,"]),
    ],
)
def test_quotations_are_found(source: str, expected: list[str]) -> None:
    assert quoted(source) == [(words, True) for words in expected]


@pytest.mark.parametrize(
    "source",
    [
        "Don't stop; it's fine.",
        "'Tis the season of the '90s, rock 'n' roll and 'em.",
        "rock ’n’ roll",
        "It isn ‘t so.",
        "The players' union and the teams' owners met.",
        "He is 6' 2\" tall and jumps 5'10\".",
        'A stray" mark.',
    ],
)
def test_apostrophes_and_inches_quote_nothing(source: str) -> None:
    assert quoted(source) == []


@pytest.mark.parametrize("mark", ["“{}", '"{}', "«{}"])
def test_paragraphs_that_each_open_again_are_one_quotation(mark: str) -> None:
    close = {"“": "”", '"': '"', "«": "»"}[mark[0]]
    source = "\n\n".join([mark.format("One."), mark.format("Two."), mark.format(f"Three,{close} he said.")])
    document = parse(source, "a.txt")
    (quotation,) = document.quotations
    assert quotation.closed
    assert document.text[slice(*quotation.span)] == document.text[: -len(" he said.")]
    assert document.quoted(Span(document.text.index("Two"), document.text.index("Two") + 3))


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert quoted("“Never closed.\n\nOther text.") == [("Never closed.", False)]


def test_an_opening_mark_ends_an_open_quotation_of_its_kind() -> None:
    assert quoted('"One, he said. Then "two" came.') == [("One, he said. Then ", False), ("two", True)]
