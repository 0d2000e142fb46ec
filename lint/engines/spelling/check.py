"""The check itself: unknown forms in, findings out."""

from __future__ import annotations

from collections.abc import Iterator

from lint.engines.spelling.accepted import accepted
from lint.engines.spelling.sightings import Place, is_english, places, unknown_forms
from lint.engines.spelling.varieties import findings
from lint.lexicon.drafts import draft_of
from lint.model import Check, Config, Document, Finding, Rule, Span


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check for the rules of kind `spelling`, told apart by their options.

    `confidence: probable`: the model takes it for a slip; `confidence: possible`: worth a look.
    `variety: one`: the draft keeps to one variety of English.
    """
    levels = {rule.options["confidence"]: rule for rule in rules if "confidence" in rule.options}
    variety = next((rule for rule in rules if "variety" in rule.options), None)
    terms = accepted(config.accept)

    def check(document: Document) -> Iterator[Finding]:
        if not is_english(document.lang, config) and not any(block.lang for block in document.blocks):
            return
        unknown, forms = unknown_forms(document.text)
        if variety is not None:
            yield from findings(document, config, variety, set(forms))
        if not unknown:
            return
        # Half the engine, and megabytes of data, that a draft without unknown words does not need.
        from lint.lexicon.judge import confidence, judge, silent

        draft = draft_of(forms)
        by_form: dict[str, list[Place]] = {}
        for place in places(document, config, unknown, terms):
            by_form.setdefault(place.sighting.form.lower(), []).append(place)
        for first, *others in by_form.values():
            if silent(first.sighting, draft):
                continue
            verdict = judge(first.sighting, draft)
            rule = levels.get(confidence(verdict))
            if rule is not None and verdict.suggestions:
                yield _finding(document, rule, first, verdict.suggestions, others)

    return check


def _finding(
    document: Document, rule: Rule, place: Place, suggestions: tuple[str, ...], others: list[Place]
) -> Finding:
    text = document.text
    whole = place.whole
    head, tail = text[whole.start : place.core.start], text[place.core.end : whole.end]
    words = [head + like(word, place.sighting.form) + tail for word in suggestions]
    form = text[whole.start : whole.end]
    message = rule.message.replace("{match}", form).replace("{replacement}", words[0])
    safe = rule.fix == "safe" and not document.quoted(whole)
    fixes = [document.fix(whole, word, safe=safe and number == 0) for number, word in enumerate(words)]
    related = ((Span(*other.whole), "the same again") for other in others)
    return document.finding(rule, Span(*whole), message=message, fixes=fixes, related=related)


def like(word: str, form: str) -> str:
    """The word with the capitals of the form it replaces."""
    if form.isupper() and len(form) > 1:
        return word.upper()
    if form[:1].isupper():
        return word[:1].upper() + word[1:]
    return word
