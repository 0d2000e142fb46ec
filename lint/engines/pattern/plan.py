"""Pattern rules made ready once and kept: plain data that `marshal` can store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lint.matching import prefilter
from lint.matching.cost import cost
from lint.matching.forms import inflect
from lint.matching.words import entry
from lint.model import Rule
from lint.regexes import code_of

FLAGS = 2 | 8  # re.IGNORECASE | re.MULTILINE, by number since a warm run may not need `re` patterns
CASE_FLAGS = 8


def compile(rules: tuple[Rule, ...]) -> dict[str, Any]:
    """What `build` needs: for prose and for the source, `words`, `regexes` and what they replace.

    `words`: (rule index, canonical words, key, signs left, signs right, match case, replacements).
    `regexes`: (rule index, the pattern's code, its cost, replacements); `keys`: the shadows of the
    strings they need, each with its patterns and the word edges they want; `always`: the other patterns.
    """
    plan: dict[str, Any] = {
        part: {"words": [], "regexes": [], "keys": {}, "always": []} for part in ("prose", "source")
    }
    for index, rule in enumerate(rules):
        part = plan["source" if "source" in rule.scope else "prose"]
        for text, better in rule.options:
            if rule.kind == "regex":
                _add_regex(part, index, rule, text, better)
            elif len(text) > 2 and text[0] == "/" == text[-1]:
                _add_regex(part, index, rule, text[1:-1], better)
            else:
                part["words"].extend(_words(index, rule, text, better))
    return plan


def _add_regex(part: dict[str, Any], index: int, rule: Rule, pattern: str, better: tuple[str, ...]) -> None:
    flags = CASE_FLAGS if rule.match_case else FLAGS
    place = len(part["regexes"])
    part["regexes"].append((index, code_of(pattern, flags), cost(pattern, flags), better))
    prefilter.add(part["keys"], part["always"], place, pattern, flags)


def _words(index: int, rule: Rule, text: str, better: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    yield (index, *entry(text, match_case=rule.match_case), better)
    if not rule.forms:
        return
    seen = {text}
    inflected = [inflect(word) for word in better]
    for kind, form in inflect(text).items():
        if form not in seen:
            seen.add(form)
            yield (index, *entry(form, match_case=rule.match_case), tuple(word[kind] for word in inflected))
