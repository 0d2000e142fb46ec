"""Tells languages of one script apart, with the package `eld`, imported on this path alone.

ELD (Apache-2.0, pure Python) loads in 0.1 CPU-s; the better known detectors need numpy or 100 MB.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

LETTERS = 20
"""Below so many letters any guess is a coin toss."""

MARGIN = 0.05
"""By how much the best score must beat the next (scores are of the order of 0.2 to 0.8)."""


def available() -> bool:
    """Whether the package is installed (the extra `languages`)."""
    return find_spec("eld") is not None


def surest(text: str, among: tuple[str, ...]) -> str | None:
    """The two-letter code of `among` that a text is in; None in doubt or where there is no detector."""
    if sum(map(str.isalpha, text)) < LETTERS or not available():
        return None
    detector = _detector()
    detector.dynamic_lang_subset(sorted(among))
    scores: dict[str, float] = detector.detect(text[:2000]).scores()
    ranked = sorted(((scores.get(code, 0.0), code) for code in among), reverse=True)
    return ranked[0][1] if ranked[0][0] - ranked[1][0] >= MARGIN else None


@cache
def _detector() -> Any:
    return import_module("eld").LanguageDetector()
