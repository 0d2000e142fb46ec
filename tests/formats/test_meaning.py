"""What the formats promise: places, paths, limits, and that nothing in a draft breaks a report."""

from __future__ import annotations

import json
import re
from typing import Any

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from lint.model import Edit, Failure, Finding, Fix, Report, Result, Span
from lint.reporters import REPORTERS, render
from lint.reporters.github import LIMIT, LONGEST
from lint.reporters.markdown import BUDGET
from lint.reporters.visible import visible
from tests.formats.report import RULES, plain, report, report_of

MACHINE = ("sarif", "github", "markdown", "gitlab", "junit", "checkstyle", "rdjson", "line")

GITHUB = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_MATH
    | pyromark.Options.ENABLE_GFM
)

LETTERS = "ab Ж😀é\u0301👩\u200d👧\u2028\x85\t"
DRAFTS = st.lists(st.text(LETTERS, max_size=6), max_size=5).flatmap(
    lambda lines: st.lists(
        st.sampled_from(["\n", "\r\n", "\r"]), min_size=len(lines), max_size=len(lines)
    ).map(lambda ends: "".join(line + end for line, end in zip(lines, ends, strict=True)))
)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, Span]:
    """A draft, with or without a byte order mark, and some words on one of its lines."""
    mark = draw(st.sampled_from(["", "\ufeff"]))
    line = draw(st.text(LETTERS, min_size=1, max_size=12))
    before = mark + draw(DRAFTS)
    start = draw(st.integers(0, len(line) - 1))
    end = draw(st.integers(start, len(line)))
    source = before + line + draw(st.sampled_from(["", "\n", "\r\n"])) + draw(DRAFTS)
    return source, Span(len(before) + start, len(before) + end)


def lines_of(text: str) -> list[str]:
    """The lines as every editor has them, without their ends."""
    return re.split(r"\r\n|\r|\n", text)


@given(places())
def test_a_sarif_region_holds_the_words(given_place: tuple[str, Span]) -> None:
    source, span = given_place
    (run,) = json.loads(render(report_of(source, plain(source, span)), "sarif"))["runs"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    # SARIF counts no byte order mark.
    line = lines_of(source.removeprefix("\ufeff"))[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == source[span.start : span.end]
    assert region["startLine"] == region["endLine"]


@given(places(), st.text(LETTERS, max_size=4))
def test_a_suggestion_for_reviewdog_changes_these_bytes(given_place: tuple[str, Span], text: str) -> None:
    source, span = given_place
    found = plain(source, span, fixes=(Fix(text, (Edit(span, text),)),))
    (told,) = json.loads(render(report_of(source, found), "rdjson"))["diagnostics"]
    (suggestion,) = told["suggestions"]
    start, end = suggestion["range"]["start"], suggestion["range"]["end"]
    line = lines_of(source)[start["line"] - 1].encode("utf-8")
    changed = line[: start["column"] - 1] + suggestion["text"].encode("utf-8") + line[end["column"] - 1 :]
    meant = lines_of(source[: span.start])[-1] + text + lines_of(source[span.end :])[0]
    assert (changed.decode("utf-8"), start["line"]) == (meant, end["line"])


@given(places())
def test_editors_checkstyle_and_github_agree_on_line_and_column(given_place: tuple[str, Span]) -> None:
    source, span = given_place
    told = report_of(source, plain(source, span))
    _, line, column, _ = render(told, "line").split(":", 3)
    words = lines_of(source.removeprefix("\ufeff"))[int(line) - 1][int(column) - 1 :]
    assert words.startswith(source[span.start : span.end])
    (error,) = etree.fromstring(render(told, "checkstyle").encode()).iter("error")
    assert (error.get("line"), error.get("column")) == (line, column)
    assert f"line={line},endLine={line},col={column}," in render(told, "github")


def test_a_suggestion_with_two_edits_on_a_line_is_told_as_one() -> None:
    source = "Ж: they was “here”\nand there.\n"
    here = Span(source.index("“"), source.index("”") + 1)
    edits = (Edit(Span(here.start, here.start + 1), "‘"), Edit(Span(here.end - 1, here.end), "’"))
    elsewhere = (*edits, Edit(Span(len(source) - 2, len(source) - 1), "!"))
    found = plain(source, here, fixes=(Fix("‘here’", edits), Fix("both", elsewhere)))
    (told,) = json.loads(render(report_of(source, found), "rdjson"))["diagnostics"]
    assert [suggestion["text"] for suggestion in told["suggestions"]] == ["‘here’"]


def test_no_program_is_told_to_replace_lines_of_a_word_file() -> None:
    found = plain("a", Span(0, 1), fixes=(Fix("b", (Edit(Span(0, 1), "b"),)),), path="a.docx")
    told = Report((Result("a.docx", "word", "a", (found,)),), {})
    assert "fixes" not in sarif(told)["results"][0]
    assert "suggestions" not in json.loads(render(told, "rdjson"))["diagnostics"][0]


# -- paths


@pytest.mark.parametrize(
    ("path", "uri", "based"),
    [
        ("story.md", "site/story.md", True),
        ("./drafts/../story.md", "site/story.md", True),
        ("../other/story.md", "other/story.md", True),
        ("/desk/site/a:b#c?d%.md", "site/a%3Ab%23c%3Fd%25.md", True),
        ("Київ 1.md", "site/%D0%9A%D0%B8%D1%97%D0%B2%201.md", True),
        ("latin-\udce9.md", "site/latin-%E9.md", True),
        ("/tmp/story.md", "file:///tmp/story.md", False),
        ("../../tmp/story.md", "file:///tmp/story.md", False),
        ("-", "-", True),
    ],
)
def test_a_file_is_named_from_the_root(path: str, uri: str, based: bool) -> None:
    (run,) = json.loads(
        render(
            report_of("a", plain("a", Span(0, 1), path=path), path=path),
            "sarif",
            folder="/desk/site",
            root="/desk",
        )
    )["runs"]
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == uri
    assert location.get("uriBaseId") == ("%SRCROOT%" if based else None)


def test_a_file_below_a_folder_of_the_same_beginning_is_not_below_the_root() -> None:
    told = render(report_of("a", plain("a", Span(0, 1), path="/desk2/a.md"), path="/desk2/a.md"), "gitlab",
                  folder="/desk", root="/desk")  # fmt: skip
    assert json.loads(told)[0]["location"]["path"] == "/desk2/a.md"


def test_without_a_root_paths_stay_as_they_were_given() -> None:
    assert '"site/../drafts' not in render(report(), "rdjson")
    assert '"path": "drafts/la città.md"' in render(report(), "rdjson")


# -- SARIF


def sarif(told: Report) -> dict[str, Any]:
    (run,) = json.loads(render(told, "sarif"))["runs"]
    return dict(run)


def test_sarif_describes_every_rule_that_was_looked_for() -> None:
    rules = sarif(report())["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["desk.names", "desk.never", "desk.twice", "desk.word"]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)


def test_sarif_leaves_out_rules_that_could_not_be_looked_for() -> None:
    rules = sarif(report(rules={}, unheard=("desk",)))["tool"]["driver"]["rules"]
    assert rules == []


def test_sarif_numbers_its_rules_and_files_right() -> None:
    run = sarif(report())
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        location = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][location["index"]]["location"]["uri"] == location["uri"]


def test_a_run_that_could_not_check_a_draft_was_no_success() -> None:
    (invocation,) = sarif(report())["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    (well,) = sarif(report(failures=(), notices=()))["invocations"]
    assert (well["executionSuccessful"], well["exitCode"]) == (True, 1)
    assert "toolExecutionNotifications" not in well


def test_sarif_names_no_place_of_this_machine() -> None:
    assert "newsroom" not in render(report(), "sarif", folder="/newsroom/site", root="/newsroom")


@pytest.mark.parametrize(
    ("link", "kept"), [("https://example.org/a", True), ("see the wiki", False), ("/a", False)]
)
def test_only_the_address_of_a_page_is_a_link(link: str, kept: bool) -> None:
    rules = {"desk.word": RULES["desk.word"]._replace(link=link)}
    told = report_of("a", plain("a", Span(0, 1)))._replace(rules=rules)
    assert ("helpUri" in sarif(told)["tool"]["driver"]["rules"][0]) == kept
    assert ("url" in json.loads(render(told, "rdjson"))["diagnostics"][0]["code"]) == kept


# -- GitLab


def test_the_same_finding_in_two_files_has_two_fingerprints_that_stay() -> None:
    def told(*paths: str) -> list[str]:
        results = tuple(
            Result(path, "text", "a", (plain("a", Span(0, 1), path=path, fingerprint="aa"),))
            for path in paths
        )
        return [issue["fingerprint"] for issue in json.loads(render(Report(results, {}), "gitlab"))]

    one, two = told("a.md", "b.md")
    assert one != two
    assert told("b.md") == [two]


def test_findings_without_a_fingerprint_are_still_told_apart() -> None:
    told = json.loads(render(report_of("aa", plain("aa", Span(0, 1)), plain("aa", Span(1, 2))), "gitlab"))
    assert len({issue["fingerprint"] for issue in told}) == 2


# -- JUnit


@pytest.mark.parametrize(
    ("fail_on", "failures", "skipped"),
    [("suggestion", "4", 0), ("warning", "3", 1), ("error", "1", 3), ("never", "0", 4)],
)
def test_a_case_fails_where_the_run_does(fail_on: Any, failures: str, skipped: int) -> None:
    tree = etree.fromstring(render(report(fail_on=fail_on), "junit").encode())
    assert tree.get("failures") == failures
    assert len(tree.findall(".//skipped")) == skipped


# -- GitHub


def commands(text: str) -> list[str]:
    """The lines that GitHub's runner takes for commands (`ActionCommand.cs` in actions/runner)."""
    return [line for line in re.split(r"\r\n|\r|\n", text) if line.lstrip().startswith("::") or "##[" in line]


def as_read_by_the_runner(line: str) -> tuple[str, dict[str, str], str]:
    """A command's name, properties and data as `ActionCommand.TryParseV2` of actions/runner reads them."""

    def unescaped(text: str, *codes: str) -> str:
        for code in (*codes, "%25"):
            text = text.replace(code, chr(int(code[1:], 16)))
        return text

    info, _, data = line.lstrip()[2:].partition("::")
    name, _, properties = info.partition(" ")
    pairs = (one.split("=", 1) for one in properties.strip().split(",") if one)
    read = {pair[0]: unescaped(pair[1], "%0D", "%0A", "%3A", "%2C") for pair in pairs if len(pair) == 2}
    return name, read, unescaped(data, "%0D", "%0A")


WRITTEN = st.text(st.sampled_from("a%:,=;]#[ \t\r\n0A25ДéЖ😀"), min_size=1, max_size=20)


@given(WRITTEN, WRITTEN)
def test_the_runner_reads_what_was_meant(name: str, message: str) -> None:
    path = f"d/{name}.md"
    line = render(report_of("ab", plain("ab", Span(0, 2), message, path=path), path=path), "github").split(
        "\n"
    )[0]
    command, properties, data = as_read_by_the_runner(line)
    place = {"line": "1", "endLine": "1", "col": "1", "endColumn": "3"}
    assert (command, properties) == ("warning", {"file": path, **place, "title": "desk.word"})
    assert data == visible(message)


def many(count: int, message: str = "Look.") -> Report:
    source = "a" * count
    return report_of(source, *(plain(source, Span(at, at + 1), message) for at in range(count)))


def test_all_that_github_keeps_are_commands_and_the_rest_a_group() -> None:
    text = render(many(LIMIT + 15), "github")
    assert sum(line.startswith("::warning ") for line in text.splitlines()) == LIMIT
    assert text.count("::group::15 more findings") == 1
    assert text.count("\n- draft.md:1:") == 15
    assert "::group::" not in render(many(LIMIT), "github")


def test_a_long_message_is_cut_for_github() -> None:
    (command,) = (
        line for line in render(many(1, "long " * 5000), "github").splitlines() if "::warning" in line
    )
    assert len(command.partition("title=desk.word::")[2]) == LONGEST


def test_a_finding_over_several_lines_has_no_columns_on_github() -> None:
    (told,) = commands(render(report_of("a\nb", plain("a\nb", Span(0, 3))), "github"))
    assert told.startswith("::warning file=draft.md,line=1,endLine=2,title=")


# -- Markdown


def test_a_summary_that_would_be_too_large_says_what_is_missing() -> None:
    text = render(many(30_000, "A rather long message about very little, said again and again."), "markdown")
    assert len(text.encode("utf-8")) < 1024 * 1024
    left = int(re.findall(r"([\d,]+) more findings did not fit", text)[0].replace(",", ""))
    assert text.count("\n| 1:") == 30_000 - left
    assert BUDGET < 1024 * 1024


MARKUP = st.text(
    st.sampled_from("ab *_`~[]()<>!#|\\\\&;$@:/.-+=^{}'\"1\t\nЖ😀\u200b"), min_size=1, max_size=30
)


@given(MARKUP)
def test_a_markdown_cell_shows_the_very_words(message: str) -> None:
    text = render(report_of("ab", plain("ab", Span(0, 2), f"a{message}b")), "markdown")
    page = html.fromstring(pyromark.html(text, options=GITHUB))
    (row,) = page.xpath("//tbody/tr")
    cells = row.xpath("./td")
    shown = "".join(cells[2].itertext())
    assert shown.split() == visible(f"a{message}b").split()
    assert [len(cell) for cell in cells] == [0, 0, 0, 0]  # no element in any of them


# -- whatever a draft, a message or a path holds

HOSTILE = (
    "\r\n::error::x\n::set-output name=a::b ##[error]x %0A %25 %",
    "]]> <![CDATA[ & < > \" ' <script>alert(1)</script>",
    "\0\x01\x08\x0b\x1b[31m\x7f\x85\u2028\ufffe\uffff",
    "\ud800 \udfff \udce9",
    "| `code` ``a`` *b* [x](1) ![y](http://z) @nobody #1 \\",
    "{0} {match} {{ %s $(id) `id`",
    "\u202egnal\u202c \u200b😀",
    "x" * 100_000,
    "",
)


def hostile(text: str) -> Report:
    """The text at every place of a report that may hold it."""
    path = text.replace("\0", "").replace("/", "|") or "a.md"
    rule = f"desk.{text}"
    source = text or "a"
    span = Span(0, len(source))
    found = Finding(
        rule, path, span, source, text or "?", "warning", fixes=(Fix(text, (Edit(span, text),)),), link=""
    )
    return Report(
        (Result(path, "text", source, (found,)),), {}, (Failure(path, text), Failure("", text)), (text,)
    )


@pytest.mark.parametrize("format", MACHINE)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_breaks(format: str, text: str) -> None:
    told = render(hostile(text), format)
    assert told.encode("utf-8").endswith(b"\n")
    if format in ("sarif", "gitlab", "rdjson"):
        json.loads(told)
    elif format in ("junit", "checkstyle"):
        etree.fromstring(told.encode(), etree.XMLParser(huge_tree=True))
    elif format == "line":
        assert len(told.splitlines()) == 4
    elif format == "github":
        assert sum(line.startswith(("::warning ", "::error ", "::notice ")) for line in commands(told)) == 4
        assert len(commands(told)) == 4


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_nothing_at_all_breaks(text: str) -> None:
    for format in MACHINE:
        test_nothing_breaks(format, text)


def test_json_and_xml_keep_every_character_that_they_can() -> None:
    message = "a\tb\nc “é” 😀 & <b> ]]> \"'"
    told = report_of("a", plain("a", Span(0, 1), message))
    (error,) = etree.fromstring(render(told, "checkstyle").encode()).iter("error")
    assert error.get("message") == message
    assert json.loads(render(told, "rdjson"))["diagnostics"][0]["message"] == message
    assert sarif(told)["results"][0]["message"]["text"] == message


def test_every_format_is_tested_here() -> None:
    assert set(MACHINE) | {"terminal", "json", "html"} == set(REPORTERS)


@pytest.mark.parametrize("format", MACHINE)
def test_a_run_over_nothing(format: str) -> None:
    assert render(Report((), {}), format).endswith("\n") or format == "line"
