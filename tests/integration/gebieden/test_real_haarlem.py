"""The real outlines and figures of Haarlem; skipped where they are not."""

import csv

import pytest

from participatie.core.db import db
from participatie.gebieden.errors import ImportRefusedError
from participatie.gebieden.queries import find_gebied, gebied_at, get_gebied, list_gebieden
from participatie.gebieden.services_cijfers import import_kerncijfers
from participatie.gebieden.services_import import import_gebieden
from participatie.gebieden.services_import_alles import import_alles
from participatie.gebieden.types import Gebiedsketen, Niveau

SOURCE = "CBS/Kadaster"


@pytest.fixture(scope="module")
def haarlem(app, real_files):
    """All of Haarlem, imported once; the tests of this module only read it."""
    with app.app_context():
        engine = db.engine
        connection = engine.connect()
        transaction = connection.begin()
        db.engines[None] = connection
        db.session.configure(join_transaction_mode="create_savepoint")
        import_alles(folder=real_files, bron=SOURCE)
        yield real_files
        db.session.remove()
        transaction.rollback()
        connection.close()
        db.engines[None] = engine


@pytest.mark.parametrize(
    ("niveau", "count"),
    [(Niveau.STAD, 1), (Niveau.STADSDEEL, 5), (Niveau.WIJK, 21), (Niveau.BUURT, 111)],
)
def test_all_of_haarlem_loads(haarlem, niveau, count) -> None:
    assert len(list_gebieden(niveau)) == count


def test_the_stadsdelen_have_their_right_names(haarlem) -> None:
    names = [gebied.naam for gebied in list_gebieden(Niveau.STADSDEEL)]
    assert names == ["Centrum", "Noord", "Oost", "Schalkwijk", "Zuid-West"]


def test_each_buurt_lies_in_the_wijk_and_stadsdeel_of_the_table(haarlem) -> None:
    with (haarlem / "haarlem_buurt_wijk_stadsdeel_pc4.csv").open(encoding="utf-8") as file:
        table = {
            row["buurtcode"]: (row["wijkcode"], row["stadsdeel"]) for row in csv.DictReader(file)
        }
    found = {
        buurt.code: (buurt.ouder.code, buurt.ouder.ouder.naam)
        for buurt in list_gebieden(Niveau.BUURT)
    }
    assert found == {code: (wijk, deel_of(deel)) for code, (wijk, deel) in table.items()}


def deel_of(naam):
    return {"Zuid West": "Zuid-West", "Schalwijk": "Schalkwijk"}.get(naam, naam)


def test_the_city_has_its_inhabitants_and_dwellings(haarlem) -> None:
    stad = find_gebied("GM0392")
    assert (stad.inwoners, stad.woningen) == (167_636, 79_434)


def test_a_stadsdeel_has_the_sum_of_its_wijken(haarlem) -> None:
    schalkwijk = find_gebied("SD0392-SCHALKWIJK")
    assert schalkwijk.inwoners == sum(wijk.inwoners for wijk in schalkwijk.kinderen)


def test_a_missing_figure_is_not_stored(haarlem) -> None:
    assert [
        (wijk.code, kengetal.sleutel)
        for wijk in list_gebieden(Niveau.WIJK)
        for kengetal in wijk.kengetallen
        if kengetal.waarde < 0
    ] == []


def test_figures_have_their_year_and_source(haarlem) -> None:
    huishoudens = next(
        kengetal
        for kengetal in find_gebied("WK039206").kengetallen
        if kengetal.sleutel == "huishoudens"
    )
    assert (huishoudens.waarde, huishoudens.jaar, huishoudens.bron) == (925, 2024, SOURCE)


def test_every_address_is_its_own(haarlem) -> None:
    slugs = [gebied.slug for gebied in list_gebieden()]
    assert len(slugs) == len(set(slugs))


def test_the_second_time_nothing_changes(haarlem) -> None:
    verslagen = import_alles(folder=haarlem, bron=SOURCE)
    assert [verslag.wat for verslag in verslagen if verslag.is_changed] == []


def test_the_grote_markt_lies_in_the_old_city(haarlem) -> None:
    keten = gebied_at(4.6368, 52.3812)
    names = [get_gebied(number).naam for number in (keten.stad, keten.stadsdeel, keten.wijk)]
    assert names == ["Haarlem", "Centrum", "Oude Stad"]


@pytest.mark.parametrize(
    ("lon", "lat"), [(4.62, 52.34), (4.57, 52.40), (4.9, 52.37), (4.69, 52.30), (4.66, 52.46)]
)
def test_the_neighbours_of_haarlem_are_outside(haarlem, lon, lat) -> None:
    assert gebied_at(lon, lat) == Gebiedsketen()


def test_every_place_in_the_city_lies_in_a_buurt(haarlem) -> None:
    grid = [(4.6 + x / 500, 52.34 + y / 500) for x in range(45) for y in range(45)]
    ketens = [gebied_at(*spot) for spot in grid]
    assert [keten for keten in ketens if keten.stad and not keten.buurt] == []


@pytest.mark.parametrize(
    ("name", "niveau", "said"),
    [
        ("haarlem_gemeente_2017.geojson", Niveau.STAD, "verschoven: 114 m"),
        ("buurgemeenten_2023.geojson", Niveau.STAD, "Een stad is er één"),
        ("haarlem_pc4_vereenvoudigd.geojson", Niveau.WIJK, "geen code en geen naam"),
        ("haarlem_wijken_2023.geojson", Niveau.BUURT, "bevat wijken"),
    ],
)
def test_a_wrong_file_is_refused(haarlem, name, niveau, said) -> None:
    with pytest.raises(ImportRefusedError, match=said):
        import_gebieden(path=haarlem / name, niveau=niveau)


def test_the_geopackage_in_rd_lies_on_the_same_wijken(haarlem) -> None:
    with db.session.begin_nested() as savepoint:
        verslag = import_gebieden(
            path=haarlem / "haarlem_wijken_2024_kerncijfers_rd.gpkg", niveau=Niveau.WIJK
        )
        savepoint.rollback()
    assert (len(verslag.nieuw), verslag.waarschuwingen) == (0, [])


def test_without_a_named_source_nothing_changes_the_second_time(haarlem) -> None:
    with db.session.begin_nested() as savepoint:
        import_alles(folder=haarlem)
        again = import_alles(folder=haarlem)
        again += [import_kerncijfers(path=haarlem / verslag.bestand) for verslag in again[-2:]]
        savepoint.rollback()
    assert [verslag.bestand for verslag in again if verslag.is_changed] == []
