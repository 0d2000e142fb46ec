"""The keys of `copydesk.yml`: the one table that checks it and that its JSON Schema is made from."""

from __future__ import annotations

from typing import Any

from lint.model import SEVERITIES
from lint.shapes import Choice, Either, Flag, Key, Many, Table, Text, Whole, json_schema

LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
MODES = ("auto", "on", "off")
FORMATS = ("text", "markdown", "word", "html")

_TERM = Table({"term": Key(Text(), needed=True), "reason": Key(Text())})
_GLOBS = Many(Text(), "Globs; one without / means a name at any depth.", least=0)

_SHARED = {
    "packs": Key(Many(Text(), "Rule packs: `default`, names of shipped packs, paths of your own.")),
    "language": Key(
        Text("The drafts' language, unless a draft says otherwise.", pattern=LANGUAGE, like="en-GB")
    ),
    "languages": Key(Many(Text(pattern=LANGUAGE, like="en"), "All languages that may occur in one draft.")),
    "select": Key(Many(Text(), "Only these packs and rules.", least=0)),
    "ignore": Key(Many(Text(), "Not these packs and rules.", least=0)),
    "severity": Key(Table({}, "Another level for a pack or a rule.", other=Choice((*SEVERITIES, "off")))),
    "accept": Key(
        Many(Either((_TERM, Text())), "Words, phrases and /patterns/ that pass everywhere.", least=0)
    ),
}

LANGUAGETOOL = {
    "mode": Key(Choice(MODES, "on, off, or auto: where it is there already.")),
    "url": Key(Text("A running server.", pattern=r"https?://\S+", like="http://localhost:8081")),
    "folder": Key(Text("A folder that holds LanguageTool's jars.")),
    "daemon": Key(Flag("Whether a server is kept running between two runs.")),
    "java": Key(Text("The Java program to use.")),
    "mirrors": Key(Many(Text(), "Maven repositories to download from.")),
    "timeout": Key(Whole("Seconds that one request may take.", 1)),
}

CONFIGURATION = Table(
    {
        **_SHARED,
        "accept-files": Key(
            Many(Text(), "Files of accepted words, one a line; ` # ` starts a reason.", least=0)
        ),
        "baseline": Key(
            Text("The file of findings that do not count.", like="copydesk-baseline.jsonl"),
        ),
        "exclude": Key(_GLOBS),
        "formats": Key(Many(Choice(FORMATS), "What folders are searched for; by default all but html.")),
        "fail-on": Key(Choice((*SEVERITIES, "never"), "From which level on findings exit with 1.")),
        "min-severity": Key(Choice(SEVERITIES, "The mildest level that is shown.")),
        "encoding": Key(Text("The encoding of drafts that are not UTF-8.", like="cp1252")),
        "languagetool": Key(
            Either((Choice(MODES), Table(LANGUAGETOOL), Flag()), "Whether and how LanguageTool is used.")
        ),
        "grammar": Key(
            Either((Choice(MODES), Flag()), "Whether a parser reads the sentences; as languagetool.")
        ),
        "paths": Key(
            Many(
                Table({"files": Key(_GLOBS, needed=True), **_SHARED}),
                "What is different for some files.",
                or_one=False,
                least=0,
            )
        ),
    },
    "A configuration of Copydesk.",
)


def schema() -> dict[str, Any]:
    """The JSON Schema of `copydesk.yml`, for editors that complete and check as one types."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Copydesk configuration",
        **json_schema(CONFIGURATION),
    }
