"""Every kind of bad file: told in plain words, with nothing stored."""

import io
import zipfile
from datetime import date

import pytest
from shapely import GeometryCollection, LineString, Point, Polygon, box

from participatie.programmas.queries import count_projecten
from participatie.programmas.types import Geldbron
from participatie.uitwisseling import rules_tabel
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.services_plan import plan_import
from tests.factories.gebieden import make_city
from tests.integration.uitwisseling.files import (
    csv_file,
    geojson_file,
    geopackage_file,
    with_entry,
    xlsx_file,
)

GELD = (2027, Geldbron.SUBSIDIE)
RD = Point(101_500, 487_000)
PUNT = {"type": "Point", "coordinates": [4.6, 52.37]}


@pytest.fixture(autouse=True)
def city(session):
    return make_city()


def told(data: bytes) -> list[tuple[int, str, str]]:
    """Return what is said about a file that is refused."""
    with pytest.raises(ImportRefusedError) as refused:
        plan_import(data)
    return [(fout.rij, fout.veld, fout.melding) for fout in refused.value.fouten]


def read(data: bytes):
    """Return what the only row of a good file says."""
    (rij,) = plan_import(data).rijen
    return rij.gegevens


def test_an_unknown_gebied_comes_with_a_suggestion() -> None:
    ((rij, veld, melding),) = told(csv_file({"gebieden": "Schalwijk"}))
    assert (rij, veld, "Schalkwijk" in melding) == (2, "gebieden", True)


@pytest.mark.parametrize(
    "row",
    [{"eind": "31-12-2101"}, {"start": "1-1-1890"}, {"eind": "2026-01-01"}, {"subsidie_1850": 1}],
)
def test_a_year_outside_the_period_is_refused(row) -> None:
    assert len(told(csv_file(row))) == 1


@pytest.mark.parametrize("amount", ["-1", "veel", "1.2.3", "1,2,3", "12,345.678,00", "1e9"])
def test_money_that_is_none_is_refused_at_its_cell(amount) -> None:
    ((rij, veld, _),) = told(csv_file({"subsidie_2027": amount}))
    assert (rij, veld) == (2, "subsidie_2027")


@pytest.mark.parametrize("amount", ["1.250.000,50", "1,250,000.50", "1250000.5", "€ 1.250.000,50"])
def test_money_is_read_as_people_write_it(amount) -> None:
    assert read(csv_file({"subsidie_2027": amount})).bedragen == {GELD: 125_000_050}


@pytest.mark.parametrize("amount", [1250000.5, "1.250.000,50"])
def test_money_in_excel_is_a_number_or_a_text(amount) -> None:
    assert read(xlsx_file({"subsidie_2027": amount})).bedragen == {GELD: 125_000_050}


@pytest.mark.parametrize(
    "day",
    [date(2027, 3, 1), 46447, 46447.0, "46447", "1-3-2027", "2027-03-01", "2027-03-01 00:00"],
)
def test_a_day_is_a_date_a_number_or_a_text(day) -> None:
    assert read(xlsx_file({"start": day})).start == date(2027, 3, 1)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_columns_are_parted_by_what_the_file_uses(delimiter) -> None:
    assert read(csv_file({}, delimiter=delimiter)).titel == "Riool Leidsestraat"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_letters_are_read_from_every_usual_encoding(encoding) -> None:
    assert read(csv_file({"titel": "Café Één €"}, encoding=encoding)).titel == "Café Één €"


@pytest.mark.parametrize("text", ["=1+1", "@SOM(A1)", "#REF!", "#N/B"])
def test_a_formula_in_a_cell_is_refused(text) -> None:
    assert [fout[:2] for fout in told(csv_file({"titel": text}))] == [(2, "titel")]


def test_a_formula_in_excel_without_an_outcome_is_refused_at_its_cell() -> None:
    assert [fout[:2] for fout in told(xlsx_file({"titel": "=A1&B1"}))] == [(2, "titel")]


def test_of_a_formula_in_excel_the_kept_outcome_is_read() -> None:
    data = xlsx_file({"titel": "MARK", "plek_omschrijving": "=1+1"})
    name = "xl/worksheets/sheet1.xml"
    sheet = unpacked(data, name).replace(b"<v />", b"<v>2</v>").replace(b"<v></v>", b"<v>2</v>")
    assert read(with_entry(data, name, sheet)).plek_omschrijving == "2"


def unpacked(data: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read(name)


def test_too_many_rows_are_refused_before_all_are_read() -> None:
    lines = csv_file({}).splitlines()
    data = b"\n".join([lines[0], *[lines[1]] * 300_000])
    ((rij, _, melding),) = told(data)
    assert (rij, "50.000" in melding) == (0, True)


@pytest.mark.parametrize("maker", ["xlsx", "geojson", "gpkg"])
def test_every_format_has_a_limit_of_rows(maker, monkeypatch, tmp_path) -> None:
    for module in ("rules_tabel", "rules_bestand", "rules_geopackage"):
        monkeypatch.setattr(f"participatie.uitwisseling.{module}.MAX_RIJEN", 2)
    data = {
        "xlsx": lambda: xlsx_file({}, {}, {}),
        "geojson": lambda: geojson_file(PUNT, PUNT, PUNT),
        "gpkg": lambda: geopackage_file(tmp_path, RD, RD, RD),
    }[maker]()
    assert "meer dan" in told(data)[0][2]


def test_the_limit_is_said_as_it_is() -> None:
    assert f"{rules_tabel.MAX_RIJEN:,}".replace(",", ".") == rules_tabel.TE_VEEL


@pytest.mark.parametrize(
    ("size", "said"), [(20_000_000, "verdacht sterk"), (300_000_000, "te groot")]
)
def test_a_zip_bomb_is_refused_before_it_is_unpacked(size, said) -> None:
    data = with_entry(xlsx_file({}), "xl/worksheets/sheet1.xml", b"\0" * size)
    assert said in told(data)[0][2]


def test_a_zip_of_very_many_files_is_refused() -> None:
    data = xlsx_file({})
    kept = io.BytesIO(data)
    with zipfile.ZipFile(kept, "a") as archive:
        for number in range(1_001):
            archive.writestr(f"{number}", b"")
    assert "te groot" in told(kept.getvalue())[0][2]


def test_xml_that_grows_by_itself_is_refused() -> None:
    lol = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
    data = with_entry(xlsx_file({}), "xl/worksheets/sheet1.xml", lol)
    assert "niet heel" in told(data)[0][2]


def test_a_sheet_that_says_it_is_enormous_is_read_as_it_is() -> None:
    data = xlsx_file({})
    name = "xl/worksheets/sheet1.xml"
    sheet = unpacked(data, name).replace(b'ref="A1:J2"', b'ref="A1:XFD1048576"')
    assert read(with_entry(data, name, sheet)).titel == "Riool Leidsestraat"


def test_a_geopackage_in_rd_lies_where_it_should(tmp_path) -> None:
    lon, lat = read(geopackage_file(tmp_path, RD)).geometrie["coordinates"]
    assert (round(lon, 2), round(lat, 2)) == (4.6, 52.37)


def test_a_geopackage_in_wgs84_is_read(tmp_path) -> None:
    data = geopackage_file(tmp_path, Point(4.6, 52.37), srs_id=4326)
    assert read(data).geometrie == PUNT


@pytest.mark.parametrize(
    ("shape", "options", "said"),
    [
        (RD, {"srs_id": 4326}, "de getallen zijn RD"),
        (Point(4.6, 52.37), {"srs_id": 28992}, "de getallen zijn WGS84"),
        (Point(52.37, 4.6), {"srs_id": 4326}, "assen zijn verwisseld"),
        (RD, {"srs_id": 3857}, "EPSG:3857"),
        (RD, {"declared": False}, "geen kaartlaag"),
    ],
)
def test_a_geopackage_with_a_wrong_or_missing_crs_is_refused(
    tmp_path, shape, options, said
) -> None:
    assert said in told(geopackage_file(tmp_path, shape, **options))[0][2]


def test_mixed_geometries_are_read_and_a_missing_one_is_about_its_gebied(tmp_path) -> None:
    line, plane = (
        LineString([RD, Point(101_600, 487_000)]),
        box(101_500, 487_000, 101_600, 487_100),
    )
    plan = plan_import(geopackage_file(tmp_path, RD, line, plane, None))
    found = [rij.gegevens.geometrie for rij in plan.rijen]
    assert [one and one["type"] for one in found] == ["Point", "LineString", "Polygon", None]


@pytest.mark.parametrize("shape", [Point(), Polygon(), GeometryCollection([RD])])
def test_an_empty_or_strange_geometry_is_told_at_its_row(tmp_path, shape) -> None:
    fouten = told(geopackage_file(tmp_path, RD, shape))
    assert [fout[:2] for fout in fouten] == [(2, "geometrie")]


def test_a_double_key_is_told_with_where_it_was_first() -> None:
    ((rij, veld, melding),) = told(csv_file({}, {}))
    assert (rij, veld, "rij 2" in melding) == (3, "sleutel", True)


def test_a_file_cut_in_half_is_refused_in_every_format(tmp_path) -> None:
    whole = [
        csv_file({}, {"sleutel": "P2"}),
        xlsx_file({}, {"sleutel": "P2"}),
        geojson_file(PUNT, PUNT),
        geopackage_file(tmp_path, *[RD] * 100),
    ]
    assert all(told(data[: len(data) // 2]) for data in whole)


def test_an_old_excel_file_says_what_to_do() -> None:
    assert ".xlsx" in told(b"\xd0\xcf\x11\xe0\xa1\xb1")[0][2]


def test_nothing_of_a_refused_file_is_stored() -> None:
    told(csv_file({}, {"sleutel": "P2", "fase": "ooit"}))
    assert count_projecten() == 0
