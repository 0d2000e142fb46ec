"""Which language a paragraph is checked in, as LanguageTool names it, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lint.matching.language import spoken
from lint.model import Block, Config, Document

VARIANTS = {
    "en": ("en-US", "en-GB", "en-CA", "en-AU", "en-NZ", "en-ZA"),
    "de": ("de-DE", "de-AT", "de-CH"),
    "fr": ("fr",),
    "es": ("es",),
    "ru": ("ru-RU",),
    "uk": ("uk-UA",),
}
"""Language -> LanguageTool's codes, the usual one first. Bare `en` and `de` would check no spelling."""

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_OTHER = re.compile(r"[\u0370-\u03ff\u0530-\u1fff\u2e80-\uffef]")


def tool_code(language: str) -> str | None:
    """`en-GB` for `en_gb`, `ru-RU` for `ru`, None for a language that we bring no jars for."""
    language = language.replace("_", "-")
    variants = VARIANTS.get(language.partition("-")[0].lower())
    if variants is None:
        return None
    wanted = language.lower()
    return next((code for code in variants if code.lower() == wanted), variants[0])


def languages_of(document: Document, config: Config) -> list[str | None]:
    """For each block the code it is checked in; None where it is left alone.

    A block's own `lang` wins, then the draft's, then the configuration's. A paragraph whose script is
    not that language's is checked in the configured language of its script, if there is one. Where
    several languages are configured, a detector decides between those of the paragraph's script.
    """
    usual = spoken(config, document.lang)
    allowed = tuple(dict.fromkeys((usual, *config.languages)))
    return [_language(document, block, config, usual, allowed) for block in document.blocks]


def script(text: str) -> str:
    """`latin`, `cyrillic` or `other`: whichever most letters are; "" where there are none."""
    if text.isascii():
        return "latin" if _LATIN.search(text) else ""
    counts = {
        "latin": len(_LATIN.findall(text)),
        "cyrillic": len(_CYRILLIC.findall(text)),
        "other": len(_OTHER.findall(text)),
    }
    most = max(counts, key=lambda name: counts[name])
    return most if counts[most] else ""


def script_of(language: str) -> str:
    return "cyrillic" if language[:2].lower() in ("ru", "uk") else "latin"


def _language(
    document: Document, block: Block, config: Config, usual: str, allowed: tuple[str, ...]
) -> str | None:
    text = document.text[block.span.start : block.span.end]
    written = script(text)
    if not written:
        return None
    if block.lang is not None:
        code = tool_code(spoken(config, block.lang, usual))
        return code if code is not None and script_of(code) == written else None
    fitting = [language for language in allowed if script_of(language) == written]
    if not fitting:
        return None
    chosen = detect(text, fitting) if len(fitting) > 1 else fitting[0]
    return tool_code(chosen or (usual if usual in fitting else fitting[0]))


def ambiguous(config: Config) -> bool:
    """Whether the configuration allows two languages that only a detector tells apart."""
    allowed = {language[:2].lower() for language in (config.language, *config.languages)}
    return len({script_of(language) for language in allowed}) < len(allowed)


def detect(text: str, among: Iterable[str]) -> str | None:
    """The language of `among` that a text is surely in, or None where the detector is in doubt."""
    from lint.engines.languagetool.detector import surest

    by_primary: dict[str, str] = {}
    for language in among:
        by_primary.setdefault(language[:2].lower(), language)
    if len(by_primary) == 1:
        return next(iter(by_primary.values()))
    found = surest(text, tuple(by_primary))
    return by_primary.get(found) if found else None
