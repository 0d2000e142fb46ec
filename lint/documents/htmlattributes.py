"""What a tag's attributes say to a reader: a language, a text, that something is not to be read."""

from __future__ import annotations

from collections.abc import Iterator

from lint.documents.htmltokens import Attribute, Token, attributes
from lint.documents.wordset import wordset
from lint.regexes import pattern

_TEXTS = wordset("alt title aria-label aria-description placeholder")
_DESCRIPTIONS = {
    "description": False,
    "og:title": True,
    "og:description": False,
    "twitter:title": True,
    "twitter:description": False,
}
_HEAD = wordset("link meta style script base")
_BUTTONS = wordset("submit button reset")
_LANGUAGE = pattern(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_NO_TRANSLATION = pattern(r"(?:\A|\s)notranslate(?:\s|\Z)")


class Attributes:
    """The attributes of one start tag, by name."""

    def __init__(self, page: str, tag: Token) -> None:
        self._page = page
        self._name = tag.name
        self._found = {one.name: one for one in attributes(page, tag)}

    def __contains__(self, name: str) -> bool:
        return name in self._found

    def value(self, name: str) -> str:
        """A value in lower case, "" where there is none."""
        return self.raw(self._found[name]).lower() if name in self._found else ""

    def raw(self, attribute: Attribute) -> str:
        """A value as it is written, without white space at its edges."""
        return self._page[attribute.start : attribute.end].strip()

    @property
    def lang(self) -> str | None:
        """The language of what the element holds."""
        return language(self.value("lang") or self.value("xml:lang"))

    @property
    def untranslated(self) -> bool:
        """Whether the element asks not to be translated."""
        if self.value("translate") == "no":
            return True
        return bool("class" in self._found and _NO_TRANSLATION.search(self.value("class")))

    @property
    def unseen(self) -> bool:
        """Whether it is decoration, or the link “Skip to content”, which only a screen reader meets."""
        if self.value("aria-hidden") == "true":
            return True
        return self._name == "a" and "skip" in self.value("class") and self.value("href").startswith("#")

    def texts(self) -> Iterator[Attribute]:
        """Those that are shown or read aloud, each text once."""
        if self._name in _HEAD:
            return
        said = {""}
        for attribute in self._found.values():
            button = attribute.name == "value" and self.value("type") in _BUTTONS
            if attribute.name in _TEXTS or (button and self._name == "input"):
                raw = self.raw(attribute)
                if raw not in said:
                    said.add(raw)
                    yield attribute

    def description(self) -> tuple[Attribute, bool] | None:
        """What a `meta` tag tells search engines and social media to show, and whether it is a title."""
        name = self.value("name") or self.value("property")
        content = self._found.get("content")
        return (content, _DESCRIPTIONS[name]) if content and name in _DESCRIPTIONS else None


def language(value: str | None) -> str | None:
    """A language tag as it is usually written: `en-GB`; None for what is none."""
    if not value or not _LANGUAGE.fullmatch(value):
        return None
    first, *rest = value.replace("_", "-").split("-")
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
