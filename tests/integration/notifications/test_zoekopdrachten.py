"""Which saved searches and neighbourhoods find what is published."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from participatie.core.errors import InvalidInputError
from participatie.core.geometry import point
from participatie.notifications.errors import TeVeelBuurtenError
from participatie.notifications.queries_ontvangers import list_zoekers
from participatie.notifications.rules_zoeken import read_vraag
from participatie.notifications.services_bron_project import vindplek_of
from participatie.notifications.services_zoekopdrachten import save_buurt, save_zoekopdracht
from participatie.notifications.types import Cirkel, Frequentie
from participatie.programmas.types import Thema
from tests.factories.accounts import GebruikerFactory
from tests.factories.gebieden import make_city
from tests.factories.notifications import ZoekopdrachtFactory
from tests.factories.programmas import ProjectFactory

LON, LAT = 4.60, 52.39
METRE = 1 / 111_195


@pytest.fixture
def stad(session):
    return make_city()


def buurt(straal=500, lat=LAT, **fields):
    gebruiker = GebruikerFactory()
    cirkel = Cirkel(lon=LON, lat=lat, straal_m=straal)
    save_buurt(
        fields.pop("gebruiker_id", gebruiker.id),
        naam="Thuis",
        cirkel=cirkel,
        frequentie=fields.pop("frequentie", None),
    )
    return gebruiker.id


def filter_op(stad, lijst="/kaart", **query):
    gebruiker = GebruikerFactory()
    by_slug = {one.slug: one.id for one in stad.by_name.values()}
    vraag = read_vraag(lijst, {name: [value] for name, value in query.items()}, by_slug)
    save_zoekopdracht(gebruiker.id, naam="Zoekt", pad=lijst, vraag=vraag)
    return gebruiker.id


def finders(**fields):
    place = fields.pop("place", point(LON, LAT))
    return [
        one.gebruiker_id
        for one in list_zoekers(vindplek_of(ProjectFactory(place=place, **fields)))
    ]


@pytest.mark.parametrize(("metres", "found"), [(480, True), (520, False)])
def test_a_circle_finds_what_lies_in_it_and_not_what_lies_beside_it(stad, metres, found) -> None:
    wie = buurt(straal=500, lat=LAT + metres * METRE)
    assert finders() == ([wie] if found else [])


def test_a_circle_finds_what_is_about_the_whole_wijk_it_lies_in(stad) -> None:
    wie = buurt()
    assert finders(place=None, gebieden=[stad.by_name["Noordwijk"]]) == [wie]


def test_a_circle_does_not_find_what_is_about_the_whole_city(stad) -> None:
    buurt()
    assert finders(place=None, gebieden=[stad.stad]) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"thema": "water"}, True),
        ({"thema": "groen"}, False),
        ({"gebied": "noord"}, True),
        ({"gebied": "schalkwijk"}, False),
        ({"tekst": "RIOOL"}, True),
        ({"tekst": "fietspad"}, False),
        ({"soort": "projecten"}, True),
        ({"soort": "initiatieven"}, False),
        ({"fase": "voorbereiding"}, True),
        ({"fase": "afgerond"}, False),
        ({"van": "2029"}, False),
        ({"tot": "2026"}, False),
        ({"van": "2028", "tot": "2028"}, True),
        ({"bbox": "4.59,52.38,4.61,52.40"}, True),
        ({"bbox": "4.63,52.38,4.65,52.40"}, False),
        ({"thema": "geen-thema"}, True),
    ],
)
def test_a_filter_of_the_map_finds_what_the_map_would_show(stad, query, found) -> None:
    wie = filter_op(stad, **query)
    gebieden = [stad.by_name["Duinbuurt"]]
    assert finders(thema=Thema.WATER, gebieden=gebieden) == ([wie] if found else [])


@pytest.mark.parametrize(("trekker", "found"), [("Groen en Water", True), ("Wegen", False)])
def test_a_filter_by_who_leads_keeps_to_that(stad, trekker, found) -> None:
    wie = filter_op(stad, "/projecten", trekker=trekker)
    assert finders(trekker="Groen en Water") == ([wie] if found else [])


@pytest.mark.parametrize("other", [0, 1])
def test_a_filter_by_goal_keeps_to_that(stad, other) -> None:
    wie = filter_op(stad, "/projecten", doel=str(7 + other))
    vindplek = replace(vindplek_of(ProjectFactory(place=point(LON, LAT))), doel_id=7)
    assert [one.gebruiker_id for one in list_zoekers(vindplek)] == ([] if other else [wie])


def test_a_filter_of_the_list_of_initiatieven_finds_no_projecten(stad) -> None:
    filter_op(stad, "/initiatieven", tekst="riool")
    assert finders() == []


def test_matching_costs_one_query_however_many_there_are(stad, count_queries) -> None:
    for _number in range(8):
        buurt()
    vindplek = vindplek_of(ProjectFactory(place=point(LON, LAT)))
    list_zoekers(vindplek)
    with count_queries() as queries:
        list_zoekers(vindplek)
    assert len(queries) == 1


def test_what_someone_chose_for_the_circle_holds(stad) -> None:
    buurt(frequentie=Frequentie.DIRECT)
    vindplek = vindplek_of(ProjectFactory(place=point(LON, LAT)))
    assert [one.frequentie for one in list_zoekers(vindplek)] == [Frequentie.DIRECT]


def test_a_sixth_neighbourhood_is_refused(stad) -> None:
    wie = GebruikerFactory().id
    for _number in range(5):
        buurt(gebruiker_id=wie)
    with pytest.raises(TeVeelBuurtenError):
        buurt(gebruiker_id=wie)


def test_a_place_outside_the_city_is_refused(stad) -> None:
    with pytest.raises(InvalidInputError):
        buurt(lat=51.0)


def test_a_circle_cannot_be_stored_without_its_middle(session) -> None:
    with pytest.raises(IntegrityError, match="circle_is_whole"):
        ZoekopdrachtFactory(straal_m=500)


def test_a_circle_cannot_be_larger_than_three_kilometres(session) -> None:
    with pytest.raises(IntegrityError, match="circle_in_reach"):
        ZoekopdrachtFactory(straal_m=3001, lon=LON, lat=LAT, x=1, y=1)
