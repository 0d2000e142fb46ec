"""What the configuration says of LanguageTool."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

PATIENCE = 60.0
"""Seconds for an answer. A thousand words take one, two thousand nonsense words seven; on a machine that
does six other things as well, everything takes several times as long."""

Mode = Literal["auto", "on", "off"]


class Settings(NamedTuple):
    """`url` and `folder` are "" where our own installation is to be used; `patience` is in seconds.

    `remember` is false for a run that is to keep nothing and use nothing kept.
    """

    mode: Mode = "auto"
    url: str = ""
    folder: str = ""
    daemon: bool = True
    java: str = ""
    mirrors: tuple[str, ...] = ()
    patience: float = PATIENCE
    remember: bool = True


def read_settings(given: Mapping[str, Any]) -> Settings:
    """Settings from the validated `languagetool` part of the configuration.

    Where nothing is said, a server is kept running between runs; the commands say otherwise on a CI machine.
    """
    return Settings(
        mode=given.get("mode", "auto"),
        url=given.get("url", ""),
        folder=given.get("folder", ""),
        daemon=given.get("daemon", True),
        java=given.get("java", ""),
        mirrors=tuple(given.get("mirrors", ())),
        patience=float(given.get("timeout", PATIENCE)),
        remember=given.get("remember", True),
    )
