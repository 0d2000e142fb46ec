"""The usual inflections of a word or phrase: plural, possessive, -ed, -ing.

A verb's ending goes on the first word of a phrase ("makes use of"), a noun's on the last ("press
releases"). Irregular forms are listed; the rest follow the spelling rules of English.
"""

from __future__ import annotations

from collections.abc import Iterator

VOWELS = "aeiou"

_IRREGULAR_LINES = """
arise arose arisen; bear bore borne; become became become; begin began begun; break broke broken
bring brought brought; build built built; buy bought bought; catch caught caught; choose chose chosen
come came come; cut cut cut; deal dealt dealt; do did done; draw drew drawn; drink drank drunk
drive drove driven; eat ate eaten; fall fell fallen; feel felt felt; find found found; fly flew flown
forget forgot forgotten; get got got; give gave given; go went gone; grow grew grown; have had had
hear heard heard; hide hid hidden; hit hit hit; hold held held; keep kept kept; know knew known
lay laid laid; lead led led; leave left left; lend lent lent; let let let; lose lost lost
make made made; mean meant meant; meet met met; pay paid paid; put put put; read read read
ride rode ridden; ring rang rung; rise rose risen; run ran run; say said said; see saw seen
seek sought sought; sell sold sold; send sent sent; set set set; shake shook shaken; show showed shown
shut shut shut; sing sang sung; sit sat sat; sleep slept slept; speak spoke spoken; spend spent spent
stand stood stood; steal stole stolen; strike struck struck; swear swore sworn; take took taken
teach taught taught; tell told told; think thought thought; throw threw thrown; wear wore worn
win won won; write wrote written
"""
_IRREGULAR = {
    verb: (past, done)
    for line in _IRREGULAR_LINES.replace("\n", ";").split(";")
    if line.strip()
    for verb, past, done in [line.split()]
}

KINDS = ("plural", "possessive", "third", "past", "participle", "ing")


def inflect(phrase: str) -> dict[str, str]:
    """Each of `KINDS` to the phrase in that form; forms that are the same are all listed."""
    words = phrase.split(" ")
    first, last = words[0], words[-1]

    def with_first(form: str) -> str:
        return " ".join([form, *words[1:]])

    def with_last(form: str) -> str:
        return " ".join([*words[:-1], form])

    past, participle = _IRREGULAR.get(first.lower(), (_past(first), _past(first)))
    return {
        "plural": with_last(plural(last)),
        "possessive": with_last(last + ("'" if last.endswith("s") else "'s")),
        "third": with_first(plural(first) if first.lower() not in ("have",) else "has"),
        "past": with_first(past),
        "participle": with_first(participle),
        "ing": with_first(_ing(first)),
    }


def bases(word: str) -> Iterator[str]:
    """What the verb may be whose past tense or participle the word is; some are no words at all."""
    for verb, forms in _IRREGULAR.items():
        if word in forms:
            yield verb
    if word.endswith("ed"):
        for stem in (word[:-2], word[:-1], word[:-3], word[:-3] + "y"):
            if _past(stem) == word:
                yield stem


def plural(word: str) -> str:
    """The regular plural of a noun, which is also a verb's third person."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ied"
    return _doubled(word) + "ed"


def _ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return _doubled(word) + "ing"


def _doubled(word: str) -> str:
    """`stop` -> `stopp`: one syllable, one vowel, one consonant."""
    short = len(word) > 2 and sum(letter in VOWELS + "y" for letter in word) == 1
    if short and word[-1] not in VOWELS + "wxy" and word[-2] in VOWELS and word[-3] not in VOWELS:
        return word + word[-1]
    return word
