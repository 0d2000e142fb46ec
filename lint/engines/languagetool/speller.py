"""LanguageTool's speller, which knows no names: when it is believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.model import Document, Severity, Span

if TYPE_CHECKING:
    from lint.lexicon.sighting import Draft

SPELLERS = ("MORFOLOGIK_RULE_", "HUNSPELL_", "GERMAN_SPELLER_RULE", "AUSTRIAN_GERMAN_SPELLER", "SWISS_GERMAN")


def is_speller(rule: str) -> bool:
    """Whether a rule is a language's speller, which flags whatever its dictionary lacks."""
    return rule.startswith(SPELLERS)


class Speller:
    """What we think of the speller's flags in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._draft: Draft | None = None
        self._seen: dict[str, Span] = {}

    def opinion(
        self, span: Span, rule: str, replacements: tuple[str, ...], severity: Severity
    ) -> Severity | None:
        """The level of a flag, or None where our own judgement of spelling and names does not support it.

        English is judged by the same model as the spelling engine uses. In other languages a word is a
        slip only if a known word is a slip of the hand away, and not if it looks like a name: a capital
        inside a sentence (in German, where every noun has one, a short word or one we know as a name),
        capitals throughout, or used three times in the draft. Without this every compound and foreign
        word would be flagged.
        """
        if "_EN_" in rule:
            return self._english(span, severity)
        return severity if self._looks_slipped(span, rule, replacements) else None

    def _english(self, span: Span, severity: Severity) -> Severity | None:
        from lint.lexicon.drafts import draft_of
        from lint.lexicon.judge import confidence, judge_word

        if self._draft is None:
            from lint.lexicon.drafts import WORD

            self._draft = draft_of(WORD.findall(self.document.text))
        form = self.document.text[span.start : span.end]
        if not form.isalpha() or not (form.islower() or form.istitle()):
            return None
        if self._seen.setdefault(form.lower(), span) != span:
            # Our own speller names a slip once a draft.
            return None
        verdict = judge_word(self.document, span, self._draft)
        if verdict is None or not verdict.suggestions:
            return None
        return severity if confidence(verdict) == "probable" else None

    def _looks_slipped(self, span: Span, rule: str, replacements: tuple[str, ...]) -> bool:
        text = self.document.text
        word = text[span.start : span.end]
        if any(not ch.isalpha() and ch not in "'’-" for ch in word) or (word.isupper() and len(word) < 7):
            return False
        if text.count(word) > 2 or not _near(word, replacements):
            return False
        if not word[:1].isupper():
            return True
        from lint.lexicon.known_names import lookup

        if lookup(word):
            return False
        if "GERMAN" in rule:
            return len(word) > 8 and "-" not in word
        return _opens_sentence(text, span.start)


def _near(word: str, replacements: tuple[str, ...]) -> bool:
    """Whether one of the first replacements is the word with one slip, two where it is long."""
    from lint.lexicon.distance import distance

    limit = 1 if len(word) < 9 else 2
    return any(
        " " not in each and each[:1].lower() == word[:1].lower() and distance(word, each) <= limit
        for each in replacements[:3]
    )


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 8) : start].rstrip(" \"“”„«'‘(")
    return not before or before[-1] in ".!?:…\n"
