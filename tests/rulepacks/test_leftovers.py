"""The pack of leftovers on whole drafts: what a desk sees, and what must stay quiet."""

from __future__ import annotations

import pytest

from lint import Config, check_text

LEFTOVERS = Config(select=("leftovers",))


def flagged(text: str, format: str = "text") -> list[tuple[str, str]]:
    """(rule without its pack, the words) of every finding at warning and above."""
    report = check_text(text, path="draft.txt", format=format, config=LEFTOVERS)
    assert report.failures == ()
    return [
        (finding.rule.removeprefix("leftovers."), finding.text)
        for finding in report.findings
        if finding.severity != "suggestion"
    ]


PASTED = """Share on Facebook

The harbour closes on Monday, and TK boats must leave it.

Also read: Ferry strike enters second week

“It is a hard decision [citation needed],” the harbour master’s office said.

<p>The county pays [insert sum] for the works.</p>

Certainly! Here’s a tighter wording of the last paragraph.

Fishermen wonâ€™t wait, the fishing co&#45;op says. citeturn0search4

ADVERTISEMENT
"""


def test_a_draft_that_was_pasted_together_shows_every_leftover_once() -> None:
    assert flagged(PASTED) == [
        ("share-line", "Share on Facebook"),
        ("tk", "TK"),
        ("related-line", "Also read: Ferry strike enters second week"),
        ("citation-needed", "[citation needed]"),
        ("html-tag", "<p>"),
        ("insert-here", "[insert sum]"),
        ("html-tag", "</p>"),
        ("chatbot-phrase", "Certainly! Here’s a tighter wording of the last paragraph."),
        ("mojibake", "â€™"),
        ("html-entity", "&#45;"),
        ("chatbot-token", "citeturn0search4"),
        ("advertisement", "ADVERTISEMENT"),
    ]


MARKDOWN = """---
title: The harbour
---

## Related content

The caf&eacute; at the harbour is <b>open</b> &mdash; see [the list](list.md "All") and
[the record](https://example.org/a_(b)), or [write to us](mailto:a@example.org).

{{< figure src="harbour.jpg" alt="The harbour" >}}

{% include note.html %}

Type `[insert name]` or `&nbsp;` or `<br>`:

```html
<p>&nbsp;TODO {{ name }} â€™</p>
```

| Name | Value |
|------|-------|
| a    | **b** |

***

> > A reply to a reply.

<!-- The photographer was asked. -->
"""


def test_what_is_right_in_markdown_passes_there_and_is_a_leftover_in_plain_text() -> None:
    assert flagged(MARKDOWN, "markdown") == []
    assert {rule for rule, _ in flagged(MARKDOWN)} >= {"html-entity", "html-tag", "shortcode", "mojibake"}


@pytest.mark.parametrize(
    "text",
    [
        "“[The minister] told us [on Monday] that they [the owners] would pay,” she said.",
        "The letter says “your [sic] welcome” and goes on […] for a page.",
        "He met [President] Smith, [her] brother and the [then] mayor [in May].",
        "“Dear [name],” the false letter begins.",
        "The chatbot answered: “As an AI language model, I cannot say.”",
        "Designers know what TODO lists are for; sobre todo, in Spanish.",
        "Subscribers may follow the trial on Twitter, and shares of the company rose.",
        "Read more books, the library says. Related costs rose. Loading the ship took a day.",
        "AT&T and R&D; Q&A: 5 < 6 > 4. Marks & Spencer; Johnson & Johnson.",
        "TK Maxx, TBC Bank and the XXX Corps; Super Bowl XXX; rated XXX-rated.",
        "The **** dog [barked] at s*** and f**k.",
        "Prices: $5-$10, C# and F#, #harbour, 3 * 4 ** 2.",
        "An advertisement in the paper said the story continues below the line.",
        "Click here and there; a click here cost them the match.",
        "The video is not the only one that police have. Share this video with no one, they said twice.",
        "É, Ã, Ângela, Þór, Ørsted, Đặng, Șerban, İstanbul, Łódź, Ñandú, Çelik, ß, œuvre.",
    ],
)
def test_ordinary_copy_passes(text: str) -> None:
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Contact [Your Company] for details.", "your-slot"),
        ("See [the list] (https://example.org/list) for all.", "split-link"),
        ("See [the list](https://example.org/list for all.", "open-link"),
        ("##The vote", "heading-space"),
        ("The vote <<<<<<< HEAD", ""),
        ("<<<<<<< HEAD\nThe vote", "merge-conflict"),
        ("https://example.org/?a=1&utm_source=chatgpt.com", "chatbot-link"),
        ("The co\ufffdop closed.", "replacement-character"),
        ("Министр ушёл[источник не указан 12 дней].", "citation-needed"),
        ("Подписывайтесь на наш канал", "subscribe-line"),
        ("Lesen Sie auch: Der Hafen schließt", "related-line"),
        ("[vc_row][vc_column]The vote", "shortcode"),
        ("Loading …", "player-text"),
        ("Error! Bookmark not defined.", "field-error"),
        ("Photo: TBC", "tbd"),
        ("FIXME: who said this?", "todo"),
    ],
)
def test_each_kind_is_known_by_its_name(text: str, rule: str) -> None:
    assert {found for found, _ in flagged(text)} == ({rule} if rule else set())
