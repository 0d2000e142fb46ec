"""Errors that a person can act on: where it happened, what is wrong, what to do now."""

from __future__ import annotations


class CopydeskError(Exception):
    """Something could not be checked; the command line prints it in one line and exits with 2.

    `where` is a path, `path:line` or "" when there is no place; `hint` says what to do now.
    """

    def __init__(self, message: str, where: str = "", hint: str = "") -> None:
        super().__init__(message, where, hint)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"; {self.hint}" if self.hint else ""
        return f"{place}{self.message}{advice}"


class PackError(CopydeskError):
    """A rule pack that cannot be used; `problems` holds one error for each mistake in it."""

    def __init__(self, problems: tuple[CopydeskError, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type[PackError], tuple[tuple[CopydeskError, ...]]]:
        return (PackError, (self.problems,))


class ConfigError(CopydeskError):
    """A configuration file or option that cannot be understood."""


class DraftError(CopydeskError):
    """A draft that cannot be read: missing, binary, in another encoding, of an unknown format."""
