"""What a template language writes into a page: PHP, ERB and JSP, Jinja, Twig and Liquid, Handlebars, Go.

Taken out before the page is read. What puts something on the page becomes an object, the rest nothing.
"""

from __future__ import annotations

import re
from functools import cache

from lint.documents.placeholders import BLANK, HOLE
from lint.model import Comment, Span, Verbatim
from lint.regexes import pattern

Mask = tuple[int, int, str]

_SIGNS = ("{{", "{%", "{#", "<%", "<?php", "<?=")


@cache
def _pattern() -> re.Pattern[str]:
    # Code and comments of the page itself are stepped over, whatever stands in them.
    return pattern(
        r"""(?P<page><!--[\s\S]*?(?:-->|\Z)|<(?P<raw>script|style|pre|code)\b[\s\S]*?(?:</(?P=raw)\b|\Z))
        |(?P<php><\?(?:php\b|=)[\s\S]*?(?:\?>|\Z))
        |(?P<note><%(?:--|\#)(?:(?!%>|<%)[\s\S])*+%>|\{\#[^\n{}]{0,600}\#\}
            |\{\{~?!(?:--(?:(?!--|\{\{)[\s\S])*+--|[^{}]{0,600})~?\}\}
            |\{\{-?[ ]?/\*(?:(?!\*/)[\s\S]){0,2000}+\*/[ ]?-?\}\})
        |(?P<server><%(?:(?!%>|<%)[\s\S])*+%>)
        |(?P<steer>\{%(?:(?!%\}|\{%)[\s\S]){0,2000}?%\}
            |\{\{[{~-]?[ ]?(?:[\#/^>@]|(?:else|if|end|range|with|block|define|template|partial)\b)
                [^{}]{0,600}\}?\}\})
        |(?P<value>\{\{[^{}]{1,600}\}\}|\{\{\{[^{}]{1,600}\}\}\})""",
        re.VERBOSE | re.IGNORECASE,
    )


def find_page_templates(page: str, start: int) -> tuple[list[Mask], list[Verbatim], list[Comment]]:
    """What to mask from the offset `start` on, in order; the same as verbatim stretches; their comments."""
    masks: list[Mask] = []
    verbatim: list[Verbatim] = []
    comments: list[Comment] = []
    if not any(sign in page for sign in _SIGNS):
        return masks, verbatim, comments
    for match in _pattern().finditer(page, start):
        if match["page"]:
            continue
        span = Span(*match.span())
        shown = match["value"] or page.startswith(("<?=", "<%=", "<%-"), span.start)
        masks.append((*span, HOLE if shown and not match["note"] else BLANK))
        if match["note"]:
            comments.append(Comment(match.group().strip("{}<>%#!-/*~ \t\r\n"), span))
        verbatim.append(Verbatim("comment" if match["note"] else "expression", span))
    return masks, verbatim, comments
