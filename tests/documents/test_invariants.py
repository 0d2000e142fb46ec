"""Whatever is written and however it is marked up, the text and its map back to the source hold together."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lint.documents import parse
from lint.model import BLOCK_BREAK, Document, Span

WORDS = r"""
rain council mayor’s Café Łódź Совет 😀 👩‍👩‍👧 日本 co-op $5 $x^2$ 3.5 it's 'no' "yes" “so” «да» „ja“ [цитата]
https://a.example/b_c(d)? me@a.example &amp; &lt;b&gt; &#8217; &#10; &nbsp; &nope; \* \[ \\ `co de` ``a`b``
<b> </b> <br> <i_lang=fr> </i> <code> </code> <!--_stet_--> <!-- <https://a.example> ![a&amp;lt](p.png)
[a_*link*](u)
[ref][r] [^1] {{_x_}} {{<_ref_"p"_>}} {%_if_a_%} {{%_note_%}} {{%_/note_%}} {:_.c} [!NOTE] :smile:
~~del~~ * _ ** __ `
[ ] ( ) < > | & { } - #
"""
CHARACTERS = "\ufeff\u200b\u00a0\ufffc\ufdd0\ufdd1\ufffd\ud800\x00\x0c\u2028\t"
words = st.sampled_from([*(word.replace("_", " ") for word in WORDS.split()), "_", *CHARACTERS])
emphases = st.sampled_from(
    ["*{}*", "**{}**", "_{}_", "in**{}**ible", "~~{}~~", "[{}](u 't')", "{}", "{}", "![{}](p)"]
)
line_ends = st.sampled_from(["\n", "\n", "\r\n", "  \n", "\\\n", "\r"])


@st.composite
def inline(draw: st.DrawFn) -> str:
    parts = draw(st.lists(words, min_size=1, max_size=6))
    return draw(emphases).format(draw(st.sampled_from(["", " "])).join(parts))


@st.composite
def lines(draw: st.DrawFn) -> str:
    parts = draw(st.lists(inline(), min_size=1, max_size=4))
    return draw(line_ends).join(parts)


PREFIXES = [
    *("", "", "# ", "> ", "> > ", "- ", "  - ", "1. ", "- [ ] ", "    ", "\t", ": ", "[^1]: ", "[r]: "),
    *("| ", "a | b\n--|--\n", "```\n", "~~~", "$$\n", "<div>\n", "<p lang=ru>", "<pre>", "<!-- ", "::: "),
    *("---\n", "+++\n", "title: ", "> [!NOTE]\n> ", "import x from 'y'\n"),
]
prefixes = st.sampled_from(PREFIXES)
separators = st.sampled_from(["\n\n", "\n", "\r\n\r\n", "\n\n\n"])


@st.composite
def drafts(draw: st.DrawFn) -> str:
    blocks = draw(st.lists(st.tuples(prefixes, lines(), separators), max_size=8))
    return draw(st.sampled_from(["", "", "\ufeff"])) + "".join("".join(block) for block in blocks)


TAGS = [
    "p",
    "div",
    "span",
    "b",
    "i",
    "a",
    "em",
    "li",
    "ul",
    "ol",
    "td",
    "tr",
    "table",
    "tbody",
    "th",
    "h1",
    "blockquote",
    "section",
    "code",
    "pre",
    "kbd",
    "script",
    "style",
    "title",
    "textarea",
    "svg",
    "math",
    "br",
    "img",
    "input",
    "sup",
    "dl",
    "dt",
    "dd",
    "figcaption",
    "caption",
    "button",
    "q",
    "template",
    "foreignObject",
    "html",
    "body",
    "select",
    "object",
    "summary",
    "abbr",
]
ATTRIBUTES = ["", " lang=fr", " href='#'", ' title="a&amp;b > c"', ' alt="a boat&quot"', " translate=no"]
ATTRIBUTES += ["/", ' x="y"z', " =q", " aria-label=' so  so '", " aria-hidden=true", " title='{{ x }}'"]
tags = st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)) | st.builds(
    "</{}>".format, st.sampled_from(TAGS)
)
ODDITIES = """
&amp &notit; &copy;x <3_ a<b_ <!--_stet:_no_--> <!-- <!--> --> <![CDATA[_x_]]> __ <?php_x_?> <%=_x_%>
{{_x_}} {%_if_%} {{!--_x_--}} _ < </ <a_b=' </_x>
"""
oddities = st.sampled_from([*(word.replace("_", " ") for word in ODDITIES.split()), "\n", "\r\n"])


@st.composite
def pages(draw: st.DrawFn) -> str:
    parts = draw(st.lists(tags | words | oddities, max_size=24))
    return draw(st.sampled_from(["", " "])).join(parts)


def check(document: Document) -> None:
    source, text = document.source, document.text
    at = 0
    source_end = 0
    alts = [block.span for block in document.blocks if block.kind == "alt"]
    for segment in document.segments:
        assert segment.start == at < segment.end
        assert 0 <= segment.source_start <= segment.source_end <= len(source)
        if segment.literal:
            assert source[segment.source_start : segment.source_end] == text[segment.start : segment.end]
        if not any(alt.start - 2 <= segment.start < alt.end + 2 for alt in alts):
            assert segment.source_start >= source_end
            source_end = segment.source_end
        at = segment.end
    assert at == len(text)
    end = -len(BLOCK_BREAK)
    for block in document.blocks:
        assert block.span.start == end + len(BLOCK_BREAK) < block.span.end
        inner = text[slice(*block.span)]
        assert BLOCK_BREAK not in inner
        assert inner[0] not in " \t\r\n" and inner[-1] not in " \t\r\n"
        end = block.span.end
    for inline in document.inlines:
        assert any(b.span.start <= inline.span.start < inline.span.end <= b.span.end for b in document.blocks)
    for place in [*document.verbatim, *document.comments]:
        assert 0 <= place.span.start < place.span.end <= len(source)
    before = 0
    for sentence in document.sentences:
        assert before <= sentence.start < sentence.end
        assert text[slice(*sentence)].strip() == text[slice(*sentence)]
        before = sentence.end
    for quotation in document.quotations:
        assert quotation.span.start < quotation.inner.start <= quotation.inner.end <= quotation.span.end
        assert quotation.span.end <= len(text)
    for block in document.blocks:
        for start in range(block.span.start, block.span.end - 1, 3):
            place = document.to_source(Span(start, start + 2))
            assert 0 <= place.start <= place.end <= len(source)


@settings(max_examples=150, deadline=None)
@given(drafts(), st.sampled_from(["a.md", "a.mdx", "a.txt", "a.html"]))
def test_any_draft_maps_back_to_its_source(draft: str, path: str) -> None:
    check(parse(draft, path))


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet="a \n\r\t>-#*_`[](){}<!>&;:|$~\\'\"“”‘’«»%=+.1é😀\ufdd0\ud800", max_size=60),
    st.sampled_from(["a.md", "a.mdx", "a.txt", "a.html", "a.xhtml"]),
)
def test_any_characters_map_back_to_their_source(draft: str, path: str) -> None:
    check(parse(draft, path))


@settings(max_examples=300, deadline=None)
@given(pages(), st.sampled_from(["a.html", "a.xhtml"]))
def test_any_page_maps_back_to_its_source(page: str, path: str) -> None:
    check(parse(page, path))
