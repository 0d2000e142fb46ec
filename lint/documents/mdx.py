"""What MDX adds to Markdown: imports, exports and JavaScript expressions, taken out before parsing."""

from __future__ import annotations

import re

from lint.documents.outsidecode import outside_code, searcher
from lint.documents.placeholders import BLANK, HOLE
from lint.model import Comment, Span, Verbatim
from lint.regexes import pattern

_PATTERN = searcher(
    "{}\\ie",
    r"""(?<![^\n]i)(?<![^\n]e)(?P<module>(?:(?<=i)mport\b[^\n]*["'{*]
            |(?<=e)xport[ \t]+(?:default|const|let|var|function|async|class|\{|\*))
            [^\n]*(?:\n(?![ \t]*\r?(?:\n|\Z))[^\n]*)*)
    |(?<=\\)[{}]|(?P<brace>(?<=[{}]))""",
)


# What stands between two such lines is Markdown, as it is not between two lines of HTML.
_TAG_LINE = pattern(
    r"^[ \t]*</?(?!(?:pre|script|style|textarea)\b)[A-Za-z][\w.]*"
    r"(?:[^<>\n]|\n(?![ \t]*\r?\n)){0,2000}>[ \t]*(?=\r?$)",
    re.MULTILINE,
)


def find_tag_lines(body: str) -> list[tuple[int, int, str]]:
    """What to mask in `body`, in order: tags that stand on lines of their own."""
    return [(*match.span(), BLANK) for match in _TAG_LINE.finditer(body)]


def find_mdx(source: str) -> tuple[list[tuple[int, int, str]], list[Verbatim], list[Comment]]:
    """What to mask in `source`, in order; the same as verbatim stretches; the comments among them."""
    masks: list[tuple[int, int, str]] = []
    verbatim: list[Verbatim] = []
    comments: list[Comment] = []
    opened: list[int] = []
    for match in outside_code(_PATTERN, source):
        if match["module"] and not opened:
            masks.append((*match.span(), BLANK))
            verbatim.append(Verbatim("expression", Span(*match.span())))
        elif match.group() == "{":
            opened.append(match.start())
        elif match.group() == "}" and opened:
            start = opened.pop()
            if opened:
                continue
            end = match.end()
            note = source.startswith("{/*", start) and source.endswith("*/}", start, end)
            if note:
                comments.append(Comment(source[start + 3 : end - 3].strip(), Span(start, end)))
            masks.append((start, end, BLANK if note else HOLE))
            verbatim.append(Verbatim("comment" if note else "expression", Span(start, end)))
    return masks, verbatim, comments
