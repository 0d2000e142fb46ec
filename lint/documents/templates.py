"""Shortcodes and directives of site generators: Hugo, Jekyll (Liquid), kramdown, docfx.

Takes them out of a Markdown source before it is parsed. Hugo's and Liquid's tags become an object
where they put something on the page, and nothing where they only steer or come in pairs.
"""

from __future__ import annotations

import re
from functools import cache

from lint.documents.outsidecode import outside_code, searcher
from lint.documents.placeholders import BLANK, HOLE
from lint.documents.wordset import wordset
from lint.model import Comment, Span, Verbatim
from lint.regexes import pattern

_REGIONS = wordset(
    "comment highlight code mermaid katex math raw chroma asciinema gist tex latex plantuml literal"
)
_STEERING = wordset(
    "if unless for case when else elsif elseif assign capture increment decrement layout break continue "
    "cycle tablerow block extends macro set import from with"
)
_ALERTS = frozenset(("note", "tip", "important", "warning", "caution"))

Mask = tuple[int, int, str]


@cache
def _pattern() -> re.Pattern[str]:
    return searcher(
        "{[:",
        r"""(?<=\{)(?P<hugo>\{(?P<mark>[<%])(?:(?!\{\{)[^\n]|\n(?![ \t]*\r?\n))*?[<>%/]\}\})
        |(?<=\{)(?P<note>\{/\*(?:(?!\{\{)[^\n]|\n(?![ \t]*\r?\n))*?\*/\}\}|\#[^\n{}]{0,600}\#\})
        |(?<=\{)(?P<liquid>%(?:(?!\{%)[^\n]|\n(?![ \t]*\r?\n))*?%\})
        |(?<=\{)(?P<value>\{\{?[^{}`\n]{1,300}\}\}\}?)
        |(?<=\{)(?P<attributes>:[^{}\n]{0,300}\})
        |(?<=:)(?<!::)(?P<fences>::[^\n\r]*)
        |(?<=\[)(?P<docfx>!(?P<name>[A-Za-z][\w-]{0,40})
            (?P<body>[ ]?\[[^\]\n]{0,300}\][ ]?\([^)\n]{0,600}\)|[^\[\]\n]{0,300})\])""",
    )


_NAME = pattern(r"\{[{%][<%]?-?\s*(/?)\s*(end)?([\w-]*)")


def find_templates(source: str) -> tuple[list[Mask], list[Verbatim], list[Comment]]:
    """What to mask in `source`, in order; the same as verbatim stretches; the comments among them."""
    masks: list[Mask] = []
    comments: list[Comment] = []
    if not any(sign in source for sign in ("{{", "{%", "{:", "{#", ":::", "[!")):
        return masks, [], comments
    matches = list(outside_code(_pattern(), source))
    paired = {_closed_name(match) for match in matches} - {""}
    unclosed: set[str] = set()
    at = 0
    for match in matches:
        start, end = match.span()
        character = _character(source, match, paired)
        if start < at or character is None:
            continue
        name = _name(match)
        if name in _REGIONS:
            end = _region_end(source, match, name, unclosed)
            if name == "comment" and end > match.end():
                text = source[match.end() : source.rfind("{", match.end(), end)].strip()
                comments.append(Comment(text, Span(start, end)))
        elif match["note"]:
            comments.append(Comment(source[start:end].strip("{}#/* \t\r\n"), Span(start, end)))
        masks.append((start, end, character))
        at = end
    commented = {comment.span for comment in comments}
    verbatim = [
        Verbatim("comment" if (start, end) in commented else "shortcode", Span(start, end))
        for start, end, _ in masks
    ]
    return masks, verbatim, comments


def _character(source: str, match: re.Match[str], paired: set[str]) -> str | None:
    """What fills the place of a match; None where it stays."""
    if match["docfx"]:
        return _directive(source, match)
    if match["fences"]:
        alone = not source[source.rfind("\n", 0, match.start()) + 1 : match.start()].strip(" \t>")
        return BLANK if alone else None
    if match["value"]:
        return HOLE
    if match["hugo"] or match["liquid"]:
        name = _name(match)
        steers = name in _REGIONS or name in _STEERING or name in paired
        return BLANK if steers or _closed_name(match) else HOLE
    return BLANK


def _name(match: re.Match[str]) -> str:
    named = _NAME.match(match.group())
    return named[3] if named and not named[1] and not named[2] else ""


def _closed_name(match: re.Match[str]) -> str:
    """The name that a closing tag closes: `note` of `{{< /note >}}`, `if` of `{% endif %}`."""
    named = _NAME.match(match.group())
    return named[3] if named and (named[1] or (match["liquid"] and named[2])) else ""


def _region_end(source: str, match: re.Match[str], name: str, unclosed: set[str]) -> int:
    """Where the region that a tag opens ends; the tag's own end if nothing closes it."""
    if name in unclosed or match.group().rstrip("}").endswith(("/>", "/%")):
        return match.end()
    word = re.escape(name)
    closing = rf"\{{%-?\s*end{word}\s*-?%\}}" if match["liquid"] else rf"\{{\{{[<%]\s*/\s*{word}\s*[>%]\}}\}}"
    found = re.compile(closing).search(source, match.end())
    if found is None:
        unclosed.add(name)
        return match.end()
    return found.end()


def _directive(source: str, match: re.Match[str]) -> str | None:
    """What takes the place of `[!name …]`; None for the first line of a GitHub alert."""
    name = match["name"].lower()
    if name in _ALERTS and not match["body"]:
        line = source.rfind("\n", 0, match.start()) + 1
        end = source.find("\n", match.end())
        rest = source[match.end() : end if end >= 0 else len(source)]
        if source[line : match.start()].rstrip().endswith(">") and not rest.strip():
            return None
    return HOLE if name == "include" else BLANK
