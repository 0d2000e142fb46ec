"""Across the drafts of a run: a rare form is reported in the draft where it stands."""

from __future__ import annotations

import pickle

from lint.documents import parse
from lint.engines import names
from lint.model import Config
from tests.engines.names_at_hand import pack


def across(**texts: str):
    check = names.build(pack("names"), Config())
    documents = [parse(text, f"{path}.txt") for path, text in texts.items()]
    facts = [check.survey(document) for document in documents]
    check.know(pickle.loads(pickle.dumps(facts)))
    return {document.path: list(check(document)) for document in documents}


COMMON = (
    "Wendy Brandhorst spoke. Brandhorst left. Brandhorst came back, and Brandhorst stayed. Ms Brandhorst won."
)


def test_a_rare_form_is_reported_in_its_own_draft_and_points_to_the_others():
    found = across(a=COMMON, b=COMMON, c="Wendy Brandhosrt was absent.")
    assert found["a.txt"] == found["b.txt"] == []
    [finding] = found["c.txt"]
    assert (finding.text, finding.suggestions) == ("Brandhosrt", ("Brandhorst",))
    assert finding.message == "“Brandhosrt” is written “Brandhorst” in other drafts of this run (10 times)."
    assert [(place.path, place.text) for place in finding.related] == [
        ("a.txt", "Brandhorst"),
        ("b.txt", "Brandhorst"),
    ]
    place = finding.related[0]
    assert COMMON[place.span.start : place.span.end] == "Brandhorst"


def test_declared_forms_are_compared_as_well():
    found = across(a="Kyiv was quiet. Kyiv slept.", b="Kiev was quiet.")
    assert [finding.rule for finding in found["b.txt"]] == ["names.kyiv"]
    assert found["a.txt"] == []


def test_drafts_about_different_people_do_not_meet():
    found = across(a="Shane Horgan won. Horgan smiled. Horgan left.", b="Marcus Horan lost. Horan left.")
    assert found == {"a.txt": [], "b.txt": []}


def test_what_is_kept_of_a_draft_grows_with_its_names_not_with_its_text():
    check = names.build(pack("names"), Config())
    small = check.survey(parse(COMMON, "a.txt"))
    large = check.survey(parse((COMMON + " and so on and on") * 300, "a.txt"))
    assert len(pickle.dumps(large)) < 3 * len(pickle.dumps(small))
