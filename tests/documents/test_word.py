"""Word drafts are read as Word shows them, tracked changes taken as accepted."""

from __future__ import annotations

import pytest

from lint.documents import parse, read
from lint.model import OBJECT, Document
from tests.documents.shown import blocks
from tests.word import STRICT, docx, p, run

LANG = '<w:lang w:val="{}"/>'
RUN = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def word(body: str, **parts: str) -> Document:
    return read(docx(body, parts), "draft.docx")


def field(instruction: str, *result: str) -> str:
    shown = "".join(result)
    asked = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return RUN.format("begin") + asked + RUN.format("separate") + shown + RUN.format("end")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(p("The council met."), "The council met.", id="plain words"),
        pytest.param(
            p("The coun", "<w:proofErr w:type='spellStart'/>", "cil"), "The council", id="split runs"
        ),
        pytest.param(p("Fish &amp; ch", "ips &#8212; &lt;3"), "Fish & chips — <3", id="entities"),
        pytest.param(p("one<w:x/>").replace("<w:x/>", "</w:t><w:tab/><w:t>two"), "one two", id="a tab"),
        pytest.param(
            p("one<w:x/>").replace("<w:x/>", "</w:t><w:br/><w:t>two"), "one\ntwo", id="a line break"
        ),
        pytest.param(
            p("one<w:x/>").replace("<w:x/>", "</w:t><w:noBreakHyphen/><w:t>two"),
            "one‑two",
            id="no-break hyphen",
        ),
        pytest.param(
            p("co<w:x/>").replace("<w:x/>", "</w:t><w:softHyphen/><w:t>op"), "coop", id="soft hyphen"
        ),
        pytest.param(
            p("It ", f"<w:ins w:id='1'>{run('really ')}</w:ins>", "fell."),
            "It really fell.",
            id="an insertion",
        ),
        pytest.param(
            p("It ", "<w:del w:id='1'><w:r><w:delText>never </w:delText></w:r></w:del>", "fell."),
            "It fell.",
            id="a deletion",
        ),
        pytest.param(
            p("It ", f"<w:moveFrom w:id='1'>{run('soon ')}</w:moveFrom>", "fell ")
            + p(f"<w:moveTo w:id='2'>{run('soon.')}</w:moveTo>"),
            "It fell\n\nsoon.",
            id="a move",
        ),
        pytest.param(
            p("Rain ", properties="<w:rPr><w:del w:id='1'/></w:rPr>") + p("fell."),
            "Rain fell.",
            id="a joined mark",
        ),
        pytest.param(p("Shown", run(" hidden", "<w:vanish/>"), "."), "Shown.", id="hidden words"),
        pytest.param(
            p("Shown", run(" too", '<w:vanish w:val="0"/>'), "."),
            "Shown too.",
            id="words that are not hidden",
        ),
        pytest.param(p(f"<w:smartTag>{run('Leeds')}</w:smartTag>", " won."), "Leeds won.", id="a smart tag"),
        pytest.param(
            p("<w:sdt><w:sdtPr/><w:sdtContent>" + run("Leeds") + "</w:sdtContent></w:sdt>", " won."),
            "Leeds won.",
            id="a content control",
        ),
        pytest.param(
            "<w:sdt><w:sdtContent>" + p("Leeds won.") + "</w:sdtContent></w:sdt>",
            "Leeds won.",
            id="a paragraph in a content control",
        ),
        pytest.param(p(field("PAGE", run("12")), " pages"), "12 pages", id="a field's result"),
        pytest.param(
            p(field(r'TOC \o "1-3"', run("Rain 1"))) + p("Rain."), "Rain.", id="a table of contents"
        ),
        pytest.param(p("Rain 1", style="Verzeichnis1") + p("Rain."), "Rain.", id="an entry of one"),
        pytest.param(
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r>"
            "</w:rubyBase></w:ruby></w:r></w:p>",
            "漢",
            id="ruby",
        ),
        pytest.param(
            p(
                "Rain ",
                "<w:r><mc:AlternateContent><mc:Choice Requires='w16se'><w:other/></mc:Choice>"
                "<mc:Fallback><w:t>☔</w:t></mc:Fallback></mc:AlternateContent></w:r>",
                " fell.",
            ),
            "Rain ☔ fell.",
            id="an emoji",
        ),
        pytest.param(
            p("Press ", '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', " go"), f"Press {OBJECT} go"
        ),
        pytest.param(
            p("So ", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", " holds."),
            f"So {OBJECT} holds.",
            id="a formula",
        ),
        pytest.param(
            p("Type ", run("ls -l", '<w:rStyle w:val="VerbatimChar"/>'), " now."),
            f"Type {OBJECT} now.",
            id="code",
        ),
        pytest.param(p("let x = 1", style="SourceCode") + p("So."), "So.", id="a paragraph of code"),
        pytest.param(
            p("Type ", run("ls", '<w:rFonts w:ascii="Consolas"/>'), " at the prompt."),
            f"Type {OBJECT} at the prompt.",
            id="a monospaced font",
        ),
        pytest.param(
            p(run("A typescript, all in one fount.", '<w:rFonts w:ascii="Courier New"/>')),
            "A typescript, all in one fount.",
            id="a typescript",
        ),
    ],
)
def test_words_are_read_as_word_shows_them(body: str, expected: str) -> None:
    assert word(body).text == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("Rain", style="berschrift1"), ("heading", "Rain")),
        (p("Rain", style="Ressort"), ("heading", "Rain")),
        (p("Rain", properties='<w:outlineLvl w:val="2"/>'), ("heading", "Rain")),
        (p("“Rain,” he said", style="Zitat"), ("quote", "“Rain,” he said")),
        (p("Rain on Leeds", style="Beschriftung"), ("caption", "Rain on Leeds")),
        (
            p("Rain", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
            ("item", "Rain"),
        ),
        (p("Rain", properties='<w:numPr><w:numId w:val="0"/></w:numPr>'), ("paragraph", "Rain")),
        ("<w:tbl><w:tr><w:tc>" + p("Rain") + "</w:tc></w:tr></w:tbl>", ("cell", "Rain")),
    ],
)
def test_a_paragraph_is_what_its_style_or_its_place_make_it(body: str, expected: tuple[str, str]) -> None:
    assert blocks(word(body)) == [expected]


def test_the_source_is_laid_out_for_a_person() -> None:
    listed = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
        "</w:abstractNum>"
        '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>'
    )
    cell = "<w:tc>{}</w:tc>"
    row = "<w:tr>{}</w:tr>"
    document = word(
        p("Rain", style="berschrift1")
        + p("Leeds", properties=listed.format(0, 1))
        + p("York", properties=listed.format(1, 1))
        + p("First", properties=listed.format(0, 2))
        + p("Second", properties=listed.format(0, 2))
        + f"<w:tbl>{row.format(cell.format(p('Town')) + cell.format(p('Rain')))}"
        f"{row.format(cell.format(p('Leeds')) + cell.format(p('12 mm')))}</w:tbl>" + p("That is all."),
        numbering=numbering,
    )
    assert document.source == (
        "# Rain\n\n• Leeds\n  • York\n1. First\n2. Second\n\nTown\tRain\nLeeds\t12 mm\n\nThat is all.\n"
    )


def test_the_source_can_be_read_without_the_file() -> None:
    table = "Town\tRain\nLeeds\t12 mm\n\nThe end.\n"
    lines = f"It rained\nall day.\n\n# Rain\n\n• Leeds\n  • York\n1. First\n\n{table}"
    assert blocks(parse(lines, "draft.docx", "word")) == [
        ("paragraph", "It rained\nall day."),
        ("heading", "Rain"),
        ("item", "Leeds"),
        ("item", "York"),
        ("item", "First"),
        ("cell", "Town"),
        ("cell", "Rain"),
        ("cell", "Leeds"),
        ("cell", "12 mm"),
        ("paragraph", "The end."),
    ]


def test_notes_headers_and_footers_follow_the_body() -> None:
    document = word(
        p("It rained.", '<w:r><w:footnoteReference w:id="2"/></w:r>', " A lot."),
        footnotes='<w:footnote w:id="-1">'
        + p("separator")
        + '</w:footnote><w:footnote w:id="2">'
        + p("<w:r><w:footnoteRef/></w:r>", " So we heard.")
        + "</w:footnote>",
        header1=p("Desk copy"),
        footer1=p("Page ", field("PAGE", run("1"))),
    )
    assert document.source == "It rained. A lot.\n\n So we heard.\n\nDesk copy\n\nPage 1\n"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = "<w:txbxContent>" + p("In the box.") + "</w:txbxContent>"
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
        f"<wp:docPr id='1' name='x' descr='A dog on a lawn'/><wps:txbx>{box}</wps:txbx></wp:inline>"
        "</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document = word(p("Before", shape, " and after.") + p("Next."))
    assert blocks(document) == [
        ("paragraph", f"Before{OBJECT} and after."),
        ("alt", "A dog on a lawn"),
        ("paragraph", "In the box."),
        ("paragraph", "Next."),
    ]


def test_a_description_that_word_made_up_is_no_prose() -> None:
    made_up = "A picture containing grass&#10;&#10;Description automatically generated"
    inner = f"<wp:inline><wp:docPr id='1' name='x' descr='{made_up}'/></wp:inline>"
    picture = f"<w:r><w:drawing>{inner}</w:drawing></w:r>"
    assert word(p("A dog.", picture)).text == f"A dog.{OBJECT}"


def test_links_emphasis_and_foreign_words_are_marked() -> None:
    document = word(
        p(
            "Read ",
            f'<w:hyperlink r:id="r9">{run("the report")}</w:hyperlink>',
            " or ",
            field('HYPERLINK "https://example.org"', run("this")),
            ", ",
            run("not", "<w:i/>"),
            " ",
            run("das Buch", '<w:lang w:val="de-DE"/>'),
            run(" of ours.", '<w:lang w:val="en-US"/>'),
        )
    )
    marked = {(inline.kind, document.text[slice(*inline.span)], inline.lang) for inline in document.inlines}
    assert marked == {
        ("link", "the report", None),
        ("link", "this", None),
        ("emphasis", "not", None),
        ("foreign", "das Buch", "de-DE"),
    }


def test_a_paragraph_in_another_language_says_so() -> None:
    document = word(p("It rained on Leeds all day.") + p(run("Es regnete.", '<w:lang w:val="de-DE"/>')))
    assert [block.lang for block in document.blocks] == [None, "de-DE"]


def test_a_draft_whose_spelling_language_nobody_set_is_in_the_language_of_the_configuration() -> None:
    document = word(p(run("It rained on Leeds all day.", '<w:lang w:val="de-DE"/>')))
    assert (document.lang, document.blocks[0].lang, document.inlines) == (None, None, ())


@pytest.mark.parametrize(
    ("lang", "words", "expected"),
    [
        ("de-DE", "Es regnete den ganzen Tag in Leeds.", "de-DE"),
        ("de-DE", "The rain fell on the roofs of Leeds all day.", None),
        ("ru-RU", "Rain fell all day.", None),
        ("ru-RU", "Весь день шёл дождь.", "ru-RU"),
        ("en-US", "Rain fell all day.", None),
    ],
)
def test_a_mark_of_another_language_is_believed_where_the_words_do_not_belie_it(
    lang: str, words: str, expected: str | None
) -> None:
    first = p("It rained on Leeds all day, and on the day after it rained.")
    document = word(first + p(run(words, LANG.format(lang))))
    assert document.blocks[1].lang == expected


def test_strict_open_xml_is_read_too() -> None:
    assert read(docx(p("Rain.", style="berschrift1"), space=STRICT), "a.docx").blocks[0].kind == "heading"


def test_other_prefixes_and_utf_16_are_read_too() -> None:
    data = docx(p("Rain — so."))
    from tests.word import contents, zipped

    parts = contents(data)
    xml = parts["word/document.xml"].decode().replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0=")
    parts["word/document.xml"] = xml.replace("UTF-8", "UTF-16").encode("utf-16")
    assert read(zipped(parts), "a.docx").text == "Rain — so."


@pytest.mark.parametrize(
    ("said", "comment"),
    [
        ("stet spelling.typo: their own name", "stet spelling.typo: their own name"),
        ("Stet", "stet"),
        ("STET – see the style book", "stet: see the style book"),
        ("stet, the band writes it so", "stet: the band writes it so"),
        ("stet names.variant", "stet names.variant"),
        ("stet until=2027-01-31", "stet until=2027-01-31"),
    ],
)
def test_a_word_comment_can_say_stet(said: str, comment: str) -> None:
    document = word(
        p("The ", '<w:commentRangeStart w:id="3"/>', "Beetles", '<w:commentRangeEnd w:id="3"/>', " sang."),
        comments=f'<w:comment w:id="3">{p(said)}</w:comment><w:comment w:id="4">{p("stet")}</w:comment>',
    )
    assert [(one.text, document.source[slice(*one.span)]) for one in document.comments] == [
        (comment, "Beetles")
    ]


def test_a_comment_of_an_editor_is_no_prose() -> None:
    document = word(p("Rain."), comments='<w:comment w:id="3">' + p("Choosen?") + "</w:comment>")
    assert (document.text, document.comments) == ("Rain.", ())
