"""HTML that is safe by construction: every plain string is escaped, only `Html` passes as it is."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterable

_VOID = frozenset(("br", "hr", "link", "meta", "input", "wbr"))
_STEERING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F)
_SHOWN: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"},
    **{code: f"⟨U+{code:04X}⟩" for code in (*range(0x7F, 0xA0), *_STEERING, 0x2028, 0x2029)},
    **dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"),
}
"""Characters that no page may hold (controls, lone surrogates) or that would turn the lines around them."""


class Html(str):
    """A string that is markup already."""

    __slots__ = ()


def text(value: str) -> Html:
    """`value` as characters of a page, whatever it holds."""
    if isinstance(value, Html):
        return value
    return Html(html.escape(value if value.isascii() and value.isprintable() else value.translate(_SHOWN)))


def join(parts: Iterable[str]) -> Html:
    """The parts one after the other, plain strings escaped."""
    return Html("".join([text(part) for part in parts]))


def tag(name: str, /, *children: str, **attributes: str | int | bool | None) -> Html:
    """An element; `class_` and `data_n` become `class` and `data-n`, None and False are left out."""
    words = [name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        attribute = key.rstrip("_").replace("_", "-")
        words.append(attribute if value is True else f'{attribute}="{text(str(value))}"')
    opening = f"<{' '.join(words)}>"
    return Html(opening if name in _VOID else f"{opening}{join(children)}</{name}>")


def sentence(value: str) -> Html:
    """A message as markup: what stands between backticks is code."""
    parts = value.split("`")
    if len(parts) % 2 == 0:
        return text(value)
    return join(tag("code", part) if index % 2 else part for index, part in enumerate(parts))


def breakable(value: str) -> Html:
    """A rule's id, which may break after its dot and at underscores."""
    return Html(text(value).replace(".", ".<wbr>").replace("_", "_<wbr>"))


def signs(value: str) -> str:
    """The names of characters nobody would see, such as `U+200B`; `value` where there is something to see."""
    if any(character == " " or _seen(character) for character in value):
        return value
    return " ".join(f"U+{ord(character):04X}" for character in value)


def _seen(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cn", "Cs", "Zs", "Zl", "Zp")
