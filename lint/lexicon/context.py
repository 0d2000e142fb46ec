"""What the words next to a gap say about the ending of the word that belongs there."""

from __future__ import annotations

_CLASSES = {
    "to": "to",
    "modal": "can could may might must shall should will would cannot can't couldn't won't wouldn't don't "
    "doesn't didn't do does did let please",
    "be": "am are be been being is was were isn't aren't wasn't weren't it's i'm you're we're they're "
    "get got gets",
    "have": "have has had having haven't hasn't hadn't i've we've they've you've",
    "a": "a",
    "an": "an",
    "one": "each every this that another one either neither",
    "many": "these those many several few both two three four five six seven eight nine ten some all other "
    "various most are were hundreds thousands",
    "the": "the its his her their our my your",
    "more": "more most very so too as less least quite really extremely rather",
    "pronoun": "i you he she it we they who which",
    "of": "of in on at by for from with into about between through under over against without during",
    "and": "and or but nor",
    "than": "than",
}
_WORD_CLASS = {word: name for name, members in _CLASSES.items() for word in members.split()}
_ENDINGS = ("ing", "ed", "ly", "s", "er", "est", "ion", "al", "y", "e")


def word_class(word: str) -> str:
    """The class of a small word (`to`, `modal`, `be`, `a`, …), or "" for any other."""
    return _WORD_CLASS.get(word.lower().replace("’", "'"), "")


def ending(word: str) -> str:
    """The ending that says most about a word's part of speech, or "-"."""
    if word.endswith("ss"):
        return "-"
    return next((tail for tail in _ENDINGS if word.endswith(tail)), "-")


def fit(word: str, before: str, after: str) -> list[str]:
    """Names of the ways in which a word meets its neighbours: features whose weights are learned."""
    tail = ending(word)
    names = []
    left, right = word_class(before), word_class(after)
    if left in ("a", "an"):
        names.append("a/an right" if (word[:1].lower() in "aeiou") == (left == "an") else "a/an wrong")
        left = "a"
    own = word_class(word)
    if own and left:
        names.append(f"{left} {own}")
    elif own == "than" and before.endswith(("er", "ss")):
        names.append("more than")
    elif left:
        names.append(f"{left} _{tail}")
    if own and right:
        names.append(f"{own} {right}")
    elif right:
        names.append(f"{tail}_ {right}")
    return names
