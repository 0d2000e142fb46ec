"""Rules of the kind `consistent`: several forms will do, but one in a draft.

`consistent: [[airstrike, air strike], …]`: groups of forms, each a word, a phrase or a `/pattern/`. With
`{of: […], least: 3}` a form counts where it stands at least so many times.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lint.matching import scope, wording
from lint.matching.forms import inflect
from lint.matching.guarded import finditer_kept, stopped
from lint.matching.prefilter import Prefilter, add
from lint.matching.shadow import word_shadow
from lint.matching.words import Entry, Match, entry, longest, searcher
from lint.model import Config, Document, Edit, Failure, Finding, Fix, Rule, Span


class _Form(NamedTuple):
    """Which rule, group and form of the group an entry stands for, and in which inflection."""

    rule: int
    group: int
    form: int
    inflection: str


class _Place(NamedTuple):
    form: _Form
    span: Span


def compile(rules: tuple[Rule, ...]) -> dict[str, Any]:
    """The entries of all groups, their inflections where a rule asks for `forms`, and the patterns.

    `words`: (rule, group, form, inflection, entry). `patterns`: (rule, group, form, code, cost); `keys` and
    `always` tell where they are worth running.
    """
    plan: dict[str, Any] = {"words": [], "patterns": [], "keys": {}, "always": []}
    for index, rule in enumerate(rules):
        for group, forms in enumerate(_groups(rule)):
            for number, form in enumerate(forms):
                if _is_pattern(form):
                    _add_pattern(plan, (index, group, number), form[1:-1], 0 if rule.match_case else 2)
                else:
                    plan["words"].extend(_words((index, group, number), rule, form))
    return plan


def _add_pattern(plan: dict[str, Any], place: tuple[int, int, int], pattern: str, flags: int) -> None:
    from lint.matching.cost import cost
    from lint.regexes import code_of

    add(plan["keys"], plan["always"], len(plan["patterns"]), pattern, flags)
    plan["patterns"].append((*place, code_of(pattern, flags), cost(pattern, flags)))


def _words(place: tuple[int, int, int], rule: Rule, form: str) -> Iterator[tuple[Any, ...]]:
    kinds = {"": form, **(inflect(form) if rule.forms else {})}
    # A possessive is found by the word before its apostrophe; of like forms one will do.
    kinds.pop("possessive", None)
    for text, kind in {text: kind for kind, text in reversed(kinds.items())}.items():
        yield (*place, kind, tuple(entry(text, match_case=rule.match_case)))


def _groups(rule: Rule) -> tuple[tuple[str, ...], ...]:
    return tuple(rule.options["of"] if isinstance(rule.options, dict) else rule.options)


def _least(rule: Rule) -> int:
    return int(rule.options.get("least", 1)) if isinstance(rule.options, dict) else 1


def _is_pattern(form: str) -> bool:
    return len(form) > 2 and form[0] == "/" == form[-1]


def build(rules: tuple[Rule, ...], config: Config, plan: dict[str, Any] | None = None) -> _Check:
    """A check for all groups of all rules at once."""
    return _Check(rules, config, plan if plan is not None else compile(rules))


class _Check:
    def __init__(self, rules: tuple[Rule, ...], config: Config, plan: dict[str, Any]) -> None:
        self.rules = rules
        self.config = config
        self.groups = [_groups(rule) for rule in rules]
        self.forms = [_Form(*item[:4]) for item in plan["words"]]
        self.search = searcher(Entry(*item[4]) for item in plan["words"])
        self.patterns = plan["patterns"]
        self.prefilter = Prefilter(plan["keys"], ())
        self.always = plan["always"]
        self.failures: list[Failure] = []

    def __call__(self, document: Document) -> Iterable[Finding]:
        groups: dict[tuple[int, int], list[_Place]] = {}
        for place in self._places(document):
            if scope.passes(self.rules[place.form.rule], document, place.span, self.config):
                groups.setdefault(place.form[:2], []).append(place)
        for (rule, group), places in groups.items():
            counts = Counter(place.form.form for place in places)
            often = {form for form, count in counts.items() if count >= _least(self.rules[rule])}
            if len(often) > 1:
                kept = [place for place in places if place.form.form in often]
                yield _finding(document, self.rules[rule], self.groups[rule][group], kept)

    def _places(self, document: Document) -> Iterator[_Place]:
        by_rule: dict[int, list[Match]] = {}
        for match in self.search(document.text, word_shadow(document.text)):
            by_rule.setdefault(self.forms[match.entry].rule, []).append(match)
        met: set[_Form] = set()
        for matches in by_rule.values():
            for match in longest(matches):
                form = self.forms[match.entry]
                met.add(form)
                yield _Place(form, Span(match.start, match.end))
        if self.patterns:
            yield from self._matches(document, met)

    def _matches(self, document: Document, met: set[_Form]) -> Iterator[_Place]:
        """Where the patterns match, of those groups that may have two forms in the draft."""
        blocks = [block.span for block in document.blocks]
        pairs = self.prefilter(document.text, blocks)
        likely = {form[:3] for form in met} | {self.patterns[index][:3] for _, index in pairs}
        forms = Counter(form[:2] for form in likely)
        for index in self.always:
            if forms[self.patterns[index][:2]]:
                pairs.extend((place, index) for place in range(len(blocks)))
                forms[self.patterns[index][:2]] += 1
        mixed = {index for index, pattern in enumerate(self.patterns) if forms[pattern[:2]] > 1}
        for place, index in pairs:
            if index in mixed:
                yield from self._matches_in(document, blocks[place], index)

    def _matches_in(self, document: Document, block: Span, index: int) -> Iterator[_Place]:
        rule, group, number, code, cost = self.patterns[index]
        form = _Form(rule, group, number, "")
        try:
            for found in finditer_kept(code, cost, document.text[block.start : block.end]):
                yield _Place(form, Span(block.start + found.start(), block.start + found.end()))
        except TimeoutError:
            self.failures.append(stopped(self.rules[rule], document.path))


def _finding(document: Document, rule: Rule, forms: tuple[str, ...], places: list[_Place]) -> Finding:
    """One finding for the draft: at the first minority form, with every other place beside it."""
    places.sort(key=lambda place: place.span)
    counts = Counter(place.form.form for place in places)
    # Where two forms are equally frequent, the one the editor wrote first.
    chosen = min(counts, key=lambda form: (-counts[form], form))
    others = [place for place in places if place.form.form != chosen]
    first = others[0]
    match = document.text[first.span.start : first.span.end]
    shown = {place.form.form: _shown(document, forms, place) for place in reversed(places)}
    listed = " and ".join(f"“{shown[form]}” {_times(count)}" for form, count in counts.most_common())
    said = wording.message(rule, match, (shown[chosen],), count=counts[chosen])
    return document.finding(
        rule,
        first.span,
        message=said.replace("{forms}", listed),
        related=((place.span, f"“{shown[place.form.form]}”") for place in places if place is not first),
        fixes=[_fix(document, rule, forms, chosen, others)],
    )


def _shown(document: Document, forms: tuple[str, ...], place: _Place) -> str:
    """A form as the rule has it; for a pattern, the words it stands for here."""
    form = forms[place.form.form]
    return " ".join(document.text[slice(*place.span)].split()) if _is_pattern(form) else form


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _fix(
    document: Document, rule: Rule, forms: tuple[str, ...], chosen: int, others: list[_Place]
) -> Fix | None:
    """The chosen form in place of every other, or None where one of them cannot be changed faithfully."""
    target = forms[chosen]
    if rule.fix == "none" or not any(char.isalpha() for char in target) or target[0] == "/":
        return None
    inflected = {"": target, **inflect(target)}
    edits: list[Edit] = []
    for place in others:
        written = document.text[place.span.start : place.span.end]
        if not any(char.isalpha() for char in written):
            return None
        fix = document.fix(place.span, wording.like(written, inflected[place.form.inflection]))
        if fix is None:
            return None
        edits.extend(fix.edits)
    return Fix(f"{target} everywhere" if len(others) > 1 else target, tuple(edits), rule.fix == "safe")
