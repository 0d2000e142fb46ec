"""A Word draft given back with one comment a finding, at its words; all else stays as it was.

The parts that change (the document, its comments, and the two lists that name these) are spliced at
byte offsets, never written anew; the other parts are copied as they lie in the archive.
"""

from __future__ import annotations

from collections.abc import Mapping

from lint.documents.word.draft import WordDraft, read_draft
from lint.documents.word.lay import places_of
from lint.errors import DraftError
from lint.model import Finding, Result, Rule
from lint.reporters.word.anchors import Anchor, Point, around
from lint.reporters.word.comments import Comments
from lint.reporters.word.repack import repack
from lint.reporters.word.weave import weave
from lint.reporters.word.wording import wording


def annotate(result: Result, rules: Mapping[str, Rule], data: bytes) -> bytes:
    """The bytes of a copy of the draft `data` with a comment for each finding of `result`.

    Without findings it is the draft itself. The same input gives the same bytes. Raises DraftError where
    `data` is not what was checked, or has no words in its body that a comment could stand at.
    """
    draft = read_draft(data, result.path)
    if draft.document.source != result.source:
        raise DraftError("has changed while it was checked", result.path, "check it again")
    if not result.findings:
        return data
    comments = Comments(draft)
    anchors: dict[int, Anchor] = {}
    for finding in result.findings:
        home, anchor = _anchor(draft, finding)
        paragraphs = wording(finding, rules.get(finding.rule), home, result.source)
        anchors[comments.add(paragraphs)] = anchor
    main = draft.package.main
    changed = {main: weave(draft.package.xml(main), anchors, comments.reference_style), **comments.parts()}
    return repack(draft.package.archive, data, changed, beside=main)


def _anchor(draft: WordDraft, finding: Finding) -> tuple[str, Anchor]:
    """Where a comment goes: at the words, or, outside the body, at the mark that leads to them.

    Word takes no comments in notes, headers and footers, and shows those in text boxes nowhere.
    """
    start, end = finding.span
    places = places_of(draft.places, finding.span)
    home = places[0].home if places else None
    if home is not None and home.name:
        return home.name, around(home.anchor) if home.anchor else _beginning(draft)
    exact = [(place, place.node) for place in places if not place.home.name and place.node]
    if not exact:
        return "", _beginning(draft)
    (first, first_node), (last, last_node) = exact[0], exact[-1]
    opening = max(start - first.start, 0)
    closing = min(end, last.end) - last.start
    if first is last and closing <= opening:
        # Where something is missing, the comment stands at the character before it.
        opening, closing = max(opening - 1, 0), max(opening, 1)
    return "", Anchor(
        Point.at(first, first_node, opening, is_end=False), Point.at(last, last_node, closing, is_end=True)
    )


def _beginning(draft: WordDraft) -> Anchor:
    """The first words of the body."""
    for place in draft.places:
        if place.node is not None and not place.home.name:
            return Anchor(Point(place.run, place.node, 0), Point(place.run, place.node, None))
    raise DraftError("has no words in its body that a comment could stand at", draft.document.path)
