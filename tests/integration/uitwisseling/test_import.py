import json

import pytest
from sqlalchemy import select

from participatie.core.db import db
from participatie.journal.models import JournalEntry
from participatie.programmas.models import Project
from participatie.programmas.queries import count_projecten
from participatie.programmas.types import Geldbron
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.rules_mapping import read_mapping
from participatie.uitwisseling.services_import import import_projecten
from participatie.uitwisseling.types import Uitkomst
from tests.factories.gebieden import make_city
from tests.factories.programmas import ProjectFactory

COLUMNS = (
    "sleutel;titel;domein;fase;start;eind;trekker;participatieniveau;participatie_toelichting;"
    "gebieden;lon;lat;investeringsplan_2027;subsidie_2028"
)
GOOD = {
    "sleutel": "P1",
    "titel": "Riool Leidsestraat",
    "domein": "fysiek",
    "fase": "voorbereiding",
    "start": "2027",
    "eind": "31-12-2028",
    "trekker": "Afdeling Beheer",
    "participatieniveau": "adviseren",
    "participatie_toelichting": "Er zijn twee ontwerpen.",
    "gebieden": "",
    "lon": "4,6",
    "lat": "52,37",
    "investeringsplan_2027": "1.250.000,50",
    "subsidie_2028": "1,250,000.50",
}
BOWTIE = [[[4.60, 52.37], [4.61, 52.38], [4.61, 52.37], [4.60, 52.38], [4.60, 52.37]]]
HUGE = [[4.60 + step / 1e7, 52.37] for step in range(25_000)]


def csv_of(*rows) -> bytes:
    lines = [";".join((GOOD | row).values()) for row in rows]
    return "\n".join((COLUMNS, *lines)).encode()


def geojson_of(geometry, **changed) -> bytes:
    properties = {key: text for key, text in GOOD.items() if key not in {"lon", "lat"}}
    feature = {"type": "Feature", "geometry": geometry, "properties": properties}
    return json.dumps({"type": "FeatureCollection", "features": [feature], **changed}).encode()


def mistakes(data: bytes) -> list[tuple[int, str]]:
    with pytest.raises(ImportRefusedError) as refused:
        import_projecten(data)
    return [(fout.rij, fout.veld) for fout in refused.value.fouten]


def one() -> Project:
    db.session.expire_all()
    return db.session.scalars(select(Project)).one()


@pytest.fixture
def city(session):
    return make_city()


def test_a_row_becomes_a_project_with_its_money(city) -> None:
    import_projecten(csv_of({}))
    amounts = {(b.jaar, b.bron): b.bedrag_cent for b in one().jaarbedragen}
    assert amounts == {
        (2027, Geldbron.INVESTERINGSPLAN): 125_000_050,
        (2028, Geldbron.SUBSIDIE): 125_000_050,
    }


def test_a_place_finds_its_own_gebied(city) -> None:
    import_projecten(csv_of({}))
    assert [gebied.naam for gebied in one().gebieden] == ["Leidsebuurt"]


def test_without_a_place_a_project_is_about_its_gebieden_as_a_whole(city) -> None:
    import_projecten(
        csv_of({"lon": "", "lat": "", "gebieden": "zuid|WK039204".replace("zuid", "Noord")})
    )
    project = one()
    assert [gebied.naam for gebied in project.gebieden] == ["Noord", "Boerhaave"]
    assert project.geometrie is None


def test_the_same_file_twice_changes_nothing(city) -> None:
    data = csv_of({}, {"sleutel": "P2", "titel": "Tweede"})
    import_projecten(data)
    moment, versie = db.session.execute(
        select(Project.gewijzigd_op, Project.versie).where(Project.bronsleutel == "P2")
    ).one()
    verslag = import_projecten(data)
    again = db.session.execute(
        select(Project.gewijzigd_op, Project.versie).where(Project.bronsleutel == "P2")
    ).one()
    assert verslag.aantal(Uitkomst.ONGEWIJZIGD) == count_projecten() == 2
    assert again == (moment, versie)


def test_a_changed_row_changes_only_what_it_names(city) -> None:
    import_projecten(csv_of({}))
    one().omschrijving = "Door een redacteur geschreven"
    verslag = import_projecten(csv_of({"fase": "uitvoering", "subsidie_2028": ""}))
    assert verslag.rijen[0].velden == ("fase", "bedragen")
    assert one().omschrijving == "Door een redacteur geschreven"
    assert [b.jaar for b in one().jaarbedragen] == [2027]


def test_a_dry_run_tells_what_would_happen_and_changes_nothing(city) -> None:
    import_projecten(csv_of({}))
    before = db.session.scalars(select(JournalEntry.id)).all()
    verslag = import_projecten(csv_of({"fase": "idee"}, {"sleutel": "P2"}), proef=True)
    assert [rij.uitkomst for rij in verslag.rijen] == [Uitkomst.GEWIJZIGD, Uitkomst.NIEUW]
    assert (one().fase, db.session.scalars(select(JournalEntry.id)).all()) == (
        "voorbereiding",
        before,
    )


def test_all_mistakes_are_told_at_once_and_nothing_is_stored(city) -> None:
    data = csv_of(
        {"sleutel": "P1"},
        {"sleutel": "P2", "fase": "later", "start": "31-02-2027", "subsidie_2028": "-1"},
        {"sleutel": "P3", "eind": "2026", "start": "2027"},
        {"sleutel": "P4", "titel": "=1+1", "participatieniveau": ""},
        {"sleutel": "P1"},
    )
    assert mistakes(data) == [
        (3, "fase"),
        (3, "subsidie_2028"),
        (3, "start"),
        (4, "eind"),
        (5, "titel"),
        (5, "participatieniveau"),
        (6, "sleutel"),
    ]
    assert count_projecten() == 0


@pytest.mark.parametrize(
    ("row", "veld"),
    [
        ({"gebieden": "Atlantis"}, "gebieden"),
        ({"gebieden": "", "lon": "", "lat": ""}, "gebieden"),
        ({"lon": "4,9", "lat": "52,37"}, "geometrie"),
        ({"lon": "-73,9", "lat": "40,7"}, "geometrie"),
        ({"lon": "oost", "lat": "52"}, "geometrie"),
        ({"lon": "4,6", "lat": ""}, "geometrie"),
        ({"titel": "x" * 161}, "titel"),
        ({"sleutel": ""}, "sleutel"),
        ({"domein": "alles"}, "domein"),
        ({"investeringsplan_2027": "veel"}, "investeringsplan_2027"),
    ],
)
def test_a_mistake_is_told_at_its_row_and_field(city, row, veld) -> None:
    assert mistakes(csv_of(row)) == [(2, veld)]


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Polygon", "coordinates": BOWTIE},
        {"type": "LineString", "coordinates": HUGE},
        {"type": "LineString", "coordinates": HUGE * 14},
        {"type": "Point", "coordinates": [-73.98, 40.70]},
        {"type": "Point", "coordinates": []},
        {"type": "GeometryCollection", "geometries": []},
        {"type": "Circle", "coordinates": [4.6, 52.37]},
    ],
    ids=[
        "self-crossing",
        "too many points",
        "10 MB",
        "New York",
        "empty",
        "collection",
        "unknown",
    ],
)
def test_a_shape_that_cannot_be_used_is_told_at_its_row(city, geometry) -> None:
    assert mistakes(geojson_of(geometry)) == [(1, "geometrie")]


def test_lines_are_stored_as_they_are(city) -> None:
    line = {"type": "LineString", "coordinates": [[4.60, 52.37], [4.605, 52.371]]}
    import_projecten(geojson_of(line))
    assert one().geometrie == line


def test_a_file_in_rd_lies_where_it_should(city) -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    import_projecten(geojson_of({"type": "Point", "coordinates": [101_500, 487_000]}, crs=crs))
    lon, lat = one().geometrie["coordinates"]
    assert (round(lon, 2), round(lat, 2)) == (4.6, 52.37)


def test_a_name_that_two_gebieden_have_asks_for_the_code(city) -> None:
    city.by_name["Poort"].naam = "Leidsewijk"
    db.session.flush()
    with pytest.raises(ImportRefusedError) as refused:
        import_projecten(csv_of({"gebieden": "Leidsewijk"}))
    assert "WK039202" in refused.value.fouten[0].melding


def test_other_sources_keep_their_own_keys(city) -> None:
    ProjectFactory(bronsysteem="ander", bronsleutel="P1", titel="Van een ander")
    import_projecten(csv_of({}), bronsysteem="mjgp")
    assert count_projecten() == 2


def test_the_journal_names_fields_but_no_values(city) -> None:
    import_projecten(csv_of({}))
    import_projecten(csv_of({"trekker": "Mevrouw De Vries"}))
    entries = db.session.scalars(select(JournalEntry).order_by(JournalEntry.id)).all()
    assert [entry.name for entry in entries] == [
        "ProjectToegevoegd",
        "ImportUitgevoerd",
        "ProjectGewijzigd",
        "ImportUitgevoerd",
    ]
    assert entries[2].data["velden"] in (["trekker", "contact_naam"], ["trekker"])
    assert "Vries" not in str([entry.data for entry in entries])


def with_columns(**more) -> bytes:
    header, row = csv_of({"domein": "", "lon": "", "lat": ""}).decode().splitlines()
    return f"{header};{';'.join(more)}\n{row};{';'.join(more.values())}".encode()


def test_a_thema_gives_its_domein(city) -> None:
    shape = '"{""type"":""Point"",""coordinates"":[4.6,52.37]}"'
    import_projecten(with_columns(thema="Groen en natuur", geometrie=shape))
    assert (one().thema, one().domein) == ("groen", "fysiek")


def test_a_shape_can_stand_in_a_cell(city) -> None:
    shape = '"{""type"":""Point"",""coordinates"":[4.6,52.37]}"'
    import_projecten(with_columns(thema="groen", geometrie=shape))
    assert one().geometrie == {"type": "Point", "coordinates": [4.6, 52.37]}


@pytest.mark.parametrize("email", ["geen adres", "a@b", "x" * 300 + "@example.invalid"])
def test_an_address_that_is_none_is_told(city, email) -> None:
    data = with_columns(thema="groen", contact_email=email, geometrie="")
    assert (2, "contact_email") in mistakes(data)


def test_a_missing_column_does_not_hide_mistakes_in_the_others(city) -> None:
    data = csv_of({}, {"sleutel": "P2", "fase": "ooit"}).replace(b"trekker;", b"afdeling;")
    assert mistakes(data) == [(0, "trekker"), (3, "fase")]


def test_a_missing_half_of_a_place_is_told_once(city) -> None:
    data = csv_of({"fase": "ooit"}).replace(b"lon;lat;", b"lon;y;")
    mapping = read_mapping(
        json.dumps({"velden": {name: name for name in COLUMNS.split(";")[:12]}}), is_json=True
    )
    with pytest.raises(ImportRefusedError) as refused:
        import_projecten(data, mapping=mapping)
    assert [(fout.rij, fout.veld) for fout in refused.value.fouten] == [(0, "lat"), (2, "fase")]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"gebieden": "Schalwijk"}, "Bedoelt u “Schalkwijk”?"),
        ({"gebieden": "Atlantis"}, "Gebruik de naam of de code"),
    ],
)
def test_an_unknown_gebied_is_told_with_what_to_write_instead(city, row, said) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        import_projecten(csv_of(row))
    assert said in refused.value.fouten[0].melding


def test_a_place_in_rd_that_is_none_is_told_in_rd(city) -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    with pytest.raises(ImportRefusedError) as refused:
        import_projecten(geojson_of({"type": "Point", "coordinates": [0, 0]}, crs=crs))
    assert "In RD ligt x tussen" in refused.value.fouten[0].melding
