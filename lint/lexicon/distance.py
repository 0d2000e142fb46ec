"""How far apart two spellings are, and by which slips of the hand."""

from __future__ import annotations

VOWELS = frozenset("aeiouy")


def distance(first: str, second: str, limit: int) -> int:
    """Optimal string alignment (insertion, deletion, substitution, swapped neighbours), or `limit` + 1."""
    start, end, other_end = 0, len(first), len(second)
    if abs(end - other_end) > limit:
        return limit + 1
    while start < end and start < other_end and first[start] == second[start]:
        start += 1
    while end > start and other_end > start and first[end - 1] == second[other_end - 1]:
        end -= 1
        other_end -= 1
    if start == end or start == other_end:
        return min(end + other_end - 2 * start, limit + 1)
    rows = _rows(first[start:end], second[start:other_end], limit)
    return min(rows[-1][-1], limit + 1) if rows else limit + 1


def _rows(first: str, second: str, limit: int) -> list[list[int]]:
    """The table of distances between the beginnings of both, or nothing when all of it exceeds the limit."""
    rows = [list(range(len(second) + 1))]
    for row, letter in enumerate(first):
        last = rows[-1]
        current = [row + 1]
        for column, other in enumerate(second):
            cost = last[column] if letter == other else 1 + min(last[column], last[column + 1], current[column])
            if row and column and letter == second[column - 1] and first[row - 1] == other:
                cost = min(cost, rows[-2][column - 1] + 1)
            current.append(cost)
        if min(current) > limit and min(last) > limit:
            return []
        rows.append(current)
    return rows


def slips(form: str, word: str) -> list[str]:
    """What happened to `word` on its way to `form`, one name a slip, from the last to the first.

    `undouble`, `double`: a letter twice in one of them. `drop`, `add`: a letter missing or too many;
    `swap`: neighbours; `change`: one for another; the last three with `vowel`, `consonant` or `mixed`.
    """
    rows = _rows(form, word, len(form) + len(word))
    row, column = len(form), len(word)
    found: list[str] = []
    while row or column:
        here = rows[row][column]
        if row and column and form[row - 1] == word[column - 1] and rows[row - 1][column - 1] == here:
            row, column = row - 1, column - 1
        elif (
            row > 1
            and column > 1
            and form[row - 1] == word[column - 2]
            and form[row - 2] == word[column - 1]
            and rows[row - 2][column - 2] + 1 == here
        ):
            found.append("swap")
            row, column = row - 2, column - 2
        elif column and rows[row][column - 1] + 1 == here:
            found.append(_dropped(word, column - 1))
            column -= 1
        elif row and rows[row - 1][column] + 1 == here:
            found.append(_added(form, row - 1))
            row -= 1
        else:
            found.append("change " + _kind(form[row - 1], word[column - 1]))
            row, column = row - 1, column - 1
    return found


def _dropped(word: str, at: int) -> str:
    letter = word[at]
    if letter in (word[at - 1 : at] or "?", word[at + 1 : at + 2]):
        return "undouble"
    return "drop " + _kind(letter, letter)


def _added(form: str, at: int) -> str:
    letter = form[at]
    if letter in (form[at - 1 : at] or "?", form[at + 1 : at + 2]):
        return "double"
    return "add " + _kind(letter, letter)


def _kind(letter: str, other: str) -> str:
    if not (letter.isalpha() and other.isalpha()):
        return "sign"
    if (letter in VOWELS) != (other in VOWELS):
        return "mixed"
    return "vowel" if letter in VOWELS else "consonant"
