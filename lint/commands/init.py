"""`copydesk init`: a configuration to start from."""

from __future__ import annotations

import os

import click

from lint.commands import options
from lint.commands.baseline import look
from lint.commands.outputs import write_file
from lint.commands.propose import listed, words
from lint.commands.propose import terms as terms_of
from lint.config import build, parse
from lint.errors import ConfigError
from lint.findings.baseline import FILE, entries_of, written
from lint.gather import gather
from lint.model import Config
from lint.reporters.summary import counted
from lint.rulepacks import shipped
from lint.runner.setup import Memory

CONFIG = "copydesk.yml"
LIST = "terms.txt"

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

# Findings that do not count, so that only new ones do; `copydesk baseline write` writes to it.
{baseline}

# Never checked.
# exclude: [archive/, "*.generated.md"]

# What folders are searched for; a file that is named is read whatever its ending.
# formats: [text, markdown, word, html]

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


@click.command(epilog="\b\nExamples:\n  copydesk init\n  copydesk init --pack house\n  copydesk init --bare")
@click.option("--pack", metavar="NAME", help="Also write NAME.yml, a rule pack of your own to change.")
@click.option("--terms", is_flag=True, help="Also write terms.txt, a list of accepted words.")
@click.option("--bare", is_flag=True, help="Do not read the drafts that are here already.")
def init(*, pack: str | None, terms: bool, bare: bool) -> int:
    """Write a commented copydesk.yml into this folder; nothing that exists is replaced.

    Where drafts are here already, the words they repeat become accepted ones and today's findings a
    baseline, so that from now on only what is new counts.
    """
    if pack is not None and not pack.replace("-", "").isalnum():
        raise ConfigError(f'"{pack}" cannot be the name of a pack', hint="use letters, digits and hyphens")
    kept = options.memory(False)
    inputs = gather((), Config())
    adopt = bool(inputs.drafts) and not bare
    files = _files(pack, terms=terms or adopt, known=adopt)
    for path in (*files, *([FILE] if adopt else [])):
        if os.path.lexists(path):
            raise ConfigError("is there already and stays as it is", path)
    if not adopt:
        for path, text in files.items():
            write_file(path, text)
            click.echo(f"{path} written.")
        click.echo("Next: copydesk check")
        return 0
    return _adopt(files, kept)


def _files(pack: str | None, *, terms: bool, known: bool) -> dict[str, str]:
    files = {
        CONFIG: CONFIGURATION.format(
            packs=f"packs: [default, ./{pack}.yml]" if pack else "# packs: [default, ./house.yml]",
            terms=f"accept-files: [{LIST}]" if terms else f"# accept-files: [{LIST}]",
            baseline=f"baseline: {FILE}" if known else f"# baseline: {FILE}",
        )
    }
    if pack:
        files[f"{pack}.yml"] = _pack(pack)
    if terms:
        files[LIST] = TERMS
    return files


def _adopt(files: dict[str, str], kept: Memory | None) -> int:
    """Read the drafts twice, for their words and for what is left, and write all that comes of it."""
    for path, text in files.items():
        if path not in (CONFIG, LIST):
            write_file(path, text)
            click.echo(f"{path} written.")
    settings = parse(files[CONFIG].encode(), CONFIG)
    config = build({**settings, "accept-files": ()}, CONFIG)
    config = config._replace(
        languagetool=options.on_this_machine(config.languagetool),
        exclude=(f"./{LIST}",),
        min_severity="suggestion",
    )
    found = words(look((), config._replace(select=("spelling",)), None, kept))
    accepted = terms_of(found)
    report = look((), config._replace(accept=tuple(accepted)), None, kept)
    write_file(LIST, files[LIST] + "".join(f"{line}\n" for line in listed(found)))
    entries = tuple(entries_of(report))
    write_file(FILE, written(entries))
    write_file(CONFIG, files[CONFIG])
    drafts = len({entry.path for entry in entries})
    click.echo(f"{CONFIG} written.")
    click.echo(f"{LIST} written: {_repeated(len(accepted))}")
    number = f"{counted(len(entries), 'finding')} in {counted(drafts, 'draft')}"
    click.echo(f"{FILE} written: {number}, known from now on.")
    for failure in report.failures:
        click.echo(str(failure), err=True)
    if report.failures:
        click.echo(f"Next: mend what could not be read, or name it under exclude: in {CONFIG}.")
        return 2
    click.echo("Next: copydesk check shows what is new; --no-baseline shows all. Commit these files.")
    return 0


def _repeated(words: int) -> str:
    if not words:
        return "your drafts repeat no unknown word that looks right."
    return f"{counted(words, 'word')} that your drafts repeat; look through {'it' if words == 1 else 'them'}."


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
