"""HTML's elements, by what they mean to a reader of prose."""

from __future__ import annotations

from lint.documents.wordset import wordset
from lint.model import BlockKind

SKIPPED = wordset(
    "script style pre svg math textarea template iframe object canvas codeblock select datalist"
)
"""Elements whose content is no prose."""

CODE = wordset("code kbd samp tt var")
"""Elements within a sentence that an object stands for."""

KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend", "title"), "heading"),
    **dict.fromkeys(("li", "dt", "dd", "option", "button"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quote",
}
"""What a block of such an element is; of any other, what its surroundings say."""

BLOCKS = frozenset(KINDS) | wordset(
    "address article aside body center details dialog div dl fieldset figure footer form head header "
    "hgroup hr html main menu nav noscript ol p section source table tbody tfoot thead title tr ul video "
    "audio picture"
)
"""Elements that begin and end a block."""

MARKS = {
    "a": "link",
    "em": "emphasis",
    "i": "emphasis",
    "cite": "emphasis",
    "strong": "strong",
    "b": "strong",
}
"""Elements that mark words, and the kind of the mark."""
