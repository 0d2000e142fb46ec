"""The same letters written differently (case, hyphen, diacritics), and endings that make no other name."""

from __future__ import annotations

from lint.engines.names.candidates import plain, skeleton
from lint.engines.names.evidence import known, ordinary, two_bearers
from lint.engines.names.forms import Form
from lint.lexicon.distance import distance
from lint.regexes import pattern

_MARKS = str.maketrans("", "", "-‐‑'’ʼ")
_APOSTROPHES = str.maketrans("", "", "'’ʼ")
_DIGITS = pattern(r"\d+|(?<=-)[IVX]+\b")
_ENDINGS = "s es n an ns ans ian ians ese ish ite ites ist ists ism isms ic man men ana ano"
_DERIVED = frozenset(_ENDINGS.split())
"""Endings that make another word of a name: Honduras, Hondurans; Castroist, Castroism."""
_PLAIN_ENDS = _DERIVED | {"", "a", "o", "y", "e"}
_HYPHEN = pattern("[-‐‑]")
_INNER = pattern("[a-zß-ÿ][A-ZÀ-Þ]")
_PREFIXES = frozenset(("co", "e", "inter", "multi", "non", "pre", "pro", "re", "semi", "sub", "un"))
_STEM = 4


def letters(form: str) -> str:
    """The form without case, diacritics, hyphens and apostrophes."""
    return plain(form).translate(_MARKS)


def plain_compound(form: str) -> bool:
    """Whether the form is a compound of words in lower case, whatever its capitals: Front-End, Co-Founder."""
    parts = _HYPHEN.split(form)
    return (
        len(parts) > 1
        and not form.isupper()
        and all(ordinary(part) or part.lower() in _PREFIXES for part in parts)
    )


def is_variant(first: Form, second: Form) -> bool:
    """Whether the same letters in another dress are one name written in two ways.

    Not where only the first letter's case or an apostrophe's shape differs, where one is set in
    capitals as headings and datelines are, or where a word and a name merely look alike (Who, WHO).
    """
    a, b = first.text, second.text
    if plain_compound(a) or plain_compound(b):
        return False
    if a.lower() == b.lower():
        return _case_differs(first, second)
    if ordinary(a) or ordinary(b):
        return False
    if a.translate(_MARKS).lower() == b.translate(_MARKS).lower():
        return a.translate(_APOSTROPHES) != b.translate(_APOSTROPHES)
    # With and without accents: two bearers of one name, García and Garcia, may both be right.
    return not two_bearers(first, second)


def _case_differs(first: Form, second: Form) -> bool:
    a, b = first.text, second.text
    if a[1:] == b[1:] or _capitals_of_a_heading(a, b):
        return False
    if ordinary(a) or ordinary(b):
        return False
    for one, other in ((a, b), (b, a)):
        if one.isupper() and len(one) > 1:
            # Capitals alone prove nothing: headings and datelines are set so, and WHO is not Who.
            return len(one) <= 6 and not known(other).flags
    return True


def _capitals_of_a_heading(a: str, b: str) -> bool:
    """Whether only words behind a hyphen differ in case, as they do in headings: Spanish-Language."""
    parts = zip(_HYPHEN.split(a), _HYPHEN.split(b), strict=False)
    return all(x == y or (index and x[1:] == y[1:] and ordinary(x)) for index, (x, y) in enumerate(parts))


def same_name(a: str, b: str) -> bool:
    """Whether two forms differ in a way that never is a slip: plural, a number, one part of a compound."""
    one, other = plain(a), plain(b)
    if _derived(one, other) or too_far(one, other):
        return True
    if a.isupper() != b.isupper():
        return True
    if (a.isupper() and b.isupper()) or (a[:-1].isupper() and b[:-1].isupper()):
        return sorted(a) != sorted(b)  # GCSEs and CSEs are two things; MMORPG and MMOPRG hardly.
    if _DIGITS.findall(a) != _DIGITS.findall(b):
        return True
    if _inner_capital(a) != _inner_capital(b):
        return True
    parts_a, parts_b = one.split("-"), other.split("-")
    if len(parts_a) == len(parts_b) > 1:
        return any(x != y and min(len(x), len(y)) <= 2 for x, y in zip(parts_a, parts_b, strict=True))
    return len(parts_a) != len(parts_b) and bool(set(parts_a) & set(parts_b))


def _inner_capital(form: str) -> bool:
    """Whether a capital follows a small letter: SpaceX, DaimlerChrysler."""
    return _INNER.search(form) is not None


def too_far(one: str, other: str) -> bool:
    """Whether two plain forms differ by more than two slips, or by two in a short word."""
    limit = 2 if min(len(one), len(other)) >= 6 or skeleton(one) == skeleton(other) else 1
    return abs(len(one) - len(other)) > limit or distance(one, other) > limit


def _derived(one: str, other: str) -> bool:
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    for stem in range(head, max(head - 3, _STEM) - 1, -1):
        ends = {one[stem:], other[stem:]}
        if ends <= _PLAIN_ENDS and ends & _DERIVED:
            return True
    return one[head:] in ("y", "ies") and other[head:] in ("y", "ies")
