"""Where a sentence ends; a bar in the input marks each end that is expected inside a paragraph."""

from __future__ import annotations

import pytest

from lint.documents import parse


@pytest.mark.parametrize(
    "marked",
    [
        "Mr. Weaver met Gen. Stone.| They talked.",
        "He lives in the U.S.| The trip ended.| He left the U.S. Army.",
        "See No. 5 today.| He said no.| Weaver did not.",
        "J. K. Weaver wrote it.| George W. Stone read it.",
        "It cost $3.5 million.| Up 2.4 percent.",
        "“Go!” she said.| “Stop?”| He did.| “We left.”| Then rain.",
        "Really?!| Yes.| Well... maybe.| Well...| Maybe so.",
        "He uses Weaver Inc. products.| He works at Weaver Inc.| The firm is big.",
        "On Jan. 5 it rained.| Rain fell in Sept.| The rest was dry.",
        "It sold well.| iPhone sales rose.| eBay fell.",
        "At 5 p.m. EDT he left.| She left at 6 p.m.| He stayed.",
        "They chose plan B.| The other plan was dear.",
        "(He left.)| She stayed.",
        "“I said ‘no.’”| He sighed.",
        "It was 2014.| The war began.",
        "2014.| The war began.",
        "They left AT&T.| Weaver stayed.",
        "Read it (see p. 5).| Then go.",
        "He sat.| Weaver stood.",
        "Run \ufffc.| \ufffc is next.",
        "He paused . . . then went on.| It rained.",
        "В 2014 г. он уехал.| А. С. Ткач писал и т.д.| Он жил в г. Киеве.",
        "— Иди.| — Он встал.",
        "Am 3. Oktober war es z.B. ruhig.| Dr. Weber kam.",
        "今日は。|明日も。",
    ],
)
def test_sentences_end_where_a_reader_stops(marked: str) -> None:
    document = parse(marked.replace("|", ""), "a.txt")
    expected = [sentence.strip() for sentence in marked.split("|")]
    assert [document.text[slice(*span)] for span in document.sentences] == expected


def test_no_sentence_crosses_a_block() -> None:
    document = parse("# Storm closes harbour\n\n- one\n- two", "a.md")
    assert [document.text[slice(*span)] for span in document.sentences] == [
        "Storm closes harbour",
        "one",
        "two",
    ]
