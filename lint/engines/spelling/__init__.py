"""Misspelled words: unknown forms that a learned model takes for slips, with what was probably meant."""

from lint.engines.spelling.check import build
from lint.engines.spelling.sightings import unknown_words

__all__ = ["build", "unknown_words"]
