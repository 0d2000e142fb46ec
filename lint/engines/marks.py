"""Kind `marks`: signs of two kinds in one draft, and brackets that do not pair.

`marks: quotes`: straight and curly quotation marks; `apostrophes`: the same for those inside words; `dashes`:
a hyphen between spaces beside real dashes; `ellipses`: three dots beside the one sign. Each is one finding,
at the first of the rarer kind. `marks: brackets`: each round or square bracket without its other half.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from lint.matching import scope
from lint.model import Check, Document, Edit, Finding, Fix, Rule, Span
from lint.regexes import pattern as compiled

if TYPE_CHECKING:
    from lint.model import Config

SHOWN = 12
"""Places beside the first that a finding lists."""

_BLOCKS = ("paragraph", "quote", "heading", "caption", "item")

_KINDS = {
    "quotes": (r'"(?<![\d"]")(?!")', "[“”]"),
    "apostrophes": (r"'(?<=[^\W\d_]')(?=[^\W\d_])", r"’(?<=[^\W\d_]’)(?=[^\W\d_])"),
    "dashes": (
        r" -(?:(?<=[\w,”\"’] -)|-(?<=[\w,”\"’] --)) (?=[^\W\d]|[“\"‘(])",
        r"[–—](?:(?<=[\w,)”\"’][–—])|(?<=[\w,)”\"’] [–—])) ?(?=[^\W\d]|[“\"‘(])",
    ),
    "ellipses": (r"\.\.\.(?<!\.\.\.\.)(?!\.)", "…"),
}
"""The two kinds of each sign, the typed one first; each begins with the sign, which is found fast."""

_SIGNS = {"quotes": ('"', "“"), "apostrophes": ("'", "’"), "dashes": (" -", "–—"), "ellipses": ("...", "…")}
"""What must stand in a text for each, as a first look."""


def build(rules: tuple[Rule, ...], config: Config) -> Check:
    """A check for signs of two kinds and for brackets."""
    return partial(_check, rules, config)


def _check(rules: tuple[Rule, ...], config: Config, document: Document) -> Iterator[Finding]:
    for rule in rules:
        if rule.options == "brackets":
            yield from _unpaired(document, rule, config)
        else:
            yield from _mixed(document, rule, config)


def _mixed(document: Document, rule: Rule, config: Config) -> Iterator[Finding]:
    text = document.text
    typed, real = _SIGNS[rule.options]
    if typed not in text or not any(sign in text for sign in real):
        return
    places = [
        [
            span
            for match in compiled(pattern).finditer(text)
            if _counts(document, rule, span := Span(*match.span()), config)
        ]
        for pattern in _KINDS[rule.options]
    ]
    if not all(places):
        return
    odd, other = places if len(places[0]) <= len(places[1]) else places[::-1]
    like = text[slice(*other[0])]
    message = rule.message.replace("{count}", str(len(odd))).replace("{match}", _shown(text, odd[0]))
    yield document.finding(
        rule,
        odd[0],
        message=message.replace("{replacement}", _written(text, odd[0], rule.options, like).strip()),
        related=[(span, "here too") for span in odd[1 : SHOWN + 1]],
        fixes=[_fix(document, rule, odd, like)],
    )


def _counts(document: Document, rule: Rule, span: Span, config: Config) -> bool:
    block = document.block_at(span.start)
    return block is not None and block.kind in _BLOCKS and scope.passes(rule, document, span, config)


def _shown(text: str, span: Span) -> str:
    return text[span.start : span.end].strip()


def _fix(document: Document, rule: Rule, odd: list[Span], like: str) -> Fix | None:
    """Every odd sign written like the others, or None where one cannot be changed faithfully."""
    if rule.fix == "none":
        return None
    edits: list[Edit] = []
    for span in odd:
        fix = document.fix(span, _written(document.text, span, rule.options, like))
        if fix is None:
            return None
        edits.extend(fix.edits)
    signs = sorted({edit.text.strip() for edit in edits})
    return Fix(f"{' '.join(signs)} everywhere", tuple(edits))


def _written(text: str, span: Span, kind: str, like: str) -> str:
    if kind != "quotes" or like not in "“”":
        return like
    before = text[span.start - 1 : span.start]
    return "“" if span.start == 0 or before.isspace() or before in "([—–-‘" else "”"


_PAIRS = {")": "(", "]": "["}


def _unpaired(document: Document, rule: Rule, config: Config) -> Iterator[Finding]:
    """Brackets whose other half stands nowhere; a remark may run over several paragraphs."""

    text = document.text
    if text.count("(") == text.count(")") and text.count("[") == text.count("]"):
        # Nearly every draft: the order of equally many is not worth a look.
        return
    # Not the bracket of “a)” or “12)” in a list, nor of a smiling face.
    pattern = r"[\[(]|(?<![:;=8^<-])(?<![:;]-)[\])]"
    open_: list[Span] = []
    lonely: list[Span] = []
    for block in document.blocks:
        if block.kind == "cell":
            continue
        for match in compiled(pattern).finditer(text, block.span.start, block.span.end):
            sign, span = match[0], Span(*match.span())
            if sign in "([":
                if text[max(span.start - 1, 0)] not in ":;=-":
                    open_.append(span)
            elif open_ and (
                text[open_[-1].start] == _PAIRS[sign] or _is_interval(text[open_[-1].start : span.start])
            ):
                open_.pop()
            elif not _numbers_item(text, block.span.start, span.start):
                lonely.append(span)
    for span in sorted(lonely + open_):
        if scope.passes(rule, document, span, config):
            yield document.finding(rule, span, message=rule.message.replace("{match}", text[slice(*span)]))


def _is_interval(stretch: str) -> bool:
    """Whether a stretch from one bracket to another kind of bracket is a half-open interval: “[0, 1)”."""
    return len(stretch) < 30 and stretch.count(",") == 1 and "\n" not in stretch and "." not in stretch[-2:]


def _numbers_item(text: str, start: int, offset: int) -> bool:
    """Whether the bracket follows a letter or number that counts: “a) first, b) second”."""
    word = text[max(offset - 5, start) : offset].split()[-1:]
    return bool(word) and (
        (word[0].isdigit() and len(word[0]) < 3) or len(word[0]) == 1 or word[0] in ("ii", "iii", "iv", "vi")
    )
