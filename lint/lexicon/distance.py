"""How far apart two spellings are, and by which slips of the hand."""

from __future__ import annotations

from collections.abc import Callable

VOWELS = frozenset("aeiouy")


def measure(form: str) -> Callable[[str], int]:
    """A function that gives the distance of other words from `form` (optimal string alignment).

    Counts insertions, deletions, substitutions and swapped neighbours. Bit-parallel, after Hyyrö,
    "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003): a column of the
    table is two integers.
    """
    places: dict[str, int] = {}
    for at, letter in enumerate(form):
        places[letter] = places.get(letter, 0) | 1 << at
    size, full, last = len(form), (1 << len(form)) - 1, 1 << len(form) >> 1

    def distance(word: str) -> int:
        up, down, same, before, total = full, 0, 0, 0, size
        for letter in word:
            here = places.get(letter, 0)
            same = ((((here & up) + up) ^ up) | here | down | ((~same & here) << 1 & before)) & full
            rise, fall = down | (full ^ (same | up)), same & up
            if rise & last:
                total += 1
            elif fall & last:
                total -= 1
            rise = (rise << 1 | 1) & full
            up, down = (fall << 1 & full) | (full ^ (same | rise)), rise & same
            before = here
        return total

    return distance if form else len


def distance(first: str, second: str) -> int:
    """How many insertions, deletions, substitutions and swaps of neighbours lead from one to the other."""
    return measure(first)(second)


def _cores(first: str, second: str) -> tuple[str, str]:
    """Both without the beginning and the end that they share."""
    start, end, other_end = _shared(first, second), len(first), len(second)
    while end > start and other_end > start and first[end - 1] == second[other_end - 1]:
        end -= 1
        other_end -= 1
    return first[start:end], second[start:other_end]


def _shared(first: str, second: str) -> int:
    """How many letters both begin with."""
    start, shorter = 0, min(len(first), len(second))
    while start < shorter and first[start] == second[start]:
        start += 1
    return start


def _rows(first: str, second: str) -> list[list[int]]:
    """The table of distances between the beginnings of both."""
    rows = [list(range(len(second) + 1))]
    for row, letter in enumerate(first):
        last = rows[-1]
        current = [row + 1]
        for column, other in enumerate(second):
            cost = (
                last[column] if letter == other else 1 + min(last[column], last[column + 1], current[column])
            )
            if row and column and letter == second[column - 1] and first[row - 1] == other:
                cost = min(cost, rows[-2][column - 1] + 1)
            current.append(cost)
        rows.append(current)
    return rows


def slips(form: str, word: str) -> list[str]:
    """What happened to `word` on its way to `form`, one name a slip, from the last to the first.

    `undouble`, `double`: a letter twice in one of them. `drop`, `add`: a letter missing or too many;
    `swap`: neighbours; `change`: one for another; the last three with `vowel`, `consonant` or `mixed`.
    """
    one = _one_slip(form, word)
    if one:
        return [one]
    core, other = _cores(form, word)
    head = _shared(form, word)
    rows = _rows(core, other)
    row, column = len(core), len(other)
    found: list[str] = []
    while row or column:
        here = rows[row][column]
        same = row and column and core[row - 1] == other[column - 1]
        if same and rows[row - 1][column - 1] == here:
            row, column = row - 1, column - 1
        elif (
            row > 1
            and column > 1
            and core[row - 1] == other[column - 2]
            and core[row - 2] == other[column - 1]
            and rows[row - 2][column - 2] + 1 == here
        ):
            found.append("swap")
            row, column = row - 2, column - 2
        elif column and rows[row][column - 1] + 1 == here:
            column -= 1
            found.append(_dropped(word, head + column))
        elif row and rows[row - 1][column] + 1 == here:
            row -= 1
            found.append(_added(form, head + row))
        else:
            row, column = row - 1, column - 1
            found.append("change " + _kind(core[row], other[column]))
    return found


def _one_slip(form: str, word: str) -> str:
    """The slip when there is only one, without a table; "" when there are more or none."""
    core, other = _cores(form, word)
    if len(core) + len(other) == 1:
        at = _shared(form, word)
        return _dropped(word, at) if other else _added(form, at)
    if len(core) == len(other) == 1:
        return "change " + _kind(core, other)
    return "swap" if len(core) == 2 and core == other[::-1] else ""


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
