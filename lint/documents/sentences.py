"""Finds sentences: one regex proposes ends, what stands on both sides decides.

An end is proposed at a full stop, question mark, exclamation mark or ellipsis, with the quotation marks
and brackets that close there, where white space follows. A full stop after an abbreviation ends a
sentence only where the next word is one that opens sentences.
"""

from __future__ import annotations

import re
from functools import cache

from lint.documents.wordset import wordset
from lint.model import Block, Span
from lint.regexes import pattern


def find_sentences(text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """Spans of sentences in order, none across a block's edge, white space at their edges left out."""
    spans: list[Span] = []
    propose = _proposals().finditer
    for block in blocks:
        start, end = block.span
        begin = start
        while begin < end and text[begin].isspace():
            begin += 1
        for match in propose(text, start, end):
            if _ends(text, match, start, end):
                spans.append(Span(begin, match.end(match.lastindex or 0)))
                begin = match.end()
        while end > begin and text[end - 1].isspace():
            end -= 1
        if begin < end:
            spans.append(Span(begin, end))
    return tuple(spans)


@cache
def _proposals() -> re.Pattern[str]:
    # The second branch is for scripts that put no space between sentences. Runs are bounded: a long one
    # would be read again from each of its marks.
    return pattern(
        r"((?:\.(?:[ \xa0]\.){1,3}|[.!?…])[.!?…\"”’'»“)\]*_]{0,12})\s++(?=\S)"
        r"|([。！？]{1,12}[」』”’）]{0,12})\s*+(?=\S)"
    )


_CLOSERS = "\"”’'»“)]*_"
_OPENERS = "\"“‘'«„‚([{*_¿¡-–—•‹»"
_TOKEN_LIMIT = 40


def _ends(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a proposed end is one."""
    mark = match[1]
    if mark is None:
        return True
    after = match.end()
    while after < end and (text[after] in _OPENERS or text[after].isspace()):
        after += 1
    first = text[after] if after < end else ""
    bare = mark.rstrip(_CLOSERS)
    if first.islower():
        return (
            bare == "." and _opens_with_brand(text, after, end) and not _token(text, match.start(), start)[1]
        )
    if len(bare) > 1 or bare in {"!", "?", "…"}:
        return not (bare in {"...", "…", ". . ."} and first.isdigit())
    return _stop_ends(text, match.start(), start, after, end)


def _stop_ends(text: str, stop: int, start: int, after: int, end: int) -> bool:
    """Whether a single full stop at `stop`, before a word at `after`, ends a sentence."""
    token, abbreviation = _token(text, stop, start)
    number = text[after].isdigit() if after < end else False
    if token.isdigit():
        opens_block = text[start : stop - len(token)].strip(_OPENERS + " ") == ""
        return not (
            (opens_block and len(token) < 4)
            or (len(token) < 3 and _word(text, after, end) in _AFTER_ORDINALS)
        )
    if not abbreviation:
        return True
    low = token.lower()
    if low in _BEFORE_NUMBERS or token in _MONTHS:
        return not number
    if token in _TITLES or low in _NEVER_LAST or number:
        return False
    word = _word(text, after, end)
    initial_follows = len(word) == 1 and text.startswith(".", after + 1)
    return word in _STARTERS and not (len(token) == 1 and initial_follows)


def _token(text: str, stop: int, start: int) -> tuple[str, bool]:
    """The word before a full stop, and whether it may be an abbreviation."""
    at = stop
    floor = max(start, stop - _TOKEN_LIMIT)
    while at > floor and (text[at - 1].isalnum() or text[at - 1] in ".’'-"):
        at -= 1
    token = text[at:stop].lstrip(".’'-")
    if text[max(start, at - 1) : at] == "&":
        return token, False
    return token, _abbreviates(token) or ("-" in token and _abbreviates(token.rpartition("-")[2]))


def _abbreviates(token: str) -> bool:
    low = token.lower()
    if token in _TITLES or token in _MONTHS or token in _AMBIGUOUS:
        return True
    if low in _NEVER_LAST or low in _BEFORE_NUMBERS:
        return True
    if "." in token:
        return all(len(part) <= 2 and part.isalpha() for part in token.split("."))
    return len(token) == 1 and token.isupper()


def _word(text: str, at: int, end: int) -> str:
    stop = at
    limit = min(end, at + _TOKEN_LIMIT)
    while stop < limit and (text[stop].isalnum() or text[stop] in "’'"):
        stop += 1
    return text[at:stop].partition("’")[0].partition("'")[0]


def _opens_with_brand(text: str, after: int, end: int) -> bool:
    """Whether a word like iPhone or eBay stands there."""
    word = _word(text, after, end)
    return len(word) > 2 and word[0].islower() and word[1].isupper() and word[2].islower()


# A title, or another abbreviation that needs the word after it.
_TITLES = wordset(
    "Mr Mrs Ms Mx Messrs Dr Drs Prof Gen Sen Rep Reps Sens Gov Govs Lt Col Sgt Cpl Capt Cmdr Comdr Adm "
    "Maj Brig Pvt Rev Hon Pres Supt Det Insp Atty St Ste Mt Ft Msgr Amb Sec Asst Assoc Mme Mlle Dipl Ing "
    "Hrsg"
)
_NEVER_LAST = wordset(
    "vs cf viz e.g i.e approx ca resp incl excl bzw z.b d.h u.a sog vgl evtl ggf inkl zzgl bspw dr prof "
    "т.е т.н т.к см ср им ул пр просп пер пл проф акад доц ген полк напр тел обл"
)
# They are abbreviations only where a number follows.
_BEFORE_NUMBERS = wordset(
    "no nos nr vol vols p pp pg ch chap sec sect art arts fig figs eq eqs abs bd kap ziff num par para "
    "ver v п ст ч стр гл рис табл илл кв д корп"
)
_MONTHS = wordset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
# They may well end a sentence: the next word decides.
_AMBIGUOUS = wordset(
    "Inc Co Corp Ltd LLC Llc Plc PLC Bros Jr Sr Esq Ph.D Ave Blvd Rd Hwy Sq Dept Univ Calif Mass Conn "
    "Penn Tenn Wash Ariz Ark Colo Del Fla Ga Ill Ind Kan Ky Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa "
    "Tex Va Vt Wis Wyo Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun etc usw al Str Tel Mio Mrd Jh Jhd "
    "Co.KG г гг в вв тыс млн млрд трлн руб коп долл чел др т.д т.п т.ч проч н.э о м р"
)
# Only words that are hardly ever a name: behind "U.S." or "Inc." they open a new sentence.
_STARTERS = wordset(
    "The A An This That These Those It Its He She They We You I His Her Their Our My Your There Here In "
    "On At By For From With Without After Before During Since Until Under Over As If When While Where Why "
    "What Who How Which And But Or So Yet Nor However Moreover Meanwhile Although Though Because Once "
    "Then Now Today Yesterday Earlier Later Last Next Some Many Most Several All Both Each Every Few "
    "Other Another Such Not No To One Two Three Four Five Six About Among According Despite Instead Also "
    "Still Even Only Just Unlike Asked Nearly Officials Police More Critics Experts Он Она Оно Они Мы Вы "
    "Это Этот Эта Эти В На С По Но И А Из За Для При После До Однако Как Что Когда Если Также Так Там "
    "Тогда Его Её Их Всего Все К О Об От У Не Кроме Der Die Das Ein Eine Er Sie Es Wir Ich Im Am Und Aber "
    "Doch Nach Bei Mit Von Für Auch Wenn Als Dies Diese Dieser Dieses Zu Zum Zur Aus Auf Seit Dort Damit "
    "Dabei"
)
# After "3." and the like; a German ordinal before any other noun is too rare in a draft to guess at.
_AFTER_ORDINALS = wordset(
    "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember "
    "Jahrhundert Jahrhunderts Klasse Platz Bundesliga Liga Etage Stock"
)
