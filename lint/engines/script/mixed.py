"""A word in which letters of another script pass for its own: “Coffee” with a Cyrillic “о”."""

from __future__ import annotations

from collections.abc import Iterator

from lint.engines.script.letters import CYRILLIC_FOR, GREEK_FOR, LATIN_FOR, main_script, script_of
from lint.engines.script.place import Place, in_text
from lint.model import Document, Span
from lint.regexes import pattern

# An abbreviation with a Russian ending: COVIDа, PRом.
_INFLECTED = pattern(r"[A-Z]{2,}[а-яёіїє]{1,3}")
_WORD = pattern(r"[^\W\d_]{2,}")
# A Latin letter next to a Greek or Cyrillic one.
_SEAM = pattern(r"[A-Za-zÀ-ɏ][Ͱ-ԯ]|[Ͱ-ԯ][A-Za-zÀ-ɏ]|[Ͱ-Ͽ][Ѐ-ԯ]|[Ѐ-ԯ][Ͱ-Ͽ]")


def find(document: Document) -> Iterator[Place]:
    """Words that read as one script once their foreign letters are swapped for look-alikes."""
    text, done = document.text, 0
    main = ""
    for seam in _SEAM.finditer(text):
        if seam.start() < done:
            continue
        start = seam.start()
        while start and text[start - 1].isalpha():
            start -= 1
        match = _WORD.match(text, start)
        if match is None:
            continue
        done = match.end()
        main = main or main_script(text) or "none"
        mended = unmixed(match.group(), main)
        if mended is not None:
            yield in_text(document, Span(match.start(), match.end()), mended)


def unmixed(word: str, main: str) -> str | None:
    """The word in one script, or None where it is not mixed or a letter has no look-alike there.

    The word's own script is the one most of its letters have; in a tie, `main`, the document's.
    """
    counts: dict[str, int] = {}
    for character in word:
        if script := script_of(character):
            counts[script] = counts.get(script, 0) + 1
    if len(counts) < 2 or _INFLECTED.fullmatch(word):
        return None
    ranked = sorted(counts, key=lambda script: (counts[script], script == main), reverse=True)
    for script in ranked:
        if script != main and 2 * counts[script] <= len(word):
            continue  # P and Σ side by side are two symbols.
        mended = _write_in(word, script)
        if mended is not None:
            return mended
    return None


def _write_in(word: str, script: str) -> str | None:
    table = {"Latin": LATIN_FOR, "Cyrillic": CYRILLIC_FOR, "Greek": GREEK_FOR}.get(script)
    if table is None:
        return None
    letters: list[str] = []
    for character in word:
        if script_of(character) in ("", script):
            letters.append(character)
        elif character in table:
            letters.append(table[character])
        else:
            return None
    return "".join(letters)
