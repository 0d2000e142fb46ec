"""The values that cross the boundaries between rooms: frozen, picklable, counted in code points.

They are named tuples, which cost a tenth of a frozen dataclass at start-up.

A parser turns a draft into a `Document`; engines read `Document.text` and make `Finding`s with
`Document.finding`, which maps every position back to the source. All spans are half-open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, NamedTuple, Protocol

Severity = Literal["suggestion", "warning", "error"]
SEVERITIES: tuple[Severity, ...] = ("suggestion", "warning", "error")
"""From the mildest to the gravest."""

OBJECT = "\ufffc"
"""Stands in `Document.text` for what is not prose: inline code, a URL, an image, a shortcode."""

BLOCK_BREAK = "\n\n"
"""Stands in `Document.text` between two blocks; no block contains it."""


_NOTHING: Mapping[str, Any] = {}


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Segment(NamedTuple):
    """A stretch of a document's text and where it comes from.

    A literal segment has the same characters in the source, one for one. Any other is atomic: an
    entity, an escape, a soft line break, an inline code span. A position inside it maps to its edge.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    literal: bool


BlockKind = Literal["paragraph", "heading", "item", "cell", "quote", "caption", "alt"]


class Block(NamedTuple):
    """A piece of prose that stands by itself; no match reaches from one block into the next."""

    kind: BlockKind
    span: Span
    lang: str | None = None


class Inline(NamedTuple):
    """A stretch of a document's text that is marked.

    Kinds: `link`, `emphasis`, `strong`, `foreign`, `quotation` (words that markup quotes, without marks),
    `explained` (an abbreviation that markup spells out).
    """

    kind: str
    span: Span
    lang: str | None = None


class Verbatim(NamedTuple):
    """A stretch of the *source* that is not prose.

    Kinds: `code`, `url`, `comment`, `shortcode`, `html`, `front-matter`, `expression`.
    """

    kind: str
    span: Span


class Comment(NamedTuple):
    """A comment of the draft, where `stet` is written: its text without delimiters, its source span."""

    text: str
    span: Span


class Quotation(NamedTuple):
    """Words in quotation marks.

    `span` covers the marks as well, `inner` does not. A quotation that runs over several paragraphs
    is one quotation. `closed` is false where the closing mark was never found.
    """

    span: Span
    inner: Span
    closed: bool


class Edit(NamedTuple):
    """Replace the source characters of `span` by `text`."""

    span: Span
    text: str


class Fix(NamedTuple):
    """One way to mend a finding; `safe` ones are applied by `copydesk fix`, the rest are offered."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


class Example(NamedTuple):
    """A rule's own test: `bad` is flagged, `good` is not; with both, the fix of `bad` gives `good`."""

    bad: str | None
    good: str | None
    origin: str = ""
    format: str = "text"


class Rule(NamedTuple):
    """What is looked for and what is said about it; `options` is the value under the kind's key.

    `id` is `pack.rule`, `origin` is `file:line`, `languages` is empty where any will do. `default` is
    false for a rule that is off until it is named; `asked` is false for one whose whole pack is.
    """

    id: str
    kind: str
    message: str
    severity: Severity
    why: str
    options: Any = None
    scope: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    match_case: bool = False
    forms: bool = False
    fix: Literal["safe", "offer", "none"] = "offer"
    languages: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    origin: str = ""
    link: str = ""
    default: bool = True
    asked: bool = True
    in_code: bool = False

    @property
    def pack(self) -> str:
        return self.id.partition(".")[0]


class Related(NamedTuple):
    """Another place of the same issue; `path` is "" where it is the finding's own file."""

    span: Span
    text: str
    note: str
    path: str = ""


class Finding(NamedTuple):
    """One thing to look at: `source[span.start:span.end] == text`, always.

    `also` names other rules that saw the same thing; `link` leads to a page about it. `fingerprint`
    names the finding from one state of the draft to the next; a run fills it in
    (`lint/findings/fingerprint.py`).
    """

    rule: str
    path: str
    span: Span
    text: str
    message: str
    severity: Severity
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    also: tuple[str, ...] = ()
    link: str = ""
    fingerprint: str = ""

    @property
    def suggestions(self) -> tuple[str, ...]:
        """What the finding's words become by each of its fixes, the best first."""
        return tuple(apply_edits(self.text, self.span.start, fix.edits) for fix in self.fixes)


def apply_edits(text: str, offset: int, edits: Iterable[Edit]) -> str:
    """`text`, which starts at `offset` of the source, with non-overlapping `edits` carried out.

    Edits may reach over the text's ends (the article or the space beside the words) and count as far
    as they lie in it.
    """
    limit = offset + len(text)
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        start, end = edit.span
        if end < offset or start > limit or (start < end and (end == offset or start == limit)):
            continue
        start, end = max(start, offset) - offset, min(end, limit) - offset
        text = text[:start] + edit.text + text[end:]
    return text


class Mention(NamedTuple):
    """One place where a name stands; `role` says how: full, surname, abbreviation, possessive …"""

    path: str
    span: Span
    role: str


class NameForm(NamedTuple):
    """One way a name is written, with every place."""

    text: str
    mentions: tuple[Mention, ...]


class NameEntry(NamedTuple):
    """A name of the ledger; `kind`: person, organisation, place, abbreviation or name."""

    name: str
    kind: str
    forms: tuple[NameForm, ...]

    @property
    def count(self) -> int:  # type: ignore[override]
        return sum(len(form.mentions) for form in self.forms)


class Document:
    """A draft: its prose (`text`) with an exact map back to its source.

    `segments` tile `text` without a gap. `blocks` are in reading order, `inlines` are text spans,
    `verbatim` and `comments` are source spans. `sentences` and `quotations` are found on first use,
    by the functions the parser hands over, since most runs over a clean draft need neither.
    """

    __slots__ = (
        "_block_starts",
        "_find_quotations",
        "_find_sentences",
        "_marked",
        "_quotations",
        "_quoted",
        "_segment_starts",
        "_sentences",
        "blocks",
        "comments",
        "format",
        "inlines",
        "lang",
        "meta",
        "path",
        "segments",
        "source",
        "text",
        "verbatim",
    )

    def __init__(
        self,
        *,
        path: str,
        format: str,
        source: str,
        text: str,
        segments: tuple[Segment, ...],
        blocks: tuple[Block, ...],
        find_sentences: Callable[[str, tuple[Block, ...]], tuple[Span, ...]],
        find_quotations: Callable[[str, tuple[Block, ...]], tuple[Quotation, ...]],
        inlines: tuple[Inline, ...] = (),
        verbatim: tuple[Verbatim, ...] = (),
        comments: tuple[Comment, ...] = (),
        lang: str | None = None,
        meta: Mapping[str, str] | None = None,
    ) -> None:
        self.path = path
        self.format = format
        self.source = source
        self.text = text
        self.segments = segments
        self.blocks = blocks
        self.inlines = inlines
        self.verbatim = verbatim
        self.comments = comments
        self.lang = lang
        self.meta: Mapping[str, str] = meta or {}
        self._find_sentences = find_sentences
        self._find_quotations = find_quotations
        self._sentences: tuple[Span, ...] | None = None
        self._quotations: tuple[Quotation, ...] | None = None
        self._quoted: list[Span] | None = None
        self._marked: dict[tuple[str, ...], list[Span]] = {}
        self._segment_starts: list[int] | None = None
        self._block_starts: list[int] | None = None

    @property
    def sentences(self) -> tuple[Span, ...]:
        """Spans of `text`, none across a block's edge; white space at the edges is left out."""
        if self._sentences is None:
            self._sentences = self._find_sentences(self.text, self.blocks)
        return self._sentences

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Words in quotation marks, in order, as spans of `text`."""
        if self._quotations is None:
            self._quotations = self._find_quotations(self.text, self.blocks)
        return self._quotations

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the text offset, or None between two blocks."""
        if self._block_starts is None:
            self._block_starts = [block.span.start for block in self.blocks]
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0 or offset >= self.blocks[index].span.end:
            return None
        return self.blocks[index]

    def quoted(self, span: Span) -> bool:
        """Whether the text span overlaps words in quotation marks."""
        if self._quoted is None:
            marked = [inline.span for inline in self.inlines if inline.kind == "quotation"]
            self._quoted = joined([*(quotation.inner for quotation in self.quotations), *marked])
        return overlapped(self._quoted, span) is not None

    def marked(self, span: Span, *kinds: str) -> Span | None:
        """The stretch marked as one of the kinds (`link`, `emphasis` …) that the text span overlaps."""
        stretches = self._marked.get(kinds)
        if stretches is None:
            stretches = joined(inline.span for inline in self.inlines if inline.kind in kinds)
            self._marked[kinds] = stretches
        return overlapped(stretches, span)

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the text offset, or None between two."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        if index < 0 or offset >= self.sentences[index].end:
            return None
        return self.sentences[index]

    def to_source(self, span: Span) -> Span:
        """The source span of a text span; it covers markup that stands between its ends."""
        start, end = span
        if not self.segments:
            return Span(0, 0)
        first = self.segments[self._segment_at(start)]
        if end <= start:
            offset = self.position(start)
            return Span(offset, offset)
        last = self.segments[self._segment_at(end - 1)]
        source_start = first.source_start + (start - first.start if first.literal else 0)
        source_end = last.source_start + end - last.start if last.literal else last.source_end
        return Span(source_start, source_end)

    def position(self, offset: int) -> int:
        """The source offset of a text offset."""
        if not self.segments:
            return 0
        segment = self.segments[self._segment_at(offset)]
        if offset >= segment.end:
            return segment.source_end
        return segment.source_start + (offset - segment.start if segment.literal else 0)

    def finding(
        self,
        rule: Rule,
        span: Span,
        *,
        message: str = "",
        severity: Severity | None = None,
        related: Iterable[tuple[Span, str]] = (),
        fixes: Iterable[Fix | None] = (),
    ) -> Finding:
        """A finding at a span of `text`; `related` are text spans, each with its note."""
        return self.source_finding(
            rule,
            self.to_source(span),
            message=message,
            severity=severity,
            related=((self.to_source(place), note) for place, note in related),
            fixes=fixes,
        )

    def source_finding(
        self,
        rule: Rule,
        span: Span,
        *,
        message: str = "",
        severity: Severity | None = None,
        related: Iterable[tuple[Span, str]] = (),
        fixes: Iterable[Fix | None] = (),
    ) -> Finding:
        """A finding at a span of the *source*, for rules that read the raw file."""
        return Finding(
            rule=rule.id,
            path=self.path,
            span=span,
            text=self.source[span.start : span.end],
            message=message or rule.message,
            severity=severity or rule.severity,
            related=tuple(
                Related(place, self.source[place.start : place.end], note) for place, note in related
            ),
            fixes=tuple(fix for fix in fixes if fix is not None),
            link=rule.link,
        )

    def fix(self, span: Span, replacement: str, *, safe: bool = False) -> Fix | None:
        """A fix that writes `replacement` over a span of `text`, or None where it cannot be faithful.

        Only the characters that differ are edited, so that markup around them survives. A change
        that would have to delete markup (emphasis, a link's target) is no fix of ours.
        """
        old = self.text[span.start : span.end]
        limit = min(len(old), len(replacement))
        head = 0
        while head < limit and old[head] == replacement[head]:
            head += 1
        tail = 0
        while tail < limit - head and old[-1 - tail] == replacement[-1 - tail]:
            tail += 1
        core = Span(span.start + head, span.end - tail)
        new = replacement[head : len(replacement) - tail]
        if core.start == core.end and not new:
            return None
        source = self._plain_source(core)
        edits = (Edit(source, new),) if source is not None else self._letter_by_letter(core, new)
        return Fix(replacement, edits, safe) if edits else None

    def _letter_by_letter(self, span: Span, new: str) -> tuple[Edit, ...]:
        """Edits that change as many letters as before, on both sides of the markup between them."""
        if len(new) != span.end - span.start:
            return ()
        edits: list[Edit] = []
        for offset, letter in enumerate(new, span.start):
            place = self._plain_source(Span(offset, offset + 1))
            if place is None:
                return ()
            if letter != self.text[offset]:
                edits.append(Edit(place, letter))
        return tuple(edits)

    def _plain_source(self, span: Span) -> Span | None:
        """The source span of a text span that holds no markup and cuts no atomic segment, or None."""
        if not self.segments:
            return None
        if span.start == span.end:
            return self._insertion_point(span.start)
        first, last = self._segment_at(span.start), self._segment_at(span.end - 1)
        for index in range(first, last + 1):
            segment = self.segments[index]
            if index > first and segment.source_start != self.segments[index - 1].source_end:
                return None
            whole = span.start <= segment.start and segment.end <= span.end
            if not segment.literal and not whole:
                return None
            if OBJECT in self.text[segment.start : segment.end]:
                return None
        return self.to_source(span)

    def _insertion_point(self, offset: int) -> Span | None:
        """Where new characters go: after the character before them, so they share its emphasis."""
        index = self._segment_at(max(offset - 1, 0))
        segment = self.segments[index]
        if not segment.literal and segment.start < offset < segment.end:
            return None
        if offset >= segment.end:
            return Span(segment.source_end, segment.source_end)
        place = segment.source_start + (offset - segment.start if segment.literal else 0)
        return Span(place, place)

    def _segment_at(self, offset: int) -> int:
        if self._segment_starts is None:
            self._segment_starts = [segment.start for segment in self.segments]
        return max(bisect_right(self._segment_starts, offset) - 1, 0)


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap (a quotation in a quotation) made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1].end:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return found


def overlapped(stretches: list[Span], span: Span) -> Span | None:
    """The last of the `joined` stretches that overlaps the span, or None; the time goes by the logarithm."""
    index = bisect_right(stretches, (span.end, 0)) - 1
    if index >= 0 and stretches[index].start < span.end and span.start < stretches[index].end:
        return stretches[index]
    return None


class Term(NamedTuple):
    """A word, phrase or `/pattern/` that passes everywhere, why, and where that was written."""

    text: str
    reason: str = ""
    origin: str = ""


class Override(NamedTuple):
    """What the configuration says of the files that match one of `files` (globs from the root)."""

    files: tuple[str, ...]
    packs: tuple[str, ...] | None = None
    language: str | None = None
    languages: tuple[str, ...] | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity | Literal["off"]] = _NOTHING
    accept: tuple[Term, ...] = ()


class Config(NamedTuple):
    """What the configuration file and the command line say, validated.

    `root` is the folder that globs and relative paths start from. `packs` are names of shipped packs
    and paths of others; None stands for the packs that are on by default. `select` and `ignore` hold
    `pack` or `pack.rule`; `severity` maps the same to a level or "off". `language` is the draft's
    unless it says otherwise itself; `languages` are all that may occur in one. Findings milder than
    `min_severity` are counted and not shown, nor are those that the file `baseline` lists ("": none).
    `today` is the day of the run, such as `2027-01-31`, by which waivers expire ("": none does). `formats`
    are those that folders are searched for (None: text, Markdown and Word).
    """

    root: str = "."
    origin: str = ""
    packs: tuple[str, ...] | None = None
    language: str = "en-US"
    languages: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity | Literal["off"]] = _NOTHING
    accept: tuple[Term, ...] = ()
    exclude: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    encoding: str = "utf-8"
    fail_on: Severity | Literal["never"] = "warning"
    min_severity: Severity = "suggestion"
    languagetool: Mapping[str, Any] = _NOTHING
    baseline: str = ""
    today: str = ""
    grammar: Mapping[str, Any] = _NOTHING
    formats: tuple[str, ...] | None = None


class Check(Protocol):
    """What an engine builds: called with each document, it yields findings."""

    def __call__(self, document: Document) -> Iterable[Finding]: ...


class Hidden(NamedTuple):
    """How many findings were made and not shown, by the reason.

    `known` stand in the baseline, `unchanged` on lines that were not asked about.
    """

    suppressed: int = 0
    accepted: int = 0
    below: int = 0
    known: int = 0
    unchanged: int = 0


class Failure(NamedTuple):
    """Something that could not be checked, in one line; `path` is "" where it concerns the run."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class Waiver(NamedTuple):
    """A `stet` comment of a draft: what it lets stand, why, until which day, and whether it does.

    `directive` is `stet`, `stet-begin` or `stet-file`; no `rules` are all rules; `until` is the last day
    it holds, such as `2027-01-31`, or "". `state` is `unasked` where a run did not look for its rules.
    """

    directive: str
    rules: tuple[str, ...]
    reason: str
    until: str
    span: Span
    state: Literal["used", "unused", "expired", "unasked"]


class Result(NamedTuple):
    """One file's findings, in order of their place; `source` is the decoded draft."""

    path: str
    format: str
    source: str
    findings: tuple[Finding, ...]
    hidden: Hidden = Hidden()
    names: tuple[NameEntry, ...] = ()
    waivers: tuple[Waiver, ...] = ()


class Report(NamedTuple):
    """The outcome of a run. `rules` describes every rule named by a finding.

    `notices` are things the reader should know that are no failure; `names` is one ledger over all
    drafts; `unheard` are packs whose rules could not be looked for, since what they need is not there.
    `active` are all rules that were looked for in some draft.
    """

    results: tuple[Result, ...]
    rules: Mapping[str, Rule]
    failures: tuple[Failure, ...] = ()
    notices: tuple[str, ...] = ()
    fail_on: Severity | Literal["never"] = "warning"
    names: tuple[NameEntry, ...] = ()
    unheard: tuple[str, ...] = ()
    active: tuple[Rule, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for result in self.results for finding in result.findings)

    @property
    def exit_code(self) -> int:
        """2: something could not be checked; 1: a finding at or above `fail_on`; 0: neither."""
        if self.failures:
            return 2
        if self.fail_on == "never":
            return 0
        bar = SEVERITIES.index(self.fail_on)
        return int(any(SEVERITIES.index(finding.severity) >= bar for finding in self.findings))
