"""`copydesk init`: a configuration to start from."""

from __future__ import annotations

import os

import click

from lint.commands.outputs import write_file
from lint.errors import ConfigError
from lint.rulepacks import shipped

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
        files[f"{pack}.yml"] = _pack(pack)
    if terms:
        files["terms.txt"] = TERMS
    for path in files:
        if os.path.lexists(path):
            raise ConfigError("is there already and stays as it is", path)
    for path, text in files.items():
        write_file(path, text)
        click.echo(f"{path} written.")
    click.echo("Next: copydesk check")


def _pack(name: str) -> str:
    """The shipped pack `house` under another name, on, and without what it says of itself."""
    import re

    with open(shipped.path("house"), encoding="utf-8") as file:
        text = file.read().replace("./house.yml", f"./{name}.yml")
    rest = text[text.index("title:") :].replace("default: false\n", "", 1)
    rest = re.sub(r"description: >-\n(?: {2}.*\n)+", "", rest, count=1)
    head = "# The desk's own style: what it takes over, what it changes there, what it adds.\n"
    proof = f"# Every rule proves itself by its examples: copydesk rules test ./{name}.yml\n"
    return f"{head}{proof}pack: {name}\n{rest}"
