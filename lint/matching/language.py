"""The language of a stretch of a draft, as exactly as draft and configuration together say it."""

from __future__ import annotations

from lint.model import Config


def spoken(config: Config, *said: str | None) -> str:
    """What is said first (of the block, then of the draft), else the configuration's language.

    A bare `en` leaves the country open: the next that is said, or configured, with one says which.
    """
    known = [*filter(None, said), config.language, *config.languages]
    return next((one for one in known if one.startswith(f"{known[0]}-")), known[0])
