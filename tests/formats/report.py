"""A report with something of everything, made from two drafts with Cyrillic, emoji and both line ends."""

from __future__ import annotations

from typing import Any

from lint.model import Edit, Example, Failure, Finding, Fix, Hidden, Related, Report, Result, Rule, Span

CITY = (
    "Город 🏙️: the minister will recieve them.\r\nFifty per-cent agreed; ISIS: <b>“100%”</b>, it's said.\r\n"
)
FARM = "\ufeffDie Küche 🍳 of Isis was was closed\nor not.\n"
CLEAN = "Nothing to see here.\n"

RULES = {
    rule.id: rule
    for rule in (
        Rule(
            "desk.word",
            "find",
            "Write “{replacement}” instead of “{match}”.",
            "warning",
            "Readers stumble over a slip and trust the rest less.",
            examples=(Example("They recieve it.", "They receive it."), Example(None, "A `tick` in code.")),
            link="https://example.org/desk/word",
        ),
        Rule(
            "desk.names", "names", "One name, two forms.", "error", "Readers take two names for two things."
        ),
        Rule("desk.twice", "doubled", "“{match}” stands twice.", "suggestion", "It is a slip of the hand."),
        Rule("desk.never", "find", "“{match}” was not found here.", "warning", "It was looked for."),
    )
}


def at(source: str, words: str) -> Span:
    """Where the words stand first."""
    start = source.index(words)
    return Span(start, start + len(words))


def finding(source: str, words: str, rule: str, message: str, path: str, **more: Any) -> Finding:
    """A finding of one of `RULES` at the first place of the words."""
    span = at(source, words)
    return Finding(rule, path, span, words, message, RULES[rule].severity, **more)


def city() -> Result:
    """A draft in a folder whose name has a space: a slip with two ways to mend it, a name with a relative."""
    path = "drafts/la città.md"
    slip = at(CITY, "recieve")
    swap = (Edit(Span(slip.start + 3, slip.start + 5), "ei"),)
    word = finding(
        CITY,
        "recieve",
        "desk.word",
        "Write “receive” instead of “recieve”.",
        path,
        fixes=(Fix("receive", swap), Fix("relieve", (Edit(slip, "relieve"),))),
        fingerprint="00000000000000aa",
        link="https://example.org/desk/word",
    )
    names = finding(
        CITY,
        "ISIS",
        "desk.names",
        "“ISIS: 100%, [so](1) it's said” is “Isis” elsewhere.",
        path,
        related=(Related(at(FARM, "Isis"), "Isis", "written “Isis”", "farm.txt"),),
        also=("desk.word",),
        fingerprint="00000000000000bb",
    )
    return Result(path, "markdown", CITY, (word, names), Hidden(suppressed=1))


def farm() -> Result:
    """A draft with a byte order mark: a word twice, to be deleted, and one that runs over a line's end."""
    path = "farm.txt"
    twice = at(FARM, "was was")
    deletion = (Edit(Span(twice.start + 3, twice.end), ""),)
    doubled = finding(
        FARM,
        "was was",
        "desk.twice",
        "“was” stands twice.",
        path,
        fixes=(Fix("was", deletion, safe=True),),
        related=(Related(Span(twice.start, twice.start + 3), "was", "the first"),),
        fingerprint="00000000000000cc",
    )
    over = finding(FARM, "closed\nor", "desk.word", "Is it closed?", path, fingerprint="00000000000000dd")
    return Result(path, "text", FARM, (doubled, over))


def report(**changes: Any) -> Report:
    """The whole report; `changes` replace its fields."""
    whole = Report(
        (city(), Result("drafts/clean.md", "markdown", CLEAN, ()), farm()),
        {id: RULES[id] for id in ("desk.names", "desk.twice", "desk.word")},
        failures=(
            Failure("drafts/photo.md", "is not UTF-8; save it as UTF-8"),
            Failure("", "Java ended, rc=1"),
        ),
        notices=("LanguageTool is not installed.",),
        active=tuple(RULES.values()),
    )
    return whole._replace(**changes)


def report_of(source: str, *findings: Finding, path: str = "draft.md") -> Report:
    """A report on one draft."""
    return Report((Result(path, "markdown", source, findings),), {})


def plain(source: str, span: Span, message: str = "Look.", *, path: str = "draft.md", **more: Any) -> Finding:
    """A warning at a span."""
    text = source[span.start : span.end]
    return Finding("desk.word", path, span, text, message, "warning", **more)
