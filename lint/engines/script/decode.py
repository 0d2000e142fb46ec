"""Which runs of a text are UTF-8 read as something else, and what they say.

The idea, to write a run back in the encoding it was wrongly read in and see whether that makes
UTF-8, is that of ftfy (Robyn Speer); the tests of likelihood are our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lint.model import Span
from lint.regexes import pattern

# cp1252 stands for Latin-1 and cp1254 as well: where it has nothing, they have the byte itself.
_ENCODINGS = ("cp1252", "cp1250", "cp1251", "mac_roman", "cp437", "cp850")
_UTF8 = re.compile(
    rb"(?:\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf])+"  # Pairs of surrogates.
    rb"|(?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2})+"
    rb"|[\x80-\x9f]+"
)
_CLOSERS = frozenset("‘’“”…–—»«›‹\xa0")
"""Signs that stand directly after a letter in sound text."""

_LOOSE = _CLOSERS | frozenset("®™ºª°•·¿¡³²¹£€†‡")
_MATHS = frozenset("π∞∑∏∂∫≤≥≠±≈Ω∆")
_SYMBOLS = (
    (0x2010, 0x205E),
    (0x20A0, 0x20BF),
    (0x2100, 0x21FF),
    (0x2200, 0x22FF),
    (0x2300, 0x27BF),
    (0x1E00, 0x1EFF),
    (0xFB00, 0xFB06),
    (0xFE0F, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFFD, 0xFFFD),
)
_ALPHABETS = (
    (0x0370, 0x03FF),
    (0x0400, 0x04FF),
    (0x0530, 0x058F),
    (0x0590, 0x05FF),
    (0x0600, 0x06FF),
    (0x0900, 0x0DFF),
    (0x0E00, 0x0E7F),
    (0x10A0, 0x10FF),
    (0x3000, 0x30FF),
    (0x3400, 0x9FFF),
    (0xAC00, 0xD7AF),
    (0xFF00, 0xFFEF),
)

_tables: dict[str, dict[str, int]] = {}


class _Run(NamedTuple):
    """One reading of a run: what stands there, what it says, and what stands beside it."""

    shown: str
    said: str
    before: str
    after: str
    encoding: str


@cache
def suspects() -> re.Pattern[str]:
    """Two characters of which the first may begin a garbled one and the second go on with it."""
    leads: set[str] = set()
    trails: set[str] = set()
    for encoding in _ENCODINGS:
        for character, byte in _table(encoding).items():
            (trails if byte < 0xC0 else leads).add(character)
    lead, trail = ("".join(sorted(some)) for some in (leads, trails))
    return pattern(f"[\x80-\x9f]|[{re.escape(lead)}][{re.escape(trail)}]")


def readings(text: str, run: Span) -> Iterator[tuple[Span, str]]:
    """Garbled pieces of a run of characters beyond ASCII, by the first encoding that explains them."""
    shown = text[run.start : run.end]
    if len(shown) > 1 and _is_plain_alphabet(shown):
        return
    taken = bytearray(len(shown))
    for encoding in _ENCODINGS:
        table = _table(encoding)
        data = bytes(table.get(character, 0) for character in shown)
        for match in _UTF8.finditer(data):
            span = Span(run.start + match.start(), run.start + match.end())
            if any(taken[match.start() : match.end()]):
                continue
            for piece, said in _likely(text, span, match.group(), encoding):
                taken[piece.start - run.start : piece.end - run.start] = b"\1" * len(range(*piece))
                yield piece, said


def _is_plain_alphabet(shown: str) -> bool:
    """Whether all is Cyrillic in small letters or beyond it (Hebrew to the Thai and Georgian)."""
    return min(shown) >= "\u0430" and max(shown) < "\u2000" and not set(shown) & set("вѓђљњќћџ")


def _likely(text: str, span: Span, data: bytes, encoding: str) -> Iterator[tuple[Span, str]]:
    """The run as a whole where it is likely, else its characters that are likely by themselves."""
    shown = text[span.start : span.end]
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if data[0] < 0xC0:
        # Signs of Windows in a text that was read as Latin-1: \x93 for “.
        if encoding == "cp1252" and all("\x80" <= character <= "\x9f" for character in shown):
            yield span, data.decode("cp1252", "ignore")
        return
    if data[0] == 0xED and data[1] >= 0xA0:
        pairs = data.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
        yield span, pairs.decode("utf-16-le", "replace")
        return
    pieces = _pieces(_Run(shown, data.decode("utf-8"), before, after, encoding))
    if _agree(pieces):
        yield span, _again("".join(piece.said for piece in pieces))
        return
    at = start = span.start
    said = ""
    for piece in pieces:
        if _single(piece):
            said += piece.said
        elif said:
            yield Span(start, at), _again(said)
            said = ""
        at += len(piece.shown)
        start = start if said else at
    if said:
        yield Span(start, at), _again(said)


def _pieces(run: _Run) -> list[_Run]:
    """A run, character by character of what it says."""
    pieces: list[_Run] = []
    at, before = 0, run.before
    for character in run.said:
        end = at + len(character.encode("utf-8"))
        after = run.shown[end : end + 1] or run.after
        pieces.append(_Run(run.shown[at:end], character, before, after, run.encoding))
        at, before = end, run.shown[end - 1]
    return pieces


def _again(said: str) -> str:
    """What a text says that was garbled twice or more."""
    for _ in range(4):
        try:
            data = bytes(_table("cp1252")[character] for character in said)
            deeper = data.decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            break
        if deeper == said:
            break
        said = deeper
    return said


def _agree(pieces: list[_Run]) -> bool:
    """Whether several letters of one alphabet stand there, which chance does not make."""
    codes = [ord(piece.said) for piece in pieces]
    for low, high in _ALPHABETS:
        inside = sum(low <= code <= high for code in codes)
        if inside >= 2 and inside >= 0.7 * len(codes):
            # In these encodings the halves are themselves letters or signs of tables.
            rare = pieces[0].encoding in ("cp1251", "cp437", "cp850", "mac_roman")
            return inside >= (3 if rare and low < 0x3000 else 2)
    return False


def _single(run: _Run) -> bool:
    """Whether one character, garbled into two or more, is likely where it stands."""
    code = ord(run.said)
    if any("\x80" <= character <= "\x9f" for character in run.shown):
        return code >= 0xA0
    if code >= 0x10000:
        return 0x1F000 <= code <= 0x1FAFF
    if len(run.shown) == 3:
        return _is_symbol(run, code)
    lead, trail = run.shown[0], run.shown[1]
    if run.encoding == "mac_roman":
        return _mac(run, lead, trail)
    if run.encoding in ("cp437", "cp850"):
        return _dos(run, lead, trail)
    if run.encoding == "cp1251":
        return lead in "ГВ" and not trail.isalpha() and trail not in _LOOSE and _beside_latin(run)
    return _western(run, lead, trail)


def _is_symbol(run: _Run, code: int) -> bool:
    second, third = run.shown[1], run.shown[2]
    if second in _CLOSERS and third in _CLOSERS:
        return False
    if run.encoding in ("cp437", "cp850") and second.isalpha() and second != "Ç":
        return False
    if 0x3040 <= code <= 0x30FF:
        return not second.isalpha() or second == "ƒ"
    if run.encoding == "cp1251" and second.isalpha() and second.islower():
        return False
    return any(low <= code <= high for low, high in _SYMBOLS) and not (
        second.isalpha() and third.isalpha() and run.encoding in ("cp1250", "cp1251")
    )


def _western(run: _Run, lead: str, trail: str) -> bool:
    """One letter garbled into a capital and a sign: `Ã©`, `Å¡`, `Ä±`, `Î¼`."""
    capital_before = run.before.isupper()
    if lead == "Â":
        if trail == "\xa0":
            return not capital_before and not run.after.isupper()
        return ord(run.said) >= 0xA0 and not (capital_before and trail in _LOOSE) and trail != "»"
    if lead in "ÃĂ":
        if trail == "\xa0":
            return run.before.islower() or (not run.before.isalpha() and not run.after.isupper())
        if trail in _CLOSERS:
            return run.before.islower() or run.after.isalpha()
        if trail.isalpha() and trail not in "ƒŠŒŽšœžŸªº":
            return run.before.islower() or run.after.islower()
        return True
    if lead in "ÄÅĹ":
        if trail in _CLOSERS:
            return run.before.islower() and run.after.islower()
        return run.before.islower() or run.after.islower()
    if lead in "ÈÉ":
        return trail in "™›˜š" and run.after.islower()
    if lead in "ÎÏ":
        return trail in "±²³´µ¶·¼½¾¿¸€" and (not capital_before or run.after.islower())
    return False


def _mac(run: _Run, lead: str, trail: str) -> bool:
    if lead == "¬":
        return trail in "†©®£¢•´"
    if lead not in "√ƒ≈" or trail == "π":
        return False
    if trail in _MATHS:
        return run.before.islower()
    return run.before.islower() or (trail.isalpha() and run.after.islower())


def _dos(run: _Run, lead: str, trail: str) -> bool:
    """Box-drawing signs inside a word."""
    if lead not in "├┬┼─":
        return False
    if "\u2500" <= trail <= "\u259f":
        return False
    return run.before.isalpha() or (run.after.islower() and not run.before.isspace() and lead != "─")


def _beside_latin(run: _Run) -> bool:
    return any(character.isascii() and character.isalpha() for character in (run.before, run.after))


def _table(encoding: str) -> dict[str, int]:
    """Character to byte; where the encoding leaves a byte out, the control of that number."""
    if encoding not in _tables:
        table = {chr(byte): byte for byte in range(0x80, 0xA0)} if encoding == "cp1252" else {}
        for byte in range(0x80, 0x100):
            character = bytes([byte]).decode(encoding, "ignore") or chr(byte)
            table[character] = byte
        _tables[encoding] = table
    return _tables[encoding]
