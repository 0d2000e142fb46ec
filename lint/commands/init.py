"""`copydesk init`: a configuration to start from."""

from __future__ import annotations

import os

import click

from lint.commands.outputs import write_file
from lint.errors import ConfigError

CONFIGURATION = """\
# Copydesk reads this file from the folder you work in, or the nearest one above it.
# Every key may be left out. All rules: copydesk rules list. One rule: copydesk explain RULE.

# The language of the drafts: en-US, en-GB, en-CA, en-AU.
language: en-US

# Rule packs: "default" is what comes with Copydesk; add your own by their path.
{packs}

# Another level for a pack or a rule: error, warning, suggestion or off.
# severity:
#   leftovers: error
#   spelling.typo: suggestion

# Words, phrases and /patterns/ that pass everywhere.
# accept:
#   - Nigde
#   - {{term: fast-track, reason: the ministry writes it so}}

# The same as a list to share, one a line; `copydesk terms add WORD` writes to it.
{terms}

# Never checked.
# exclude: [archive/, "*.generated.md"]

# From which level on `copydesk check` exits with 1: error, warning, suggestion or never.
fail-on: warning

# What is different for some files.
# paths:
#   - files: blog/**
#     ignore: [house]
#     language: en-GB
"""

TERMS = """\
# Words and phrases that pass everywhere, one a line. A reason may follow after " # ".
"""

PACK = """\
# The desk's own style: what it takes over, what it changes there, what it adds.
# Every rule proves itself by its examples: copydesk rules test ./{name}.yml
pack: {name}
title: House style
language: en

# Shipped packs to take over; add house-us or house-uk, which are off by default.
extends: [wordiness, tone, consistency]

rules:
  # A rule of theirs, with its pack's name before it, and what is different here.
  - id: wordiness.officialese
    severity: warning
  - id: tone.euphemism
    severity: warning

  # What the desk writes instead of other words. A list offers a choice.
  - id: words
    replace: {{advisor: adviser, "inked a deal": ["signed a contract", "agreed"]}}
    message: Write “{{replacement}}” instead of “{{match}}”.
    severity: warning
    why: The desk has one spelling for each word, and plain words for plain things.
    examples:
      - bad: The advisor left.
        good: The adviser left.
      - good: The advisory board met.

  # What must not be printed at all.
  - id: not-for-print
    find: [off the record, not for publication]
    message: “{{match}}” must not be printed; talk to the desk.
    severity: error
    why: What was told in confidence stays in the notebook.
    examples:
      - bad: Off the record, the port is for sale.
      - good: The record of the port is for sale.

  # A name, and what is written for it.
  - id: council
    name: Arl County Council
    instead_of: [Arl Council, Council of Arl County]
    message: Write “{{replacement}}” instead of “{{match}}”.
    why: It is the name on the council's own papers.
    examples:
      - bad: Arl Council met on Monday.
        good: Arl County Council met on Monday.
      - good: The council of Arl met on Monday.

  # How long a sentence may be.
  - id: long-sentence
    limit: {{words: 50, in: sentence}}
    message: This sentence has {{count}} words; a reader may lose its thread.
    severity: suggestion
    why: Few readers keep more than some forty words in mind until the full stop comes.
    examples:
      - bad: >-
          The council, which had met three times in as many weeks without finding a majority for any of the
          plans that were before it, voted late on Tuesday, after a debate that began in the afternoon and
          was broken off twice, to close the old bridge, which engineers had called unsafe in the spring.
      - good: On Tuesday the council voted to close the old bridge.
"""


@click.command(epilog="\b\nExamples:\n  copydesk init\n  copydesk init --pack house")
@click.option("--pack", metavar="NAME", help="Also write NAME.yml, a rule pack of your own to change.")
@click.option("--terms", is_flag=True, help="Also write terms.txt, a list of accepted words.")
def init(*, pack: str | None, terms: bool) -> None:
    """Write a commented copydesk.yml into this folder; nothing that exists is replaced."""
    if pack is not None and not pack.replace("-", "").isalnum():
        raise ConfigError(f'"{pack}" cannot be the name of a pack', hint="use letters, digits and hyphens")
    files = {
        "copydesk.yml": CONFIGURATION.format(
            packs=f"packs: [default, ./{pack}.yml]" if pack else "# packs: [default, ./house.yml]",
            terms="accept-files: [terms.txt]" if terms else "# accept-files: [terms.txt]",
        )
    }
    if pack:
        files[f"{pack}.yml"] = PACK.format(name=pack)
    if terms:
        files["terms.txt"] = TERMS
    for path in files:
        if os.path.lexists(path):
            raise ConfigError("is there already and stays as it is", path)
    for path, text in files.items():
        write_file(path, text)
        click.echo(f"{path} written.")
    click.echo("Next: copydesk check")
