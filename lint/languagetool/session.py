"""A server for as long as a run has texts for it: started late, replaced when it fails."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from lint.languagetool.annotation import Part
from lint.languagetool.client import Answer, Connection, NotChecked, ServerGone, ServerSlow
from lint.languagetool.java import Java, find_java
from lint.languagetool.server import Endpoint, Leash, have_server, leash, server_at
from lint.languagetool.settings import Settings
from lint.languagetool.source import need_installation

AT_ONCE = 2
"""Connections for long work: two are 15 % faster than one on two processors, more are no faster."""

LONG_WORK = 60
"""Texts from which on a second connection pays: the server builds a second pipeline for it, 3 CPU-s."""

REPLACEMENTS = 5
"""How often a run may lose its server before it gives up."""

CANARY = {
    "en": ("This are good news.", "THIS_NNS"),
    "de": ("Das ist ein ein Haus.", "GERMAN_WORD_REPEAT_RULE"),
    "fr": ("Il est est venu.", "FRENCH_WORD_REPEAT_RULE"),
    "es": ("Es una una casa.", "SPANISH_WORD_REPEAT_RULE"),
    "ru": ("Это мой мой дом.", "WORD_REPEAT_RULE"),
    "uk": ("Це мій мій дім.", "UKRAINIAN_WORD_REPEAT_RULE"),
}
"""Language -> a sentence with one error, and the rule that must see it."""

TOO_SLOW = 2
"""Texts without an answer, one after the other, until a server that others use too is replaced."""

_Made = TypeVar("_Made")


class Text(NamedTuple):
    """An annotation to check in a language."""

    language: str
    parts: tuple[Part, ...]


class Session:
    """Checks texts; safe to inherit by a fork, which then has connections of its own.

    A private server (`daemon: false`) is shared by the forks and ends with the last of them.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._java: Java | None = None
        self._leash: Leash | None = None
        self._endpoint: Endpoint | None = None
        self._lost = self._slow = 0
        self._replacing = threading.Lock()
        if not settings.url and not settings.daemon:
            self._leash = leash()

    def check(self, texts: Sequence[Text]) -> list[Answer | NotChecked]:
        """An answer for each text, in order; NotChecked where this very text could not be checked.

        Raises CopydeskError where no server can be had at all.
        """
        if len(texts) < LONG_WORK:
            return self._each(texts)
        from concurrent.futures import ThreadPoolExecutor

        found: list[Answer | NotChecked] = [NotChecked("")] * len(texts)

        def lane(first: int) -> None:
            found[first::AT_ONCE] = self._each(texts[first::AT_ONCE])

        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(lane, range(AT_ONCE)))
        return found

    def rules(self, language: str) -> list[dict[str, Any]]:
        """All rules of a language as LanguageTool describes them."""
        line = _Line(self)
        try:
            return line.attempt(lambda connection: connection.rules(language))
        finally:
            line.close()

    def endpoint(self, failed: Endpoint | None = None) -> Endpoint:
        """The server in use; another one where `failed` is it. Raises CopydeskError."""
        with self._replacing:
            if self._endpoint is not None and self._endpoint != failed:
                return self._endpoint
            if failed is not None:
                self._lost += 1
                if self._lost > REPLACEMENTS or self.settings.url:
                    raise ServerGone("LanguageTool's server was lost in the middle")
            self._endpoint = self._find(failed)
            return self._endpoint

    def answered(self, endpoint: Endpoint, *, in_time: bool) -> None:
        """Take note that a text was answered or not; a server that hangs is replaced."""
        self._slow = 0 if in_time else self._slow + 1
        if self.settings.url or in_time:
            return
        if self._leash is not None or self._slow >= TOO_SLOW:
            self._slow = 0
            self.endpoint(failed=endpoint)

    def close(self) -> None:
        """End a private server; a shared one stays."""
        if self._leash is not None:
            self._leash.let_go()
            self._leash = None

    def _each(self, texts: Iterable[Text]) -> list[Answer | NotChecked]:
        line = _Line(self)
        try:
            return [line.check(text) for text in texts]
        finally:
            line.close()

    def _find(self, failed: Endpoint | None) -> Endpoint:
        if self.settings.url:
            return server_at(self.settings.url)
        installation = need_installation(self.settings)
        if self._java is None:
            self._java = find_java(self.settings.java)
        other_than = failed.nonce if failed else None
        try:
            return have_server(installation, self._java, leash=self._leash, other_than=other_than)
        except OSError:
            # No place for the state of a shared server (a full disk, a read-only home).
            if self._leash is not None:
                raise
        self._leash = leash()
        return have_server(installation, self._java, leash=self._leash)


class _Line:
    """One connection at a time to whichever server the session uses."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.connection: Connection | None = None

    def check(self, text: Text) -> Answer | NotChecked:
        try:
            return self.attempt(lambda connection: connection.check(text.language, text.parts))
        except NotChecked as refusal:
            return refusal

    def attempt(self, ask: Callable[[Connection], _Made]) -> _Made:
        """Ask; once more where the server was gone, but not again what it did not answer in time."""
        for last in (False, True):
            connection = self._connected()
            try:
                made = ask(connection)
            except ServerGone:
                self._drop()
                if last or self.session.settings.url:
                    raise
                self.session.endpoint(failed=connection.endpoint)
                continue
            except ServerSlow as slow:
                self._drop()
                self.session.answered(connection.endpoint, in_time=False)
                raise NotChecked(slow.message) from slow
            self.session.answered(connection.endpoint, in_time=True)
            return made
        raise AssertionError

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()

    def _connected(self) -> Connection:
        if self.connection is None:
            self.connection = Connection(self.session.endpoint(), self.session.settings.patience)
        return self.connection

    def _drop(self) -> None:
        self.close()
        self.connection = None


def answers_rightly(session: Session, language: str) -> bool:
    """Whether the server sees the error in the language's canary sentence."""
    sentence, rule = CANARY[language.partition("-")[0]]
    answer = session.check([Text(language, (Part(sentence),))])[0]
    return isinstance(answer, Answer) and any(match.rule.startswith(rule) for match in answer.matches)
