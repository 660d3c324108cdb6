import pytest

from participatie.programmas.errors import ImportRefusedError
from participatie.programmas.rules_mapping import check_columns, default_mapping, read_mapping
from participatie.programmas.types import Geldbron

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
