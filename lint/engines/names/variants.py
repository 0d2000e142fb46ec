"""The same letters written differently (case, hyphen, diacritics), and endings that make no other name."""

from __future__ import annotations

import re

from lint.engines.names.candidates import plain
from lint.engines.names.evidence import known, ordinary
from lint.engines.names.forms import Form

_MARKS = str.maketrans("", "", "-‐‑'’ʼ")
_DIGITS = re.compile(r"\d+|(?<=-)[IVX]+\b")
_PLURAL = ("s", "es")


def letters(form: str) -> str:
    """The form without case, diacritics, hyphens and apostrophes."""
    return plain(form).translate(_MARKS)


def is_variant(first: Form, second: Form) -> bool:
    """Whether the same letters in another dress are one name written in two ways.

    Not where only the first letter's case or an apostrophe's shape differs, where one is set in
    capitals as headings and datelines are, or where a word and a name merely look alike (Who, WHO).
    """
    a, b = first.text, second.text
    if a.lower() == b.lower():
        return _case_differs(first, second)
    bare_a, bare_b = a.translate(_MARKS), b.translate(_MARKS)
    if bare_a == bare_b:
        return False
    return not ordinary(a) and not ordinary(b)


def _case_differs(first: Form, second: Form) -> bool:
    a, b = first.text, second.text
    if a[1:] == b[1:]:
        return False
    if ordinary(a) or ordinary(b):
        return False
    for one, other in ((a, b), (b, a)):
        if one.isupper() and len(one) > 1:
            # Capitals alone prove nothing: headings and datelines are set so, and WHO is not Who.
            return len(one) <= 6 and not known(other).flags
    return True


def same_name(a: str, b: str) -> bool:
    """Whether two forms differ in a way that never is a slip: plural, a number, one part of a compound."""
    one, other = plain(a), plain(b)
    shorter, longer = sorted((one, other), key=len)
    if any(shorter + ending == longer for ending in _PLURAL):
        return True
    if shorter[-1:] == "y" and shorter[:-1] + "ies" == longer:
        return True
    if _DIGITS.findall(a) != _DIGITS.findall(b):
        return True
    parts_a, parts_b = one.split("-"), other.split("-")
    if len(parts_a) == len(parts_b) > 1:
        return any(x != y and min(len(x), len(y)) <= 2 for x, y in zip(parts_a, parts_b, strict=True))
    return len(parts_a) != len(parts_b) and bool(set(parts_a) & set(parts_b))
