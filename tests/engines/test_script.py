"""Characters that do not belong: mixed words, foreign brackets, garbled and invisible ones."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.documents import parse
from lint.engines import script
from lint.model import Config, Finding, Rule, apply_edits


def check(find: str, text: str, format: str = "text") -> list[Finding]:
    rule = Rule("leftovers.x", "script", "{match} -> {replacement}", "warning", "", {"find": find})
    return list(script.build((rule,), Config())(parse(text, "draft.txt", format)))


def mended(find: str, text: str, format: str = "text") -> str:
    edits = [edit for finding in check(find, text, format) for edit in finding.fixes[0].edits]
    return apply_edits(text, 0, edits)


# -- A letter of another alphabet -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("C\u043effee was served.", "Coffee was served."),
        ("\u0410pple fell.", "Apple fell."),
        ("Они пошли в мaгазин.".replace("a", "\u0061"), "Они пошли в магазин."),
        ("Они живут в Mоскве.".replace("M", "\u004d"), "Они живут в Москве."),
        ("The Αthens office.", "The Athens office."),
    ],
)
def test_a_look_alike_letter_is_found_and_written_in_the_words_own_alphabet(text: str, after: str) -> None:
    (finding,) = check("mixed-word", text)
    assert mended("mixed-word", text) == after
    assert finding.message.startswith(finding.text)


@pytest.mark.parametrize(
    "text",
    [
        "USBшник купил VIPы и SMSки, COVIDа нет.",
        "A γ-ray of 5 μm, the α-helix and IL2Rγ; PΣ is -PΛ.",
        "Слово Apple и слово яблоко.",
        "Москва and Moscow.",
        "Plain words only.",
    ],
)
def test_words_of_two_alphabets_that_are_meant_pass(text: str) -> None:
    assert check("mixed-word", text) == []


# -- A bracket in another script ------------------------------------------------------------------

ENGLISH = "The minister left the hall at noon {} and did not return before the vote."
RUSSIAN = "Министр покинул зал в полдень {} и не вернулся до голосования."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ENGLISH.format("[переделать]"), ["[переделать]"]),
        (ENGLISH.format("[να ελεγχθεί]"), ["[να ελεγχθεί]"]),
        (RUSSIAN.format("[check this name]"), ["[check this name]"]),
        (RUSSIAN.format("[Reuters]"), []),
        (RUSSIAN.format("[sic]"), []),
        (RUSSIAN.format("[по местному времени]"), []),
        (ENGLISH.format("[local time]"), []),
        (ENGLISH.format("[-π, +π]"), []),
        (ENGLISH.format("[習近平]"), []),  # A name in its own writing.
    ],
)
def test_a_remark_in_another_script_than_the_drafts_is_found(text: str, found: list[str]) -> None:
    assert [finding.text for finding in check("foreign-bracket", text)] == found


def test_a_paragraph_in_the_brackets_language_passes() -> None:
    text = "\n\n".join([*[ENGLISH.format("early")] * 6, RUSSIAN.format("[рано утром]")])
    assert check("foreign-bracket", text, "markdown") == []


# -- Garbled text ---------------------------------------------------------------------------------


def garble(text: str, encoding: str) -> str:
    """The text as UTF-8 that was read in another encoding; bytes it leaves out become controls."""
    characters = []
    for byte in text.encode("utf-8"):
        try:
            characters.append(bytes([byte]).decode(encoding))
        except UnicodeDecodeError:
            characters.append(chr(byte))
    return "".join(characters)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp1250"])
@pytest.mark.parametrize(
    "text",
    [
        "The café opened in May.",
        "It’s late, “too late”, he said – and left …",
        "Der Müller aus Köln grüßt.",
        "Em São Paulo a ação é rápida.",
        "El niño comió piña en Málaga.",
        "Привет из гавани.",
        "Καλημέρα από το λιμάνι.",
        "Price: 30 €",
        "Sun ☀ and smile 😀",
        "日本の港",
    ],
)
def test_garbled_text_is_found_and_told_what_it_was(text: str, encoding: str) -> None:
    shown = garble(text, encoding)
    assert shown != text
    assert check("mojibake", shown)
    if encoding != "cp1250":
        assert mended("mojibake", shown) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Привет из гавани."),
        ("cp1251", "It’s late."),
        ("mac_roman", "Les gâteaux du régime équilibré."),
        ("mac_roman", "It’s late."),
        ("cp437", "Привет из гавани."),
        ("cp437", "It’s late."),
        ("cp850", "It’s late."),
        ("cp1250", "Můj stůl je z Česka."),
    ],
)
def test_other_encodings_are_known_as_well(encoding: str, text: str) -> None:
    assert check("mojibake", garble(text, encoding))


@pytest.mark.parametrize(
    "text", ["voilÃ  que", "Itâ??s late", "cafã© noir", "the bank itselfâ€ ", "PÃ?rez", "atenta Ã s 9"]
)
def test_what_lost_its_other_half_is_found(text: str) -> None:
    assert len(check("mojibake", text)) == 1


def test_text_garbled_twice_is_told_what_it_was() -> None:
    shown = garble(garble("It’s late.", "cp1252"), "cp1252")
    assert mended("mojibake", shown) == "It’s late."


def test_garbled_words_that_stand_close_together_are_one_finding() -> None:
    near = garble("a café à côté", "cp1252")
    far = garble("café", "cp1252") + " and a great many other words in between " + garble("thé", "cp1252")
    assert len(check("mojibake", near)) == 1
    assert len(check("mojibake", far)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Elle a marqué… « MARQUÉ… » et “DÉJÀ”, le café™ d’été®.",
        "IRMÃ… AMANHÃ” SÃO PAULO, Vila Ê… e VOCÊ…",
        "Đặng Thị Ngọc Ánh và Nguyễn Văn Ước ở Hà Nội.",
        "Þórður Ágúst Ólafsson á Ísafirði, ÁÐUR… Ð.",
        "Úžasný vývoj v Žiline: PÍŠE, BEŽÍŠ, VÝŠKA, ÚŽASNÝ.",
        "İstanbul’da Şişli, ÇAĞ… ÖĞRETMEN.",
        "În România: Âge, ÂNGELA, și Ștefan; litera Â, litera Ă.",
        "Łódź, Gdańsk i Źdźbło; ŻÓŁĆ… ŚĆ”.",
        "Größe, ÄÖÜ… ÄRGER” und Öl–Öfen.",
        "SELKÄ\xa0EDELLÄ, Åbo…, PÅ” og Ærø.",
        "Сірко і Рівне, «Сёмга», РЁВ. Рік Сі.",
        "2012—∞, (-1/2)! = √π, ≈ 5 °C ± 2, 3 × 4 ¬ p.",
        "Un article n° 5 à 3 €: «né» » ‹x›.",
        "Il prezzo è 5 €; più… perché” città» là.",
        "├── src\n│   └── main\n╔═╗",
        "├┤a┼┐a┼┐a, la manhã… e amanhã”, é a Ã, irmã. Ã",
        "Quelle pâte?? Âge?",
        "שלום … سلام – 你好、世界 — こんにちは",
    ],
)
def test_sound_text_of_many_languages_passes(text: str) -> None:
    assert check("mojibake", text) == []


@settings(deadline=None)
@given(st.text(alphabet="abc äéîõÑŠžłßøąИжяΩλ“”’…–—«» \n\xa0", max_size=60))
def test_a_findings_text_is_what_stands_in_the_source(text: str) -> None:
    for find in script.DETECTORS:
        for finding in check(find, text + garble(text, "cp1252")):
            source = text + garble(text, "cp1252")
            assert source[finding.span.start : finding.span.end] == finding.text


# -- Characters that nobody sees ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown", "after"),
    [
        ("The har\u200bbour.", "zero-width space (U+200B)", "The harbour."),
        ("The har\u00adbour.", "soft hyphen (U+00AD)", "The harbour."),
        ("The \ufeffharbour.", "byte order mark (U+FEFF)", "The harbour."),
        ("The \u200eharbour.", "left-to-right mark (U+200E)", "The harbour."),
        ("The \u200dharbour.", "zero-width joiner (U+200D)", "The harbour."),
        ("One\u2028two.", "line separator (U+2028)", "One\ntwo."),
        ("The \ufffcharbour.", "object replacement character (U+FFFC)", "The harbour."),
    ],
)
def test_an_invisible_character_is_named_and_taken_out(text: str, shown: str, after: str) -> None:
    (finding,) = check("invisible", text)
    assert finding.message.startswith(shown)
    assert mended("invisible", text) == after


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffA byte order mark at the start.",
        "A family: 👨\u200d👩\u200d👧.",
        "می\u200cخواهم بروم.",
        "שלום\u200f! abc",
        "A no-break\u00a0space.",
    ],
)
def test_invisible_characters_with_a_task_pass(text: str) -> None:
    assert check("invisible", text) == []


def test_every_invisible_character_has_a_name() -> None:
    from lint.engines.script.invisible import NAMES

    assert set(script.INVISIBLE) == set(NAMES)


def test_code_may_hold_them() -> None:
    assert check("invisible", "Type `a\u200bb` to see.", "markdown") == []
    assert len(check("invisible", "Type a\u200bb to see.", "markdown")) == 1


def test_a_text_with_soft_hyphens_everywhere_gets_one_finding_that_mends_all() -> None:
    text = "Ge\u00adschlechts\u00adein\u00adtrag und Strea\u00adming\u00adserie."
    (finding,) = check("invisible", text)
    assert len(finding.related) == text.count("\u00ad") - 1
    assert mended("invisible", text) == text.replace("\u00ad", "")


def test_private_characters_and_joined_letters() -> None:
    (private,) = check("private-use", "Share \ue80d\ue80e now.")
    assert (private.text, private.message[:6]) == ("\ue80d\ue80e", "U+E80D")
    assert mended("ligature", "The ﬁnance oﬃce.") == "The finance office."
