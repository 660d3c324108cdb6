from decimal import Decimal

import pytest

from participatie.programmas.types import Geldbron
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.rules_mapping import (
    GeldKolom,
    ImportMapping,
    check_columns,
    default_mapping,
    read_mapping,
    velden_without_columns,
)
from participatie.uitwisseling.rules_voorstel import mapping_as_toml
from participatie.uitwisseling.types import RijFout, Veld

TOML = """
bronsysteem = "nyc"
[velden]
sleutel = "project_id"
titel = "naam"
[[geld]]
kolom = "city{jaar}"
bron = "investeringsplan"
factor = 1000
"""


def test_a_pattern_stands_for_a_money_column_per_year() -> None:
    mapping = read_mapping(TOML, is_json=False)
    found = mapping.money_columns(["city2021", "city2022", "city_total", "non_city2021"])
    assert [(kolom, jaar) for kolom, jaar, _geld in found] == [
        ("city2021", 2021),
        ("city2022", 2022),
    ]


def test_json_says_the_same_as_toml() -> None:
    text = '{"bronsysteem": "nyc", "velden": {"sleutel": "project_id", "titel": "naam"}}'
    assert read_mapping(text, is_json=True).velden == read_mapping(TOML, is_json=False).velden


@pytest.mark.parametrize(
    "text", ["velden = 3", "[velden]\nonbekend = 'x'", "strange = 1", "[[geld]]\nkolom='a'", "=="]
)
def test_a_mistake_in_the_mapping_is_told(text) -> None:
    with pytest.raises(ImportRefusedError):
        read_mapping(text, is_json=False)


def test_columns_with_our_own_names_need_no_mapping() -> None:
    mapping = default_mapping(["sleutel", "titel", "subsidie_2027"])
    ((kolom, jaar, geld),) = mapping.money_columns(["sleutel", "subsidie_2027"])
    assert (kolom, jaar, geld.bron) == ("subsidie_2027", 2027, Geldbron.SUBSIDIE)


def test_every_missing_column_is_told_at_once() -> None:
    fouten = check_columns(read_mapping(TOML, is_json=False), ["project_id"])
    assert {"titel", "fase", "start", "eind", "trekker", "domein"} <= {f.veld for f in fouten}


def test_a_money_column_can_be_of_one_year() -> None:
    geld = GeldKolom(kolom="krediet", bron=Geldbron.INVESTERINGSPLAN, jaar=2027)
    assert (geld.year_of("krediet"), geld.year_of("krediet 2027")) == (2027, None)


def test_without_a_column_for_the_theme_no_row_is_blamed_for_its_domain() -> None:
    assert velden_without_columns([RijFout(0, "thema", "Weg.")]) == {"thema", "domein"}


def test_without_a_column_for_the_place_no_row_is_blamed_for_its_gebied() -> None:
    found = velden_without_columns([RijFout(0, "lon", "Weg.")])
    assert found == {"gebieden", "geometrie", "lon", "lat"}


def test_a_mapping_comes_back_as_it_was_written() -> None:
    mapping = ImportMapping(
        bronsysteem='Plan "B"\t\\ 2',
        velden={Veld.SLEUTEL: "nr", Veld.TITEL: "naam\nvoluit"},
        standaard={Veld.FASE: "idee"},
        waarden={Veld.FASE: {"1": "idee", "é": "uitvoering"}},
        geld=(GeldKolom(kolom="x{jaar}", bron=Geldbron.DERDEN, factor=Decimal(1000)),),
        datumformaten=("%d-%m-%Y", "%Y"),
        planning_uit_geld=True,
    )
    assert read_mapping(mapping_as_toml(mapping), is_json=False) == mapping


def test_a_year_that_is_set_comes_back_too() -> None:
    geld = (GeldKolom(kolom="x", bron=Geldbron.DERDEN, jaar=2027),)
    mapping = ImportMapping(geld=geld)
    assert read_mapping(mapping_as_toml(mapping), is_json=False) == mapping


def test_an_empty_mapping_is_an_empty_file() -> None:
    assert mapping_as_toml(ImportMapping()) == "\n"
