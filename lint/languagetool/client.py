"""Speak to a server: one connection, one annotation at a time, every answer checked."""

from __future__ import annotations

import http.client
import json
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from lint.errors import CopydeskError
from lint.languagetool.annotation import Part, Place, Units, as_json
from lint.languagetool.server import Endpoint
from lint.languagetool.settings import PATIENCE

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Match(NamedTuple):
    """What LanguageTool says of a stretch; `start` and `end` are places in the annotation sent.

    `partial` is true where it makes no sense if the text is only a piece of a sentence.
    """

    start: Place
    end: Place
    rule: str
    category: str
    message: str
    short: str
    description: str
    issue: str
    replacements: tuple[str, ...]
    url: str
    partial: bool


class Answer(NamedTuple):
    """All matches of an annotation, and the version of the server that found them."""

    matches: tuple[Match, ...]
    version: str


class ServerGone(CopydeskError):
    """The server died, was never there, or is not the one it should be: another one may answer."""


class ServerSlow(CopydeskError):
    """No answer in time; the thread that should give it burns on, so the server is best replaced."""


class NotChecked(CopydeskError):
    """The server refused this text; it answers others."""


class Connection:
    """A kept-alive connection to one server; not to be shared between threads."""

    def __init__(self, endpoint: Endpoint, patience: float = PATIENCE) -> None:
        self.endpoint = endpoint
        kind = http.client.HTTPSConnection if endpoint.secure else http.client.HTTPConnection
        self._connection = kind(endpoint.host, endpoint.port, timeout=patience)
        self._known = False

    def check(self, language: str, parts: Sequence[Part]) -> Answer:
        """Everything LanguageTool has to say about an annotation, in the language (`en-US`, never `en`).

        Raises ServerGone, ServerSlow, or NotChecked where the answer is an error or incomplete.
        """
        data = json.dumps(as_json(parts), ensure_ascii=False)
        body = urlencode({"language": language, "data": data}, errors="replace").encode("ascii")
        said = self._ask("POST", "/v2/check", body)
        if said.get("warnings", {}).get("incompleteResults"):
            raise NotChecked("LanguageTool gave up on a paragraph in the middle")
        units = Units(parts)
        matches = tuple(_match(each, units) for each in said["matches"])
        return Answer(matches, str(said["software"]["version"]))

    def rules(self, language: str) -> list[dict[str, Any]]:
        """All rules of a language as the server describes them: ruleId, description, categoryId …"""
        rules: list[dict[str, Any]] = self._ask("GET", f"/v2/configinfo?language={language}", None)["rules"]
        return rules

    def close(self) -> None:
        self._connection.close()

    def _ask(self, method: str, path: str, body: bytes | None) -> dict[str, Any]:
        if not self._known:
            self._identify()
        status, data = self._exchange(method, path, body)
        if status != 200:
            reason = data.decode("utf-8", "replace").strip().splitlines() or [""]
            raise NotChecked(f"LanguageTool answered {status}: {reason[0][:200]}")
        try:
            said = json.loads(data)
        except ValueError as error:
            raise ServerGone("what answers there is no LanguageTool", self._where) from error
        if not isinstance(said, dict) or "software" not in said:
            raise ServerGone("what answers there is no LanguageTool", self._where)
        return said

    def _identify(self) -> None:
        """Make sure that this is the server we started, not one that has taken its port."""
        if self.endpoint.nonce is not None:
            _, data = self._exchange("GET", "/v2/maxtextlength", None)
            if data.strip() != str(self.endpoint.nonce).encode():
                raise ServerGone("another server answers on the port of ours", self._where)
        self._known = True

    def _exchange(self, method: str, path: str, body: bytes | None) -> tuple[int, bytes]:
        try:
            self._connection.request(method, self.endpoint.path + path, body, FORM if body else {})
            response = self._connection.getresponse()
            return response.status, response.read()
        except TimeoutError as error:
            self.close()
            raise ServerSlow("LanguageTool did not answer in time", self._where) from error
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise ServerGone("LanguageTool's server is gone", self._where) from error

    @property
    def _where(self) -> str:
        return f"{self.endpoint.host}:{self.endpoint.port}"


def _match(said: dict[str, Any], units: Units) -> Match:
    rule = said["rule"]
    start = said["offset"]
    urls = rule.get("urls") or [{}]
    return Match(
        units.place(start),
        units.place(start + said["length"]),
        rule["id"],
        rule["category"]["id"],
        said["message"],
        said.get("shortMessage") or "",
        rule.get("description") or "",
        rule.get("issueType") or "",
        tuple(each["value"] for each in said["replacements"]),
        urls[0].get("value", ""),
        bool(said.get("ignoreForIncompleteSentence")),
    )
