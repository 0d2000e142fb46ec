"""What a reader of the page sees and can do."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from lint.model import Failure, Mention, NameEntry, NameForm, Related, Result, Span

DRAFT = """\
# Harbour opens

The minister will recieve the *delegation* on Monday. The port was built in 1936, and the
ministre said it will open again, the first since the war &amp; the flood.

- The first pier is definately ready.
- The second pier is not.

> Nobody said the claime was true.

| Pier | Length |
|------|--------|
| East | 120 mtres |

A last paragraph has nothing wrong in it, and it is long enough to fill a line or two of the page.
"""


@pytest.fixture
def harbour(find, report):
    return report(
        DRAFT,
        find(DRAFT, "recieve", "Write “receive” for “recieve”.", "receive", "relieve", severity="error"),
        find(DRAFT, "ministre", "Write “minister” instead of “ministre”.", "minister",
             related=(("minister", "written “minister”"),), rule="names.variants"),
        find(DRAFT, "definately", "Write “definitely” instead of “definately”.", "definitely"),
        find(DRAFT, "claime", "Write “claim” instead of “claime”.", "claim", severity="suggestion"),
        find(DRAFT, "mtres", "Write “metres” instead of “mtres”.", "metres"),
    )  # fmt: skip


def texts(page, selector: str) -> list[str]:
    return page.locator(selector).all_text_contents()


def texts_of_cells(page, selector: str) -> list[str]:
    """The rows' texts as a reader sees them, a space between two cells."""
    return [" ".join(text.split()) for text in page.locator(selector).all_inner_texts()]


def test_every_finding_is_marked_at_its_words_with_a_note(open_page, harbour) -> None:
    page = open_page(harbour)
    assert texts(page, "mark") == ["recieve", "ministre", "definately", "claime", "mtres"]
    assert texts(page, ".message")[0] == "Write “receive” for “recieve”."
    assert texts(page, "#n1 .proposal") == ["receive", "relieve"]


def test_the_draft_is_shown_as_its_reader_sees_it(open_page, harbour) -> None:
    page = open_page(harbour)
    assert texts(page, ".galley h3") == ["Harbour opens"]
    assert texts(page, ".galley em") == ["delegation"]
    assert "the war & the flood" in page.locator(".galley").inner_text()
    assert "|" not in page.locator(".galley").inner_text()


def test_a_note_stands_beside_the_line_of_its_words(open_page, harbour) -> None:
    page = open_page(harbour)
    note, mark = page.locator("#n1").bounding_box(), page.locator("mark[data-n='1']").bounding_box()
    assert abs(note["y"] - mark["y"]) <= mark["height"]
    assert note["x"] > mark["x"] + mark["width"]


def crowded(find, report, paragraphs: int, between: int = 0):
    """Paragraphs of six sentences with a note each; `between` more sentences stand between two of them."""
    calm = "Nothing is wrong in this sentence, and it goes on like that. " * between
    parts = [
        " ".join(f"The word{p}x{s} stands in a sentence of its own here. {calm}" for s in range(6))
        for p in range(paragraphs)
    ]
    source = "\n\n".join(parts)
    words = [f"word{p}x{s}" for p in range(paragraphs) for s in range(6)]
    found = [
        find(source, f"{word} stands", f"Look at “{word}”, please, as it has a long note to read.", word)
        for word in words
    ]
    return report(source, *found)


def assert_apart(page) -> None:
    """No visible note reaches into the one below it."""
    boxes = page.evaluate(
        """() => [...document.querySelectorAll(".note")].map((note) => note.getBoundingClientRect())
            .filter((box) => box.height).map((box) => [box.top, box.bottom]).sort((a, b) => a[0] - b[0])"""
    )
    assert boxes
    for (_, bottom), (top, _) in pairwise(boxes):
        assert bottom <= top


def test_notes_never_overlap_even_where_they_crowd(open_page, find, report) -> None:
    page = open_page(crowded(find, report, 5))
    assert page.locator(".note").count() == 30
    assert_apart(page)
    for _ in range(4):
        page.keyboard.press("j")
    assert_apart(page)


def test_hundreds_of_notes_keep_apart_and_each_can_be_read_beside_its_line(open_page, find, report) -> None:
    page = open_page(crowded(find, report, 84, between=5))
    assert page.locator(".note").count() == 504
    assert_apart(page)
    for _ in range(3):
        page.keyboard.press("p")
        number = page.locator(".note.active").get_attribute("id").removeprefix("n")
        note, mark = (page.locator(one).bounding_box() for one in (f"#n{number}", f"mark[data-n='{number}']"))
        assert abs(note["y"] - mark["y"]) <= mark["height"]
    assert_apart(page)


def test_a_note_and_its_words_are_both_in_view_even_where_notes_crowd(open_page, find, report) -> None:
    page = open_page(crowded(find, report, 20))
    for _ in range(3):
        page.keyboard.press("p")
        number = page.locator(".note.active").get_attribute("id").removeprefix("n")
        for box in (page.locator(one).bounding_box() for one in (f"#n{number}", f"mark[data-n='{number}']")):
            assert 0 < box["y"] < 800
    assert_apart(page)


def test_notes_of_a_paragraph_stand_below_it_on_a_narrow_screen(open_page, find, report) -> None:
    page = open_page(crowded(find, report, 2), wide=False)
    assert_apart(page)
    words = page.locator(".words").first.bounding_box()
    note = page.locator("#n1").bounding_box()
    after = page.locator(".words").nth(1).bounding_box()
    assert words["y"] + words["height"] <= note["y"] <= after["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 420


def test_without_script_every_note_is_there_and_none_overlap(open_page, find, report) -> None:
    page = open_page(crowded(find, report, 3), java_script_enabled=False)
    assert page.locator(".note:visible").count() == 18
    assert not page.locator("#bar").is_visible()
    assert_apart(page)


def test_a_severity_can_be_hidden_and_the_address_keeps_it(open_page, harbour) -> None:
    page = open_page(harbour)
    page.get_by_role("button", name="errors").click()
    assert page.get_by_role("button", name="errors").get_attribute("aria-pressed") == "false"
    assert not page.locator("#n1").is_visible()
    assert page.locator("mark").first.get_attribute("class") == "error off"
    assert page.evaluate("location.hash") == "#without=error"
    again = open_page(harbour, hash="#without=error")
    assert again.locator(".note:visible").count() == 4
    again.get_by_role("button", name="errors").click()
    assert again.locator(".note:visible").count() == 5
    assert again.evaluate("location.hash") == ""


def test_rules_can_be_hidden_one_by_one_or_all_but_one(open_page, harbour) -> None:
    page = open_page(harbour)
    page.locator("#rule-menu summary").click()
    page.get_by_role("checkbox", name="names.variants").uncheck()
    assert not page.locator("#n2").is_visible()
    assert page.evaluate("location.hash") == "#rules=spelling.misspelling"
    page.keyboard.press("Escape")
    page.locator("tr", has_text="names.variants").get_by_role("button", name="Show only these").click()
    assert texts(page, ".note:visible .number") == ["2"]
    assert page.locator("#position").text_content() == "1 of 1"


def test_keys_go_from_note_to_note_and_around(open_page, harbour) -> None:
    page = open_page(harbour)
    seen = []
    for key in ("j", "n", "k", "p", "p"):
        page.keyboard.press(key)
        seen.append(page.locator(".note.active").get_attribute("id"))
    assert seen == ["n1", "n2", "n1", "n5", "n4"]
    assert page.evaluate("document.activeElement.id") == "n4"
    assert page.locator("#position").text_content() == "4 of 5"
    assert page.evaluate("location.hash") == "#note=4"
    page.keyboard.press("Escape")
    assert page.locator(".note.active").count() == 0


def test_letters_typed_elsewhere_or_with_a_modifier_are_no_keys(open_page, harbour) -> None:
    page = open_page(harbour)
    page.keyboard.press("Control+j")
    assert page.locator(".note.active").count() == 0
    page.keyboard.press("?")
    page.get_by_role("checkbox", name="Use single letters as keys").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("j")
    assert page.locator(".note.active").count() == 0


def test_a_click_on_words_opens_their_note_and_shows_the_other_places(open_page, harbour) -> None:
    page = open_page(harbour)
    page.locator("mark", has_text="ministre").click()
    assert page.locator(".note.active").get_attribute("id") == "n2"
    assert page.locator("#n2 .why").is_visible()
    assert texts(page, ".place.on") == ["minister"]
    note, mark = (page.locator(one).bounding_box() for one in ("#n2", "mark[data-n='2']"))
    assert abs(note["y"] - mark["y"]) <= mark["height"]


def test_a_note_gives_the_line_that_lets_its_words_stand(open_page, harbour) -> None:
    page = open_page(harbour, permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("j")
    page.locator("#n1").get_by_role("button", name="Copy the line").click()
    page.get_by_text("Copied", exact=True).first.wait_for()
    line = page.evaluate("navigator.clipboard.readText()")
    assert line == "<!-- stet spelling.misspelling: it is right as it stands -->"


def test_the_notes_can_be_had_as_text_for_a_mail(open_page, harbour) -> None:
    page = open_page(harbour, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="suggestions").click()
    page.get_by_role("button", name="Copy as text").click()
    page.get_by_text("The notes were copied.").wait_for(state="attached")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith(
        "draft.md: 4 notes\n"
        "\n"
        "1. Line 3: Write “receive” for “recieve”.\n"
        "   In: The minister will recieve the delegation on Monday. The port was built in…\n"
        "   Instead: receive / relieve\n"
    )
    assert "claime" not in text


def test_light_and_dark_follow_the_reader_and_can_be_turned(open_page, harbour) -> None:
    def paper(page) -> str:
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    light, dark = open_page(harbour), open_page(harbour, color_scheme="dark")
    assert paper(light) != paper(dark)
    night = paper(dark)
    dark.get_by_role("button", name="Light or dark").click()
    assert paper(dark) == paper(light)
    light.get_by_role("button", name="Light or dark").click()
    assert paper(light) == night


def test_severity_is_told_by_word_and_shape_not_only_by_colour(open_page, harbour) -> None:
    page = open_page(harbour)
    assert texts(page, ".note .severity") == ["Error", "Warning", "Warning", "Suggestion", "Warning"]
    assert len(set(texts(page, ".note .shape"))) == 3
    styles = page.evaluate(
        "[...document.querySelectorAll('mark')].map(m => getComputedStyle(m).textDecorationStyle)"
    )
    assert styles == ["solid", "wavy", "wavy", "dotted", "wavy"]


def test_five_hundred_notes_in_a_long_draft_are_laid_out_in_a_few_passes(open_page, find, report) -> None:
    words = "The council met on Monday and voted on the road to the port before the winter came. "
    source = "\n\n".join(words * 4 for _ in range(320))
    starts = [match.start() for match in re.finditer("council", source)]
    finding = find(source, "council")
    found = [finding._replace(span=Span(at, at + 7)) for at in starts[::2][:500]]
    page = open_page(report(source, *found))
    assert len(source.split()) > 20_000 and page.locator(".note").count() == 500
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")

    def layouts() -> int:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return next(int(one["value"]) for one in metrics if one["name"] == "LayoutCount")

    before = layouts()
    page.keyboard.press("j")
    page.locator(".note.active").wait_for()
    assert layouts() - before < 20  # one for each note would be five hundred


def test_the_page_prints_with_all_notes_and_no_controls(open_page, find, report) -> None:
    page = open_page(crowded(find, report, 4))
    page.keyboard.press("j")
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.emulate_media(media="print")
    assert not page.locator("#bar").is_visible()
    assert page.locator(".note:visible").count() == 24
    assert_apart(page)


NAMES = "Ms Kovalenko met Mr Weber. Kovalenka left; Kovalenko stayed with Weber."


def test_the_ledger_lists_each_form_with_links_to_its_places(open_page, find, report) -> None:
    def form(name: str) -> NameForm:
        starts = [at for at in range(len(NAMES)) if NAMES.startswith(name, at)]
        return NameForm(
            name, tuple(Mention("draft.md", Span(at, at + len(name)), "surname") for at in starts)
        )

    entries = (
        NameEntry("Weber", "person", (form("Weber"),)),
        NameEntry("Kovalenko", "person", (form("Kovalenko"), form("Kovalenka"))),
    )
    base = report(NAMES, find(NAMES, "Kovalenka", "Write “Kovalenko”.", "Kovalenko", rule="names.variants"))
    page = open_page(type(base)(base.results, base.rules, names=entries))
    assert texts(page, "#names tbody th") == ["Kovalenko"]
    assert texts(page, "#names .form") == ["Kovalenko", "Kovalenka", "Weber"]
    assert texts(page, "#names .times") == ["× 2", "× 1", "× 2"]
    page.locator("#names li", has_text="Kovalenka").get_by_role("link").click()
    assert texts(page, ".place.target") == ["Kovalenka"]


def test_several_drafts_have_an_index_and_are_read_one_at_a_time(open_page, find, report_on_all) -> None:
    one, two = "One teh word.", "Another recieve word."
    results = (
        Result("a.md", "markdown", one, (find(one, "teh", "", "the", path="a.md", severity="error"),)),
        Result("b.md", "markdown", two, (find(two, "recieve", "", "receive", path="b.md"),)),
        Result("c.md", "markdown", "Clean.", ()),
    )
    page = open_page(report_on_all(*results, failures=(Failure("d.jpg", "not a text file"),)))
    assert texts(page, "#files tbody th") == ["a.md", "b.md"]
    assert texts(page, "#files .clean") == ["1 draft without findingsc.md"]
    assert page.locator(".failures").inner_text() == "Not checked\nd.jpg: not a text file"
    assert page.locator(".galley:visible").count() == 0
    page.locator("#files").get_by_role("link", name="b.md").click()
    assert page.locator(".galley:visible").inner_text().startswith("Another recieve")
    page.keyboard.press("j")
    assert page.evaluate("location.hash") == "#draft=2&note=2"
    page.locator("#f2").get_by_role("link", name="All drafts").click()
    page.locator("#files").wait_for(state="visible")
    page.keyboard.press("j")
    assert page.locator(".note.active").get_attribute("id") == "n1"


def test_the_index_counts_by_desk_and_the_rules_name_their_drafts(open_page, find, report_on_all) -> None:
    one, two = "One teh word.", "Another recieve word, and teh end."
    results = (
        Result("d/city/a.md", "markdown", one, (find(one, "teh", path="d/city/a.md", rule="x.teh"),)),
        Result("d/city/old/b.md", "markdown", "Clean.", ()),
        Result(
            "d/sport/c.md",
            "markdown",
            two,
            (
                find(two, "recieve", path="d/sport/c.md", severity="error", rule="x.recieve"),
                find(two, "teh", path="d/sport/c.md", rule="x.teh"),
            ),
        ),
    )
    page = open_page(report_on_all(*results))
    desks = [row.split() for row in texts_of_cells(page, "#desks tbody tr")]
    assert desks == [
        ["d/city", "1", "of", "2", "–", "▲", "1", "–"],
        ["d/sport", "1", "of", "1", "◆", "1", "▲", "1", "–"],
    ]
    row = page.locator("#rules tbody tr", has_text="x.teh")
    assert row.locator(".lines").inner_text() == "In d/city/a.md, d/sport/c.md"
    row.get_by_role("link", name="d/sport/c.md").click()
    assert page.locator(".galley:visible").inner_text().startswith("Another recieve")


def test_a_place_in_another_draft_is_one_click_away(open_page, find, report_on_all) -> None:
    one, two = "Turke opens the border.", "Turkey closes the border."
    found = find(one, "Turke", path="a.md")
    elsewhere = Related(Span(0, len("Turkey")), "Turkey", "written “Turkey”", path="b.md")
    results = (
        Result("a.md", "markdown", one, (found._replace(related=(elsewhere,)),)),
        Result("b.md", "markdown", two, ()),
    )
    page = open_page(report_on_all(*results), hash="#n1")
    page.locator("#n1 .places").get_by_role("link", name="b.md").click()
    page.locator(".place.target").wait_for()
    assert texts(page, ".place.target") == ["Turkey"]
    assert page.locator("#f2").is_visible()


def test_lists_and_headings_keep_their_signs_before_links_and_emphasis(open_page, report) -> None:
    page = open_page(report("## **Piers**\n\n- [East](e.md)\n- *West*\n\n3. third\n\n- [x] done\n"))
    assert texts(page, ".galley h4") == ["Piers"]
    markers = page.eval_on_selector_all(".item .words", "all => all.map(one => one.dataset.marker)")
    assert markers == ["•", "•", "3.", "☑"]


def test_a_clean_draft_is_a_page_too(open_page, report) -> None:
    page = open_page(report("Nothing is wrong here."))
    assert page.locator(".summary").text_content() == "No findings in 1 file."
    assert texts(page, ".galley .words") == ["Nothing is wrong here."]
    page.keyboard.press("j")
