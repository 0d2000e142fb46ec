"""Drafts made of plain sentences, errors that the shipped packs know, and every way to mark them up."""

from __future__ import annotations

from hypothesis import strategies as st

PLAIN = (
    "The council of Łódź met on Tuesday.",
    "Turkey and its neighbours agreed; Turkey signed first.",
    "ISIS fighters left the town, ISIS said.",
    "Мэр города приехал 😀 в среду.",
    "“We will open the bridge,” the mayor’s office said.",
    "Prices rose by 3.5 % at AT&T.",
    "The café is open 👩‍👩‍👧 all year.",
)
ERRORS = (
    "The committee has choosen a chair.",
    "They will recieve the report.",
    "Turke closed the border.",
    "Isis and ISIL are named in one draft.",
    "It met in the the hall.",
    "The figure [цитата] was not given.",
    "The date is TK.",
    "Download video in original quality.",
    "A Cоffee was served.",
    "The cafÃ© was closed.",
    "lorem ipsum dolor sit amet",
    "See https://example.org/a?utm_source=chatgpt.com for more.",
)
MARKED = (
    "The committee has cho**os**en a chair.",
    "They will *recieve* the report.",
    "The committee has choos&#101;n a chair \\*.",
    "AT&amp;T and [choosen](https://example.org 'choosen') one.",
    "| exampe | town |\n|---|---|\n| choosen | *Turke* |",
    "`choosen` and <b>choosen</b> <!-- choosen -->",
    "![choosen view](p.png) {{< note >}} choosen {{< /note >}}",
    "The committee has choosen[^1].\n\n[^1]: An exampe.",
)
SIGNS = (
    "*",
    "_",
    "`",
    "[",
    "](",
    ")",
    "<",
    ">",
    "&",
    "\\",
    "“",
    "”",
    '"',
    "\ufeff",
    "\u200b",
    "\u00a0",
    "\x00",
    "😀",
    "#",
)

sentences = st.one_of(st.sampled_from(PLAIN), st.sampled_from(ERRORS), st.sampled_from(MARKED))
emphases = st.sampled_from(
    ("{}", "{}", "*{}*", "**{}**", "> {}", "- {}", "## {}", "[{}](u)", "“{}”", "<p>{}</p>")
)
line_ends = st.sampled_from(("\n", "\r\n", "\r"))


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """A few sentences, hard-wrapped or not, perhaps with a stray sign somewhere."""
    parts = [draw(emphases).format(one) for one in draw(st.lists(sentences, min_size=1, max_size=4))]
    text = draw(st.sampled_from((" ", " ", "\n", "  \n"))).join(parts)
    if draw(st.booleans()):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SIGNS)) + text[at:]
    return text


@st.composite
def drafts(draw: st.DrawFn) -> str:
    """A whole draft: front matter, a byte-order mark and any line ends, each now and then."""
    head = draw(st.sampled_from(("", "", "\ufeff", "---\ntitle: A choosen title\n---\n\n")))
    text = head + "\n\n".join(draw(st.lists(paragraphs(), max_size=6)))
    return text.replace("\n", draw(line_ends))


names = st.sampled_from(("draft.md", "draft.txt", "draft.mdx"))
