"""Kind `syntax`: grammar over a parse, in the pattern language of spaCy.

Needs the extra `copydesk[grammar]`; nothing of it is imported before a sentence is to be parsed.
"""

from __future__ import annotations

from lint.engines.grammar.check import build

__all__ = ["build"]
