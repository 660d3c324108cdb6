import json

import pytest

from participatie.uitwisseling import rules_bestand
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.rules import fout_in_woorden
from participatie.uitwisseling.rules_bestand import read_bestand
from participatie.uitwisseling.rules_tabel import MAX_KOLOMMEN
from participatie.uitwisseling.types import HELE_BESTAND, RijFout, Stelsel

TEXT = "sleutel;titel\nP1;Café aan de Één\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_letters_are_read_from_each_usual_encoding(encoding) -> None:
    (rij,) = read_bestand(TEXT.encode(encoding)).rijen
    assert rij.waarden == {"sleutel": "P1", "titel": "Café aan de Één"}


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_a_file_says_itself_what_parts_its_columns(delimiter) -> None:
    bestand = read_bestand(TEXT.replace(";", delimiter).encode())
    assert bestand.kolommen == ["sleutel", "titel"]


def test_a_row_has_the_number_a_spreadsheet_shows() -> None:
    bestand = read_bestand(b"sleutel;titel\nP1;a\n;\nP3;c\n")
    assert [rij.nummer for rij in bestand.rijen] == [2, 4]


def test_a_row_with_too_many_fields_is_named() -> None:
    bestand = read_bestand(b"sleutel;titel\nP1;a;b\nP2;c\n")
    assert [fout.rij for fout in bestand.fouten] == [2]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n",
        b"sleutel;titel\n",
        b"a;a\n1;2\n",
        b'sleutel;titel\nP1;"half',
        b"PK\x03\x04\x00\x00binary",
        b"sleutel\n\x81\x8d",
        b'{"type": "FeatureCollection", "features": [',
        b'{"type": "FeatureCollection", "features": []}',
        b'{"type": "Feature"}',
        b"[1, 2]",
        b"[" * 100_000,
        b'{"features": [{}], "crs": {"properties": {"name": "EPSG:3857"}}}',
    ],
)
def test_a_file_that_is_not_whole_or_not_right_is_refused(data) -> None:
    with pytest.raises(ImportRefusedError):
        read_bestand(data)


def test_a_file_in_rd_says_so() -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    document = {"type": "FeatureCollection", "crs": crs, "features": [{"properties": {}}]}
    assert read_bestand(json.dumps(document).encode()).stelsel is Stelsel.RD


@pytest.mark.parametrize(
    ("fout", "said"),
    [
        (RijFout(0, HELE_BESTAND, "Leeg."), "Het bestand: Leeg."),
        (RijFout(0, "fase", "Weg."), "Het bestand, fase: Weg."),
        (RijFout(4, HELE_BESTAND, "Kort."), "Rij 4: Kort."),
        (RijFout(4, "start", "Leeg."), "Rij 4, startdatum: Leeg."),
        (RijFout(4, "Krediet 2027", "Nee."), "Rij 4, Krediet 2027: Nee."),
    ],
)
def test_a_mistake_says_where_it_is_once(fout, said) -> None:
    assert fout_in_woorden(fout) == said


def test_a_file_that_is_too_large_is_not_read(monkeypatch) -> None:
    monkeypatch.setattr(rules_bestand, "MAX_BYTES", 10)
    with pytest.raises(ImportRefusedError) as refusal:
        read_bestand(TEXT.encode())
    assert "te groot" in refusal.value.fouten[0].melding


@pytest.mark.parametrize(
    "data",
    [
        b"sleutel;titel\nP1;\x00",
        b";;\nP1;a;b\n",
        ";".join(f"k{number}" for number in range(MAX_KOLOMMEN + 1)).encode() + b"\n1\n",
    ],
)
def test_a_table_without_a_good_header_is_refused(data) -> None:
    with pytest.raises(ImportRefusedError):
        read_bestand(data)


def test_empty_columns_at_the_end_are_not_columns() -> None:
    assert read_bestand(b"sleutel;titel;;\nP1;a\n").kolommen == ["sleutel", "titel"]


def test_something_that_is_no_feature_is_named_and_the_rest_is_read() -> None:
    document = {"features": ["vreemd", {"properties": []}, {"properties": {"titel": "a"}}]}
    bestand = read_bestand(json.dumps(document).encode())
    assert ([fout.rij for fout in bestand.fouten], [rij.nummer for rij in bestand.rijen]) == (
        [1],
        [2, 3],
    )


def test_a_feature_keeps_its_own_id() -> None:
    document = {"features": [{"id": "P1", "properties": {}}, {"id": 2, "properties": {"id": 3}}]}
    rijen = read_bestand(json.dumps(document).encode()).rijen
    assert [rij.waarden["id"] for rij in rijen] == ["P1", 3]


@pytest.mark.parametrize("name", ["EPSG:4326", "urn:ogc:def:crs:OGC:1.3:CRS84"])
def test_a_file_that_names_wgs84_is_in_wgs84(name) -> None:
    document = {"crs": {"properties": {"name": name}}, "features": [{"properties": {}}]}
    assert read_bestand(json.dumps(document).encode()).stelsel is Stelsel.WGS84


@pytest.mark.parametrize("crs", ["RD", {"properties": "RD"}])
def test_a_system_that_cannot_be_read_is_refused(crs) -> None:
    with pytest.raises(ImportRefusedError):
        read_bestand(json.dumps({"crs": crs, "features": [{"properties": {}}]}).encode())
