"""The command `copydesk`: its subcommands, and the one place where errors become a line and a code.

Each subcommand is a module of `lint.commands`, imported when it is called.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from lint.errors import CopydeskError

COMMANDS = {
    "check": ("lint.commands.check", "Read drafts and report what to look at."),
    "fix": ("lint.commands.fix", "Mend what is certain, or go through the findings one by one."),
    "stet": ("lint.commands.stet", "List what drafts let stand: where, why, until when."),
    "rules": ("lint.commands.rules", "List, show and test the rules."),
    "explain": ("lint.commands.explain", "Say what a rule looks for, and why."),
    "names": ("lint.commands.names", "Print the ledger of names: who and what, in which forms, where."),
    "baseline": ("lint.commands.baseline", "Write down the findings of today, so that only new ones count."),
    "terms": ("lint.commands.terms", "Add and suggest words that pass everywhere."),
    "init": ("lint.commands.init", "Write a commented copydesk.yml."),
    "cache": ("lint.commands.cache", "Say what is kept between runs, and clear it."),
    "languagetool": ("lint.commands.languagetool", "Install, start, stop and look at LanguageTool."),
    "doctor": ("lint.commands.languagetool", "Say what works on this machine and what is missing."),
}
"""Name -> the module that holds a click command of that name, and its line in the help."""

EPILOG = """\b
Examples:
  copydesk check                       every draft below this folder
  copydesk check story.md notes/       a file and a folder
  copydesk check --format html --output report.html story.md
  pbpaste | copydesk check -           what is on the clipboard
  copydesk explain leftovers.placeholder

\b
Exit codes of `check`:
  0  nothing at or above --fail-on (default: warning)
  1  findings
  2  something could not be checked
"""


class Commands(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name][0]), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from lint.didyoumean import did_you_mean

            exists = os.path.exists(name)
            advice = f"did you mean: copydesk check {name}" if exists else did_you_mean(name, COMMANDS)
            ctx.fail(f'there is no command "{name}"' + (f"; {advice}" if advice else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


def _version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"copydesk {version('copydesk')}")
        ctx.exit()


@click.command(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Say the version."
)
def copydesk() -> None:
    """Read drafts the way a good copy editor does: typos, leftovers, mixed names, house style.

    Drafts never leave this machine.
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with 0, 1 or 2 (130 after Ctrl-C)."""
    # What a start makes is kept to the end: the usual threshold would search it for garbage ten times.
    gc.set_threshold(100_000, 50, 100)
    try:
        code = copydesk.main(arguments, prog_name="copydesk", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except CopydeskError as error:
        code = _say(str(error))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else error.format_message())
        code = 0
    except click.UsageError as error:
        called = error.ctx.command_path if error.ctx else "copydesk"
        code = _say(f"{error.format_message().rstrip('.')} (see: {called} --help)")
    except click.ClickException as error:
        code = _say(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        code = _say("interrupted", 130)
    except BrokenPipeError:
        code = 1
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        if os.environ.get("COPYDESK_DEBUG"):
            raise
        text = " ".join(f"{type(error).__name__}: {error}".split())
        code = _say(f"this is a mistake in copydesk: {text}; COPYDESK_DEBUG=1 shows where, please report it")
    _leave(code if isinstance(code, int) else 0)


def _leave(code: int) -> NoReturn:
    """Exit at once: taking every module apart would cost a tenth of a short run."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def _say(message: str, code: int = 2) -> int:
    for line in message.splitlines():
        click.echo(line if ":" in line.partition(" ")[0] else f"copydesk: {line}", err=True)
    return code
