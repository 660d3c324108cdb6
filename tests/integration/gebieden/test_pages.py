from datetime import date
from http import HTTPStatus

import pytest

from participatie.core import clock
from participatie.gebieden.rules_cijfers import SOORTEN
from tests.factories.gebieden import ContactFactory, KengetalFactory, make_city
from tests.factories.programmas import ProjectFactory

XSS = "<script>alert(1)</script>"


@pytest.fixture
def city(session):
    return make_city()


def test_the_city_is_shown_as_a_tree(client, city) -> None:
    page = client.get("/gebieden").text
    places = [page.index(f"/gebieden/{slug}") for slug in ("schalkwijk", "boerhaave", "hoeve")]
    assert places == sorted(places)


def test_the_city_is_drawn(client, city) -> None:
    assert client.get("/gebieden").text.count('<path class="gebied-kaart__vlak') == 4


def test_without_gebieden_the_page_says_so(client, session) -> None:
    assert "Er zijn nog geen wijken" in client.get("/gebieden").text


def found(client, text):
    page = client.get("/gebieden", query_string={"zoek": text}).text
    _, _, rest = page.partition("Gevonden bij")
    return rest.partition("Alle stadsdelen")[0]


@pytest.mark.parametrize("text", ["Boerhaave", "boerhave", "BOERHAAV", "WK039204"])
def test_a_gebied_is_found_by_its_name(client, city, text) -> None:
    assert "/gebieden/boerhaave" in found(client, text)


@pytest.mark.parametrize("text", ["2011 AB", "Grote Houtstraat 12"])
def test_a_street_or_postcode_leads_to_the_map_and_the_list(client, city, text) -> None:
    page = found(client, text)
    assert "Zoeken kan alleen op de naam van een wijk of buurt" in page
    assert 'href="/kaart"' in page


def test_what_is_not_there_is_not_found(client, city) -> None:
    assert "Geen wijk of buurt gevonden" in found(client, "Amsterdam")


@pytest.mark.parametrize(
    "text", [XSS, "😀" * 200, "\u202eomgekeerd", "x" * 100_000, "%", "' OR 1=1 --", "\x00"]
)
def test_anything_may_be_searched_for(client, city, text) -> None:
    assert client.get("/gebieden", query_string={"zoek": text}).status_code == HTTPStatus.OK


def test_the_tree_takes_few_queries(client, city, count_queries) -> None:
    with count_queries() as statements:
        client.get("/gebieden?zoek=hoeve")
    assert len(statements) <= 8


def test_a_gebied_shows_where_it_lies(client, city) -> None:
    page = client.get("/gebieden/hoeve").text
    places = [page.index(f'href="/gebieden/{slug}"') for slug in ("haarlem", "schalkwijk")]
    assert places == sorted(places)


def test_a_gebied_names_what_lies_in_it(client, city) -> None:
    page = client.get("/gebieden/boerhaave").text
    assert "/gebieden/gaarde" in page
    assert "/gebieden/leidsebuurt" not in page


def test_a_gebied_invites_to_a_proposal(client, city) -> None:
    assert "/initiatieven/nieuw?gebied=boerhaave" in client.get("/gebieden/boerhaave").text


def test_a_gebied_leads_to_the_map(client, city) -> None:
    assert "/kaart?gebied=boerhaave" in client.get("/gebieden/boerhaave").text


def test_an_unknown_gebied_is_not_found(client, city) -> None:
    assert client.get("/gebieden/nergens").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("slug", ["%00", "..%2f", "x" * 5000, "%F0%9F%98%80", "-1"])
def test_a_strange_address_is_not_found(client, city, slug) -> None:
    assert client.get(f"/gebieden/{slug}").status_code == HTTPStatus.NOT_FOUND


def test_inhabitants_stand_with_their_year(client, city) -> None:
    wijk = city.by_name["Boerhaave"]
    wijk.inwoners = 6448
    KengetalFactory(gebied=wijk, sleutel="inwoners", jaar=2007, waarde=6448)
    page = client.get("/gebieden/boerhaave").text
    assert "6.448" in page
    assert "Inwoners (2007)" in page


def test_the_newest_figure_is_shown_with_its_source(client, city) -> None:
    wijk = city.by_name["Boerhaave"]
    KengetalFactory(gebied=wijk, jaar=2019, waarde=11)
    KengetalFactory(gebied=wijk, jaar=2024, waarde=22.5, bron="Leefbaarheidsmonitor")
    page = client.get("/gebieden/boerhaave").text
    assert "22,5" in page
    assert "Leefbaarheidsmonitor" in page
    assert ">11<" not in page


@pytest.mark.parametrize(("years_ago", "old"), [(0, False), (5, False), (6, True)])
def test_an_old_figure_is_called_old(client, city, years_ago, old) -> None:
    year = clock.today().year - years_ago
    KengetalFactory(gebied=city.by_name["Boerhaave"], jaar=year)
    assert (f"({year}, oud cijfer)" in client.get("/gebieden/boerhaave").text) is old


def test_the_unit_of_a_count_is_not_shown(client, city) -> None:
    KengetalFactory(gebied=city.by_name["Boerhaave"], waarde=3723, eenheid="aantal")
    assert '<td class="table__number">3.723 <span' in client.get("/gebieden/boerhaave").text


def test_what_is_for_the_wijk_itself_comes_before_what_is_for_the_city(client, city) -> None:
    for title, wide in (("Stad", city.stad), ("Wijk", city.by_name["Boerhaave"])):
        later = {} if title == "Stad" else {"start": date(2027, 12, 1)}
        ProjectFactory(titel=f"Plan {title}", gebieden=[wide], **later)
    page = client.get("/gebieden/boerhaave").text.partition("Voor het hele gebied")[2]
    assert page.index("Plan Wijk") < page.index("Plan Stad")


def test_a_gebied_shows_its_own_contact(client, city) -> None:
    ContactFactory(gebied=city.stad, naam="Iemand van de stad")
    ContactFactory(gebied=city.by_name["Hoeve"], naam="Iemand van de Hoeve")
    page = client.get("/gebieden/hoeve").text
    assert "Iemand van de Hoeve" in page
    assert "Iemand van de stad" not in page


def test_without_a_contact_the_nearest_above_is_shown(client, city) -> None:
    ContactFactory(gebied=city.stad, naam="Iemand van de stad")
    ContactFactory(gebied=city.by_name["Schalkwijk"], naam="Iemand van Schalkwijk")
    page = client.get("/gebieden/hoeve").text
    assert "terecht bij de mensen van Schalkwijk" in page
    assert "Iemand van Schalkwijk" in page


def test_a_contact_of_a_neighbour_is_not_shown(client, city) -> None:
    ContactFactory(gebied=city.by_name["Gaarde"], naam="Iemand van de Gaarde")
    assert "Iemand van de Gaarde" not in client.get("/gebieden/hoeve").text


def test_a_sketched_outline_is_called_schematic(client, city) -> None:
    city.by_name["Hoeve"].schematisch = True
    assert "Schematisch getekend" in client.get("/gebieden/hoeve").text


def test_an_official_outline_is_not_called_schematic(client, city) -> None:
    assert "Schematisch" not in client.get("/gebieden/hoeve").text


def test_a_gebied_without_outline_has_a_page(client, city) -> None:
    city.by_name["Hoeve"].place(None)
    assert client.get("/gebieden/hoeve").status_code == HTTPStatus.OK


def test_names_are_shown_as_they_are(client, city) -> None:
    wijk = city.by_name["Boerhaave"]
    wijk.naam = XSS
    ContactFactory(gebied=wijk, naam=XSS, functie=XSS)
    KengetalFactory(gebied=wijk, naam=XSS, eenheid="<b>", bron=XSS)
    pages = client.get("/gebieden/boerhaave").text + client.get("/gebieden").text
    assert XSS not in pages


def test_a_gebied_takes_few_queries(client, city, count_queries) -> None:
    wijk = city.by_name["Boerhaave"]
    for _ in range(3):
        ProjectFactory(gebieden=[wijk])
        ProjectFactory(gebieden=[wijk], place={"type": "Point", "coordinates": [4.64, 52.37]})
    for soort in SOORTEN:
        KengetalFactory(gebied=city.by_name["Boerhaave"], sleutel=soort.sleutel)
    for _ in range(8):
        ContactFactory(gebied=city.by_name["Boerhaave"])
    client.get("/gebieden/boerhaave")  # what is kept in memory is there
    with count_queries() as statements:
        client.get("/gebieden/boerhaave")
    assert len(statements) <= 20


def test_a_day_that_is_asked_for_is_not_left_out_without_a_word(client, city) -> None:
    page = client.get("/gebieden/duinbuurt?stand=2020-01-10").text
    assert "Deze pagina laat geen eerdere dag zien." in page
