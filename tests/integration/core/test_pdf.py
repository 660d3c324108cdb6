import re
import subprocess

import pytest

from participatie.core import pdf
from participatie.core.pdf import CHILD, FONTS, TEMPLATES, PdfError, make_pdf
from tests.pdf import read, tags_of, text_of

LIJST = {
    "titel": "Projecten in Noord",
    "ondertitel": "",
    "site": "Haarlem participatie",
    "stand": "Stand per 1 mei 2026",
    "inleiding": "Wat er gepland is.",
    "kolommen": [
        {"naam": "Wat", "rechts": False, "breedte": 3},
        {"naam": "Geld", "rechts": True, "breedte": 1},
    ],
    "rijen": [["Riool vernieuwen", "€ 1.250"]],
    "colofon": ["Bron: het register."],
    "liggend": True,
}
HOSTILE = [
    '#import "@preview/example:0.1.0": *',
    '#read("/etc/passwd")',
    "$ x^2 $",
    "`raw` ```typ #sys.inputs ```",
    "= Kop",
    "- lijst *vet* _schuin_ <label> @ref // weg /* ook */ ~ \\",
    '"); panic("uit',
]


def with_row(text: str) -> bytes:
    return make_pdf("lijst.typ", LIJST | {"rijen": [[text, "1"]]})


@pytest.fixture(scope="module")
def lijst() -> bytes:
    return make_pdf("lijst.typ", LIJST)


def test_a_pdf_is_tagged(lijst) -> None:
    root = read(lijst).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]


def test_a_pdf_says_that_it_is_accessible(lijst) -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in lijst


def test_a_pdf_has_a_language(lijst) -> None:
    assert read(lijst).trailer["/Root"]["/Lang"] == "nl-NL"


def test_a_pdf_shows_its_title_and_not_its_file_name(lijst) -> None:
    root = read(lijst).trailer["/Root"]
    shown = root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert (read(lijst).metadata.title, shown) == ("Projecten in Noord", True)


def test_a_table_has_a_head(lijst) -> None:
    assert tags_of(lijst).count("TH") == 2


def test_the_text_can_be_copied(lijst) -> None:
    assert "Riool vernieuwen € 1.250" in text_of(lijst)


def test_the_letters_of_the_site_are_used(lijst) -> None:
    fonts = read(lijst).pages[0]["/Resources"]["/Font"].values()
    assert all("SourceSans3" in font.get_object()["/BaseFont"] for font in fonts)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_people_stays_text(text) -> None:
    assert " ".join(text.split()) in " ".join(text_of(with_row(text)).split())


def test_text_of_people_makes_no_heading() -> None:
    assert tags_of(with_row("= Kop")).count("H1") == 1


@pytest.mark.parametrize("text", ["שלום", "سلام", "Ελλάδα", "Київ", "Şişli"])
def test_other_scripts_are_shown(text) -> None:
    assert "□" not in text_of(with_row(text))


def test_a_sign_without_a_letter_becomes_a_box() -> None:
    assert "fiets □ pad" in text_of(with_row("fiets \N{BICYCLE} pad"))


def test_signs_that_belong_together_are_boxes_too() -> None:
    assert "□" in text_of(with_row("\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL} 中文 \ue000"))


def test_what_cannot_be_stored_is_left_out() -> None:
    assert "abc" in text_of(with_row("a\x00b\ud800c"))


def test_a_word_of_ten_thousand_letters_stays_on_the_page() -> None:
    reader = read(with_row("x" * 10_000))
    assert len(reader.pages) > 1


def test_a_thousand_strange_signs_end_as_question_marks() -> None:
    strange = "".join(chr(0x4E00 + number) for number in range(1_000))
    assert "中" not in text_of(with_row(strange))


def test_an_empty_list_says_so() -> None:
    assert "Er is niets gevonden." in text_of(make_pdf("lijst.typ", LIJST | {"rijen": []}))


def test_a_template_that_lacks_data_is_an_error() -> None:
    with pytest.raises(PdfError):
        make_pdf("lijst.typ", {"titel": "x"})


def test_the_message_of_an_error_holds_no_text_of_people() -> None:
    with pytest.raises(PdfError) as caught:
        make_pdf("lijst.typ", {"titel": "geheim"})
    assert "geheim" not in str(caught.value)


def test_what_takes_too_long_is_stopped(monkeypatch) -> None:
    monkeypatch.setattr(pdf, "MAX_SECONDS", 0.01)
    with pytest.raises(PdfError):
        make_pdf("lijst.typ", LIJST)


def test_no_settings_reach_the_process_that_sets_the_pdf(monkeypatch, lijst) -> None:
    seen = {}
    real = subprocess.run

    def run(*arguments, **options):
        seen.update(options)
        return real(*arguments, **options)

    monkeypatch.setattr(pdf.subprocess, "run", run)
    make_pdf("lijst.typ", LIJST)
    assert seen["env"] == {}


def test_nothing_is_left_behind(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    make_pdf("lijst.typ", LIJST)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.typ")), ids=lambda path: path.name)
def test_a_template_takes_nothing_from_elsewhere(path) -> None:
    used = re.findall(r"@preview|\beval\(|\bread\(|\bplugin\(", path.read_text())
    assert used == []


def test_the_child_knows_nothing_of_the_site() -> None:
    assert not re.search(r"^\s*(?:from|import) participatie", CHILD.read_text(), re.MULTILINE)


def test_the_letters_are_installed() -> None:
    assert {path.name for path in FONTS.glob("*.ttf")} >= {"SourceSans3-Regular.ttf"}
