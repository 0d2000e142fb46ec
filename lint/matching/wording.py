"""What is said of a match, and the fixes that keep the writer's capitals and articles."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model import Document, Fix, Rule, Span
from lint.regexes import pattern

_SHORT = pattern(r"\b[a-z]\.(?:[a-z]\.)+")

SHOWN = 60
"""Characters of the matched words that a message repeats."""


def message(rule: Rule, match: str, better: tuple[str, ...] = (), *, count: int = 1) -> str:
    """The rule's sentence with the words filled in; several replacements are joined by “or”."""
    shown = " ".join(match.split())
    if len(shown) > SHOWN:
        shown = shown[: SHOWN - 1].rstrip() + "…"
    return (
        rule.message.replace("{match}", shown)
        .replace("{replacement}", "” or “".join(better))
        .replace("{count}", str(count))
    )


def like(match: str, word: str) -> str:
    """`word` with the capitals of `match`: Utilize -> Use, UTILIZE -> USE; its own capitals stay.

    What is short with stops, such as p.m., has no capitals to take: 10 PM -> 10 p.m.
    """
    letters = [char for char in match if char.isalpha()]
    if not letters or not word or word != word.lower():
        return word
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return word if _SHORT.search(word) else word.upper()
    if letters[0].isupper():
        return word[0].upper() + word[1:]
    return word


def fixes(document: Document, span: Span, options: tuple[str, ...], *, safe: bool = False) -> Iterator[Fix]:
    """A fix for each of the better words; an empty one deletes. What cannot be faithful is left out."""
    for word in options:
        fix = document.fix(span, word, safe=safe) if word else _deletion(document, span, safe)
        if fix is None:
            continue
        article = _article(document, span, word)
        if article is not None:
            fix = Fix(fix.title, (*article.edits, *fix.edits), fix.safe)
        yield fix


def _deletion(document: Document, span: Span, safe: bool) -> Fix | None:
    """The words go, and one of the spaces beside them; a sentence's new first word gets its capital."""
    text = document.text
    start, end = span
    if text[end : end + 1] == " " and (start == 0 or text[start - 1].isspace()):
        end += 1
    elif start and text[start - 1] == " ":
        start -= 1
    follows = text[end : end + 1]
    if text[span.start : span.start + 1].isupper() and follows.islower():
        return document.fix(Span(start, end + 1), follows.upper(), safe=safe)
    return document.fix(Span(start, end), "", safe=safe)


def _article(document: Document, span: Span, word: str) -> Fix | None:
    """The change of “a” before the words to “an”, or back, where the replacement asks for it."""
    text = document.text
    before = text[max(span.start - 4, 0) : span.start]
    head, space, _ = before.rpartition(" ")
    article = head.rpartition(" ")[2].lower()
    if not space or not before.endswith(" ") or article not in ("a", "an") or not word:
        return None
    right = "an" if vowel_sound(word) else "a"
    if right == article:
        return None
    start = span.start - 1 - len(article)
    written = text[start : span.start - 1]
    return document.fix(
        Span(start, span.start - 1),
        like(written, right) if len(written) > 1 else ("An" if written == "A" else right),
    )


def vowel_sound(word: str) -> bool:
    """Whether “an” stands before the word, by the usual rules (an hour, a unit, a European)."""
    lower = word.lower()
    if lower.startswith(("hour", "honest", "honour", "honor", "heir")):
        return True
    if lower.startswith(("uni", "use", "usa", "usu", "uti", "eu", "ewe", "one", "once", "ubi")):
        return lower.startswith(("unin", "unim"))
    return lower[:1] in "aeiou"
