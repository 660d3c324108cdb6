import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatie.gebieden.errors import ImportRefusedError
from participatie.gebieden.rules_cijfers import (
    BY_FIELD,
    SOORTEN,
    field_key,
    find_code,
    read_cijfers,
    read_number,
    read_year,
)


@pytest.mark.parametrize(
    "value", [-99995, "-99995", -99997.0, "-99999999", None, "", " . ", "NaN"]
)
def test_what_means_missing_is_no_figure(value) -> None:
    assert read_number(value) is None


@pytest.mark.parametrize(
    ("value", "number"), [(0, 0), ("2030", 2030), (" 1,7 ", 1.7), ("2.1", 2.1), (12.5, 12.5)]
)
def test_a_figure_is_read(value, number) -> None:
    assert read_number(value) == number


@pytest.mark.parametrize("value", ["veel", -5, "inf", "1.234,5", "<b>1</b>"])
def test_what_is_no_figure_is_refused(value) -> None:
    with pytest.raises(ImportRefusedError):
        read_number(value)


@given(st.integers(0, 10**9))
def test_every_count_is_read_as_it_is(number) -> None:
    assert read_number(str(number)) == number


def test_half_a_resident_is_refused() -> None:
    with pytest.raises(ImportRefusedError, match="heel getal"):
        read_cijfers({"aantalInwoners": 1.5}, "WK039201")


def test_only_known_fields_are_read() -> None:
    row = {"AantalInwoners_5": "10", "Mannen_6": "5", "kleur": "rood"}
    assert read_cijfers(row, "WK039201") == {"inwoners": 10}


def test_a_message_names_the_line_and_the_field() -> None:
    with pytest.raises(ImportRefusedError, match="WK039201, woningvoorraad: 'veel' is geen getal"):
        read_cijfers({"woningvoorraad": "veel"}, "WK039201")


def test_no_field_means_two_things() -> None:
    assert len(BY_FIELD) == sum(len(soort.velden) for soort in SOORTEN)


def test_every_field_is_written_as_it_is_looked_up() -> None:
    assert [veld for veld in BY_FIELD if field_key(veld) != veld] == []


@pytest.mark.parametrize(
    ("properties", "name", "year"),
    [
        ({"jaar": 2024}, "wijken_2021", 2024),
        ({}, "haarlem_kerncijfers_2024", 2024),
        ({"jaar": "onbekend"}, "van_2019_tot_2023", 2023),
        ({}, "kerncijfers", None),
        ({}, "kerncijfers_203912", None),
    ],
)
def test_the_year_is_in_the_line_or_in_the_name(properties, name, year) -> None:
    assert read_year(properties, name) == year


@pytest.mark.parametrize(
    ("properties", "code"),
    [
        ({"wijkcode": "WK039201", "gemeentecode": "GM0392"}, "WK039201"),
        ({"code": "GM0392   "}, "GM0392"),
        ({"WijkenEnBuurten": "BU03920101"}, "BU03920101"),
        ({"naam": "Haarlem"}, None),
    ],
)
def test_a_line_is_about_the_smallest_gebied_it_names(properties, code) -> None:
    assert find_code(properties) == code
