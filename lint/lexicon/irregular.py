"""Verbs that do not take -ed, nouns that do not take -ys: what `teached` and `lorrys` were meant to be."""

from __future__ import annotations

from functools import cache

from lint.lexicon.words import known

_VERBS = """
arise arose arisen, awake awoke awoken, bear bore born, become became, begin began begun, bend bent, bind
bound, bite bit bitten, bleed bled, blow blew blown, break broke broken, breed bred, bring brought, build
built, buy bought, catch caught, choose chose chosen, cling clung, come came, creep crept, cut cut, deal
dealt, dig dug, draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen,
feed fed, feel felt, fight fought, find found, flee fled, fly flew flown, forbid forbade forbidden, forget
forgot forgotten, forgive forgave forgiven, freeze froze frozen, get got, give gave given, go went gone,
grow grew grown, hear heard, hide hid hidden, hit hit, hold held, hurt hurt, keep kept, know knew known,
lay laid, lead led, leave left, lend lent, let let, lose lost, make made, mean meant, meet met, pay paid,
put put, read read, ride rode ridden, ring rang rung, rise rose risen, run ran, say said, see saw seen,
seek sought, sell sold, send sent, set set, shake shook shaken, shoot shot, show showed shown, shrink
shrank shrunk, shut shut, sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid, speak spoke
spoken, spend spent, spin spun, split split, spread spread, spring sprang sprung, stand stood, steal stole
stolen, stick stuck, sting stung, strike struck, strive strove, swear swore sworn, sweep swept, swim swam
swum, swing swung, take took taken, teach taught, tear tore torn, tell told, think thought, throw threw
thrown, understand understood, wake woke woken, wear wore worn, weave wove woven, win won, withdraw
withdrew withdrawn, write wrote written
"""


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    verbs = [entry.split() for entry in _VERBS.replace("\n", " ").split(",")]
    return {verb: tuple(past) for verb, *past in verbs}


def meant(form: str) -> tuple[str, ...]:
    """The right forms of a word that was inflected by the wrong rule: `teached`, `maken`, `lorrys`."""
    if form.endswith("ys") and form[-3:-2] not in ("", *"aeiou") and known(form[:-1]):
        plural = f"{form[:-2]}ies"
        return (plural,) if known(plural) else ()
    for tail in ("ed", "d", "en", "n"):
        if form.endswith(tail):
            stem = form.removesuffix(tail)
            undoubled = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
            for verb in (stem, undoubled):
                if verb in _forms():
                    return _forms()[verb]
    return ()
