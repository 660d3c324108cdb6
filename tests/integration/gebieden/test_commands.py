import json

import pytest

from participatie.core.db import db
from participatie.gebieden.queries import find_gebied, list_gebieden
from tests.factories.gebieden import make_city, square
from tests.factories.initiatieven import InitiatiefFactory
from tests.integration.gebieden.conftest import LINKS, buurt, stad


def test_an_import_says_what_it_did(run, write) -> None:
    result = run("import", write(stad()), "--niveau", "stad")
    assert (result.exit_code, result.stdout) == (
        0,
        "steden uit bestand.geojson: 1 nieuw, 0 gewijzigd, 0 ongewijzigd\n",
    )


def test_the_second_time_it_says_that_nothing_changed(run, write) -> None:
    run("import", write(stad()), "--niveau", "stad")
    result = run("import", write(stad()), "--niveau", "stad")
    assert "niets gewijzigd" in result.stdout


def test_an_import_answers_a_program(run, write) -> None:
    result = run("import", write(stad()), "--niveau", "stad", "--json")
    assert json.loads(result.stdout) == {
        "bestand": "bestand.geojson",
        "wat": "steden",
        "nieuw": ["GM9999 Vierkant"],
        "gewijzigd": [],
        "ongewijzigd": 0,
        "waarschuwingen": [],
        "gevolgen": [],
    }


def test_a_file_that_is_not_there_is_told_in_dutch(run, tmp_path) -> None:
    result = run("import", tmp_path / "weg.geojson", "--niveau", "stad")
    assert (result.exit_code, "kan niet worden geopend" in result.stderr) == (1, True)


def test_a_folder_that_is_not_there_is_told_in_dutch(run, tmp_path) -> None:
    assert "bestaat niet" in run("import-alles", tmp_path / "weg").stderr


def test_a_list_answers_a_program(run, session) -> None:
    make_city()
    found = json.loads(run("lijst", "--niveau", "wijk", "--json").stdout)
    assert [(row["naam"], row["ouder"]) for row in found][:2] == [
        ("Boerhaave", "SD0392-02"),
        ("Leidsewijk", "SD0392-01"),
    ]


def test_a_list_is_read_by_people(run, session) -> None:
    make_city()
    assert run("lijst").stdout.splitlines()[0].split() == ["stad", "GM0392", "Haarlem"]


def test_a_point_answers_a_program(run, session) -> None:
    make_city()
    found = json.loads(run("bij", "4.635", "52.365", "--json").stdout)
    assert {niveau: row["naam"] for niveau, row in found.items()} == {
        "stad": "Haarlem",
        "stadsdeel": "Schalkwijk",
        "wijk": "Boerhaave",
        "buurt": "Hoeve",
    }


def test_a_point_outside_is_said_to_be_outside(run, session) -> None:
    make_city()
    assert run("bij", "-4.9", "52.3").stdout == "Dit punt ligt buiten de stad.\n"


def test_a_point_outside_answers_a_program(run, session) -> None:
    make_city()
    assert set(json.loads(run("bij", "4.9", "52.3", "--json").stdout).values()) == {None}


def figures(tmp_path, text, name="kerncijfers_2024.csv"):
    path = tmp_path / name
    path.write_text(text)
    return path


def test_figures_are_read_from_a_table(run, square_city, tmp_path) -> None:
    path = figures(tmp_path, "code;AantalInwoners_5;Woningvoorraad_35\nWK999901;1200;-99997\n")
    run("kerncijfers", path)
    wijk = find_gebied("WK999901")
    assert (wijk.inwoners, wijk.woningen) == (1200, None)


def test_older_figures_do_not_hide_newer_ones(run, square_city, tmp_path) -> None:
    run("kerncijfers", figures(tmp_path, "code,inwoners\nWK999901,1200\n"))
    run("kerncijfers", figures(tmp_path, "code,inwoners\nWK999901,900\n"), "--jaar", "2019")
    assert find_gebied("WK999901").inwoners == 1200


def test_the_same_figures_change_nothing(run, square_city, tmp_path) -> None:
    path = figures(tmp_path, "code,inwoners\nWK999901,1200\n")
    run("kerncijfers", path)
    assert "niets gewijzigd" in run("kerncijfers", path).stdout


def test_figures_of_other_gebieden_are_passed_over(run, square_city, tmp_path) -> None:
    path = figures(tmp_path, "code,inwoners\nWK999901,1200\nWK036301,5\n")
    assert "1 regels overgeslagen: WK036301." in run("kerncijfers", path).stdout


def test_bad_figures_are_refused_and_change_nothing(run, square_city, tmp_path) -> None:
    bad = {
        "is geen getal": "code,inwoners\nWK999901,100\nWK999902,veel\n",
        "een cijfer is nul of meer": "code,inwoners\nWK999901,100\nWK999902,-5\n",
        "meer dan een keer": "code,inwoners\nWK999901,100\nWK999901,5\n",
        "geen enkel gebied": "code,inwoners\nWK036301,5\n",
        "Het bestand is leeg": "",
        "niet even veel velden": "code,inwoners\nWK999901,100\nWK99",
    }
    for said, text in bad.items():
        result = run("kerncijfers", figures(tmp_path, text))
        assert said in result.stderr
        assert result.exit_code == 1
        assert find_gebied("WK999901").inwoners is None


def test_figures_without_a_year_are_refused(run, square_city, tmp_path) -> None:
    path = figures(tmp_path, "code,inwoners\nWK999901,1200\n", "cijfers.csv")
    assert "Geef het met --jaar" in run("kerncijfers", path).stderr


@pytest.fixture
def folder(session, write, tmp_path):
    """A folder with a whole city: a gebied of each niveau, and figures."""
    write(stad(), name="gemeente_2023.geojson")
    write(({"stadsdeel": "Links"}, square(*LINKS)), name="stadsdelen.geojson")
    write(({"wijkcode": "WK999901", "wijknaam": "W"}, square(*LINKS)), name="wijken.geojson")
    write(buurt("BU99990101", "B", *LINKS), name="buurten_2023.geojson")
    figures(tmp_path, "code,inwoners\nBU99990101,7\n")
    return tmp_path


def test_a_city_is_imported_whole_from_a_folder(run, folder) -> None:
    run("import-alles", folder)
    assert [gebied.naam for gebied in list_gebieden()] == ["Vierkant", "Links", "W", "B"]


def test_of_two_files_with_the_same_figure_the_first_counts(run, folder) -> None:
    figures(folder, "code,inwoners,woningen\nBU99990101,8,3\n", "kerncijfers_2024_nieuw.csv")
    run("import-alles", folder)
    assert (find_gebied("BU99990101").inwoners, find_gebied("BU99990101").woningen) == (7, 3)
    again = run("import-alles", folder).stdout.splitlines()
    assert [line for line in again if "niets gewijzigd" not in line] == []


def test_a_figure_that_stays_the_same_keeps_its_source(run, folder) -> None:
    run("import-alles", folder, "--bron", "CBS")
    assert "niets gewijzigd" in run("kerncijfers", folder / "kerncijfers_2024.csv").stdout
    named = run("kerncijfers", folder / "kerncijfers_2024.csv", "--bron", "Gemeente").stdout
    assert "1 gewijzigd" in named


def test_who_loads_outlines_hears_how_many_inzendingen_got_another_gebied(
    run, square_city, folder
) -> None:
    wijk = find_gebied("WK999901")
    InitiatiefFactory(gebied=wijk, punt=(4.60, 52.37))
    InitiatiefFactory(gebied=wijk)
    db.session.commit()
    said = run("import-alles", folder).stdout
    assert "gevolg: 1 inzending hoort nu bij een ander gebied." in said
    assert "gevolg" not in run("import-alles", folder).stdout


def test_a_folder_with_one_bad_file_imports_nothing(run, session, write, tmp_path) -> None:
    write(stad(), name="gemeente_2023.geojson")
    write(({"stadsdeel": "Links"}, square(*LINKS)), name="stadsdelen.geojson")
    write(({"wijkcode": "WK999901", "wijknaam": "W"}, square(*LINKS)), name="wijken.geojson")
    write(buurt("BU99990101", "B", 4.9, 52.3, 4.91, 52.31), name="buurten_2023.geojson")
    result = run("import-alles", tmp_path)
    assert (result.exit_code, list(list_gebieden())) == (1, [])


def test_a_folder_that_is_not_whole_says_what_is_missing(run, session, write, tmp_path) -> None:
    write(stad(), name="gemeente_2023.geojson")
    assert "stadsdelen, wijken, buurten" in run("import-alles", tmp_path).stderr
