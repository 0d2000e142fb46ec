"""Sentences read by the real parser: what is flagged, what never is, and what a run says beside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lint.documents import parse
from lint.engines import grammar
from lint.engines.grammar import parser
from lint.files import Input, Inputs
from lint.model import Config, Finding, Report
from lint.rulepacks.read import read_pack
from lint.runner import run

pytest.importorskip("spacy")

ROOT = Path(__file__).parents[2]
PACK = ROOT / "rules" / "grammar.yml"
RULES = tuple(
    rule for rule in read_pack(PACK.read_text(encoding="utf-8"), str(PACK)).rules if rule.kind == "syntax"
)
SEED = next((ROOT / "seeds").glob("*.txt"))
FORGETFUL = {"remember": False}
CHECK = grammar.build(RULES, Config(grammar=FORGETFUL))


def found(text: str, path: str = "draft.md") -> list[Finding]:
    return list(CHECK(parse(text, path)))


def said(text: str, path: str = "draft.md") -> list[tuple[str, str]]:
    """What is flagged, and the first proposal."""
    return [(one.text, next(iter(one.suggestions), "")) for one in found(text, path)]


def whole_run(*texts: str, config: Config | None = None, jobs: int = 1) -> Report:
    drafts = tuple(Input(f"{number}.txt", text.encode()) for number, text in enumerate(texts))
    chosen = (config or Config())._replace(select=("grammar",), languagetool={"mode": "off"})
    return run(Inputs(drafts, ()), chosen, jobs=jobs)


def test_the_seed_has_ten_errors_of_grammar_and_no_more() -> None:
    report = whole_run(SEED.read_text(encoding="utf-8"))
    assert [(one.text, next(iter(one.suggestions), "")) for one in report.findings] == [
        (
            "it isn’t only Western Europe, but also NATO’s member Turkey is",
            "it isn’t only Western Europe, but also NATO’s member Turkey that is",
        ),
        ("NATO’s member", "NATO member"),
        ("the Turkey’s", "Turkey’s"),
        ("has", "have"),
        ("US-led coalition", "the US-led coalition"),
        ("haven’t already", "haven’t yet"),
        ("thing that", "thing is that"),
        (
            "so-called anti-Islamic State coalition",
            "the so-called anti-Islamic State coalition",
        ),
        ("fact that", "fact is that"),
        ("believe", "believes"),
    ]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("The nature of the threats are changing.", [("are", "is")]),
        ("Full details of the meeting wasn’t given to the club.", [("was", "were")]),
        ("The **initiatives** is part of a plan for cheaper food.", [("is", "are")]),
        ("It needs a mayor who are honest, and those type of people.", [("are", "is")]),
        ("He was one of the best [artist](https://a.example) of his time.", [("artist", "artists")]),
    ],
)
def test_an_error_is_found_and_mended_in_the_words_it_stands_in(
    text: str, flagged: list[tuple[str, str]]
) -> None:
    assert said(text)[: len(flagged)] == flagged


@pytest.mark.parametrize(
    "text",
    [
        "“The nature of the threats are changing,” the minister said.",
        "# The nature of the threats are changing.",
        "    The nature of the threats are changing.",
        "> The nature of the threats are changing.",
        "| The nature of the threats are changing. | 3 |\n|---|---|\n| a | b |",
        "The nature of the threats are changing",
        "The Nature Of The Threats Are Changing.",
        "Die Ziele des Plans ist noch nicht bekannt gegeben worden.",
        "The `nature` of the threats are changing, says `x`.",
    ],
    ids=["quoted", "heading", "code", "block quote", "cell", "no end", "title", "German", "code in it"],
)
def test_nothing_is_said_where_words_are_not_the_writers_own_prose(text: str) -> None:
    config = Config(language="de" if text.startswith("Die") else "en-GB", grammar=FORGETFUL)
    assert [one.text for one in grammar.build(RULES, config)(parse(text, "draft.md"))] == []


def test_a_country_may_be_a_team_in_a_draft_about_sport() -> None:
    assert said("England have chosen a new envoy.") == [("have", "has")]
    assert said("England have chosen a new captain. The squad flies to the tournament on Monday.") == []


def test_every_finding_says_its_words_and_the_better_ones() -> None:
    (one,) = found("The tensions at the border has risen.")
    assert one.message == "Write “have” to agree with “tensions”."


def test_sentences_that_are_too_long_are_counted() -> None:
    endless = "The nature of the threats are changing, and " + "the plan is new, and " * 80 + "so on."
    report = whole_run(f"{endless} {endless}")
    assert report.notices == ("0.txt: 2 sentences are too long to be read for grammar",)


def test_a_draft_is_read_up_to_a_length_and_what_is_left_out_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrong = "The nature of the threats are changing."
    monkeypatch.setattr("lint.engines.grammar.sentences.MOST", len(wrong) + 60)
    other = "The plan that the council made for the old town was new."
    report = whole_run(f"{wrong} {wrong}\n\n{wrong} {other} The nature of the risks are clear.")
    assert [one.text for one in report.findings] == ["are"] * 3
    (notice,) = report.notices
    assert notice.startswith("0.txt: a sentence was not read for grammar, since a draft is read up to")


def test_several_processes_find_what_one_finds() -> None:
    texts = [f"The nature of the {word} are changing." for word in ("threats", "plans", "rules", "risks")]
    assert whole_run(*texts, jobs=2).results == whole_run(*texts).results
    assert len(whole_run(*texts).findings) == 4


def test_without_a_parser_one_line_says_how_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "MODELS", ("no_such_model",))
    report = whole_run("The nature of the threats are changing.", "The roof is red.")
    assert report.notices == (
        "Grammar was not checked with a parser, which is not installed; to have it:"
        " pip install 'copydesk[grammar]'",
    )
    assert report.exit_code == 0
    assert whole_run("A list\n\nof names").notices == ()


def test_asked_for_and_not_there_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "MODELS", ("no_such_model",))
    report = whole_run("The roof is red.", config=Config(grammar={"mode": "on"}))
    assert [failure.message for failure in report.failures] == [
        "the grammar rules have no parser; to have it: pip install 'copydesk[grammar]'"
    ]
    assert report.exit_code == 2


def test_switched_off_it_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "MODELS", ("no_such_model",))
    report = whole_run("The roof is red.", config=Config(grammar={"mode": "off"}))
    assert (report.notices, report.failures) == ((), ())


def test_a_model_of_another_version_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "en_core_web_old"
    (package / "en_core_web_old-3.5.0").mkdir(parents=True)
    (package / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(parser, "MODELS", ("en_core_web_old",))
    assert parser.installed() == parser.Model("en_core_web_old", "3.5.0")
    check = grammar.build(RULES, Config(grammar=FORGETFUL))
    assert check.notices == [
        "The grammar rules were made for en_core_web_old 3.8 and may err with 3.5.0;"
        " to have it: pip install 'copydesk[grammar]'"
    ]


def test_a_draft_read_before_starts_no_parser(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text("The price of the tickets are going up.\n", encoding="utf-8")
    program = (
        "import sys\n"
        "from lint.documents import parse\n"
        "from lint.engines import grammar\n"
        "from lint.model import Config\n"
        "from lint.rulepacks import load, shipped\n"
        "rules = tuple(r for r in load(((shipped.path('grammar'), True),)) if r.kind == 'syntax')\n"
        "check = grammar.build(rules, Config())\n"
        f"text = open({str(draft)!r}, encoding='utf-8').read()\n"
        "print([one.text for one in check(parse(text, 'a.txt'))], 'spacy' in sys.modules)\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
        ).stdout.strip()
        for _ in range(2)
    ]
    assert runs == ["['are'] True", "['are'] False"]
