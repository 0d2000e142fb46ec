"""One draft's section of the page: its galley with the notes, and its part of the ledger of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lint.model import Mention, NameEntry, Report, Result
from lint.reporters.html.galley import Place, galley
from lint.reporters.html.markup import Html, tag
from lint.reporters.html.notes import Context, note, related_id
from lint.reporters.html.strips import document_of, strips
from lint.reporters.html.tables import line_links, names_of, names_table, section, tally
from lint.reporters.lines import lines_of


class Page(NamedTuple):
    """What the sections of one page share.

    The page's ids of drafts and rules, the places in each draft that notes of other drafts lead to, and
    running numbers of notes and names.
    """

    report: Report
    file_ids: Mapping[str, str]
    rule_ids: Mapping[str, str]
    foreign: Mapping[str, Sequence[Place]]
    note_numbers: Iterator[int]
    mention_numbers: Iterator[int]

    @property
    def several(self) -> bool:
        return len(self.report.results) > 1


def draft(result: Result, page: Page) -> Html:
    """The section with the draft's id; several drafts carry their path as a heading."""
    lines = lines_of(result.source)
    document = document_of(result.source, result.path, result.format)
    context = Context(page.report.rules, page.rule_ids, page.file_ids, lines, result.format)
    places: list[Place] = list(page.foreign.get(result.path, ()))
    notes: dict[int, Html] = {}
    for finding in result.findings:
        number = next(page.note_numbers)
        notes[number] = note(finding, number, context)
        places.append(Place(finding.span, f"w{number}", number, finding.severity))
        places.extend(
            Place(related.span, related_id(number, index), number)
            for index, related in enumerate(finding.related)
            if related.path in ("", result.path)
        )
    entries = names_of(page.report, result)
    mention_ids = _mention_ids(entries, page.mention_numbers)
    places.extend(Place(mention.span, id, 0) for mention, id in mention_ids.items())
    shown = strips(document, lines, [place.span for place in places])
    id = page.file_ids[result.path]
    back = tag("p", tag("a", "← All drafts", href="#index"), class_="back") if page.several else Html("")
    parts = [tag("p", tally(result), class_="tally")] if page.several else []
    parts.append(tag("div", galley(shown, places, notes, lines, document.lang), class_="galley"))
    if entries:
        table = names_table(entries, line_links(mention_ids, lines))
        lead = "Every name of this draft and how it is written."
        parts.append(section(f"names-{id}" if page.several else "names", "Names", lead, table))
    heading = tag("h2", result.path, id=f"t-{id}", class_="path" if page.several else "unseen")
    return tag(
        "section",
        back,
        heading,
        *parts,
        class_="file",
        id=id,
        aria_labelledby=f"t-{id}",
        data_path=result.path,
    )


def foreign_places(results: Iterable[Result]) -> dict[str, list[Place]]:
    """For each path the places that notes of other drafts lead to; notes are numbered from 1 in order."""
    places: dict[str, list[Place]] = {}
    findings = (finding for result in results for finding in result.findings)
    for number, finding in enumerate(findings, 1):
        for index, related in enumerate(finding.related):
            if related.path not in ("", finding.path):
                place = Place(related.span, related_id(number, index), number)
                places.setdefault(related.path, []).append(place)
    return places


def _mention_ids(entries: tuple[NameEntry, ...], numbers: Iterator[int]) -> dict[Mention, str]:
    mentions = (mention for entry in entries for form in entry.forms for mention in form.mentions)
    return {mention: f"m{next(numbers)}" for mention in dict.fromkeys(mentions)}
