"""The keys of `copydesk.yml`."""

from __future__ import annotations

from typing import Any

from lint.config.table import (
    LANGUAGE,
    SELECTOR,
    Key,
    choice,
    codec,
    levels,
    listed,
    mapping,
    object_schema,
    seconds,
    switch,
    terms,
    word,
    words,
)
from lint.model import SEVERITIES

_SHARED = (
    Key(
        "packs",
        "Rule packs to use: names of shipped packs and paths of your own.",
        *words(example="leftovers, ./house.yml"),
    ),
    Key("language", "The language of the drafts, unless a draft says otherwise.", *word(LANGUAGE, "en-GB")),
    Key("languages", "All languages that may occur in one draft.", *words(LANGUAGE, "en, ru")),
    Key("select", "Only these packs and rules.", *words(SELECTOR, "leftovers, names")),
    Key("ignore", "Not these packs and rules.", *words(SELECTOR, "house.utilize")),
    Key("severity", "Another level for a pack or a rule: error, warning, suggestion or off.", *levels()),
    Key(
        "accept",
        "Words, phrases and /patterns/ that pass everywhere, each with or without a reason.",
        *terms(),
    ),
)

_LANGUAGETOOL = (
    Key("mode", "on, off, or auto: where it is there already.", *choice("auto", "on", "off")),
    Key("url", "A running server to use.", *word(r"https?://\S+", "http://localhost:8081")),
    Key("folder", "A folder that holds LanguageTool's jars.", *word()),
    Key("daemon", "Whether a server is kept running between two runs.", *switch()),
    Key("java", "The Java program to use.", *word()),
    Key("mirrors", "Maven repositories to download from instead of the public one.", *words(r"\S+")),
    Key("timeout", "Seconds that one request may take.", *seconds()),
)

KEYS = (
    *_SHARED,
    Key(
        "accept-files",
        "Files of accepted words, one a line; a reason may follow after #.",
        *words(example="terms.txt"),
    ),
    Key(
        "exclude",
        "Files and folders that are never checked, as globs.",
        *words(example="vendor/, '*.min.md'"),
    ),
    Key("fail-on", "From which level on a finding makes the exit code 1.", *choice(*SEVERITIES, "never")),
    Key("min-severity", "The mildest level that is shown.", *choice(*SEVERITIES)),
    Key("encoding", "The encoding of drafts that are not UTF-8.", *codec()),
    Key("languagetool", "Whether and how LanguageTool is used.", *mapping(_LANGUAGETOOL, short="mode")),
    Key(
        "paths",
        "What is different for some files.",
        *listed(
            mapping(
                (Key("files", "Globs of the files meant.", *words(example="blog/**")), *_SHARED),
                required="files",
            )
        ),
    ),
)
"""Every key, in the order in which the documentation lists them."""


def schema() -> dict[str, Any]:
    """The JSON Schema of `copydesk.yml`, for editors that complete and check as one types."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Copydesk configuration",
        **object_schema(KEYS),
    }
