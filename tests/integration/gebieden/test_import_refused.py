import json
import sqlite3
from pathlib import Path

import pytest
from shapely.affinity import translate
from shapely.geometry import mapping, shape

from participatie.gebieden.queries import list_gebieden
from tests.factories.gebieden import square
from tests.integration.gebieden.conftest import LINKS, RECHTS, buurt, stad, wijk

CROSSED = {
    "type": "Polygon",
    "coordinates": [[[4.6, 52.37], [4.62, 52.39], [4.62, 52.37], [4.6, 52.39], [4.6, 52.37]]],
}
RD_SQUARE = square(101_000, 487_000, 103_000, 489_000)
SWAPPED = square(52.36, 4.59, 52.40, 4.63)
PROPERTIES = {"buurtcode": "BU99990101", "buurtnaam": "Buurtje"}


def moved(outline, degrees):
    return mapping(translate(shape(square(*outline)), degrees, 0))


@pytest.fixture
def refused(run, square_city):
    """Import a file that must be refused, and return what is said about it."""

    def refusing(path: Path, niveau: str = "buurt") -> str:
        before = [(g.code, g.naam, g.gewijzigd_op) for g in list_gebieden()]
        result = run("import", path, "--niveau", niveau)
        assert result.exit_code != 0
        assert [(g.code, g.naam, g.gewijzigd_op) for g in list_gebieden()] == before
        assert "Er is niets gewijzigd." in result.stderr
        return result.stderr

    return refusing


BAD_SHAPES = {
    "kruist zichzelf": CROSSED,
    "de getallen zijn RD": RD_SQUARE,
    "assen zijn verwisseld": SWAPPED,
    "buiten Nederland": square(5.0, 48.0, 5.1, 48.1),
    "buiten Nederland (": square(0, 0, 0.1, 0.1),
    "geen omtrek": {"type": "Point", "coordinates": [4.6, 52.37]},
    "heeft geen omtrek.": None,
    "geen GeoJSON": {"type": "Polygon", "coordinates": [[[4.6, "x"], [4.7, 52.3]]]},
    "is leeg": {"type": "Polygon", "coordinates": []},
    "GeometryCollection": {"type": "GeometryCollection", "geometries": []},
    "Niet alles ligt in de stad": square(4.8, 52.36, 4.84, 52.38),
}


@pytest.mark.parametrize("said", BAD_SHAPES)
def test_a_bad_outline_is_refused(refused, write, said) -> None:
    assert said in refused(write((PROPERTIES, BAD_SHAPES[said])))


def test_one_bad_outline_refuses_the_good_ones_too(refused, write) -> None:
    path = write(buurt("BU99990102", "Goed", *LINKS), (PROPERTIES, CROSSED))
    assert "BU99990101 Buurtje" in refused(path)


def test_a_geometry_of_10_mb_is_refused(refused, write) -> None:
    ring = [[4.6 + number / 1e7, 52.37 + (number % 2) / 1e6] for number in range(300_000)]
    big = {"type": "Polygon", "coordinates": [[*ring, [4.6, 52.39], ring[0]]]}
    path = write((PROPERTIES, big))
    assert path.stat().st_size > 8_000_000
    assert "te veel punten" in refused(path)


def test_a_code_that_stands_twice_is_refused(refused, write) -> None:
    path = write(buurt("BU99990101", "Een", *LINKS), buurt("BU99990101", "Twee", *RECHTS))
    assert "De code komt meer dan een keer voor: BU99990101" in refused(path)


def test_a_stadsdeel_that_stands_twice_is_refused(refused, write) -> None:
    path = write(
        ({"stadsdeel": "Links"}, square(*LINKS)), ({"stadsdeel": "links"}, square(*LINKS))
    )
    assert "hetzelfde gebied" in refused(path, "stadsdeel")


def test_another_niveau_is_refused(refused, write) -> None:
    assert "bevat wijken" in refused(write(wijk("WK999901", "Linkerwijk", *LINKS)))


def test_a_gebied_without_code_and_name_is_refused(refused, write) -> None:
    assert "geen code en geen naam" in refused(write(({"kleur": "rood"}, square(*LINKS))))


def test_another_gemeente_is_refused(refused, write) -> None:
    assert "andere gemeente: GM0363" in refused(write(buurt("BU03630101", "Elders", *LINKS)))


def test_another_stad_is_refused(refused, write) -> None:
    assert "hier is de stad Vierkant" in refused(write(stad("GM0363", "Amsterdam")), "stad")


def test_more_than_one_stad_is_refused(refused, write) -> None:
    path = write(stad("GM9999"), stad("GM9998"))
    assert "Een stad is er één" in refused(path, "stad")


@pytest.mark.parametrize("niveau", ["stad", "wijk"])
def test_a_shifted_file_is_refused(refused, write, niveau) -> None:
    files = {
        "stad": [({"statcode": "GM9999"}, moved((4.59, 52.36, 4.67, 52.40), 0.0015))],
        "wijk": [
            ({"wijkcode": "WK999901"}, moved(LINKS, 0.0015)),
            ({"wijkcode": "WK999902"}, moved(RECHTS, 0.0015)),
        ],
    }
    assert "verschoven: 102 m" in refused(write(*files[niveau]), niveau)


def test_a_name_that_is_too_long_is_refused(refused, write) -> None:
    assert "te lang" in refused(write(buurt("BU99990101", "x" * 81, *LINKS)))


def test_an_unknown_crs_is_refused(refused, write) -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::31370"}}
    assert "EPSG::31370" in refused(write(buurt("BU99990101", "Buurtje", *LINKS), crs=crs))


def test_degrees_called_rd_are_refused(refused, write) -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    path = write(buurt("BU99990101", "Buurtje", *LINKS), crs=crs)
    assert "zegt RD (EPSG:28992), maar de getallen zijn WGS84" in refused(path)


BAD_FILES = {
    "Het bestand is leeg": json.dumps({"type": "FeatureCollection", "features": []}),
    "geen GeoJSON met een lijst": json.dumps({"type": "Topology"}),
    "Vorm 1 is geen GeoJSON": json.dumps({"type": "FeatureCollection", "features": [7]}),
    "is geen GeoJSON (regel 1)": "code;naam\nBU1;Een",
    "is geen GeoJSON (regel 1).": "",
    "is geen GeoJSON.": "[" * 100_000,
    "Het bestand is geen GeoJSON.": "[1, 2]",
}


@pytest.mark.parametrize("said", BAD_FILES)
def test_a_file_that_is_no_geojson_is_refused(refused, tmp_path, said) -> None:
    path = tmp_path / "bestand.geojson"
    path.write_text(BAD_FILES[said])
    assert said in refused(path)


def test_a_file_cut_in_half_is_refused(refused, write) -> None:
    path = write(buurt("BU99990101", "Buurtje", *LINKS))
    whole = path.read_text()
    path.write_text(whole[: len(whole) // 2])
    assert "houdt halverwege op" in refused(path)


def test_a_picture_is_refused(refused, tmp_path) -> None:
    path = tmp_path / "plaatje.geojson"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert "geen GeoJSON en geen GeoPackage" in refused(path)


def test_a_geopackage_cut_in_half_is_refused(refused, tmp_path) -> None:
    path = tmp_path / "half.gpkg"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE gpkg_geometry_columns (x TEXT)")
        connection.executemany("INSERT INTO gpkg_geometry_columns VALUES (?)", [("y" * 500,)] * 99)
    connection.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert "beschadigd" in refused(path)


def test_a_database_that_is_no_geopackage_is_refused(refused, tmp_path) -> None:
    path = tmp_path / "ander.gpkg"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE iets (x TEXT)")
    connection.close()
    assert "geen GeoPackage" in refused(path)
