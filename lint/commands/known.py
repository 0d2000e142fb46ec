"""What is known already: the baseline file of a configuration, put to a report."""

from __future__ import annotations

import os

from lint import config as configuration
from lint.errors import ConfigError
from lint.findings.baseline import Compared, Entry, compare, read
from lint.model import Config, Report
from lint.reporters.summary import counted


def without_known(report: Report, config: Config, *, whole: bool) -> Report:
    """The report without the findings of the configured baseline.

    Where the run was `whole` (no rule left out by hand), entries that no longer occur are told.
    """
    compared = against(report, config, entries(config.baseline, config.origin))
    # What could not be checked may well still be there.
    if not whole or not compared.gone or report.failures or config.min_severity != "suggestion":
        return compared.report
    number = len(compared.gone)
    verb, them = ("occurs", "it") if number == 1 else ("occur", "them")
    said = f"{counted(number, 'known finding')} no longer {verb}; to forget {them}: copydesk baseline prune"
    return compared.report._replace(notices=(*report.notices, said))


def against(report: Report, config: Config, known: tuple[Entry, ...]) -> Compared:
    """The report compared with the entries of the configured baseline."""
    place = Place(config)
    return compare(report, known, name_of=place.name_of, exists=place.exists)


def entries(path: str, named_in: str = "") -> tuple[Entry, ...]:
    """What a baseline file holds. Raises ConfigError."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            return read(file.read(), path)
    except FileNotFoundError:
        hint = "write it: copydesk baseline write"
        raise ConfigError(f'the baseline "{path}" is not there', named_in, hint) from None
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path) from None
    except UnicodeDecodeError:
        raise ConfigError("is not UTF-8", path, "save it as UTF-8") from None


class Place:
    """How a baseline names drafts: from its own folder, with `/`."""

    def __init__(self, config: Config) -> None:
        self._folder = os.path.dirname(config.baseline) or "."
        self._view = config._replace(root=self._folder)

    def name_of(self, path: str) -> str:
        return configuration.relative(self._view, path)

    def path_of(self, name: str) -> str:
        return os.path.normpath(os.path.join(self._folder, name))

    def exists(self, name: str) -> bool:
        return os.path.exists(self.path_of(name))
