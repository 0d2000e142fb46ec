"""What a rule pack may hold: the one table that checks packs and that the JSON Schema is made from."""

from __future__ import annotations

from typing import Any

from lint.shapes import Anything, Choice, Either, Flag, Key, Many, Table, Text, Whole, json_schema

SCOPES = (
    "prose",
    "body",
    "heading",
    "item",
    "cell",
    "caption",
    "quote",
    "alt",
    "link",
    "unlinked",
    "quotation",
    "source",
)
"""Where a rule looks. `quotation` adds the words inside quotation marks, `unlinked` takes away the
words of links; `source` is the raw file."""

CONDITIONS: dict[str, tuple[str, ...]] = {
    "adjacent": ("subject", "verb"),
    "alone": ("subject",),
    "bare": ("noun",),
    "clear-pronoun": ("subject",),
    "clear-start": ("subject",),
    "ends-phrase": ("noun",),
    "finite": ("verb",),
    "indicative": ("subject", "verb"),
    "known-noun": (),
    "near-noun": ("noun", "verb"),
    "nearest": ("subject", "pronoun", "verb"),
    "no-main-verb": ("noun", "verb", "that"),
    "not-a-name-before": ("one",),
    "not-a-verb": ("noun", "determiner"),
    "noun-not-clause": ("subject", "verb"),
    "number-differs": ("subject", "verb"),
    "opens-phrase": ("first", "noun"),
    "own-things": ("subject", "second"),
    "plain-words-between": ("subject", "verb"),
    "plural-verb": ("verb",),
    "surely-noun": ("noun", "determiner"),
    "true-verb": ("subject", "verb"),
    "verb-after-auxiliary": ("auxiliary", "verb"),
    "whole-phrase": ("determiner", "noun"),
}
"""The conditions of `where` in rules of the kind `syntax`, and the words of the pattern they ask about."""

_ENTRY = Text("A word or phrase; a regular expression between slashes: /colou?r/.")
_WORDS = Many(_ENTRY, "Words and phrases.")
_GROUPS = Many(Many(_ENTRY, or_one=False, least=2), "Groups of forms.", or_one=False)


def _find(options: tuple[str, ...], doc: str) -> Table:
    return Table({"find": Key(Choice(options), True)}, doc)


KINDS: dict[str, Any] = {
    "find": Many(_ENTRY, "Words and phrases to flag."),
    "replace": Table({}, "Each word or phrase to what is better, or a list of better ones.", other=_WORDS),
    "regex": Either(
        (
            Many(Text("A regular expression in Python's syntax, without slashes.")),
            Table({}, "Each expression to what is better; \\1 is its first group.", other=Many(Text())),
        ),
        "Regular expressions to flag.",
    ),
    "name": Text("The name as it should be written; with `instead_of`."),
    "consistent": Either(
        (
            _GROUPS,
            Table(
                {
                    "of": Key(_GROUPS, True),
                    "least": Key(Whole("A form counts where it stands so many times; once if left out.", 1)),
                }
            ),
        ),
        "Groups of forms of which a draft should keep to one: the majority wins.",
    ),
    "compounds": Table(
        {
            "find": Key(
                Choice(
                    ("joined", "hyphenated"),
                    "One word beside a hyphen or a space; a hyphen beside a space.",
                ),
                True,
            ),
            "of": Key(Many(Text(), "The compounds it is about, in any form; all others if left out.")),
        },
        "One compound written in two ways, found in the draft.",
    ),
    "capitals": Flag("A phrase with capitals here and without them there, found in the draft."),
    "uniform": Table(
        {
            "find": Key(
                Choice(
                    (
                        "accents",
                        "prefixes",
                        "serial-comma",
                        "italics",
                        "endings",
                        "openings",
                        "headings",
                    ),
                    "Accents here and none there, hyphens after a prefix, the comma before the last “and”, "
                    "titles in italics, the ends and the openings of a list's items, capitals of headings.",
                ),
                True,
            ),
            "words": Key(Many(Text(), "With prefixes: the prefixes.")),
        },
        "What should look alike throughout a draft or a list.",
    ),
    "limit": Table(
        {
            "words": Key(Whole("At most so many words.", 1)),
            "characters": Key(Whole("At most so many characters.", 1)),
            "sentences": Key(Whole("At most so many sentences.", 1)),
            "grade": Key(Whole("At most this school grade, by the formula of Flesch and Kincaid.", 1)),
            "in": Key(
                Choice(("sentence", "paragraph", "heading", "item", "document"), "In each of these."), True
            ),
        },
        "A length that a sentence, paragraph, heading, item or draft should not pass.",
    ),
    "doubled": Either((Flag(), Table({"except": Key(_WORDS)})), "A word written twice running."),
    "figures": Table(
        {
            "find": Key(
                Choice(
                    ("weekday", "impossible", "count", "shares", "age", "range", "year"),
                    "Weekdays beside dates, dates no calendar has, lists of another length than announced, "
                    "shares of one whole, ages beside years, backward ranges, dates without a year.",
                ),
                True,
            ),
            "words": Key(Many(Text(), "With count: the words for what a list may hold.")),
            "tolerance": Key(Whole("With shares: so many percentage points may be missing.", 0)),
        },
        "Numbers and dates that contradict one another.",
    ),
    "quotations": Table(
        {
            "find": Key(
                Choice(
                    ("unclosed", "altered", "speaker", "single"),
                    "Quotations that never close, that stand twice in other words, that nobody speaks, "
                    "of a single word.",
                ),
                True,
            ),
            "words": Key(Many(Text(), "With speaker and single: words that name a speaker.")),
            "least": Key(Whole("With altered and speaker: of at least so many words.", 1)),
        },
        "Words in quotation marks.",
    ),
    "repetition": Table(
        {
            "find": Key(
                Choice(
                    ("word", "sentence", "paragraph", "phrase", "copy"),
                    "A word within a paragraph, the opening of sentences or paragraphs running, a phrase "
                    "at a distance, a paragraph that is almost another.",
                ),
                True,
            ),
            "times": Key(Whole("How often a word may not stand in a paragraph; 3 if left out.", 2)),
            "words": Key(
                Whole(
                    "How many first words are compared, or the words of the shortest phrase or paragraph.", 1
                )
            ),
            "of": Key(Many(Text(), "The words that are counted; any uncommon one if left out.")),
        },
        "A word or an opening that comes again too soon.",
    ),
    "sourcing": Table(
        {
            "find": Key(Choice(("own-voice",), "A charge that the next paragraph states as a fact."), True),
            "charges": Key(
                Many(Text(), "Words that make a sentence a charge; accus* for all its forms."), True
            ),
            "attributions": Key(Many(Text(), "Words that say whose word a sentence is."), True),
        },
        "Whose word a sentence is.",
    ),
    "marks": Choice(
        ("quotes", "apostrophes", "dashes", "ellipses", "brackets"),
        "Signs of two kinds in one draft, or brackets that do not pair.",
    ),
    "mentions": Table(
        {
            "find": Key(
                Choice(
                    ("surname", "title", "full"),
                    "Surnames that were never introduced, title and full name again, the full name again.",
                ),
                True,
            ),
            "titles": Key(Many(Text(), "With title and full: what may stand before a name.")),
            "verbs": Key(Many(Text(), "With surname: what a speaker does.")),
        },
        "How people are named at first and later.",
    ),
    "repeated": Either(
        (Flag(), Table({"words": Key(Whole("Only paragraphs of at least so many words.", 1))})),
        "A paragraph that stands twice.",
    ),
    "script": _find(
        ("mixed-word", "foreign-bracket", "mojibake", "invisible", "private-use", "ligature"),
        "Characters that do not belong: of another script, garbled, invisible.",
    ),
    "names": _find(
        ("variants", "spellings", "near-twins", "known-names"),
        "Forms of one name, discovered in the draft.",
    ),
    "abbreviations": Table(
        {
            "find": Key(Choice(("undefined", "early", "twice", "unused")), True),
            "common": Key(Many(Text(), "Abbreviations that every reader knows.")),
        },
        "Abbreviations and the names they stand for.",
    ),
    "spelling": Table(
        {
            "confidence": Key(Choice(("probable", "possible"), "How sure the slip is.")),
            "variety": Key(Choice(("one",), "Varieties of English that a draft mixes.")),
        },
        "Words that no dictionary knows.",
    ),
    "articles": Table(
        {
            "find": Key(Choice(("sound", "place"), "A or an; an article before a place's possessive."), True),
            "an": Key(Many(Text(), "With sound: starts of words that take “an” against their spelling.")),
            "a": Key(Many(Text(), "With sound: starts of words that take “a” against their spelling.")),
            "of": Key(Text("With place: the list of places, by name.")),
        },
        "Articles that do not fit the word after them.",
    ),
    "syntax": Table(
        {
            "tokens": Key(
                Many(Anything(), "Neighbouring words, as spaCy's Matcher takes them.", or_one=False)
            ),
            "tree": Key(
                Many(Anything(), "Words of one tree, as its DependencyMatcher takes them.", or_one=False)
            ),
            "where": Key(Many(Choice(tuple(CONDITIONS)), "What no pattern can say and must hold as well.")),
            "flag": Key(
                Many(Text(), "The words to flag: names of the tree's, numbers of the tokens'."), True
            ),
            "propose": Key(
                Many(
                    Table({}, other=Text("A form, or text in which {word} stands for the word.")),
                    "Word to what it becomes; of several the first is tried.",
                )
            ),
            "absent": Key(Text("A list of words; the rule is silent in a draft that holds two of them.")),
            "counterfactual": Key(
                Flag(
                    "Flag only what, with the proposal made and parsed again, is right and has the same tree."
                )
            ),
        },
        "A pattern over the parsed sentence; needs copydesk[grammar].",
    ),
    "languagetool": Table(
        {
            "disable": Key(Many(Text(), "Rules and categories that are not shown; * stands for anything.")),
            "severity": Key(
                Table(
                    {},
                    "Rule or category to its level.",
                    other=Choice(("error", "warning", "suggestion", "off")),
                )
            ),
        },
        "Which LanguageTool rules are shown, and how.",
    ),
    "stet": Choice(("unused", "malformed", "expired"), "Suppressions that do not work."),
}
"""The kinds of rule; a rule has exactly one of these keys."""

_EXCEPTION = Either(
    (
        Table(
            {
                "before": Key(Many(Text(), "It passes when it stands before one of these words.")),
                "after": Key(Many(Text(), "It passes when it stands after one of these words.")),
            }
        ),
        _ENTRY,
    )
)

_EXAMPLE = Table(
    {
        "bad": Key(Text("A text that the rule flags.")),
        "good": Key(Text("A text that it leaves alone; beside `bad`, what its fix makes of it.")),
        "format": Key(Choice(("text", "markdown", "html"), "How the example is read.")),
    },
    "At least one of `bad` and `good`.",
)

COMMON: dict[str, Key] = {
    "id": Key(Text("The rule's name in its pack; with a pack's name before it, a rule to change."), True),
    "message": Key(
        Text("One sentence to the writer; the names in braces are filled in, such as {match}."), True
    ),
    "severity": Key(Choice(("error", "warning", "suggestion", "off"), "How much it matters.")),
    "why": Key(Text("The reason, for a writer who asks."), True),
    "examples": Key(Many(_EXAMPLE, "The rule's own tests.", or_one=False), True),
    "scope": Key(Many(Choice(SCOPES), "Where it looks; everywhere in the prose if left out.")),
    "except": Key(Many(_EXCEPTION, "Phrases inside which it passes.")),
    "case": Key(Choice(("ignore", "match"), "Whether capitals must agree; ignored if left out.")),
    "forms": Key(Flag("Also plural, possessive, -ed and -ing.")),
    "fix": Key(Choice(("safe", "offer", "none"), "safe: `copydesk fix` applies it; offer: it asks.")),
    "link": Key(Text("A page about it.")),
    "default": Key(Flag("false: off until it is selected.")),
    "in-code": Key(Flag("With scope source: code, comments and front matter as well.")),
    "language": Key(Many(Text(), "The languages it is for; those of its pack if left out.")),
    "instead_of": Key(Many(_ENTRY, "With `name`: what is written for it.")),
    "when": Key(
        Choice(("always", "mixed"), "With `name`: flag each other form, or only a draft that mixes them.")
    ),
}

RULE = Table({**COMMON, **{kind: Key(shape) for kind, shape in KINDS.items()}}, "A rule.")
CHANGE = Table({key: Key(entry.shape) for key, entry in RULE.keys.items()}, "A change to a rule.")

PACK = Table(
    {
        "pack": Key(Text("The pack's name, the first part of its rules' names."), True),
        "title": Key(Text("A few words for lists."), True),
        "description": Key(Text("What the pack is for.")),
        "language": Key(Many(Text(), "The languages it is for; any if left out.")),
        "extends": Key(Many(Text(), "Packs to take over: a shipped one's name or ./file.yml.")),
        "default": Key(Flag("false: off until the configuration names it.")),
        "lists": Key(
            Table({}, "Lists of words for `syntax` and `articles`, by name.", other=Many(Text(), least=0))
        ),
        "rules": Key(Many(RULE, or_one=False, least=0), True),
    },
    "A rule pack of Copydesk.",
)


def pack_schema() -> dict[str, Any]:
    """The JSON Schema of a rule pack, for editors that complete and check YAML."""
    schema = json_schema(PACK)
    rule = schema["properties"]["rules"]["items"]
    rule["required"] = ["id"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Copydesk rule pack",
        **schema,
    }
