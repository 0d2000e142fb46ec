"""Asks LanguageTool about each paragraph and lets through what the packs want to hear."""

from __future__ import annotations

from lint.engines.languagetool.check import build
from lint.engines.languagetool.levels import compile

__all__ = ["build", "compile"]
