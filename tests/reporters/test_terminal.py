from __future__ import annotations

from lint.model import Edit, Failure, Finding, Fix, Hidden, Related, Report, Result, Span
from lint.reporters import render

SOURCE = "# Harbour\n\nThe minister will recieve the delegation on Monday, the port said.\n"


def test_a_finding_is_shown_with_its_line_its_words_its_message_and_its_fix(finding, report_on) -> None:
    found = finding(SOURCE, "recieve", "Write “receive” instead of “recieve”.", "receive", "relieve")
    assert render(report_on(SOURCE, found), "terminal") == (
        "draft.md:3:19  warning  spelling.misspelling\n"
        "  The minister will recieve the delegation on Monday, the port said.\n"
        "                    ^^^^^^^\n"
        "  Write “receive” instead of “recieve”.\n"
        "  → receive · relieve\n"
        "\n"
        "1 finding: 1 warning in 1 file.\n"
    )


def test_words_that_go_before_a_sign_are_named(finding, report_on) -> None:
    source = "The so-called “iron bridge” is made of wood."
    found = finding(source, "so-called “", "Keep one of the two.", "“")
    assert "  → (delete “so-called”)\n" in render(report_on(source, found), "terminal")


def test_a_clean_report_is_one_line(report_on) -> None:
    assert render(report_on(SOURCE), "terminal") == "No findings in 1 file.\n"


def test_other_places_are_grouped_by_their_note(finding, report_on) -> None:
    source = "Isis fled. ISIS fell, said ISIL."
    found = finding(
        source, "Isis", "Choose one name.", rule="names.variants",
        related=(("ISIS", "written “ISIS”"), ("ISIL", "written “ISIL”")),
    )  # fmt: skip
    assert "  written “ISIS”: 1:12\n  written “ISIL”: 1:28\n" in render(report_on(source, found), "terminal")


def test_a_long_list_of_other_places_ends_with_their_number(finding, report_on) -> None:
    source = "Turke " + "Turkey " * 20
    places = tuple(
        Related(Span(start, start + 6), "Turkey", "written “Turkey”") for start in range(6, len(source), 7)
    )
    found = finding(source, "Turke")._replace(related=places)
    assert "written “Turkey”: 1:7, 1:14, 1:21, 1:28, 1:35, 1:42 and 14 more\n" in render(
        report_on(source, found), "terminal"
    )


def test_a_deletion_and_a_change_elsewhere_are_told_in_words(finding, report_on) -> None:
    source = "Text [quote] and more, as the the editor said."
    cut = finding(source, "[quote]", "Fill in or cut “[quote]”.", "")
    elsewhere = finding(source, "editor")._replace(
        fixes=(Fix("Cut the second “the”", (Edit(Span(30, 34), ""),)),)
    )
    shown = render(report_on(source, cut, elsewhere), "terminal")
    assert "  → (delete)\n" in shown
    assert "  → Cut the second “the”\n" in shown


def test_the_summary_counts_kinds_files_and_what_was_hidden(finding) -> None:
    one = finding(SOURCE, "recieve", path="a.md", severity="error")
    two = finding(SOURCE, "delegation", path="a.md")
    report = Report(
        (
            Result("a.md", "markdown", SOURCE, (one, two), Hidden(suppressed=2, below=4)),
            Result("b.md", "markdown", "Fine.", (), Hidden(accepted=1, below=1)),
        ),
        {},
    )
    assert render(report, "terminal", width=120).endswith(
        "2 findings: 1 error, 1 warning in 1 of 2 files; "
        "hidden: 2 suppressed, 1 accepted, 5 below the threshold.\n"
    )


def test_what_could_not_be_checked_stands_before_the_summary(report_on) -> None:
    report = report_on(SOURCE)._replace(
        failures=(Failure("photo.jpg", "not a text file"), Failure("", "the language server did not answer")),
        notices=("`copydesk languagetool install` adds grammar checks.",),
    )
    assert render(report, "terminal") == (
        "Not checked\n"
        "  photo.jpg: not a text file\n"
        "  the language server did not answer\n"
        "\n"
        "Note: `copydesk languagetool install` adds grammar checks.\n"
        "\n"
        "No findings in 1 file; could not be checked: 2.\n"
    )


def test_colour_adds_nothing_but_colour(finding, report_on) -> None:
    import re

    found = finding(SOURCE, "recieve", "Write “receive” instead of “recieve”.", "receive")
    coloured = render(report_on(SOURCE, found), "terminal", colour=True)
    assert "\033[33mrecieve\033[0m" in coloured
    assert re.sub(r"\033\[\d+m", "", coloured) == render(report_on(SOURCE, found), "terminal")


def test_no_row_is_wider_than_the_terminal(finding, report_on) -> None:
    source = "The delegation said 東京 " * 30 + "recieve" + " and so on" * 30
    found = finding(
        source, "recieve", "Write “receive” instead of “recieve”, which is " * 4 + "right.", "receive"
    )
    for row in render(report_on(source, found), "terminal", width=50).splitlines():
        assert len(row) + row.count("東") + row.count("京") <= 50


def test_a_draft_cannot_steer_the_terminal(finding, report_on) -> None:
    source = "An \x1b]0;title\x07 escape and a lone \ud83d surrogate recieve."
    found: Finding = finding(source, "\x1b]0;title\x07", "Cut “\x1b]0;title\x07”.", "\x1b[2J")
    shown = render(report_on(source, found), "terminal")
    assert "\x1b" not in shown and "\x07" not in shown
    assert "Cut “<U+001B>]0;title<U+0007>”." in shown
    shown.encode("utf-8")
