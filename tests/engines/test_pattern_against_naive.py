"""The fast matching finds what a plain loop finds: nothing missing, nothing extra."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint import rulepacks
from lint.documents import parse
from lint.engines.pattern import compile
from lint.engines.pattern.search import Runaway, Search
from lint.model import BLOCK_BREAK, Document, Rule, Span
from lint.rulepacks import shipped
from tests.engines.naive import naive

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))

WORDS = st.sampled_from(
    [
        "use",
        "utilize",
        "the",
        "The",
        "ISIS",
        "Isis",
        "ISIS's",
        "don't",
        "don’t",
        "o'clock",
        "air-strike",
        "air‑strike",
        "airstrike",
        "per",
        "cent",
        "%",
        "“so-called”",
        "'quoted'",
        "café",
        "CAFÉ",
        "Café's",
        "ſtop",
        "İstanbul",
        "istanbul",
        "ıs",
        "straße",
        "Straße",
        "ΣΑΣ",
        "σας",
        "K9",
        "9-5",
        "@use",
        "#use",
        "use_it",
        "Турция",
        "турция",
        "а",
        "аз",
        "за",
        "[цитата]",
        "&amp;",
        "…",
        "—",
        "–",
        "-",
        "(",
        ")",
        "[",
        "]",
        "[sic]",
        ",",
        ".",
        "'",
        "’",
        "\u200b",
        "￼",
        "😀",
        "in",
        "order",
        "to",
    ]
)
GAPS = st.sampled_from([" ", " ", " ", "  ", "\n", " \n", "\t", "", "-", "’", "'", ", ", "\u00a0 "])
TEXTS = st.lists(st.tuples(WORDS, GAPS), max_size=25).map(lambda parts: "".join(w + g for w, g in parts))
BLOCKS = st.lists(TEXTS.map(lambda text: text.replace("\n\n", "\n")), min_size=1, max_size=4)

PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join).filter(str.strip)
PATTERNS = st.sampled_from(
    [
        r"\buse\b",
        r"colou?r|[Ii]sis",
        r"(?:the|The)\s+\w+",
        r"(\w+) \1",
        r"\[[^\]]*\]",
        r"\d+\s*per cent",
        r"^use",
        r"use$",
        r"(?<=so)-called",
        r"[“\"].{1,20}?[”\"]",
        r"s(?:top|as)",
        r"straße",
        r"caf[eé]",
        r"\bi\w+bul",
        r"&\w+;",
        r"—|–",
        r"(?:in ){1,2}order",
        r"t(?:he)?\b",
        r"цитата",
        r"k\d",
        r"use(?:_it)?\S*",
    ]
)


def make_rule(number: int, kind: str, options: tuple[tuple[str, tuple[str, ...]], ...], **more: bool) -> Rule:
    return Rule(f"made.r{number}", kind, "“{match}”", "warning", "", options=options, **more)  # type: ignore[arg-type]


@st.composite
def packs(draw: st.DrawFn) -> tuple[Rule, ...]:
    rules = []
    for number in range(draw(st.integers(1, 5))):
        flags = {"match_case": draw(st.booleans())}
        if draw(st.booleans()):
            entries = draw(st.lists(PHRASES, min_size=1, max_size=4, unique=True))
            flags["forms"] = draw(st.booleans())
            rules.append(make_rule(number, "find", tuple((entry, ()) for entry in entries), **flags))
        else:
            entries = draw(st.lists(PATTERNS, min_size=1, max_size=3, unique=True))
            rules.append(make_rule(number, "regex", tuple((entry, ()) for entry in entries), **flags))
    return tuple(rules)


def fast(rules: tuple[Rule, ...], text: str, blocks: list[Span]) -> list[object]:
    runaways: list[Runaway] = []
    found = list(Search(compile(rules)["prose"])(text, blocks, runaways, "draft.txt"))
    assert runaways == []
    return found


@settings(max_examples=150, deadline=None)
@given(packs(), BLOCKS)
def test_generated_packs_find_the_same_in_generated_texts(rules: tuple[Rule, ...], texts: list[str]) -> None:
    spans, start = [], 0
    for text in texts:
        spans.append(Span(start, start + len(text)))
        start += len(text) + len(BLOCK_BREAK)
    joined = BLOCK_BREAK.join(texts)
    assert fast(rules, joined, spans) == naive(rules, joined, spans)


def examples(rules: tuple[Rule, ...]) -> list[Document]:
    """Every example of the rules as a document, and the seed, which all rules read."""
    texts = [text for rule in rules for one in rule.examples for text in (one.bad, one.good) if text]
    seed = SEED.read_text(encoding="utf-8")
    return [parse(text, "example.md") for text in (seed, BLOCK_BREAK.join(texts), *texts)]


@pytest.mark.parametrize("name", shipped.names())
def test_shipped_packs_find_the_same_in_the_seed_and_in_their_examples(name: str) -> None:
    kinds = ("find", "replace", "regex")
    loaded = rulepacks.load([(shipped.path(name), True)])
    rules = tuple(rule for rule in loaded if rule.kind in kinds and "source" not in rule.scope)
    for document in examples(rules):
        blocks = [block.span for block in document.blocks]
        assert fast(rules, document.text, blocks) == naive(rules, document.text, blocks)
