"""The front of a page of several drafts: the desks, the drafts, the names written in more than one way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from posixpath import commonprefix, split

from lint.model import SEVERITIES, Report, Result
from lint.reporters.html.markup import Html, join, tag
from lint.reporters.html.tables import file_links, names_table, section, sign, table
from lint.reporters.summary import counted


def index(report: Report, file_ids: Mapping[str, str]) -> Html:
    """The part with the id `index`; `file_ids` are the page's ids of drafts."""
    parts = []
    desks = _desks(report.results)
    if len(desks) > 1:
        parts.append(section("desks", "Desks", "The notes by folder.", _desks_table(desks)))
    parts.append(section("files", "Drafts", "", _files_table(report.results, file_ids)))
    several = [entry for entry in report.names if len(entry.forms) > 1]
    if several:
        entries = sorted(several, key=lambda entry: (-entry.count, entry.name))
        names = names_table(entries, file_links(file_ids))
        parts.append(section("names", "Names", "Those written in more than one way.", names))
    return tag("div", *parts, class_="index", id="index")


def _desks(results: Sequence[Result]) -> dict[str, list[Result]]:
    """The drafts by the first folder in which their paths differ, in order."""
    folders = {result.path: split(result.path)[0].split("/") for result in results}
    common = len(commonprefix(list(folders.values())))
    desks: dict[str, list[Result]] = {}
    for result in sorted(results, key=lambda result: split(result.path)):
        desks.setdefault("/".join(folders[result.path][: common + 1]), []).append(result)
    return desks


def _desks_table(desks: Mapping[str, Sequence[Result]]) -> Html:
    rows = []
    for desk, results in desks.items():
        concerned = sum(bool(result.findings) for result in results)
        rows.append(
            tag(
                "tr",
                tag("th", desk or ".", scope="row"),
                tag("td", f"{concerned:,} of {len(results):,}", class_="count"),
                *_counts(results),
            )
        )
    return table(("Desk", "Drafts with notes", "Errors", "Warnings", "Suggestions"), rows, "desks")


def _files_table(results: Sequence[Result], ids: Mapping[str, str]) -> Html:
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
    drafts = table(heads, groups, "files", grouped=True) if groups else Html("")
    clean = [result.path for result in results if not result.findings]
    if not clean:
        return drafts
    title = f"{counted(len(clean), 'draft')} without findings"
    return join(
        (
            drafts,
            tag("details", tag("summary", title), tag("ul", *(tag("li", p) for p in clean)), class_="clean"),
        )
    )


def _file_row(result: Result, ids: Mapping[str, str]) -> Html:
    link = tag("a", split(result.path)[1], href=f"#{ids[result.path]}")
    return tag("tr", tag("th", link, scope="row"), *_counts((result,)))


def _counts(results: Sequence[Result]) -> list[Html]:
    """A cell for each severity, the gravest first."""
    counts = Counter(finding.severity for result in results for finding in result.findings)
    return [tag("td", _count(level, counts[level]), class_="count") for level in reversed(SEVERITIES)]


def _count(severity: str, number: int) -> Html:
    if not number:
        return tag("span", "–", class_="none")
    return join((sign(severity), f" {number:,}"))
