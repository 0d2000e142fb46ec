"""Kind `abbreviations`: short forms in capitals and the names they stand for.

Options: `find` is `undefined` (never tied to a name), `early` (used before it is introduced), `twice`
(introduced twice, or for two names) or `unused` (introduced and not used again); `common` lists
abbreviations that every reader knows, which pass everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from lint.lexicon.english import looks_english
from lint.lexicon.initials import SMALL, spelled_out
from lint.lexicon.known_names import lookup
from lint.lexicon.words import known, zipf
from lint.model import Check, Config, Document, Finding, Fix, Rule, Span
from lint.regexes import pattern

_SHORT = pattern(r"(?<![\w.@/&$#%+-])([A-Z]{2,6})(?:s|['’]s)?(?![\w@/&]|[-‐‑.:]\w)")
_INTRODUCED = pattern(r"\s\(\s*[“\"‘']?([A-Z][A-Za-z&]{1,9}?)s?[”\"’']?(?:[;,][^)]{0,60})?\)")
_EXPLAINED = pattern(r"(?<![\w.])([A-Z]{2,8})s?\s[(\[]([^()\[\]]{6,90})[)\]]")
_WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_APPOSED_AFTER = pattern(
    r",\s(?:the|a|an|which|or|short\s+for|as|formerly|known|whose)\s|\s[–—]\s(?:the|a|an)\s"
)
_APPOSED_BEFORE = pattern(r"(?:,|\sor|\scalled|\sas|\sacronym|\sabbreviated|\s[–—])\s(?:the\s)?[“\"‘'(]?$")
_CLASSED = pattern(
    r"\b(?:agency|association|bank|broadcaster|club|company|firm|giant|group|journal|magazine|maker|"
    r"manufacturer|militia|newspaper|network|party|retailer|service|union|website)\s$"
)
"""A word that says what the letters are: the news agency IRNA."""
_NOT_TIED = pattern(r"(?:,\s)(?:and|but|while|if|though|because|when|where)?\s?$")
_CAPITALISED = pattern(r"[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ][\w’'-]*")
_LETTERS_AND_SPACE = "abcdefghijklmnopqrstuvwxyzßäöüéèñ& \n"
_REACH = 16
"""Characters that may stand between two words of one name: “ of the ”."""
_ROMAN = pattern("[IVXLCM]+")
_SHOUT_ZIPF = 5.0
"""How frequent a word of two or three letters must be to be taken for a word in capitals: OUT, HOW."""


class Introduction(NamedTuple):
    """A place where an abbreviation is tied to a name; `name` is "" where the initials do not spell it."""

    short: str
    name: str
    span: Span


class Survey(NamedTuple):
    """What a draft does with its abbreviations: their places and their introductions, in order."""

    uses: Mapping[str, tuple[Span, ...]]
    introductions: Mapping[str, tuple[Introduction, ...]]


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check for the rules of the kind; all share the words listed as `common` by any of them."""
    common = frozenset(word for rule in rules for word in rule.options.get("common", ()))
    return partial(_check, {rule.options["find"]: rule for rule in rules}, common)


def _check(rules: Mapping[str, Rule], common: frozenset[str], document: Document) -> Iterator[Finding]:
    if not looks_english(document.text):
        return
    found = survey(document, common)
    initials = _initials(document.text) if "undefined" in rules and found.uses else ""
    for short, places in found.uses.items():
        introduced = found.introductions.get(short, ())
        unexplained = not introduced and short not in initials and not _tied(document, places)
        if "undefined" in rules and unexplained:
            yield _finding(document, rules["undefined"], places[0], places, "")
        if "early" in rules and introduced and introduced[0].name:
            early = [
                span
                for span in places
                if span < introduced[0].span
                and not _in_heading(document, span)
                and not document.marked(span, "explained")
            ]
            if early:
                yield _finding(document, rules["early"], early[0], [introduced[0].span], introduced[0].name)
    for short, introduced in found.introductions.items():
        named = [one for one in introduced if one.name]
        if "twice" in rules and len(named) > 1:
            again = next((one for one in named[1:] if _plain(one.name) != _plain(named[0].name)), named[1])
            yield _finding(document, rules["twice"], again.span, [named[0].span], named[0].name)
        if "unused" in rules and len(introduced) == 1 and named and len(found.uses.get(short, ())) < 2:
            finding = _finding(document, rules["unused"], named[0].span, (), named[0].name)
            yield finding._replace(fixes=_without(document, named[0].span))


def survey(document: Document, common: frozenset[str]) -> Survey:
    """The draft's abbreviations that are not common."""
    text = document.text
    uses: dict[str, list[Span]] = {}
    for match in _SHORT.finditer(text):
        short = match.group(1)
        if short not in common and not _shouted(text, match.start(), match.end(1)) and not _is_word(short):
            uses.setdefault(short, []).append(Span(match.start(1), match.end(1)))
    introductions: dict[str, list[Introduction]] = {}
    for one in _introductions(text):
        if one.short not in common:
            introductions.setdefault(one.short, []).append(one)
    return Survey(
        {short: tuple(places) for short, places in uses.items()},
        {short: tuple(sorted(found, key=lambda one: one.span)) for short, found in introductions.items()},
    )


def _introductions(text: str) -> Iterator[Introduction]:
    for match in _INTRODUCED.finditer(text):
        short = match.group(1)
        if sum(letter.isupper() for letter in short) > 1:
            name = spelled_out(short, text[max(match.start() - 120, 0) : match.start()])
            yield Introduction(short, name, Span(*match.span(1)))
    for match in _EXPLAINED.finditer(text):
        name = match.group(2)
        if len(name.split()) > 1:
            spelled = spelled_out(match.group(1), name)
            yield Introduction(match.group(1), spelled, Span(*match.span(1)))


def _tied(document: Document, places: Iterable[Span]) -> bool:
    """Whether the draft says what the letters mean without brackets: by apposition, or to who asks a page."""
    text = document.text
    for span in places:
        if document.marked(span, "explained"):
            return True
        after = text[span.end : span.end + 12]
        before = text[max(span.start - 14, 0) : span.start]
        if _APPOSED_AFTER.match(after) or _CLASSED.search(before):
            return True
        if _APPOSED_BEFORE.search(before) and after[:1] in ",.;)”—–" and not _NOT_TIED.search(before):
            return True
        if before.endswith((", ", ", the ")) and after[:1] in ",.":
            return True
    return False


def _initials(text: str) -> str:
    """The initials of every run of capitalised words, divided by spaces: National Kelp Board is NKB."""
    found: list[str] = []
    end = -1
    for match in _CAPITALISED.finditer(text):
        between = text[end : match.start()] if end >= 0 and match.start() - end < _REACH else "."
        links = between.lower().replace("&", " ").split()
        if between.strip(_LETTERS_AND_SPACE) or not SMALL.issuperset(links):
            found.append(" ")
        found.append(match.group()[0])
        end = match.end()
    return "".join(found)


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the letters stand among words in capitals, before a number, or as initials before a name."""
    after = pattern(r"[\s,:]+([^\W_]+)").match(text[end : end + 30])
    before = pattern(r"([^\W_]+)[\s,:]+$").search(text[max(start - 30, 0) : start])
    for neighbour in (after, before):
        if neighbour and neighbour.group(1).isupper() and len(neighbour.group(1)) > 3:
            return True
    if (
        after
        and text[end] == " "
        and (after.group(1)[0].isdigit() or (end - start == 2 and after.group(1)[0].isupper()))
    ):
        return True
    return text[max(start - 2, 0) : start] == ": " and text.rfind("(", max(start - 20, 0), start) >= 0


def _is_word(short: str) -> bool:
    """Roman numerals, words and names of places set in capitals."""
    if _ROMAN.fullmatch(short):
        return True
    lowered = short.lower()
    if len(short) < 4:
        return zipf(lowered) >= _SHOUT_ZIPF and known(lowered)
    return known(lowered) or bool(lookup(short.capitalize()))


def _in_heading(document: Document, span: Span) -> bool:
    block = document.block_at(span.start)
    if block is None:
        return False
    first = block is document.blocks[0] or block == document.blocks[0]
    short = block.span.end - block.span.start < 120 and document.text[block.span.end - 1] not in '.!?”"'
    return block.kind == "heading" or (first and short)


def _without(document: Document, span: Span) -> tuple[Fix, ...]:
    """A fix that takes out the brackets with the abbreviation in them."""
    text = document.text
    if text[span.start - 2 : span.start] != " (" or text[span.end : span.end + 1] != ")":
        return ()
    fix = document.fix(Span(span.start - 2, span.end + 1), "")
    return () if fix is None else (fix,)


def _plain(name: str) -> str:
    return " ".join(word.lower().rstrip("s") for word in _WORD.findall(name) if word.lower() not in SMALL)


def _finding(document: Document, rule: Rule, span: Span, others: Iterable[Span], name: str) -> Finding:
    short = document.text[span.start : span.end]
    message = rule.message.replace("{match}", short).replace("{name}", name)
    related = [(place, short) for place in others if place != span]
    return document.finding(rule, span, message=message, related=related)
