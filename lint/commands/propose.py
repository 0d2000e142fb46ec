"""Words that a person may want to accept: those that drafts repeat and no dictionary has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint.model import Report, Term
from lint.reporters.summary import counted

SLIP = "spelling.typo"
POSSIBLE = "spelling.possible"

LEAST = 2
"""How often a word must stand in the drafts to be proposed."""


class Word(NamedTuple):
    """An unknown word, how often and in how many drafts it stands, and the word it is probably a slip of."""

    text: str
    number: int
    drafts: int
    meant: str = ""

    @property
    def times(self) -> str:
        return f"{counted(self.number, 'time')} in {counted(self.drafts, 'draft')}"


def words(report: Report, least: int = LEAST) -> list[Word]:
    """The unknown words of a report's prose, the most frequent first; code and what is let stand is none.

    A word that looks like a slip in any draft is one in all.
    """
    counts: Counter[str] = Counter()
    drafts: Counter[str] = Counter()
    meant: dict[str, str] = {}
    for result in report.results:
        here: Counter[str] = Counter()
        for finding in result.findings:
            if {SLIP, POSSIBLE} & {finding.rule, *finding.also}:
                forms = [finding.text, *(place.text for place in finding.related if not place.path)]
                here.update(forms)
                if SLIP in (finding.rule, *finding.also):
                    meant.update(dict.fromkeys(forms, next(iter(finding.suggestions), "")))
        counts += here
        drafts.update(here.keys())
    found = [Word(text, count, drafts[text], meant.get(text, "")) for text, count in counts.items()]
    return sorted((one for one in found if one.number >= least), key=lambda one: (-one.number, one.text))


def terms(found: Iterable[Word]) -> list[Term]:
    """What may be accepted as it stands: no slips."""
    return [Term(word.text, word.times) for word in found if not word.meant]


def listed(found: list[Word]) -> Iterator[str]:
    """The lines of a list of accepted words; probable slips stand below, switched off."""
    for term in terms(found):
        yield f"{term.text}  # {term.reason}"
    slips = [word for word in found if word.meant]
    if slips:
        yield "# Probably slips. What is right after all counts without the # before it."
    for word in slips:
        yield f"# {word.text}  # {word.times}; {word.meant}?"
