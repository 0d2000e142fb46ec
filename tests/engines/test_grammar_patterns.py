"""Rules that an editor writes in spaCy's pattern language."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import rulepacks
from lint.documents import parse
from lint.engines import grammar
from lint.errors import PackError
from lint.model import Config
from lint.rulepacks.read import read_pack

HEAD = """pack: own
title: Own
lists:
  movers: [shift, move]
rules:
  - id: a
    message: Write “{replacement}” instead of “{match}”.
    why: It is said so.
    examples: [{bad: a b, good: c d}]
    syntax:
"""


def said(syntax: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    pytest.importorskip("spacy")
    rules = read_pack(HEAD + syntax, "own.yml").rules
    check = grammar.build(rules, Config(grammar={"remember": False}))
    return [(one.text, one.suggestions) for one in check(parse(text, "a.txt"))]


def test_neighbouring_words_by_number() -> None:
    syntax = """
      tokens: [{LOWER: very}, {TAG: JJ, OP: "+"}]
      flag: ["1", "2"]
      propose: {"1": quite}
    """
    assert said(syntax, "The roof is very old and very.") == [("very old", ("quite old",))]


def test_words_of_a_tree_by_name_and_a_list_by_its_name() -> None:
    syntax = """
      tree:
        - {RIGHT_ID: verb, RIGHT_ATTRS: {LEMMA: {IN: movers}}}
        - {LEFT_ID: verb, REL_OP: ">", RIGHT_ID: what, RIGHT_ATTRS: {DEP: dobj}}
      flag: verb
      propose: [{verb: carry}, {verb: "{word} away"}]
    """
    text = "They moved the old car on Monday, and moved on."
    assert said(syntax, text) == [("moved", ("carry", "moved away"))]


def test_several_patterns_are_alternatives() -> None:
    syntax = """
      tokens: [[{LOWER: old}, {LOWER: car}], [{LOWER: new}, {LOWER: house}]]
      flag: "1"
    """
    text = "They moved the old car to the new house."
    assert [words for words, _ in said(syntax, text)] == ["old", "new"]


@pytest.mark.parametrize(
    ("proposal", "proof", "flagged"),
    [
        ("quite", "true", ["very"]),
        ("rather", "false", ["very"]),
        ("rather", "true", []),
        ("hardly a", "true", []),
    ],
    ids=["holds", "unasked", "still matches", "another tree"],
)
def test_a_flag_stands_where_the_change_heals_and_bends_nothing(
    proposal: str, proof: str, flagged: list[str]
) -> None:
    syntax = f"""
      tokens: [{{LOWER: {{IN: [very, rather]}}}}, {{TAG: JJ}}]
      flag: "1"
      propose: {{"1": {proposal}}}
      counterfactual: {proof}
    """
    assert [words for words, _ in said(syntax, "The roof is very old.")] == flagged


@pytest.mark.parametrize(
    ("syntax", "told"),
    [
        (
            "{tokens: [{LOWRE: very}], flag: '1'}",
            'own.yml:11: the pattern in rule "a" has the unknown attribute "LOWRE"; did you mean "LOWER"?',
        ),
        (
            "{tokens: [{TAG: NOUN}], flag: '1'}",
            'own.yml:11: the pattern in rule "a" has the TAG "NOUN", which the model never gives',
        ),
        (
            "{tokens: [{LOWER: {IN: moovers}}], flag: '1'}",
            'own.yml:11: the pattern in rule "a" has no list "moovers"; did you mean "movers"?',
        ),
        (
            "{tokens: [{LOWER: a}], flag: '2'}",
            'own.yml:11: the pattern in rule "a" has no word "2"',
        ),
        (
            "{tree: [{RIGHT_ID: verb, RIGHT_ATTRS: {TAG: VB}}, {LEFT_ID: noun, REL_OP: '>', RIGHT_ID: b,"
            " RIGHT_ATTRS: {}}], flag: verb}",
            'own.yml:11: the pattern in rule "a" names "noun" before it is described',
        ),
        (
            "{tree: [{RIGHT_ID: verb, RIGHT_ATTRS: {TAG: VB}}], tokens: [{LOWER: a}], flag: verb}",
            'own.yml:11: the pattern in rule "a" must have either tokens or tree',
        ),
        (
            "{tree: [{RIGHT_ID: verb, RIGHT_ATTRS: {TAG: VB}}], flag: verb, where: [aloen]}",
            'own.yml:11: "where" in "syntax" in rule "a" cannot be "aloen"; did you mean "alone"?',
        ),
        (
            "{tree: [{RIGHT_ID: verb, RIGHT_ATTRS: {TAG: VB}}], flag: verb, where: alone}",
            'own.yml:11: the pattern in rule "a" has no word "subject", which “alone” asks about',
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(syntax: str, told: str) -> None:
    with pytest.raises(PackError) as error:
        read_pack(HEAD.rstrip() + " " + syntax + "\n", "own.yml")
    assert str(error.value).splitlines()[0].replace("own.yml:10", "own.yml:11") == told


def test_a_pack_adds_words_to_the_lists_of_one_it_extends(tmp_path: Path) -> None:
    desk = tmp_path / "desk.yml"
    desk.write_text(
        "pack: desk\ntitle: Desk\nextends: [grammar]\nlists: {places: [Arlville]}\nrules: []\n",
        encoding="utf-8",
    )
    files = ((rulepacks.locate("grammar", "."), False), (str(desk), True))
    rule = next(rule for rule in rulepacks.load(files) if rule.id == "grammar.article-before-possessive")
    assert {"Turkey", "Arlville"} <= set(rule.options["lists"]["places"])


def test_the_names_of_conditions_and_forms_are_those_that_packs_may_say() -> None:
    from lint.engines.grammar.conditions import CONDITIONS
    from lint.rulepacks import schema

    assert sorted(CONDITIONS) == sorted(schema.CONDITIONS)
