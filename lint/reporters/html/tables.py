"""Sections and tables of the page: the drafts, the names and the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from posixpath import split

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
    table = _table(("Name", "Kind", "Written", "Times"), rows, "names") if rows else Html("")
    items = [form for entry in entries if len(entry.forms) == 1 for form in _forms(entry, links)]
    once = tag("ul", *items, class_="once") if items else Html("")
    if rows and items:
        once = join((tag("h3", "Written in one way", class_="sub"), once))
    return join((table, once))


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


def files_table(results: Sequence[Result], ids: Mapping[str, str]) -> Html:
    """One row a draft with its findings by severity, grouped by folder; the clean ones are only listed."""
    folders: dict[str, list[Result]] = {}
    for result in sorted(results, key=lambda result: split(result.path)):
        if result.findings:
            folders.setdefault(split(result.path)[0], []).append(result)
    heads = ("Draft", "Errors", "Warnings", "Suggestions")
    groups = []
    for folder, members in folders.items():
        name = tag("th", folder, scope="rowgroup", colspan=len(heads))
        rows = [tag("tr", name, class_="folder")] if folder else []
        groups.append(tag("tbody", *rows, *(_file_row(result, ids) for result in members)))
    table = _table(heads, groups, "files", grouped=True) if groups else Html("")
    clean = [result.path for result in results if not result.findings]
    if not clean:
        return table
    title = f"{counted(len(clean), 'draft')} without findings"
    return join(
        (
            table,
            tag("details", tag("summary", title), tag("ul", *(tag("li", p) for p in clean)), class_="clean"),
        )
    )


def _file_row(result: Result, ids: Mapping[str, str]) -> Html:
    counts = Counter(finding.severity for finding in result.findings)
    link = tag("a", split(result.path)[1], href=f"#{ids[result.path]}")
    cells = (tag("td", _count(level, counts[level]), class_="count") for level in reversed(SEVERITIES))
    return tag("tr", tag("th", link, scope="row"), *cells)


def rules_table(rules: Mapping[str, Rule], findings: Sequence[Finding], ids: Mapping[str, str]) -> Html:
    """One row a rule that found something: how often, how grave, and why it is there."""
    counts = Counter(finding.rule for finding in findings)
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
                tag("td", _sign(gravest[id]), f" {gravest[id].capitalize()}", class_=f"level {gravest[id]}"),
                tag("td", sentence(why), " " if why and more else "", more),
                tag("td", f"{counts[id]:,}", class_="count"),
                tag("td", tag("button", "Show only these", type="button", class_="only", data_only=id)),
                id=ids[id],
            )
        )
    return _table(("Rule", "Severity", "Why", "Notes", ""), rows, "rules")


def tally(result: Result) -> str:
    """`11 notes, 2,031 words`."""
    return f"{counted(len(result.findings), 'note')}, {counted(len(result.source.split()), 'word')}"


def section(id: str, title: str, lead: str, content: Html) -> Html:
    """A part of the page under a heading."""
    heading = tag("h2", title, id=f"t-{id}")
    lead_line = tag("p", lead, class_="lead") if lead else Html("")
    return tag("section", heading, lead_line, content, id=id, class_="section", aria_labelledby=f"t-{id}")


def _count(severity: str, number: int) -> Html:
    if not number:
        return tag("span", "–", class_="none")
    return join((_sign(severity), f" {number:,}"))


def _sign(severity: str) -> Html:
    return tag("span", SHAPES[severity], class_=f"shape {severity}", aria_hidden="true")


def _table(heads: Sequence[str], rows: Sequence[Html], name: str, *, grouped: bool = False) -> Html:
    head = tag("tr", *(tag("th", word, scope="col") if word else tag("td") for word in heads))
    body = join(rows) if grouped else tag("tbody", *rows)
    return tag("table", tag("thead", head), body, class_=f"table {name}")
