"""The check: paragraphs in, findings out, and word of what could not be checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from lint.engines.languagetool.findings import View, finding_of
from lint.engines.languagetool.languages import VARIANTS, ambiguous, languages_of, tool_code
from lint.engines.languagetool.levels import Plan, compile, levels
from lint.engines.languagetool.speller import Speller
from lint.languagetool.kept import Kept
from lint.languagetool.settings import read_settings
from lint.matching.language import spoken
from lint.model import Config, Document, Failure, Finding, Rule, Span

if TYPE_CHECKING:
    from lint.engines.languagetool.annotate import Said
    from lint.languagetool.session import Session, Text

LONG_BLOCK = 20_000
"""Code points above which a block is sent sentence by sentence."""

LONG_SENTENCE = 4_000
"""Code points above which a sentence is no prose: LanguageTool takes minutes over 20,000 words."""


class Stretch(NamedTuple):
    """A piece of prose that is asked about in one request; `offset` is its place in the text."""

    offset: int
    text: str
    language: str

    @property
    def key(self) -> tuple[str, str]:
        return (self.language, self.text)


def build(rules: tuple[Rule, ...], config: Config, plan: Plan | None = None) -> LanguageTool:
    """A check for the rules of kind `languagetool`; starts nothing yet. Raises PackError."""
    return LanguageTool(config, compile(rules) if plan is None else plan)


class LanguageTool:
    """The check. `failures`, `notices` and `described` say what a run should know beside its findings.

    `described` maps the id of each rule that made a finding to that rule.
    """

    def __init__(self, config: Config, plan: Plan) -> None:
        self.failures: list[Failure] = []
        self.notices: list[str] = []
        self.described: dict[str, Rule] = {}
        self._config = config
        self._settings = read_settings(config.languagetool)
        self._levels = levels(plan, config)
        self._kept = Kept(tuple(term.text for term in config.accept), use=self._settings.remember)
        self._session: Session | None = None
        self._gone = False
        self._identity: str | None = None
        self._languages: str | None = None
        if self._settings.mode != "off":
            self._prepare()

    def __call__(self, document: Document) -> Iterator[Finding]:
        if self._identity is None:
            return
        stretches = list(self._stretches(document))
        if not stretches and self._settings.mode == "on" and document.blocks:
            self._say_unknown(document)
        answers = self._ask(document, stretches)
        view = View(self._levels, Speller(document), self.described)
        for stretch, said in zip(stretches, answers, strict=True):
            for each in said or ():
                found = finding_of(document, stretch.offset, each, view)
                if found is not None:
                    yield found

    @property
    def state(self) -> str:
        """Which LanguageTool answers, for which languages."""
        if self._identity is None:
            return ""
        if self._languages is None:
            from lint.languagetool.source import installed_languages

            self._languages = " ".join(sorted(installed_languages(self._settings)))
        return f"{self._identity} {self._languages}"

    @property
    def unheard(self) -> tuple[str, ...]:
        """The pack that cannot be looked for where there is no LanguageTool."""
        return ("languagetool",) if self._identity is None or self._gone else ()

    def close(self) -> None:
        """End a private server; a shared one stays."""
        if self._session is not None:
            self._session.close()
            self._session = None

    def _prepare(self) -> None:
        """Find out, without starting anything, whether there is a LanguageTool and which."""
        from lint.errors import CopydeskError
        from lint.languagetool.source import how_to_install, identity

        try:
            self._identity = identity(self._settings)
            if self._settings.url:
                self._identity = f"{self._identity} {self._kept.version_at(self._settings.url)}"
        except CopydeskError as error:
            self.failures.append(Failure("", str(error)))
            return
        if self._identity is None and self._settings.mode == "on":
            self.failures.append(Failure("", f"LanguageTool is not installed; {how_to_install()}"))
        elif self._identity is None:
            self.notices.append(f"Not checked with LanguageTool, which is not installed; {how_to_install()}")
        elif not self._settings.daemon and not self._settings.url:
            self._session = self._open()
        if self._identity is not None and self._config.languages and ambiguous(self._config):
            from lint.engines.languagetool.detector import available

            if not available():
                self._notice(
                    "Paragraphs are taken to be in the draft's own language, since nothing tells the"
                    " configured languages apart; to have it: pip install 'copydesk[languages]'"
                )

    def _stretches(self, document: Document) -> Iterator[Stretch]:
        for block, language in zip(document.blocks, languages_of(document, self._config), strict=True):
            if language is None:
                continue
            for span in self._pieces(document, block.span):
                yield Stretch(span.start, document.text[span.start : span.end], language)

    def _pieces(self, document: Document, span: Span) -> Iterator[Span]:
        if span.end - span.start <= LONG_SENTENCE:
            yield span
            return
        inside = [each for each in document.sentences if span.start <= each.start and each.end <= span.end]
        fitting = [each for each in inside if each.end - each.start <= LONG_SENTENCE]
        if len(fitting) < len(inside):
            self._notice(
                f"{document.path}: a sentence is too long for LanguageTool and was not checked by it"
            )
        elif span.end - span.start <= LONG_BLOCK:
            yield span
            return
        yield from _joined(fitting)

    def _ask(self, document: Document, stretches: list[Stretch]) -> list[tuple[Said, ...] | None]:
        """What LanguageTool says of each stretch; None where it could not be asked."""
        identity = self._identity or ""
        known = self._kept.whole(identity, stretches)
        if known is not None:
            return known
        answers = self._kept.pieces(identity, stretches)
        missing = {stretch.key: stretch for stretch in stretches if stretch.key not in answers}
        if missing and not self._gone:
            fresh = self._fetch(document, list(missing.values()))
            identity = self._identity or ""
            self._kept.remember(identity, fresh, stretches)
            answers.update(fresh)
        if all(stretch.key in answers for stretch in stretches):
            self._kept.remember_whole(identity, stretches, [answers[stretch.key] for stretch in stretches])
        return [answers.get(stretch.key) for stretch in stretches]

    def _fetch(self, document: Document, stretches: list[Stretch]) -> dict[tuple[str, str], Any]:
        from lint.engines.languagetool.annotate import annotate, said
        from lint.engines.languagetool.hidden import hidden_spans
        from lint.errors import CopydeskError
        from lint.languagetool.client import NotChecked
        from lint.languagetool.session import Text

        if self._session is None:
            self._session = self._open()
        stretches = [stretch for stretch in stretches if self._has(stretch.language)]
        texts: list[Text] = [
            Text(
                stretch.language,
                annotate(stretch.text, hidden_spans(stretch.text, stretch.language, self._config.accept)),
            )
            for stretch in stretches
        ]
        try:
            answers = self._session.check(texts)
        except CopydeskError as error:
            self._gone = True
            self.failures.append(Failure("", f"not all was checked with LanguageTool: {error}"))
            return {}
        found: dict[tuple[str, str], Any] = {}
        for stretch, text, answer in zip(stretches, texts, answers, strict=True):
            if isinstance(answer, NotChecked):
                place = " ".join(stretch.text.split())[:40]
                self.failures.append(
                    Failure(
                        document.path, f"not checked with LanguageTool from “{place}” on: {answer.message}"
                    )
                )
                continue
            matches = (said(text.parts, match) for match in answer.matches)
            found[stretch.key] = tuple(match for match in matches if match is not None)
            self._know_version(answer.version)
        return found

    def _know_version(self, version: str) -> None:
        """Another version at a configured URL: what the one before said counts no more."""
        if self._settings.url and self._kept.version_at(self._settings.url) != version:
            self._kept.remember_version(self._settings.url, version)
            self._identity = f"url {self._settings.url} {version}"

    def _open(self) -> Session:
        from lint.languagetool.session import Session

        return Session(self._settings)

    def _has(self, language: str) -> bool:
        """Whether the jars for a language are there; says so once where they are not."""
        from lint.languagetool.lock import primary
        from lint.languagetool.source import installed_languages

        held = installed_languages(self._settings)
        if not held or primary(language) in held:
            return True
        self._unread(
            f"Paragraphs in {primary(language)} were not checked with LanguageTool;"
            f" to have it: copydesk languagetool install --language {primary(language)}"
        )
        return False

    def _unread(self, text: str) -> None:
        """Something was not read: a failure for whoever insists on LanguageTool, else a notice."""
        if self._settings.mode != "on":
            self._notice(text)
        elif Failure("", text) not in self.failures:
            self.failures.append(Failure("", text))

    def _say_unknown(self, document: Document) -> None:
        """Whoever insists on LanguageTool is told that it has nothing for the draft's language."""
        language = spoken(self._config, document.lang)
        if tool_code(language) is None:
            known = ", ".join(VARIANTS)
            text = f"LanguageTool cannot check a draft in {language}; there are {known}"
            self.failures.append(Failure(document.path, text))

    def _notice(self, text: str) -> None:
        if text not in self.notices:
            self.notices.append(text)


def _joined(sentences: Iterable[Span]) -> Iterator[Span]:
    """Neighbouring sentences as spans of at most `LONG_BLOCK` code points."""
    current: Span | None = None
    for sentence in sentences:
        if (
            current is not None
            and sentence.end - current.start <= LONG_BLOCK
            and sentence.start - current.end < 9
        ):
            current = Span(current.start, sentence.end)
            continue
        if current is not None:
            yield current
        current = sentence
    if current is not None:
        yield current
