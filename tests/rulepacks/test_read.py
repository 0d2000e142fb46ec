"""A pack is read into rules, and every mistake in it is told at once, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import Config, rulepacks
from lint.errors import PackError
from lint.findings.levels import active
from lint.model import Rule
from lint.rulepacks.read import read_pack

EXAMPLES = """
    examples:
      - bad: We utilize a cache.
        good: We use a cache.
"""
HEAD = "pack: house\ntitle: House style\nrules:\n"


def rule(lines: str) -> str:
    return HEAD + lines + EXAMPLES


def errors(text: str) -> list[str]:
    with pytest.raises(PackError) as caught:
        read_pack(text, "rules/x.yml")
    return [str(problem) for problem in caught.value.problems]


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


GOOD = rule("""  - id: utilize
    replace: {utilize: use, "at this point in time": [now, today]}
    message: Write “{replacement}” instead of “{match}”.
    severity: suggestion
    why: The longer word says nothing more.
    scope: [body, heading]
    except: [utilize software, {after: [to], before: fully}]
    forms: true
""")


def test_a_rule_is_read_with_all_it_says() -> None:
    (found,) = read_pack(GOOD, "rules/x.yml").rules
    assert found == Rule(
        id="house.utilize",
        kind="replace",
        message="Write “{replacement}” instead of “{match}”.",
        severity="suggestion",
        why="The longer word says nothing more.",
        options=(("utilize", ("use",)), ("at this point in time", ("now", "today"))),
        scope=("body", "heading"),
        exceptions=("utilize software",),
        before=("fully",),
        after=("to",),
        forms=True,
        examples=found.examples,
        origin="rules/x.yml:4",
    )
    assert (found.examples[0].bad, found.examples[0].good) == ("We utilize a cache.", "We use a cache.")
    assert found.examples[0].origin == "rules/x.yml:14"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            "  - id: isis\n    find: x\n    mesage: hello\n    why: y",
            [
                'rules/x.yml:6: unknown key "mesage" in rule "isis"; did you mean "message"?',
                'rules/x.yml:4: rule "isis" needs "message"',
            ],
        ),
        (
            "  - id: a\n    find: '/(\\w+)+x/'\n    message: m\n    why: y",
            [
                'rules/x.yml:5: the pattern "(\\w+)+x" in rule "a": a repeat inside a repeat, '
                "with nothing fixed between, can take for ever"
            ],
        ),
        (
            "  - id: a\n    regex: ['[a', 'x*']\n    message: m\n    why: y",
            [
                'rules/x.yml:5: the pattern "[a" in rule "a": it is not a valid regular expression '
                "(unterminated character set at position 0)",
                'rules/x.yml:5: the pattern "x*" in rule "a": it can match an empty string',
            ],
        ),
        (
            "  - id: a\n    find: x\n    replace: {a: b}\n    message: m\n    why: y\n    severity: fatal",
            [
                'rules/x.yml:9: "severity" in rule "a" cannot be "fatal"; '
                "use one of error, warning, suggestion, off"
            ],
        ),
        ("  - id: a\n    message: m\n    why: y\n    instead_of: [b]", None),
        (
            "  - id: a\n    find: x\n    message: m\n    why: y\n    scope: headings",
            ['rules/x.yml:8: "scope" in rule "a" cannot be "headings"; did you mean "heading"?'],
        ),
    ],
)
def test_mistakes_are_told_with_file_line_and_what_now(lines: str, told: list[str] | None) -> None:
    found = errors(rule(lines))
    if told is None:
        assert found[0].startswith('rules/x.yml:4: rule "a" must have one of find, replace')
    else:
        assert found == told


def test_a_rule_without_examples_is_refused() -> None:
    text = HEAD + "  - id: a\n    find: x\n    message: m\n    why: y\n    examples: [{good: fine}]\n"
    assert errors(text) == ['rules/x.yml:8: rule "a" has no "bad" example']


def test_all_mistakes_of_a_pack_are_told_at_once() -> None:
    text = (
        HEAD + "  - id: a\n    find: x\n    why: y\n  - id: b\n    regex: '('\n    message: m\n    why: y\n"
    )
    lines = [told.split(":")[1] for told in errors(text)]
    assert lines == ["4", "4", "7"]


def test_an_extended_pack_is_taken_over_and_changed(tmp_path: Path) -> None:
    write(tmp_path, "base.yml", GOOD.replace("pack: house", "pack: base"))
    path = write(
        tmp_path,
        "own.yml",
        "pack: own\ntitle: Own\nextends: [./base.yml]\nrules:\n"
        "  - id: base.utilize\n    severity: error\n    replace: {utilise: use}\n",
    )
    (found,) = rulepacks.load([(path, True)])
    assert (found.id, found.severity, found.options) == ("base.utilize", "error", (("utilise", ("use",)),))
    assert found.why == "The longer word says nothing more."


def test_a_taken_over_rule_can_be_switched_off(tmp_path: Path) -> None:
    write(tmp_path, "base.yml", GOOD.replace("pack: house", "pack: base"))
    path = write(
        tmp_path,
        "own.yml",
        "pack: own\ntitle: Own\nextends: ./base.yml\nrules: [{id: base.utilize, severity: off}]\n",
    )
    assert active(rulepacks.load([(path, True)]), Config()) == ()


@pytest.mark.parametrize(
    ("extends", "told"),
    [
        ("./own.yml", "packs extend one another in a circle"),
        ("./none.yml", 'there is no pack file "./none.yml"'),
        ("spellings", 'there is no pack "spellings"; did you mean "spelling"?'),
    ],
)
def test_what_cannot_be_extended_is_told(tmp_path: Path, extends: str, told: str) -> None:
    path = write(tmp_path, "own.yml", f"pack: own\ntitle: Own\nextends: [{extends}]\nrules: [{{id: x.y}}]\n")
    with pytest.raises(PackError, match=told.replace("?", r"\?").replace(".", r"\.")):
        rulepacks.load([(path, True)])


def test_a_change_to_an_unknown_rule_is_told(tmp_path: Path) -> None:
    write(tmp_path, "base.yml", GOOD.replace("pack: house", "pack: base"))
    path = write(
        tmp_path,
        "own.yml",
        "pack: own\ntitle: Own\nextends: ./base.yml\nrules: [{id: base.utilise, severity: off}]\n",
    )
    with pytest.raises(
        PackError, match=r'no extended pack has a rule "base\.utilise"; did you mean "base\.utilize"'
    ):
        rulepacks.load([(path, True)])
