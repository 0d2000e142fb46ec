"""Copydesk from Python: what the command line finds, as values.

    from lint import check_text

    report = check_text("The council has choosen a new chair.")
    for finding in report.findings:
        print(finding.span, finding.text, finding.message, finding.suggestions)

Spans are half-open and count code points of the text as it was given. Everything is typed and frozen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import os

    from lint.config import load as load_config
    from lint.errors import CopydeskError
    from lint.model import Config, Edit, Finding, Fix, Report, Result, Rule, Span

__all__ = [
    "Config",
    "CopydeskError",
    "Edit",
    "Finding",
    "Fix",
    "Report",
    "Result",
    "Rule",
    "Span",
    "check_file",
    "check_text",
    "load_config",
]

_HOMES = {
    "CopydeskError": ("lint.errors", "CopydeskError"),
    "load_config": ("lint.config", "load"),
    **{name: ("lint.model", name) for name in __all__ if name[0].isupper() and name != "CopydeskError"},
}


def __getattr__(name: str) -> Any:
    # The command line imports this package first and pays for nothing that it does not use.
    if name in _HOMES:
        from importlib import import_module

        module, attribute = _HOMES[name]
        return getattr(import_module(module), attribute)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def check_text(
    text: str, *, path: str = "draft.txt", format: str | None = None, config: Config | None = None
) -> Report:
    """Check a text. `path` gives the findings a name and, where `format` is None, the format.

    `format` is `text`, `markdown` or `html`. `config` is what `load_config("copydesk.yml")` returns; None is
    the default configuration. What could not be checked stands in the report's `failures`. Raises
    CopydeskError for rule packs and configurations that cannot be used.
    """

    from lint import cache
    from lint.files import Input, Inputs
    from lint.model import Config as Defaults
    from lint.runner import run

    settings = _today((config or Defaults())._replace(encoding="utf-8"))
    data = text.encode("utf-8", "surrogatepass")
    return run(Inputs((Input(path, data),), ()), settings, jobs=1, ledger=True, format=format, memory=cache)


def check_file(
    path: str | os.PathLike[str], *, format: str | None = None, config: Config | None = None
) -> Report:
    """Check a file or, for a folder, all drafts in it; otherwise like `check_text`.

    `format` may be `word` as well. A file that cannot be read is one of the report's `failures`, and its
    `exit_code` is 2.
    """
    import os

    from lint import cache
    from lint.gather import gather
    from lint.model import Config as Defaults
    from lint.runner import run

    settings = _today(config or Defaults())
    inputs = gather([os.fspath(path)], settings)
    return run(inputs, settings, jobs=1, ledger=True, format=format, memory=cache)


def _today(config: Config) -> Config:
    """The configuration with the day of this run, unless it names one."""
    import time

    return config if config.today else config._replace(today=time.strftime("%Y-%m-%d"))
