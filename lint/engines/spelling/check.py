"""The check itself: unknown forms in, findings out."""

from __future__ import annotations

from collections.abc import Iterator

from lint.engines.spelling.accepted import accepted
from lint.engines.spelling.sightings import Place, draft_of, places, unknown_forms
from lint.engines.spelling.varieties import findings
from lint.lexicon.judge import Verdict, judge
from lint.lexicon.ranking import shortlist
from lint.lexicon.sighting import Draft, Sighting
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
        if not (document.lang or config.language).startswith("en"):
            return
        unknown, forms = unknown_forms(document.text)
        if variety is not None:
            yield from findings(document, config, variety, set(forms))
        if not unknown:
            return
        draft = draft_of(forms)
        seen: set[str] = set()
        for place in places(document, config, unknown, terms):
            key = place.sighting.form.lower()
            if key in seen:
                continue
            seen.add(key)
            if silent(place.sighting, draft):
                continue
            verdict = judge(place.sighting, draft)
            rule = levels.get(confidence(verdict))
            if rule is not None and verdict.suggestions:
                yield _finding(document, rule, place, verdict)

    return check


PROBABLE = -2.1
POSSIBLE = -3.2


def confidence(verdict: Verdict) -> str:
    """`probable`, `possible` or `none`."""
    if verdict.odds >= PROBABLE:
        return "probable"
    return "possible" if verdict.odds >= POSSIBLE else "none"


def silent(sighting: Sighting, draft: Draft) -> bool:
    """Whether the form is a slip in a name that the draft has more often: names are checked elsewhere."""
    form = sighting.form
    if not form[:1].isupper() or sighting.starts:
        return False
    count = draft.forms.get(form, 1)
    return any(
        draft.forms.get(found.word[:1].upper() + found.word[1:], 0) > count
        for found in shortlist(form, near_only=True)
    )


def _finding(document: Document, rule: Rule, place: Place, verdict: Verdict) -> Finding:
    text = document.text
    whole = place.whole
    head, tail = text[whole.start : place.core.start], text[place.core.end : whole.end]
    words = [head + like(word, place.sighting.form) + tail for word in verdict.suggestions]
    form = text[whole.start : whole.end]
    message = rule.message.replace("{match}", form).replace("{replacement}", words[0])
    safe = rule.fix == "safe" and not document.quoted(whole)
    fixes = [document.fix(whole, word, safe=safe and number == 0) for number, word in enumerate(words)]
    return document.finding(rule, Span(*whole), message=message, fixes=fixes)


def like(word: str, form: str) -> str:
    """The word with the capitals of the form it replaces."""
    if form.isupper() and len(form) > 1:
        return word.upper()
    if form[:1].isupper():
        return word[:1].upper() + word[1:]
    return word
