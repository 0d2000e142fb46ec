"""The check: paragraphs in, findings out, and word of what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lint.engines.grammar.sentences import MOST, Paragraph, read
from lint.model import Config, Document, Edit, Failure, Finding, Fix, Rule, Span, apply_edits

if TYPE_CHECKING:
    from lint.engines.grammar.parser import Model
    from lint.engines.grammar.reading import Flag, Reader
    from lint.languagetool.kept import Kept

Answer = tuple[tuple[Any, ...], ...]
"""The flags of a paragraph as plain tuples (see `reading.Flag`)."""

FORMAT = 2
"""To be raised whenever the same sentence would be read in another way by the same rules."""


def build(rules: tuple[Rule, ...], config: Config) -> Grammar:
    """A check for the rules of the kind `syntax`; loads nothing yet."""
    return Grammar(rules, config)


class Grammar:
    """The check. `failures` and `notices` say what a run should know beside its findings."""

    def __init__(self, rules: tuple[Rule, ...], config: Config) -> None:
        self.failures: list[Failure] = []
        self.notices: list[str] = []
        self._rules = rules
        self._by_id = {rule.id: rule for rule in rules}
        self._config = config
        self._mode = config.grammar.get("mode", "auto")
        self._model = self._find() if self._mode != "off" else None
        self._kept: Kept | None = None
        self._reader: Reader | None = None

    def __call__(self, document: Document) -> Iterator[Finding]:
        if self._mode == "off":
            return
        paragraphs, too_long, beyond = read(document, self._config)
        if paragraphs and self._model is None:
            self._say_missing()
            return
        self._say_left_out(document, too_long, beyond)
        answers = self._ask(paragraphs)
        silent = self._silent(document, {flag[1] for answer in answers for flag in answer})
        for paragraph, answer in zip(paragraphs, answers, strict=True):
            for flag in answer:
                if flag[1] in silent:
                    continue
                yield from self._finding(document, paragraph, flag)

    @property
    def state(self) -> str:
        """Which model reads."""
        return repr(self._model)

    @property
    def unheard(self) -> tuple[str, ...]:
        """The packs whose rules need the parser that is not there."""
        return tuple(sorted({rule.pack for rule in self._rules})) if self._model is None else ()

    def _silent(self, document: Document, names: set[str]) -> frozenset[str]:
        """Which of the rules have nothing to say of a draft that holds two of their `absent` words."""
        lists = {
            rule.id: rule.options["lists"][rule.options["absent"]]
            for rule in self._rules
            if rule.id in names and "absent" in rule.options
        }
        if not lists:
            return frozenset()
        words = set(document.text.lower().split())
        bare = {word.strip(".,;:!?’'\"”“()") for word in words}
        return frozenset(name for name, absent in lists.items() if len(bare.intersection(absent)) > 1)

    def _find(self) -> Model | None:
        """The installed model; what is wrong with it is said."""
        from lint.engines.grammar import parser

        model = parser.installed()
        if model is None and self._mode == "on":
            self.failures.append(Failure("", f"the grammar rules have no parser; {parser.INSTALL}"))
        elif model is not None and not model.fits:
            self._notice(
                f"The grammar rules were made for {model.package} {parser.VERSION} and may err"
                f" with {model.version}; {parser.INSTALL}"
            )
        return model

    def _say_missing(self) -> None:
        from lint.engines.grammar.parser import INSTALL

        if self._mode == "auto":
            self._notice(f"Grammar was not checked with a parser, which is not installed; {INSTALL}")

    def _say_left_out(self, document: Document, too_long: int, beyond: int) -> None:
        if too_long:
            count = "a sentence is" if too_long == 1 else f"{too_long:,} sentences are"
            self._notice(f"{document.path}: {count} too long to be read for grammar")
        if beyond:
            count = "a sentence was" if beyond == 1 else f"{beyond:,} sentences were"
            self._notice(
                f"{document.path}: {count} not read for grammar, since a draft is read up to"
                f" {MOST:,} characters; to have them read, split it"
            )

    def _ask(self, paragraphs: Sequence[Paragraph]) -> list[Answer]:
        """The flags of each paragraph, from memory where it was read before."""
        if not paragraphs:
            return []
        kept, identity = self._memory(), self._identity()
        known = kept.whole(identity, paragraphs)
        if known is not None:
            return known
        distinct = {(one.language, one.text): one for one in paragraphs}
        answers = kept.pieces(identity, distinct.values())
        missing = {key: one for key, one in distinct.items() if key not in answers}
        if missing:
            fresh = self._read(list(missing.values()))
            kept.remember(identity, fresh, list(missing.values()))
            answers.update(fresh)
        found: list[Answer] = [answers[one.language, one.text] for one in paragraphs]
        kept.remember_whole(identity, paragraphs, found)
        return found

    def _read(self, paragraphs: Sequence[Paragraph]) -> dict[tuple[str, str], Answer]:
        """Parse what is not known; all paragraphs together, since many sentences at once cost less."""
        lines = [one.text.split("\n") for one in paragraphs]
        # A sentence that stands there a thousand times is read once.
        distinct = list(dict.fromkeys(line for each in lines for line in each))
        flags: dict[str, list[Flag]] = {}
        for flag in self._open().flags(distinct):
            flags.setdefault(distinct[flag.sentence], []).append(flag)
        return {
            (one.language, one.text): tuple(
                tuple(flag._replace(sentence=index))
                for index, line in enumerate(each)
                for flag in flags.get(line, ())
            )
            for one, each in zip(paragraphs, lines, strict=True)
        }

    def _open(self) -> Reader:
        if self._reader is None:
            from lint.engines.grammar.parser import load
            from lint.engines.grammar.patterns import attributes
            from lint.engines.grammar.reading import Reader

            assert self._model is not None
            self._reader = Reader(self._rules, load(self._model, attributes(self._rules)))
        return self._reader

    def _memory(self) -> Kept:
        if self._kept is None:
            from lint.languagetool.folders import cache_dir
            from lint.languagetool.kept import Kept

            use = bool(self._config.grammar.get("remember", True))
            self._kept = Kept((), cache_dir() / "grammar-answers", use=use)
        return self._kept

    def _identity(self) -> str:
        """What an answer depends on beside the paragraph."""
        from lint.languagetool.kept import digest

        return digest(FORMAT, self._model, [(rule.id, rule.options) for rule in self._rules]).hex()

    def _finding(self, document: Document, paragraph: Paragraph, flag: Sequence[Any]) -> Iterator[Finding]:
        from lint.matching.scope import passes

        sentence, name, place, around, changes, words = flag
        rule, start = self._by_id[name], paragraph.starts[sentence]
        span = Span(start + place[0], start + place[1])
        hull = Span(start + around[0], start + around[1])
        if document.quoted(hull) or not passes(rule, document, span, self._config):
            return
        matched = document.text[span.start : span.end]
        ways = [[Edit(Span(start + a, start + b), text) for a, b, text in way] for way in changes]
        better = apply_edits(matched, span.start, ways[0]) if ways else ""
        message = rule.message.replace("{match}", matched).replace("{replacement}", better)
        for key, word in words:
            message = message.replace(f"{{{key}}}", word)
        fixes = [_fix(document, way) for way in ways] if rule.fix != "none" else []
        yield document.finding(rule, span, message=message, fixes=fixes)

    def _notice(self, text: str) -> None:
        if text not in self.notices:
            self.notices.append(text)


def _fix(document: Document, edits: Sequence[Edit]) -> Fix | None:
    """One fix that makes all edits of a proposal."""
    hull = Span(edits[0].span.start, edits[-1].span.end)
    return document.fix(hull, apply_edits(document.text[hull.start : hull.end], hull.start, edits))
