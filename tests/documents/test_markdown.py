"""Markdown: what is prose and what is not, and where each word stands in the source."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lint.documents import parse
from lint.model import Document, Span
from tests.documents.shown import blocks, source_of, verbatim


def markdown(source: str, path: str = "story.md") -> Document:
    return parse(source, path)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("It was in**cred**ible.", "It was incredible."),
        ("AT&amp;T rose &#8212; again.", "AT&T rose — again."),
        (r"Five \* two is 1\. ten", "Five * two is 1. ten"),
        ("Rain fell\non the coast.", "Rain fell on the coast."),
        ("Rain fell  \non the coast.", "Rain fell\non the coast."),
        ("Rain fell\\\non the coast.", "Rain fell\non the coast."),
        ("Run `make all` now.", "Run \ufffc now."),
        ("See https://example.org/a_b_(c).", "See \ufffc."),
        ("See <https://example.org> today.", "See \ufffc today."),
        ("Write to desk@example.org, please.", "Write to \ufffc, please."),
        ("See [the long report](https://example.org 'Title').", "See the long report."),
        ("See [the report][r].\n\n[r]: https://example.org", "See the report."),
        ("A must. [цитата] Next.", "A must. [цитата] Next."),
        ("A fact.[^1] More.\n\n[^1]: The source.", "A fact. More.\n\nThe source."),
        ("It was ~~never~~ said.", "It was never said."),
        ("Energy is $E = mc^2$ here.", "Energy is \ufffc here."),
        ("From $5-$6 to $10 and $12.", "From $5-$6 to $10 and $12."),
        ("A <b>bold</b> claim<!-- check -->.", "A bold claim."),
        ("Press <kbd>Ctrl</kbd> twice.", "Press \ufffc twice."),
        ("One<br>two", "One\ntwo"),
    ],
)
def test_inline_markup_leaves_the_words(source: str, text: str) -> None:
    assert markdown(source).text == text


@pytest.mark.parametrize(
    ("source", "words", "found"),
    [
        ("It was in**cred**ible.", "incredible", "in**cred**ible"),
        ("😀 AT&amp;T rose.", "AT&T", "AT&amp;T"),
        ("Совет **принял** решение.", "принял", "принял"),
        ("\ufeff# Rain\r\n\r\nIt fell\r\nhard.", "fell hard", "fell\r\nhard"),
        ("> It fell\n> hard.", "fell hard", "fell\n> hard"),
        ("- It fell\n  hard.", "fell hard", "fell\n  hard"),
        (r"A\*B", "A*B", r"A\*B"),
        ("| a \\| b |\n|--|\n| c |", "a | b", "a \\| b"),
    ],
)
def test_words_are_found_in_the_source(source: str, words: str, found: str) -> None:
    assert source_of(markdown(source), words) == found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Rain\n\nIt fell.", [("heading", "Rain"), ("paragraph", "It fell.")]),
        ("Rain {#id}\n====", [("heading", "Rain")]),
        ("- one\n  - two\n- three", [("item", "one"), ("item", "two"), ("item", "three")]),
        ("- [x] done", [("item", "done")]),
        ("> Said.\n\nNot.", [("quote", "Said."), ("paragraph", "Not.")]),
        ("> [!NOTE]\n> Mind the gap.", [("paragraph", "Mind the gap.")]),
        ("| a | b |\n|---|---|\n| c | `d` |", [("cell", "a"), ("cell", "b"), ("cell", "c")]),
        ("Tide\n: The sea's rise.", [("item", "Tide"), ("item", "The sea's rise.")]),
        (
            "A ![red *boat*](b.png) sails.",
            [("paragraph", "A \ufffc sails."), ("alt", "red boat")],
        ),
        ("| a | https://example.org |\n|---|---|", [("cell", "a")]),
        ("```\nx = 1\n```\n\n    y = 2\n\nText.", [("paragraph", "Text.")]),
        (
            "<div>\n<h2>Rain &amp; wind</h2>\n<p>It <em>fell</em>\nhard.</p>\n<pre>x</pre>\n</div>",
            [("heading", "Rain & wind"), ("paragraph", "It fell hard.")],
        ),
        (
            '<figure><img src="a.png" alt="A boat"><figcaption>The boat</figcaption></figure>',
            [("alt", "A boat"), ("caption", "The boat")],
        ),
    ],
)
def test_blocks_know_their_kind(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(markdown(source)) == expected


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('Go to {{< ref "a.md" >}} now.', "Go to \ufffc now."),
        ('[the page]({{< ref "a.md" >}}) is here', "the page is here"),
        ("{{% note %}}\nMind the gap.\n{{% /note %}}", "Mind the gap."),
        ("{{< highlight go >}}\nfunc main() {}\n{{< /highlight >}}\n\nDone.", "Done."),
        ("{% if site.a %}Shown{% endif %} by {{ page.author }}.", "Shown by \ufffc."),
        ("{% include nav.html %}\n\nDone.", "Done."),
        ("A link.{: .button}", "A link."),
        ('::: moniker range=">=1"\nNew.\n::: moniker-end', "New."),
        ("[!INCLUDE [intro](a.md)]\n\nDone.", "Done."),
        ("Use `{{ x }}` and\n\n```\n{{< y >}}\n```", "Use \ufffc and"),
    ],
)
def test_shortcodes_and_directives_are_no_prose(source: str, text: str) -> None:
    assert markdown(source).text == text


def test_mdx_leaves_markdown_between_its_tags() -> None:
    script = "import A from './a'\n\nexport const b = {\n  c: 1,\n}\n\n"
    source = script + "# Hi {name}\n\n<Tabs of={[1]}>\nSome *words*.\n</Tabs>"
    assert blocks(markdown(source, "a.mdx")) == [("heading", "Hi \ufffc"), ("paragraph", "Some words.")]


def test_braces_are_prose_in_plain_markdown() -> None:
    assert markdown("The set {a, b} is small.").text == "The set {a, b} is small."


def test_front_matter_gives_fields_and_prose_with_its_place() -> None:
    fields = 'title: "The mayor\'s \\"big\\" plan"\ndescription: >\n  A long\n  story\nlang: en_GB\ntags: [a]'
    document = markdown(f"---\n{fields}\n---\nRain.")
    assert blocks(document) == [
        ("heading", 'The mayor\'s "big" plan'),
        ("paragraph", "A long story"),
        ("paragraph", "Rain."),
    ]
    assert document.meta["title"] == 'The mayor\'s "big" plan'
    assert document.lang == "en-GB"
    assert source_of(document, '"big" plan') == '\\"big\\" plan'
    assert source_of(document, "long story") == "long\n  story"
    assert "tags" not in document.meta


def test_toml_front_matter_is_read_up_to_its_first_table() -> None:
    document = markdown('+++\ntitle = "Rain &mdash; again"\n[menu]\ntitle = "No"\n+++\nText.')
    assert document.text == "Rain — again\n\nText."


def test_a_thematic_break_at_the_top_is_no_front_matter() -> None:
    assert markdown("---\nJust a sentence here\n---\nMore.").text.startswith("Just a sentence here")


@pytest.mark.parametrize(
    "source",
    [
        "Text.\n\n<!-- stet: house style -->\n\nMore.",
        "Text <!-- stet: house style --> more.",
        "Text.\n\n[//]: # (stet: house style)",
        "{% comment %} stet: house style {% endcomment %}",
        "{{/* stet: house style */}}",
    ],
)
def test_comments_are_kept_without_their_delimiters(source: str) -> None:
    document = markdown(source)
    assert [comment.text for comment in document.comments] == ["stet: house style"]
    assert "stet" not in document.text


def test_a_comment_shown_as_code_is_none() -> None:
    document = markdown("```\n[//]: # (stet)\n<!-- stet -->\n```\n\nUse `<!-- stet -->` there.")
    assert document.comments == ()


def test_a_comment_in_mdx_is_kept() -> None:
    assert markdown("{/* stet: no */}\n\nRain.", "a.mdx").comments[0].text == "stet: no"


def test_what_is_not_prose_is_listed_with_its_kind() -> None:
    document = markdown(
        "Run `a` at [b](https://example.org/x) <i>or</i> https://example.org/y.\n\n```\nz\n```"
    )
    assert verbatim(document, "code") == ["`a`", "```\nz\n```"]
    assert verbatim(document, "url") == ["https://example.org/x", "https://example.org/y"]
    assert verbatim(document, "html") == ["<i>", "</i>"]


def test_marked_stretches_are_known() -> None:
    document = markdown('A *slow* **big** [long walk](u) in <span lang="fr">plein air</span>.')
    marked = [(inline.kind, document.text[slice(*inline.span)], inline.lang) for inline in document.inlines]
    assert marked == [
        ("emphasis", "slow", None),
        ("strong", "big", None),
        ("link", "long walk", None),
        ("foreign", "plein air", "fr"),
    ]


def test_a_lang_attribute_holds_for_the_blocks_inside() -> None:
    document = markdown('<div lang="ru">\n\nДождь.\n\n</div>\n\nRain.')
    assert [(block.lang, document.text[slice(*block.span)]) for block in document.blocks] == [
        ("ru", "Дождь."),
        (None, "Rain."),
    ]


def test_a_fix_over_a_quoted_line_break_takes_the_marker_along() -> None:
    document = markdown("> It rained the\n> the whole day.")
    start = document.text.index(" the the")
    fix = document.fix(Span(start, start + 8), " the")
    assert fix is not None
    (edit,) = fix.edits
    assert document.source[: edit.span.start] + edit.text + document.source[edit.span.end :] in {
        "> It rained the whole day.",
        "> It rained\n> the whole day.",
    }


@pytest.mark.parametrize(
    "source", ["a \ud800 lone surrogate", "a \x00 nul", "", "\ufeff", "---\n", "<!--", "[[[", "{{"]
)
def test_odd_sources_do_not_crash(source: str) -> None:
    for path in ("a.md", "a.mdx", "a.txt"):
        document = parse(source, path)
        assert document.source == source
        assert document.sentences is not None


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            "The desk said that rain fell on the *whole* coast, all day and all night. " * 135_000,
            id="10 MB line",
        ),
        pytest.param("> " * 100_000 + "deep", id="quotes"),
        pytest.param("[" * 100_000, id="brackets"),
        pytest.param("![" * 50_000, id="images"),
        pytest.param("".join(" " * n + "- a\n" for n in range(800)), id="lists"),
        pytest.param("<a '\"" * 30_000, id="tags"),
        pytest.param("{{< highlight >}}" * 20_000, id="shortcodes"),
        pytest.param("." * 100_000, id="full stops"),
        pytest.param("http://a" + ")" * 100_000, id="a URL with brackets"),
        pytest.param('“‘«„"' * 20_000, id="quotation marks"),
    ],
)
def test_hostile_sources_are_read_without_recursion(source: str) -> None:
    document = parse(source, "a.md")
    assert len(document.sentences) + len(document.quotations) >= 0


def test_plain_text_is_read_without_the_markdown_parser() -> None:
    code = (
        "import sys; from lint.documents import parse; "
        "parse('Rain.', 'a.txt'); print('pyromark' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "False\n"
