"""Sections and tables of the page: the drafts, the names and the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from lint.model import SEVERITIES, Finding, Mention, NameEntry, NameForm, Report, Result, Rule
from lint.reporters.html.markup import Html, breakable, join, sentence, tag
from lint.reporters.html.notes import SHAPES
from lint.reporters.lines import Lines
from lint.reporters.summary import counted

_MOST_LINKS = 12


def names_of(report: Report, result: Result) -> tuple[NameEntry, ...]:
    """A draft's own part of the ledger, names with several forms first."""
    if result.names:
        entries = result.names
    else:
        entries = tuple(
            entry._replace(forms=forms) for entry in report.names if (forms := _forms_in(entry, result.path))
        )
    return tuple(sorted(entries, key=lambda entry: (len(entry.forms) < 2, -entry.count, entry.name)))


def _forms_in(entry: NameEntry, path: str) -> tuple[NameForm, ...]:
    forms = (
        form._replace(mentions=tuple(mention for mention in form.mentions if mention.path == path))
        for form in entry.forms
    )
    return tuple(form for form in forms if form.mentions)


def names_table(entries: Sequence[NameEntry], links: Callable[[NameForm], Html]) -> Html:
    """Names written in several ways, a row each with every form; below, the others in a compact list."""
    several = [entry for entry in entries if len(entry.forms) > 1]
    rows = [
        tag(
            "tr",
            tag("th", entry.name, scope="row", dir="auto"),
            tag("td", entry.kind, class_="kind"),
            tag("td", tag("ul", *_forms(entry, links))),
            tag("td", f"{entry.count:,}", class_="count"),
        )
        for entry in several
    ]
    several_table = table(("Name", "Kind", "Written", "Times"), rows, "names") if rows else Html("")
    items = [form for entry in entries if len(entry.forms) == 1 for form in _forms(entry, links)]
    once = tag("ul", *items, class_="once") if items else Html("")
    if rows and items:
        once = join((tag("h3", "Written in one way", class_="sub"), once))
    return join((several_table, once))


def _forms(entry: NameEntry, links: Callable[[NameForm], Html]) -> list[Html]:
    return [
        tag(
            "li",
            tag("span", form.text, class_="form", dir="auto"),
            tag("span", f"× {len(form.mentions):,}", class_="times"),
            links(form),
        )
        for form in sorted(entry.forms, key=lambda form: -len(form.mentions))
    ]


def line_links(ids: Mapping[Mention, str], lines: Lines) -> Callable[[NameForm], Html]:
    """For a draft's ledger: the line of each mention, as a link to its words."""

    def links(form: NameForm) -> Html:
        anchors: list[str] = []
        for mention in form.mentions[:_MOST_LINKS]:
            line = str(lines.place(mention.span.start).line)
            anchors += [", " if anchors else "", tag("a", line, href=f"#{ids[mention]}")]
        if len(form.mentions) > _MOST_LINKS:
            anchors.append(" …")
        label = "line " if len(form.mentions) == 1 else "lines "
        return tag("span", label, join(anchors), class_="lines")

    return links


def file_links(ids: Mapping[str, str]) -> Callable[[NameForm], Html]:
    """For the ledger of several drafts: the drafts a form stands in; only those on the page are links."""

    def links(form: NameForm) -> Html:
        paths = list(dict.fromkeys(mention.path for mention in form.mentions))
        anchors: list[str] = []
        for path in paths[:_MOST_LINKS]:
            anchors += [
                ", " if anchors else "",
                tag("a", path, href=f"#{ids[path]}") if path in ids else path,
            ]
        if len(paths) > _MOST_LINKS:
            anchors.append(f" and {len(paths) - _MOST_LINKS} more")
        return tag("span", join(anchors), class_="lines")

    return links


def rules_table(
    rules: Mapping[str, Rule],
    findings: Sequence[Finding],
    ids: Mapping[str, str],
    file_ids: Mapping[str, str],
) -> Html:
    """One row a rule that found something: how often, how grave, why it is there, and in which drafts.

    The drafts stand there where `file_ids`, the page's ids of drafts, has several.
    """
    counts = Counter(finding.rule for finding in findings)
    drafts: dict[str, Counter[str]] = {}
    for finding in findings:
        drafts.setdefault(finding.rule, Counter())[finding.path] += 1
    gravest: dict[str, str] = {}
    for finding in findings:
        worst = max(finding.severity, gravest.get(finding.rule, "suggestion"), key=SEVERITIES.index)
        gravest[finding.rule] = worst
    rows = []
    for id in sorted(counts, key=lambda id: (-SEVERITIES.index(gravest[id]), -counts[id], id)):
        rule = rules.get(id)
        why = rule.why if rule else ""
        link = rule.link if rule else ""
        more = (
            tag("a", "More about it", href=link, rel="noreferrer noopener", target="_blank")
            if link.startswith(("https://", "http://"))
            else Html("")
        )
        rows.append(
            tag(
                "tr",
                tag("th", tag("code", breakable(id)), scope="row"),
                tag("td", sign(gravest[id]), f" {gravest[id].capitalize()}", class_=f"level {gravest[id]}"),
                tag("td", sentence(why), " " if why and more else "", more, _drafts(drafts[id], file_ids)),
                tag("td", f"{counts[id]:,}", class_="count"),
                tag("td", tag("button", "Show only these", type="button", class_="only", data_only=id)),
                id=ids[id],
            )
        )
    return table(("Rule", "Severity", "Why", "Notes", ""), rows, "rules")


def _drafts(counts: Mapping[str, int], ids: Mapping[str, str]) -> Html:
    """`In a.md 3, b.md` as links, or nothing where the page has but one draft."""
    if len(ids) < 2:
        return Html("")
    shown: list[str] = []
    for path, number in list(counts.items())[:_MOST_LINKS]:
        times = f" × {number:,}" if number > 1 else ""
        shown += [", " if shown else "In ", tag("a", path, href=f"#{ids[path]}"), times]
    if len(counts) > _MOST_LINKS:
        shown.append(f" and {len(counts) - _MOST_LINKS} more")
    return tag("p", *shown, class_="lines")


def tally(result: Result) -> str:
    """`11 notes, 2,031 words`."""
    return f"{counted(len(result.findings), 'note')}, {counted(len(result.source.split()), 'word')}"


def section(id: str, title: str, lead: str, content: Html) -> Html:
    """A part of the page under a heading."""
    heading = tag("h2", title, id=f"t-{id}")
    lead_line = tag("p", lead, class_="lead") if lead else Html("")
    return tag("section", heading, lead_line, content, id=id, class_="section", aria_labelledby=f"t-{id}")


def sign(severity: str) -> Html:
    return tag("span", SHAPES[severity], class_=f"shape {severity}", aria_hidden="true")


def table(heads: Sequence[str], rows: Sequence[Html], name: str, *, grouped: bool = False) -> Html:
    head = tag("tr", *(tag("th", word, scope="col") if word else tag("td") for word in heads))
    body = join(rows) if grouped else tag("tbody", *rows)
    return tag("table", tag("thead", head), body, class_=f"table {name}")
