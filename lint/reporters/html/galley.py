"""The draft with its words marked, each note beside the strip where its words stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from lint.model import Inline, Severity, Span
from lint.reporters.html.markup import Html, join, signs, tag, text
from lint.reporters.html.strips import Piece, Strip
from lint.reporters.lines import Lines

_TEXT, _OBJECT, _MARKUP = 2, 1, 0
_KINDS = {"text": _TEXT, "object": _OBJECT, "markup": _MARKUP}
_ELEMENTS = {"emphasis": "em", "strong": "strong"}


class Place(NamedTuple):
    """A source span to mark: a finding's words (`number` of its note), or a place links lead to (`id`)."""

    span: Span
    id: str
    number: int
    severity: Severity | None = None


class Overlaps:
    """Places in order, asked for those that touch a span."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.places = sorted(places, key=lambda place: (place.span, place.number))
        self._starts = [place.span.start for place in self.places]
        self._reach: list[int] = []
        for place in self.places:
            self._reach.append(max(place.span.end, self._reach[-1] if self._reach else 0))

    def touching(self, span: Span) -> list[Place]:
        """The places that share a character with `span`, and the empty ones in it or at its edges."""
        found: list[Place] = []
        index = bisect_left(self._starts, span.end + 1) - 1
        while index >= 0 and self._reach[index] >= span.start:
            if _overlap(self.places[index].span, span) is not None:
                found.append(self.places[index])
            index -= 1
        return found[::-1]


def _overlap(place: Span, piece: Span) -> Span | None:
    """What the two have in common; an empty place counts where it stands in the piece or at its edge."""
    start, end = max(place.start, piece.start), min(place.end, piece.end)
    if start < end or (start == end and place.start == place.end):
        return Span(start, end)
    return None


def galley(
    strips: Sequence[Strip],
    places: Sequence[Place],
    notes: Mapping[int, Html],
    lines: Lines,
    lang: str | None,
) -> Html:
    """All strips; `notes` are the notes by number, each drawn once, where the first of its words is."""
    overlaps = Overlaps(places)
    best = _best(strips, overlaps)
    drawn: set[str] = set()
    rows: list[Html] = []
    for strip in strips:
        here: dict[int, None] = {}
        cells = [_cell(cell, overlaps, best, drawn, here) for cell in strip.cells]
        beside = tag("div", *(notes[number] for number in here), class_="notes") if here else Html("")
        rows.append(
            tag(
                "div",
                _words(strip, cells, lang),
                beside,
                class_=f"strip {strip.kind}",
                data_line=lines.place(strip.source.start).line,
            )
        )
    return join(rows)


def _best(strips: Sequence[Strip], overlaps: Overlaps) -> dict[Place, int]:
    """For each place the best kind of piece that shows it: text, else an object, else markup."""
    best: dict[Place, int] = {}
    for strip in strips:
        for cell, span in zip(strip.cells, strip.spans, strict=True):
            if not overlaps.touching(span):
                continue
            for piece in cell:
                kind = _KINDS[piece.kind]
                for place in overlaps.touching(piece.source):
                    best[place] = max(best.get(place, _MARKUP), kind)
    return best


def _words(strip: Strip, cells: list[Html], lang: str | None) -> Html:
    attributes: dict[str, str | None] = {"class": "words", "dir": "auto", "lang": strip.lang or lang}
    if strip.kind == "heading":
        return tag(f"h{min(strip.level + 2, 6)}", *cells, **attributes)
    if strip.kind == "row":
        kind = "words cells head" if strip.first else "words cells"
        return tag(
            "div", *(tag("span", cell, class_="cell") for cell in cells), **attributes | {"class": kind}
        )
    if strip.kind in ("code", "raw"):
        return tag("pre", *cells, **attributes)
    if strip.kind == "quote":
        return tag("blockquote", tag("p", *cells), **attributes)
    if strip.kind == "item":
        return tag("p", *cells, **attributes, data_marker=strip.marker, data_depth=str(min(strip.depth, 8)))
    return tag("p", *cells, **attributes)


def _cell(
    cell: tuple[Piece, ...],
    overlaps: Overlaps,
    best: Mapping[Place, int],
    drawn: set[str],
    here: dict[int, None],
) -> Html:
    """A cell's pieces; `drawn` collects the ids that are on the page, `here` the notes that begin here."""
    kinds: dict[Place, int] = {}
    touched: list[list[Place]] = []
    for piece in cell:
        touching = overlaps.touching(piece.source)
        touched.append(touching)
        for place in touching:
            kinds[place] = max(kinds.get(place, _MARKUP), _KINDS[piece.kind])
    last: dict[Place, int] = {}
    for index, (piece, touching) in enumerate(zip(cell, touched, strict=True)):
        # Words are marked where they are text; markup is shown only where it is all there is.
        touching[:] = [
            place
            for place in touching
            if kinds[place] == best[place] and min(best[place], _OBJECT) <= _KINDS[piece.kind]
        ]
        last.update(dict.fromkeys(touching, index))
    out: list[str] = []
    for index, (piece, touching) in enumerate(zip(cell, touched, strict=True)):
        if touching:
            ending = {place for place in touching if last[place] == index}
            out.append(_marked(piece, touching, ending, drawn, here))
        elif piece.kind != "markup":
            out.append(_styled(piece, text(_plain(piece))))
    return join(out)


def _plain(piece: Piece) -> str:
    return piece.text.strip("`") if piece.kind == "object" else piece.text


def _marked(
    piece: Piece, places: list[Place], ending: set[Place], drawn: set[str], here: dict[int, None]
) -> Html:
    """A piece cut at the edges of the places in it."""
    clips = {place: _clip(place, piece) for place in places}
    edges = {edge for clip in clips.values() for edge in clip}
    if piece.kind != "markup":
        edges |= {piece.source.start, piece.source.end}
    opening: dict[int, list[Place]] = {}
    for place, clip in clips.items():
        opening.setdefault(clip.start, []).append(place)
    out: list[Html] = []
    inside: list[Place] = []
    points = sorted(edges)
    for start, end in zip_longest(points, points[1:]):
        here_open = opening.get(start, [])
        empty = [place for place in here_open if clips[place].end == start]
        out.extend(_carets(empty, drawn, here))
        if end is None:
            break
        inside = [place for place in inside if clips[place].end > start]
        inside += [place for place in here_open if clips[place].end > start]
        words = piece.text
        if piece.literal:
            words = words[start - piece.source.start : end - piece.source.start]
        if inside or piece.kind != "markup":
            out.append(_interval(words, inside, drawn, here))
        closing = [place for place in inside if place in ending and clips[place].end == end]
        out.extend(_reference(place, drawn) for place in closing if place.severity)
    inner = tag("code", *out, class_="source") if piece.kind == "markup" else join(out)
    return _styled(piece, inner)


def _clip(place: Place, piece: Piece) -> Span:
    overlap = _overlap(place.span, piece.source) or piece.source
    # What is not one for one with its source (an entity, a line break) is marked as a whole.
    return overlap if piece.literal or overlap.start == overlap.end else piece.source


def _interval(words: str, inside: list[Place], drawn: set[str], here: dict[int, None]) -> Html:
    """Characters that share the same places: an element for each place, one mark for all findings."""
    findings = [place for place in inside if place.severity]
    inner = text(signs(words)) if findings else text(words)
    for place in inside:
        if not place.severity:
            inner = tag("span", inner, class_="place", id=_once(place.id, drawn), data_r=place.number or None)
    if not findings:
        return inner
    here.update((place.number, None) for place in findings if place.id not in drawn)
    first = next((place.id for place in findings if place.id not in drawn), None)
    drawn.update(place.id for place in findings)
    return _mark(inner, findings, first)


def _carets(places: list[Place], drawn: set[str], here: dict[int, None]) -> list[Html]:
    """A caret for each finding without words; a place without words is only where a link leads."""
    out: list[Html] = []
    for place in places:
        if place.id in drawn:
            continue
        drawn.add(place.id)
        if place.severity:
            here[place.number] = None
            out.extend((_mark(Html(""), [place], place.id, caret=True), _reference(place, drawn)))
        else:
            out.append(tag("span", id=place.id, class_="place"))
    return out


def _mark(inner: Html, findings: list[Place], id: str | None, *, caret: bool = False) -> Html:
    severities = {place.severity for place in findings}
    severity = next(level for level in ("error", "warning", "suggestion") if level in severities)
    return tag(
        "mark",
        inner,
        class_=f"{severity} caret" if caret else severity,
        id=id,
        data_n=" ".join(str(place.number) for place in findings),
    )


def _reference(place: Place, drawn: set[str]) -> Html:
    """The small number after the words that leads to the note; once, however many strips they run over."""
    if f"ref {place.id}" in drawn:
        return Html("")
    drawn.add(f"ref {place.id}")
    return tag(
        "a",
        class_=f"ref {place.severity}",
        href=f"#n{place.number}",
        data_ref=place.number,
        aria_label=f"Note {place.number}, {place.severity}",
    )


def _once(id: str, drawn: set[str]) -> str | None:
    if id in drawn:
        return None
    drawn.add(id)
    return id


def _styled(piece: Piece, inner: Html) -> Html:
    """The piece inside the emphasis, link or language its writer gave it."""
    if piece.kind == "object":
        inner = tag("code", inner, class_="object")
    for inline in piece.inlines[::-1]:
        inner = _inline(inline, inner)
    return inner


def _inline(inline: Inline, inner: Html) -> Html:
    element = _ELEMENTS.get(inline.kind)
    if element:
        return tag(element, inner, lang=inline.lang)
    return tag("span", inner, class_=f"inline {inline.kind}", lang=inline.lang)
