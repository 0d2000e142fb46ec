"""The check itself: unknown forms in, findings out."""

from __future__ import annotations

from collections.abc import Iterator

from lint.engines.spelling.accepted import accepted
from lint.engines.spelling.sightings import Place, is_english, places, unknown_forms
from lint.engines.spelling.varieties import findings
from lint.lexicon.drafts import draft_of
from lint.model import Check, Config, Document, Finding, Fix, Rule, Span


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
        from lint.lexicon.certain import certain
        from lint.lexicon.judge import confidence, judge, silent

        draft = draft_of(forms)
        by_form: dict[str, list[Place]] = {}
        for place in places(document, config, unknown, terms):
            by_form.setdefault(place.sighting.form.lower(), []).append(place)
        for first, *others in by_form.values():
            if silent(first.sighting, draft):
                continue
            verdict = judge(first.sighting, draft)
            sure = certain(first.sighting.form)
            rule = levels.get("probable" if sure else confidence(verdict))
            words = tuple(dict.fromkeys((sure, *verdict.suggestions) if sure else verdict.suggestions))
            if rule is not None and words:
                yield _finding(document, rule, first, words, others)

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
    fixes = [document.fix(whole, word) for word in words]
    if rule.fix == "safe" and fixes[0] is not None and _is_certain(place):
        plain = (other for other in others if _is_certain(other) and not document.quoted(other.core))
        same = (document.fix(other.core, suggestions[0]) for other in plain)
        edits = [*fixes[0].edits, *(edit for fix in same if fix is not None for edit in fix.edits)]
        fixes[0] = Fix(words[0], tuple(edits), safe=not document.quoted(whole))
    related = ((Span(*other.whole), "the same again") for other in others)
    return document.finding(rule, Span(*whole), message=message, fixes=fixes, related=related)


def _is_certain(place: Place) -> bool:
    """Whether a slip can only mean the one word here: in small letters, plain, among English words."""
    seen = place.sighting
    from lint.lexicon.certain import certain

    foreign = (seen.strange_before and not certain(seen.before)) or (
        seen.strange_after and not certain(seen.after)
    )
    return bool(certain(seen.form)) and seen.form.islower() and not (seen.marked or seen.alone or foreign)


def like(word: str, form: str) -> str:
    """The word with the capitals of the form it replaces."""
    if form.isupper() and len(form) > 1:
        return word.upper()
    if form[:1].isupper():
        return word[:1].upper() + word[1:]
    return word
