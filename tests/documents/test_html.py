"""HTML: what a reader sees of a page, and where each word stands in its source."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.model import Document, Span
from tests.documents.shown import blocks, source_of, verbatim


def html(source: str, path: str = "story.html") -> Document:
    return parse(source, path)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("It was in<b>cred</b>ible.", "It was incredible."),
        ("AT&amp;T rose &#8212; again.", "AT&T rose — again."),
        ("Fish &amp chips &copy 2026", "Fish & chips © 2026"),
        ("The &notit; and &bogus; stay.", "The ¬it; and &bogus; stay."),
        ("Rain fell\n   on the <b> coast</b> .", "Rain fell on the coast ."),
        ("Rain fell <br>\non the coast.", "Rain fell\non the coast."),
        ("Run <code>make <b>all</b></code> now.", "Run \ufffc now."),
        ("Press <kbd><kbd>Ctrl</kbd>-<kbd>C</kbd></kbd> twice.", "Press \ufffc twice."),
        ("Open <code>, then close.", "Open , then close."),
        ("See https://example.org/a_b.", "See \ufffc."),
        ("Four < five, and a<3 too.", "Four < five, and a<3 too."),
        ("A fact<sup><a href='#n1'>1</a></sup> here.", "A fact here."),
        ("The 10<sup>th</sup> day", "The 10th day"),
        ("Energy <math><mi>E</mi></math> and <svg><text>no</text></svg> go.", "Energy \ufffc and \ufffc go."),
        ("The band <span translate=no>Utilise</span> plays.", "The band \ufffc plays."),
        ("The band <b class='x notranslate'>Utilise</b> plays.", "The band \ufffc plays."),
        ("Menu<i class=icon aria-hidden=true>chevron_right</i>", "Menu"),
        ("<a class='skip-link' href='#main'>Skip to content</a><p>Text", "Text"),
        ("An extra<wbr>ordinary day", "An extraordinary day"),
        ("A <!-- note --> word<!-- x --!>s", "A words"),
        ("<p>A <![if !vml]>word<![endif]></p>", "A word"),
        ('<a title="one > two">Link</a>', "Link\n\none > two"),
        ("漢<ruby>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby>", "漢字"),
    ],
)
def test_tags_leave_the_words(source: str, text: str) -> None:
    assert html(source).text == text


@pytest.mark.parametrize(
    ("source", "words", "found"),
    [
        ("It was in<b>cred</b>ible.", "incredible", "in<b>cred</b>ible"),
        ("😀 AT&amp;T rose.", "AT&T", "AT&amp;T"),
        ("Совет <b>принял</b> решение.", "принял", "принял"),
        ("\ufeff<h1>Rain</h1>\r\n\r\nIt fell\r\nhard.", "fell hard", "fell\r\nhard"),
        ("<img alt='A red\n  boat &amp; crew'>", "red boat & crew", "red\n  boat &amp; crew"),
        ("<title>Rain &mdash; again</title>", "Rain — again", "Rain &mdash; again"),
    ],
)
def test_words_are_found_in_the_source(source: str, words: str, found: str) -> None:
    assert source_of(html(source), words) == found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "<title>Rain</title><meta name=description content='It fell.'><body><h1>Rain</h1><p>Hard.",
            [("heading", "Rain"), ("paragraph", "It fell."), ("heading", "Rain"), ("paragraph", "Hard.")],
        ),
        (
            "<p>one<p>two<ul><li>a<li>b<p>c</ul>d",
            [
                ("paragraph", "one"),
                ("paragraph", "two"),
                ("item", "a"),
                ("item", "b"),
                ("item", "c"),
                ("paragraph", "d"),
            ],
        ),
        ("<dl><dt>Tide<dd>The rise.</dl>", [("item", "Tide"), ("item", "The rise.")]),
        (
            "<table><caption>Sums</caption><tr><th>a<td>b<tr><td><p>c</table>d",
            [
                ("caption", "Sums"),
                ("cell", "a"),
                ("cell", "b"),
                ("cell", "c"),
                ("paragraph", "d"),
            ],
        ),
        ("<table role=presentation><tr><td>Dear reader,</table>", [("paragraph", "Dear reader,")]),
        ("<blockquote><p>Said.</blockquote>Not.", [("quote", "Said."), ("paragraph", "Not.")]),
        (
            "One<br><br>two<br/>\n<br/>three",
            [("paragraph", "One"), ("paragraph", "two"), ("paragraph", "three")],
        ),
        ("<nav><a href=/>Home</a></nav>Text.", [("item", "Home"), ("paragraph", "Text.")]),
        (
            '<figure><img src="a.png" alt="A boat" title="A boat"><figcaption>The boat</figcaption></figure>',
            [("alt", "A boat"), ("caption", "The boat")],
        ),
        (
            "Say <input placeholder='Your name' aria-label='Name'> <input type=submit value='Send it'>",
            [("paragraph", "Say \ufffc \ufffc"), ("alt", "Your name"), ("alt", "Name"), ("alt", "Send it")],
        ),
        ("<div>Loose<p>Held</p>again</div>", [("paragraph", w) for w in ("Loose", "Held", "again")]),
        ("<noscript>Please turn it on.</noscript>", [("paragraph", "Please turn it on.")]),
        ("<b><p>one</b> two<p>three", [("paragraph", "one two"), ("paragraph", "three")]),
        ("<td>x</div></p></td><td>y", [("cell", "x"), ("cell", "y")]),
    ],
)
def test_blocks_know_their_kind(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(html(source)) == expected


@pytest.mark.parametrize(
    "source",
    [
        "<script>var a = '<p>no</p>';</script>",
        "<style>p { color: red }</style>",
        "<pre>x = <b>1</b></pre>",
        "<textarea>no</textarea>",
        "<template><p>no</p></template>",
        "<select><option>no</select>",
        "<iframe><p>no</p></iframe>",
        "<div translate='no'><p>no<p>no</div>",
        "<svg><title>no</title><foreignObject><p>no</p></foreignObject></svg>",
        "<p translate=no><img alt='no'></p>",
        "<!--[if mso]><p>no</p><![endif]-->",
        "<!DOCTYPE html><?xml version='1.0'?>",
    ],
)
def test_what_is_no_prose_is_skipped(source: str) -> None:
    document = html(f"<p>Yes.{source}<p>Yes.")
    assert document.text.replace(" \ufffc", "").replace("\ufffc", "") == "Yes.\n\nYes."


def test_what_is_left_of_a_tag_at_the_end_is_not_shown() -> None:
    assert html("Yes.<a href='no").text == "Yes."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{% if a < b %}<p title='{{ x }}'>Hi {{ name }}</p>{% endif %}", "Hi \ufffc"),
        ("<p><?php if ($a > 1) { ?>Hi <?= $name ?><?php } ?></p>", "Hi \ufffc"),
        ("<p>Hi <%= name %><% if x > 1 %>, you<% end %></p>", "Hi \ufffc, you"),
        ('<a href="{{ "x" | url }}">Home</a>', "Home"),
        ("{{#if x}}<p>Yes</p>{{/if}}{{> footer}}", "Yes"),
        ("{{- range .Pages -}}<li>{{ .Title }} by us</li>{{- end -}}", "\ufffc by us"),
        ("---\ntitle: Rain\nlayout: page\n---\n<p>It fell.", "Rain\n\nIt fell."),
    ],
)
def test_template_languages_are_no_prose(source: str, text: str) -> None:
    assert html(source).text == text


@pytest.mark.parametrize(
    "source",
    [
        "<p>Text.</p><!-- stet: house style --><p>More.",
        "{# stet: house style #}<p>More.",
        "{{!-- stet: house style --}}<p>More.",
        "<%# stet: house style %><p>More.",
        "<%-- stet: house style --%><p>More.",
    ],
)
def test_comments_are_kept_without_their_delimiters(source: str) -> None:
    document = html(source)
    assert [comment.text for comment in document.comments] == ["stet: house style"]
    assert "stet" not in document.text


def test_languages_are_followed_into_and_out_of_elements() -> None:
    document = html(
        "<html lang=en-gb><p>Rain.<div lang=ru><p>Дождь.</div><p>A <i lang=la>res</i> <i lang=en>gest</i>."
    )
    assert document.lang == "en-GB"
    assert [block.lang for block in document.blocks] == [None, "ru", None]
    marked = [(inline.kind, document.text[slice(*inline.span)], inline.lang) for inline in document.inlines]
    assert marked == [("foreign", "res", "la"), ("emphasis", "gest", "en")]


def test_marked_words_are_known() -> None:
    document = html("<p>A <em>slow</em> <a href=/>long <b>walk</b></a> to <a name=x>here</a>.")
    marked = [(inline.kind, document.text[slice(*inline.span)]) for inline in document.inlines]
    assert marked == [("emphasis", "slow"), ("link", "long walk"), ("strong", "walk")]


def test_words_of_a_q_element_are_quoted() -> None:
    document = html("<p>He said <q>we utilize it</q> there.")
    assert document.quoted(Span(8, 12))
    assert not document.quoted(Span(0, 4))


def test_what_is_not_prose_is_listed_with_its_kind() -> None:
    document = html("<p>Run <code>a</code><!-- b --><script>c</script></p><pre>d</pre>{{ e }}")
    assert verbatim(document, "code") == ["<code>a</code>", "<pre>d</pre>"]
    assert verbatim(document, "expression") == ["<script>c</script>", "{{ e }}"]
    assert verbatim(document, "comment") == ["<!-- b -->"]
    assert verbatim(document, "html") == ["<p>", "</p>"]


def test_xhtml_closes_elements_with_a_slash_and_reads_its_text_sections() -> None:
    page = "<?xml version='1.0'?><p>A<a id='x'/> b</p><script src='s'/><p><![CDATA[x < y &amp;]]></p>"
    assert html(page, "a.xhtml").text == "A b\n\nx < y &amp;"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("<div>" * 100_000 + "deep", id="divs"),
        pytest.param("<b>" * 60_000 + "deep", id="marks"),
        pytest.param("<b><p>x" * 20_000, id="marks around paragraphs"),
        pytest.param("<b>" * 20_000 + "<i>" * 20_000 + "</b>" * 20_000, id="marks closed out of order"),
        pytest.param("<p><table><td>" + "<div>" * 20_000 + "</p>" * 20_000, id="end tags behind a wall"),
        pytest.param("<svg>" * 50_000, id="drawings"),
        pytest.param("<script>" * 50_000 + "<!--" * 50_000, id="scripts"),
        pytest.param('<a x="' * 50_000, id="attributes"),
        pytest.param("{{!--" * 20_000 + "<%" * 20_000 + "<?php " * 20_000, id="templates"),
        pytest.param("&abc" * 50_000, id="entities"),
        pytest.param("<!-- " * 50_000, id="comments"),
    ],
)
def test_hostile_pages_are_read_without_recursion(source: str) -> None:
    assert html(source).source == source
