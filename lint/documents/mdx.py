"""What MDX adds to Markdown: imports, exports and JavaScript expressions, taken out before parsing."""

from __future__ import annotations

from lint.documents.outsidecode import outside_code, searcher
from lint.documents.placeholders import BLANK, HOLE
from lint.model import Comment, Span, Verbatim

_PATTERN = searcher(
    "{}\\ie",
    r"""(?<![^\n]i)(?<![^\n]e)(?P<module>(?:(?<=i)mport\b[^\n]*["'{*]
            |(?<=e)xport[ \t]+(?:default|const|let|var|function|async|class|\{|\*))
            [^\n]*(?:\n(?![ \t]*\r?(?:\n|\Z))[^\n]*)*)
    |(?<=\\)[{}]|(?P<brace>(?<=[{}]))""",
)


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
