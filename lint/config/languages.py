"""Which language codes there are: a mistyped one would silently switch off whatever is for its language."""

from __future__ import annotations

from lint.didyoumean import did_you_mean

_TWO_LETTERS = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is
it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms
mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk
sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi
yo za zh zu
"""
"""The two-letter codes of ISO 639-1. Codes of three letters are thousands, and pass."""

_ENGLISH = {"gb": "en-GB", "us": "en-US", "au": "en-AU"}
"""Countries that are written where a language is meant; `ca` and `uk` are languages."""


def trouble(code: str) -> tuple[str, str] | None:
    """What is wrong with a code such as `en-UK`, and what helps; None where nothing is."""
    language, _, rest = code.partition("-")
    known = _TWO_LETTERS.split()
    if len(language) == 2 and language not in known:
        return f'there is no language "{code}"', _near(language, rest, known)
    if language == "en" and rest.lower() == "uk":
        return f'there is no language "{code}"', 'did you mean "en-GB"?'
    return None


def _near(language: str, rest: str, known: list[str]) -> str:
    if language in _ENGLISH:
        return f'did you mean "{_ENGLISH[language]}"?'
    turned = language[::-1]
    if turned in known:
        return f'did you mean "{"-".join(filter(None, (turned, rest)))}"?'
    return did_you_mean(language, known) or 'codes are those of ISO 639, such as "en-GB" or "ru"'
