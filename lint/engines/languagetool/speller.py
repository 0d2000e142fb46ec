"""LanguageTool's speller, which knows no names: when it is believed."""

from __future__ import annotations

from lint.model import Document, Span

SPELLERS = ("MORFOLOGIK_RULE_", "HUNSPELL_", "GERMAN_SPELLER_RULE", "AUSTRIAN_GERMAN_SPELLER", "SWISS_GERMAN")


def is_speller(rule: str) -> bool:
    """Whether a rule is a language's speller, which flags whatever its dictionary lacks."""
    return rule.startswith(SPELLERS)


def agrees(document: Document, span: Span, rule: str) -> bool:
    """Whether our own judgement of spelling and names supports the speller's flag.

    English is judged by the same model as the spelling engine uses. In other languages a word that
    looks like a name is not called a misspelling: a capital inside a sentence (in German, where every
    noun has one, a name we know), a word in capitals, one the draft uses three times.
    """
    word = document.text[span.start : span.end]
    if "_EN_" in rule:
        return _judged(document, span)
    if any(not ch.isalpha() and ch not in "'’-" for ch in word) or (word.isupper() and len(word) < 7):
        return False
    if document.text.count(word) > 2:
        return False
    if not word[:1].isupper():
        return True
    from lint.lexicon.known_names import lookup

    if "GERMAN" in rule:
        return not lookup(word)
    return _opens_sentence(document.text, span.start) and not lookup(word)


def _judged(document: Document, span: Span) -> bool:
    from lint.lexicon.judge import judge
    from lint.lexicon.sighting import Sighting
    from lint.lexicon.words import known

    text = document.text
    form = text[span.start : span.end]
    if not form.isalpha() or known(form):
        return False
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 40]
    starts = _opens_sentence(text, span.start)
    sighting = Sighting(
        form=form,
        before="" if starts else (before.split() or [""])[-1].strip(',;:"“”()'),
        after=(after.split() or [""])[0].strip(',;:."“”()') if after[:1].isspace() else "",
        stop=after.strip()[:1] if not after[:1].isspace() else "",
        starts=starts,
    )
    return judge(sighting).odds >= PROBABLE


PROBABLE = -1.75
"""Log odds from which a form is held for a slip: the spelling engine's bar for a warning."""


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 8) : start].rstrip(" \"“”„«'‘(")
    return not before or before[-1] in ".!?:…\n"
