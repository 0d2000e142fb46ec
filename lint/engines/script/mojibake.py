"""Text that was saved in one encoding and opened in another: `donâ€™t`, `cafÃ©`, `РџСЂРёРІРµС‚`.

UTF-8 that was read as a one-byte encoding becomes runs of signs which, written back in that
encoding, are UTF-8 again. Chance does that too (`MARQUÉ…`), so a run counts only where its
characters do not stand together in any language, or where many agree.
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.engines.script.place import Place, in_text
from lint.model import Document, Span
from lint.regexes import pattern

JOIN = 40
"""Garbled stretches with no more characters between them are one finding."""

ENOUGH = 50_000
"""After so many garbled characters the rest is left; the writer knows by then."""

# Two signs beyond ASCII side by side, apart from what stands so in sound English: —“ and ’”.
_SUSPECT = pattern("[\x80-\x9fÂÃ]|â\\?|[^\x00-\x7f‘’“”…–—\xa0][^\x00-\x7f]|[–—][^\x00-\x7f‘’“”…–—\xa0«»]")
_STRETCH = pattern(r"[^\x00-\x7f]{1,1000}")
# Halves whose other half was lost, turned into a space or a question mark, or lower-cased.
_LONE = pattern(
    "(?<![^\\W\\d_])Â(?=[\xa0 ]+(?:Â|[^\\w\\s,.;:]|$))"
    "|(?<=[a-z0-9.!?)`*”])Â(?=[ \xa0\n]|$)"
    "|(?<=[|>*-] )Â(?= )"
    "|(?<=[a-z])Ã(?= )|(?<= )Ã(?= [a-z])"
    "|Ã\\?(?=[a-zÂâÃ])|[âÃ]\\?¬|â\\?\\?|â€"
    "|ã[¡¢£¤¥§¨©¯±²³´µ¶¸¹¼½¾]"
)
_HALVES = frozenset("ÂÃâã¬")


def find(document: Document) -> Iterator[Place]:
    """Garbled stretches of the text, near ones joined, each with what it was if that is certain."""
    text = document.text
    start = end = -1
    pieces: list[str] = []
    for place, repaired in garbled(text):
        if start >= 0 and place.start - end <= JOIN and "\n\n" not in text[end : place.start]:
            pieces += [text[end : place.start], repaired]
        else:
            if start >= 0:
                yield in_text(document, Span(start, end), "".join(pieces))
            start, pieces = place.start, [repaired]
        end = place.end
    if start >= 0:
        yield in_text(document, Span(start, end), "".join(pieces))


def garbled(text: str) -> Iterator[tuple[Span, str]]:
    """Every garbled run and what it stands for, in order and apart from one another."""
    if not _SUSPECT.search(text):
        return
    from lint.engines.script.decode import readings, suspects

    found: list[tuple[Span, str]] = []
    if any(half in text for half in _HALVES):
        found = [(Span(*lone.span()), "") for lone in _LONE.finditer(text)]
    done = read = 0
    for suspect in suspects().finditer(text):
        start = suspect.start()
        if start < done:
            continue
        while start > done and text[start - 1] > "\x7f":
            start -= 1
        run = _STRETCH.match(text, start)
        assert run is not None
        done = run.end()
        here = list(readings(text, Span(start, done)))
        found += here
        read += sum(place.end - place.start for place, _ in here)
        if read > ENOUGH:
            break
    end = -1
    for span, repaired in sorted(found, key=lambda item: (item[0].start, -item[0].end)):
        if span.start >= end:
            yield span, repaired
            end = span.end
