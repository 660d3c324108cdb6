import pytest

from participatie.core.errors import NotFoundError
from participatie.gebieden import queries
from participatie.gebieden.types import Gebiedsketen, Niveau
from tests.factories.gebieden import GebiedFactory, make_city, square


@pytest.fixture
def city(session):
    return make_city()


def test_a_point_is_found_at_every_niveau(city) -> None:
    assert queries.gebied_at(4.635, 52.365) == Gebiedsketen(
        stad=city.stad.id,
        stadsdeel=city.by_name["Schalkwijk"].id,
        wijk=city.by_name["Boerhaave"].id,
        buurt=city.by_name["Hoeve"].id,
    )


def test_the_chain_of_a_buurt_ends_at_the_stad(city) -> None:
    buurt = city.by_name["Hoeve"]
    names = [queries.get_gebied(found).naam for found in queries.keten_ids(buurt.id)]
    assert names == ["Hoeve", "Boerhaave", "Schalkwijk", "Haarlem"]


def test_below_a_wijk_lie_its_buurten(city) -> None:
    wijk = city.by_name["Boerhaave"]
    buurten = {city.by_name["Hoeve"].id, city.by_name["Gaarde"].id}
    assert queries.onder_ids(wijk.id) == buurten | {wijk.id}


def test_a_new_gebied_is_seen_in_the_same_transaction(city) -> None:
    queries.gebied_at(4.635, 52.365)
    nieuw = GebiedFactory(
        code="AA01",
        naam="Nieuw",
        niveau=Niveau.BUURT,
        ouder=city.by_name["Boerhaave"],
        geometrie=square(4.63, 52.36, 4.64, 52.37),
    )
    assert queries.gebied_at(4.635, 52.365).buurt == nieuw.id


def test_a_moved_outline_is_seen_by_the_next_request(app, session, city) -> None:
    queries.gebied_at(4.635, 52.365)
    city.by_name["Hoeve"].place(square(4.7, 52.36, 4.71, 52.37))
    session.flush()
    session.info.clear()
    assert queries.gebied_at(4.635, 52.365).buurt is None


def test_the_database_is_asked_once_in_a_request(city, count_queries) -> None:
    queries.gebied_at(4.635, 52.365)
    with count_queries() as statements:
        queries.gebied_at(4.635, 52.365)
        queries.keten_ids(city.stad.id)
    assert statements == []


def test_an_unknown_slug_is_not_found(city) -> None:
    with pytest.raises(NotFoundError):
        queries.get_gebied_by_slug("nergens")


def test_a_slug_finds_its_gebied(city) -> None:
    assert queries.get_gebied_by_slug("hoeve") is city.by_name["Hoeve"]


def test_a_code_finds_its_gebied(city) -> None:
    assert queries.find_gebied("GM0392") is city.stad


def test_an_unknown_code_finds_nothing(city) -> None:
    assert queries.find_gebied("GM0363") is None


def test_gebieden_are_listed_from_large_to_small(city) -> None:
    niveaus = [gebied.niveau for gebied in queries.list_gebieden()]
    assert (
        niveaus == [Niveau.STAD] + [Niveau.STADSDEEL] * 2 + [Niveau.WIJK] * 4 + [Niveau.BUURT] * 8
    )


def test_one_niveau_is_listed_by_name(city) -> None:
    names = [gebied.naam for gebied in queries.list_gebieden(Niveau.WIJK)]
    assert names == ["Boerhaave", "Leidsewijk", "Noordwijk", "Schalkdam"]


def test_outlines_come_with_what_a_map_needs(city) -> None:
    first = queries.list_outlines()[0]
    assert (first.slug, first.code, first.geometry["type"]) == ("haarlem", "GM0392", "Polygon")


def test_the_version_of_the_outlines_changes_with_them(session, city) -> None:
    before = queries.outlines_version()
    city.stad.place(square(4.5, 52.3, 4.7, 52.5))
    session.flush()
    assert queries.outlines_version() != before
